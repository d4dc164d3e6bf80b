"""Web pages: the article as a browser shows it, without the site around it, and nothing of it lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.ingest.document import Document, Table
from tests.knowledge.ingest.readers.conftest import grids, texts

Read = Callable[[str | bytes, str], Document]
ARTICLE = "".join(
    f"<p>{text}</p>"
    for text in ("各有关单位：", "现将申报事项通知如下，请遵照执行。", "一、申报条件", "年满16周岁。")
)
READ = ["各有关单位：", "现将申报事项通知如下，请遵照执行。", "一、申报条件", "年满16周岁。"]


@pytest.fixture
def page(written: Read) -> Callable[[str], Document]:
    """Read a page with this body (and head)."""
    return lambda body, head="": written(
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>", "a.html"
    )


Page = Callable[..., Document]


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav><a href='/'>首页</a><a href='/x'>通知公告</a></nav>",
        "<div class='breadcrumb'>当前位置：<a href='/'>首页</a> > 通知</div>",
        "<p>您现在的位置：首页 > 通知公告 > 正文</p>",
        "<footer>版权所有 某协会</footer>",
        "<div>沪ICP备05012345号-2</div>",
        "<p>上一篇：关于放假的通知</p>",
        "<p>下一篇：没有了</p>",
        "<p>【打印本页】 【关闭窗口】</p>",
        "<p>[打印] [关闭]</p>",
        "<div>字体：大 中 小</div>",
        "<div class='share'>分享到微信</div>",
        "<form><input value='关键字'><select><option>全站</option></select><button>搜索</button></form>",
        "<div style='display: none'>999元</div>",
        "<span hidden>999元</span>",
        "<p aria-hidden='true'>999元</p>",
        "<p class='sr-only'>跳到正文</p>",
        "<script>var fee = '999元';</script>",
        "<template><p>999元</p></template>",
        "<noscript>请启用JavaScript</noscript>",
        "<ul class='news'><li><a href='1'>某协会换届公告</a></li><li><a href='2'>某工种考评员培训班开班</a></li></ul>",
    ],
)
def test_what_belongs_to_the_site_is_left_out(page: Page, chrome: str) -> None:
    assert texts(page(f"{chrome}<div id='zoom'>{ARTICLE}</div>")) == READ
    assert texts(page(f"<div id='zoom'>{ARTICLE}</div>{chrome}")) == READ


def test_a_rule_of_the_style_sheet_hides_but_one_for_printing_does_not(page: Page) -> None:
    style = "<style>/* x */ .old, #tip{display:none} @media print{ .main{display:none} }</style>"
    body = f"<div class='main'>{ARTICLE}</div><p class='old'>999元</p><p id='tip'>提示</p>"
    assert texts(page(body, style)) == READ


def test_an_article_that_a_script_would_uncover_is_read(page: Page) -> None:
    assert texts(page(f"<div id='js_content' style='visibility: hidden'>{ARTICLE}</div>")) == READ


@pytest.mark.parametrize(
    "frame",
    [
        "<div>{}</div>",
        "<article>{}</article>",
        "<main><section>{}</section></main>",
        "<form id='aspnet'><div class='con'>{}</div></form>",
        "<div class='footer'>{}</div>",
        "<table><tr><td>{}</td></tr></table>",
        "<table width='100%'><tr><td><a href='/'>首页</a></td></tr><tr><td>{}</td></tr></table>",
        "<header class='top'>{}</header>",
    ],
)
def test_the_article_is_found_wherever_it_stands(page: Page, frame: str) -> None:
    assert [text for text in texts(page(frame.format(ARTICLE))) if text != "首页"] == READ


def test_headings_attachments_and_lines_outside_the_article_are_kept(page: Page) -> None:
    body = f"<h1>关于申报的通知</h1><div class='wh'>沪职鉴〔2026〕3号</div><div id='zoom'>{ARTICLE}</div><div>附件：<a href='1.doc'>附件1：收费标准.doc</a></div>"
    assert texts(page(body)) == ["关于申报的通知", "沪职鉴〔2026〕3号", *READ, "附件：附件1：收费标准.doc"]


def test_a_signature_is_kept_even_where_the_page_calls_it_a_footer(page: Page) -> None:
    long = "<p>以上事项请各有关单位遵照执行，不得擅自变更收费标准。</p>" * 9
    assert texts(page(f"<article>{long}<div class='footer'>上海市某协会<br>2026年2月9日</div></article>"))[
        -2:
    ] == ["上海市某协会", "2026年2月9日"]


@pytest.mark.parametrize(
    ("opening", "first", "second"),
    [
        ("<ol>", "1.携带身份证", "2.携带准考证"),
        ("<ol start='3'>", "3.携带身份证", "4.携带准考证"),
        ("<ol type='A'>", "A.携带身份证", "B.携带准考证"),
        ("<ol type='i'>", "i.携带身份证", "ii.携带准考证"),
        ("<ol style='list-style-type: cjk-ideographic'>", "一、携带身份证", "二、携带准考证"),
        ("<ol style='list-style: simp-chinese-informal inside'>", "一、携带身份证", "二、携带准考证"),
        ("<ol class='cn'>", "一、携带身份证", "二、携带准考证"),
        ("<ol style='list-style: none'>", "携带身份证", "携带准考证"),
        ("<ol reversed>", "2.携带身份证", "1.携带准考证"),
        ("<ul>", "携带身份证", "携带准考证"),
    ],
)
def test_lists_are_numbered_as_the_browser_numbers_them(page: Page, opening: str, first: str, second: str) -> None:
    items = f"{opening}<li>携带身份证</li><li><p>携带准考证</p></li></{opening[1:3]}>"
    assert texts(page(items, "<style>ol.cn{list-style-type:cjk-ideographic}</style>")) == [first, second]


def test_an_item_with_a_number_of_its_own_counts_on_from_there(page: Page) -> None:
    assert texts(page("<ol><li>甲项</li><li value='5'>乙项</li><li>丙项</li></ol>")) == [
        "1.甲项",
        "5.乙项",
        "6.丙项",
    ]


def test_breaks_and_spaces_are_those_of_the_browser(page: Page) -> None:
    body = (
        "<p>&nbsp;&nbsp;上午\n  9:00-11:30<br>下午&ensp;13:30&mdash;16:00</p><div>附&nbsp;件 1&lt;样表&gt;</div>"
    )
    assert texts(page(body)) == ["上午 9:00-11:30", "下午 13:30—16:00", "附件 1<样表>"]


def test_merged_cells_and_the_head_of_a_table(page: Page) -> None:
    table = """<table><caption>收费标准</caption><thead><tr><th rowspan="2">等级</th><th colspan="2">评价科目</th></tr>
      <tr><th>理论</th><th>实操</th></tr></thead><tbody><tr><td>四级<br>中级</td><td rowspan="2">100</td><td>300</td></tr>
      <tr><td>三级</td><td>400</td></tr></tbody></table>"""
    document = page(table)
    assert texts(document) == ["收费标准"]
    assert document.blocks[1] == Table(
        (("等级", "评价科目", "<"), ("^", "理论", "实操"), ("四级中级", "100", "300"), ("三级", "^", "400")),
        header_rows=2,
    )


def test_a_foot_written_before_the_body_stands_below_it(page: Page) -> None:
    table = "<table><tfoot><tr><td>合计</td><td>300</td></tr></tfoot><tbody><tr><td>理论</td><td>100</td></tr><tr><td>实操</td><td>200</td></tr></tbody></table>"
    assert grids(page(table)) == [(("理论", "100"), ("实操", "200"), ("合计", "300"))]


def test_a_table_that_only_places_things_is_opened(page: Page) -> None:
    inner = "<table><tr><td>五级</td><td>300</td></tr><tr><td>四级</td><td>400</td></tr></table>"
    document = page(f"<table><tr><td>{ARTICLE}</td></tr><tr><td>{inner}</td></tr></table>")
    assert texts(document) == READ
    assert grids(document) == [(("五级", "300"), ("四级", "400"))]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup>①</sup>", "<p><sup>①</sup> 下同。</p>"),
        ("<sup>[1]</sup>", "<p><sup>[1]</sup>下同。</p>"),
        ("<sup><a href='#f1' id='b1'>1</a></sup>", "<ol><li id='f1'>下同。 <a href='#b1'>↩</a></li></ol>"),
        ("<a href='#f1' id='b1'><sup>1</sup></a>", "<div id='f1'><p><a href='#b1'>1</a> 下同。</p></div>"),
    ],
)
def test_footnotes_are_taken_out_and_marked(page: Page, mark: str, note: str) -> None:
    document = page(f"<p>相关职业{mark}工作满1年。</p>{note}")
    assert texts(document) == ["相关职业[^1]工作满1年。"]
    assert document.footnotes == {"1": "下同。"}


def test_a_raised_figure_without_a_footnote_stays_a_figure(page: Page) -> None:
    assert texts(page("<p>场地不小于30m<sup>2</sup>。</p>")) == ["场地不小于30m2。"]


def test_struck_text_is_left_out_and_reported(page: Page) -> None:
    document = page("<p>收费<s>300元</s>400元。</p>")
    assert texts(document) == ["收费400元。"]
    assert "300元" in document.problems[0]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", ""])
def test_the_encoding_is_found_whatever_the_page_declares(written: Read, encoding: str, declared: str) -> None:
    html = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={declared}'></head><body>{ARTICLE}</body></html>"
    document = written(html.encode(encoding), "a.htm")
    assert document.format == "html"
    assert texts(document) == READ


def test_a_list_of_other_articles_with_their_days_is_no_text(page: Callable[[str], Document]) -> None:
    others = (
        "<ul><li><a href='#'>评价工作动态</a> 2027-01-05</li><li><a href='#'>培训简讯</a> [2027-02-06]</li></ul>"
    )
    body = f"<div class='w'><div class='m'>{2 * ARTICLE}</div><div class='s'><h3>最新消息</h3>{others}</div></div>"
    assert texts(page(body)) == 2 * READ


def test_a_pages_own_data_are_no_text(page: Callable[[str], Document]) -> None:
    data = "<p><span>发布日期：2027-01-05</span> <span>来源：某协会</span> <span>浏览次数：<em>12</em></span> <span>字号：大 中 小</span></p>"
    assert texts(page(f"<div>{data}{ARTICLE}</div>")) == READ


def test_a_day_by_itself_is_text(page: Callable[[str], Document]) -> None:
    assert texts(page(f"<div>{ARTICLE}<p>发布日期：2027年1月5日</p></div>")) == [*READ, "发布日期：2027年1月5日"]
