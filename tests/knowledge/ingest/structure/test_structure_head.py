"""Who published what, when and under which number, from the many ways in which offices print it."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.errors import IngestError
from knowledge.ingest.document import Document, Paragraph
from knowledge.ingest.structure.restore import restore
from knowledge.library import Library
from tests.knowledge.ingest.structure.paper import TITLE, word

BUREAU = "上海市人力资源和社会保障局关于开展2026年上海市社会化职业技能评价有关事项的通知"


def test_a_red_letterhead_stands_above_a_title_of_three_lines(library: Library) -> None:
    restored = restore(
        word("""
        上海市人力资源和社会保障局文件
        沪人社职〔2025〕369号
        上海市人力资源和社会保障局
        关于开展2026年上海市社会化职业技能评价
        有关事项的通知
        各区人力资源和社会保障局，各有关单位：
        现将有关事项通知如下：
        """),
        library.lexicon,
    )
    assert restored.front.title == BUREAU
    assert restored.front.issuer == "上海市人力资源和社会保障局"
    assert restored.front.document_number == "沪人社职〔2025〕369号"
    assert restored.front.year == 2026
    assert [line.text for line in restored.notice.clauses["文号"].lines] == [
        "上海市人力资源和社会保障局文件",
        "沪人社职〔2025〕369号",
    ]
    assert restored.notice.clauses["引言"].lines[0].text == "各区人力资源和社会保障局，各有关单位："


def test_a_title_without_issuer_takes_it_from_the_letterhead(library: Library) -> None:
    restored = restore(
        word("""
        上海市钟表行业协会文件
        沪钟协（2027）3号
        关于开展2027年上海市钟表维修工项目社会化职业技能等级认定有关操作事项的通知
        各有关单位：
        """),
        library.lexicon,
    )
    assert restored.front.issuer == "上海市钟表行业协会"
    assert restored.front.title.startswith("关于开展2027年")


def test_a_joint_notice_keeps_the_space_between_its_issuers(library: Library) -> None:
    restored = restore(
        word("""
        上海市人力资源和社会保障局 上海市财政局
        关于做好2026年本市企业新型学徒制
        培训补贴工作的通知
        各区财政局：
        """),
        library.lexicon,
    )
    assert restored.front.issuer == "上海市人力资源和社会保障局 上海市财政局"
    assert restored.front.title == (
        "上海市人力资源和社会保障局 上海市财政局关于做好2026年本市企业新型学徒制培训补贴工作的通知"
    )


@pytest.mark.parametrize(
    "number", ["沪人社职〔2025〕369号", "沪技师(2026)1号", "沪钟协[2027]12号", "沪职鉴中心（2026）第2号"]
)
def test_document_numbers_come_in_brackets_of_all_kinds(number: str, library: Library) -> None:
    restored = restore(word(f"上海市钟表行业协会\n{number}\n{TITLE}\n各有关单位："), library.lexicon)
    assert restored.front.document_number == number


def test_a_number_that_the_text_only_refers_to_is_not_the_notices_own(library: Library) -> None:
    restored = restore(
        word(f"{TITLE}\n根据《有关事项的通知》（沪人社职〔2025〕369号）等文件精神，通知如下："), library.lexicon
    )
    assert restored.front.document_number is None
    assert "文号" not in restored.notice.clauses


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2026年2月9日", date(2026, 2, 9)),
        ("2026 年 12 月 31 日", date(2026, 12, 31)),
        ("二〇二六年二月九日", date(2026, 2, 9)),
        ("二○二六年十一月二十九日", date(2026, 11, 29)),
        ("2026.1.4", date(2026, 1, 4)),
    ],
)
def test_the_day_under_the_signature_is_the_day_of_publication(printed: str, day: date, library: Library) -> None:
    restored = restore(word(f"{TITLE}\n特此通知。\n上海市钟表行业协会\n{printed}"), library.lexicon)
    assert restored.front.published_on == day
    assert restored.notice.clauses["落款"].lines[0].text == "上海市钟表行业协会"
    assert [line.text for line in restored.notice.clauses["引言"].lines] == ["特此通知。"]


def test_office_and_day_on_one_line_are_a_signature_too(library: Library) -> None:
    restored = restore(word(f"{TITLE}\n特此通知。\n上海市钟表行业协会 2027年1月5日"), library.lexicon)
    assert [line.text for line in restored.notice.clauses["落款"].lines] == ["上海市钟表行业协会", "2027年1月5日"]


def test_the_day_of_printing_is_not_the_day_of_signing(library: Library) -> None:
    restored = restore(
        word(f"""
        {TITLE}
        特此通知。
        上海市钟表行业协会
        2027年1月5日
        （此件主动公开）
        附件
        申报条件
        一、年满16周岁。
        上海市钟表行业协会办公室
        2027年1月8日印发
        """),
        library.lexicon,
    )
    assert restored.front.published_on == date(2027, 1, 5)
    assert restored.notice.clauses["落款"].lines[-1].text == "2027年1月8日印发"
    assert [line.text for line in restored.notice.clauses["附件·一"].lines] == ["一、年满16周岁。"]


def test_a_web_pages_date_and_links_are_not_the_notices(library: Library) -> None:
    page = word(f"""
    首页 > 通知公告 > 正文
    关于开展2027年上海市钟表维修工项目社会化职业技能等级认定有关操作事项的通知
    发布时间：2027-03-03 来源：本站 浏览次数：321
    {TITLE}
    各有关单位：
    一、申报条件
    年满16周岁。
    上一篇：关于放假的通知
    版权所有：某某网 沪ICP备12345678号
    """)
    restored = restore(Document("html", page.blocks), library.lexicon)
    assert restored.front.title == TITLE
    assert restored.front.published_on is None
    assert "2027-03-03" not in restored.text
    assert list(restored.notice.clauses) == ["标题", "引言", "一"]
    assert [line.text for line in restored.notice.clauses["一"].lines] == ["一、申报条件", "年满16周岁。"]


def test_a_title_printed_twice_is_one_title(library: Library) -> None:
    blocks = (Paragraph(TITLE, role="heading"), Paragraph(TITLE, role="heading"), Paragraph("各有关单位："))
    restored = restore(Document("text", blocks), library.lexicon)
    assert [line.text for line in restored.notice.clauses["引言"].lines] == ["各有关单位："]


def test_a_line_above_the_title_that_belongs_nowhere_is_asked_about(library: Library) -> None:
    lost = "本协会已于去年迁址，来访者请先电话联系再登门"
    restored = restore(word(f"{lost}\n{TITLE}\n各有关单位："), library.lexicon)
    assert [one.quote for one in restored.questions if "没有收进" in one.question] == [lost]


def test_a_file_without_a_title_is_asked_about(library: Library) -> None:
    restored = restore(
        word("各有关单位：\n一、条件\n年满16周岁。\n上海市钟表行业协会\n2027年1月5日"), library.lexicon
    )
    assert any("没有找到标题" in one.question for one in restored.questions)
    assert list(restored.notice.clauses) == ["标题", "引言", "一", "落款"]


def test_a_clause_that_reads_like_a_title_is_none(library: Library) -> None:
    restored = restore(
        word(f"{TITLE}\n一、依据\n上海市财政局关于开展2020年度检查的通知\n上海市钟表行业协会\n2027年1月5日"),
        library.lexicon,
    )
    assert restored.front.title == TITLE


def test_a_notice_without_a_year_in_its_title_is_asked_about(library: Library) -> None:
    restored = restore(
        word("上海市钟表行业协会关于开展职业技能等级认定的通知\n特此通知。\n上海市钟表行业协会\n2027年1月5日"),
        library.lexicon,
    )
    assert restored.front.year is None
    assert restored.notice.front.year == 2027
    assert any("没有写明年度" in one.question for one in restored.questions)


def test_a_title_may_write_its_year_in_chinese_numerals(library: Library) -> None:
    restored = restore(
        word("上海市钟表行业协会关于开展二〇二七年度职业技能等级认定的通知\n特此通知。"), library.lexicon
    )
    assert restored.front.year == 2027


def test_of_a_file_that_names_no_year_no_notice_is_made(library: Library) -> None:
    with pytest.raises(IngestError, match="year not found"):
        restore(word("上海市钟表行业协会关于开展职业技能等级认定的通知\n特此通知。"), library.lexicon)


def test_of_a_file_without_text_no_notice_is_made(library: Library) -> None:
    with pytest.raises(IngestError, match="no text"):
        restore(Document("pdf", ()), library.lexicon)


def test_an_issuer_alone_above_a_title_that_opens_with_the_year_belongs_to_it(library: Library) -> None:
    restored = restore(
        word("""
        上海市桃浦职业技术学校
        2027年面向社会人员职业技能等级认定的报名通知
        各位考生：
        """),
        library.lexicon,
    )
    assert restored.front.title == "上海市桃浦职业技术学校2027年面向社会人员职业技能等级认定的报名通知"
    assert restored.front.issuer == "上海市桃浦职业技术学校"


def test_a_centre_that_sells_its_own_assessments_writes_as_an_organisation(library: Library) -> None:
    text = """
        上海市技能评价促进中心
        关于开展2027年专项职业能力考核有关事项的通知
        各有关单位：
        一、报名时间：3月1日至3月12日。
        """
    priced = restore(word(f"{text}二、收费：150元/人次。"), library.lexicon)
    unpriced = restore(word(f"{text}二、费用由各机构公布。"), library.lexicon)
    assert (priced.notice.front.kind, unpriced.notice.front.kind) == ("organisation", "programme")
