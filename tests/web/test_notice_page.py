"""The page of a notice: complete, addressable to the line, and plain about what no longer holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.processes]

SAIA = "/notices/saia-2026-ai-trainer"
SJTU = "/notices/sjtu-2025-ai-trainer"
SHTA = "/notices/shta-2026-hr"
CATALOGUE = "/notices/shhrss-2025-catalogue"
PROMOTER = "/notices/shhrss-2026-ai-promoter"


def at(notice: str, anchor: str) -> str:
    return f"{notice}#{quote(anchor)}"


def test_the_head_tells_who_issued_it_and_that_it_is_in_force(page: Page, in_2026: None) -> None:
    page.goto(PROMOTER)  # source.txt: issuer and number at the top, 2026年3月19日 at the end
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "上海市人力资源和社会保障局关于开展2026年度人工智能推介官培训认证工作的通知"
    )
    head = page.locator(".notice-head dl")
    expect(head).to_contain_text("上海市人力资源和社会保障局")
    expect(head).to_contain_text("沪人社职〔2026〕67号")
    expect(head).to_contain_text("2026-03-19")
    expect(head.locator(".badge")).to_have_text("现行")
    expect(page.get_by_role("note")).to_have_count(0)
    expect(page).to_have_title(re.compile("人工智能推介官培训认证工作的通知"))


def test_a_past_years_notice_warns_and_does_not_invent_a_number(page: Page) -> None:
    page.goto(SJTU)  # source.txt prints neither a document number nor a date
    expect(page.locator(".notice-head .badge")).to_have_text("往年（不是今年的）")
    expect(page.get_by_role("note")).to_contain_text("这是 2025 年的通知，不是今年的")
    expect(page.locator(".notice-head dl")).to_contain_text("文号通知没有写明发布日期通知没有写明")


def test_a_notice_before_its_day_says_so(page: Page) -> None:
    page.route("**/v1/notices/*", lambda route: route.continue_(url=f"{route.request.url}?as_of=2026-03-18"))
    page.goto(PROMOTER)  # dated 2026年3月19日
    expect(page.locator(".notice-head .badge")).to_have_text("尚未生效")


@pytest.mark.parametrize("notice", [SAIA, SJTU, SHTA, CATALOGUE, PROMOTER])
def test_every_clause_and_every_line_has_its_address_and_its_words(page: Page, notice: str) -> None:
    clauses = page.request.get(f"/v1{notice}").json()["clauses"]
    page.goto(notice)
    page.locator(".clause").first.wait_for()
    shown = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('[id]')].map(e => [e.id, e.textContent]))"
    )
    for clause in clauses:
        assert clause["clause"] in shown
        for index, line in enumerate(clause["lines"]):
            words = shown[f"{clause['clause']}~{index}"]
            if line["kind"] == "paragraph":
                assert words.startswith(line["text"])
            elif line["kind"] == "row":
                assert words == "".join(line["values"])
    order = page.evaluate("[...document.querySelectorAll('.clause')].map(e => e.id)")
    assert order == [one["clause"] for one in clauses if one["clause"] != "标题"]


def test_clauses_are_headed_and_indented_by_depth(page: Page) -> None:
    page.goto(SAIA)
    assert page.get_by_role("heading", name="六、关于业务受理的相关事项").evaluate("e => e.tagName") == "H2"
    assert page.get_by_role("heading", name="（三）业务咨询电话").evaluate("e => e.tagName") == "H3"
    lefts = [page.locator(f"[id='{path}']").bounding_box() for path in ("六", "六（五）", "六（五）1")]
    assert lefts[0]["x"] < lefts[1]["x"] < lefts[2]["x"]  # type: ignore[index]


def test_a_table_is_a_table(page: Page) -> None:
    page.goto(SAIA)
    table = page.locator("[id='二（四）'] table")
    expect(table.locator("thead th")).to_have_text(["职业等级", "理论知识考试", "操作技能考试", "合计"])
    expect(table.locator("tbody tr")).to_have_text(
        ["五级/初级100200300", "四级/中级100300400", "三级/高级100400500"]
    )
    # The sentence under the table in source.txt is no row of it.
    expect(page.locator("[id='二（四）'] > p")).to_have_text("说明:补考费用与正考费用一致,按照补考的模块收费。")


def test_merged_heads_are_drawn_as_they_were_printed(page: Page) -> None:
    page.goto(SJTU)
    rows = page.locator("[id='二（四）2'] thead tr")
    expect(rows.nth(0).locator("th")).to_have_text(["序号", "职业(工种)", "等级", "评价科目", "合计"])
    expect(rows.nth(1).locator("th")).to_have_text(["理论知识", "操作技能", "综合评审"])
    expect(rows.nth(2).locator("th")).to_have_text(["考试费", "考试费", "考试费"])
    subjects = rows.nth(0).get_by_text("评价科目")
    expect(subjects).to_have_attribute("colspan", "3")
    expect(rows.nth(0).get_by_text("合计")).to_have_attribute("rowspan", "3")


def test_a_link_to_a_row_scrolls_to_it_and_marks_it(page: Page) -> None:
    page.goto(at(SJTU, "二（四）2~5"))  # the second row under three lines of head and the clause's own first line
    row = page.locator(".pointed")
    expect(row.locator("td")).to_have_text(["2", "人工智能训练师", "高级（三级）", "100", "400", "/", "500"])
    expect(row).to_be_in_viewport()
    expect(row).to_be_focused()
    expect(row).to_have_attribute("aria-current", "location")


def test_a_link_to_a_row_far_down_a_long_table_lands_there(page: Page) -> None:
    page.goto(CATALOGUE)
    row = page.locator("tr", has_text="上海中福会养老院").filter(has_text="养老护理员")
    anchor = row.get_attribute("id")
    assert anchor
    page.goto("about:blank")
    page.goto(at(CATALOGUE, anchor))
    expect(page.locator(".pointed")).to_contain_text("上海中福会养老院")
    expect(page.locator(".pointed")).to_be_in_viewport()


def test_content_that_arrives_late_is_still_pointed_at(page: Page) -> None:
    held: list[Route] = []
    page.route("**/v1/notices/*", lambda route: held.append(route))
    with page.expect_request("**/v1/notices/*"):
        page.goto(at(SAIA, "四（一）"), wait_until="load")
    expect(page.get_by_text("正在打开通知…")).to_be_visible()
    held[0].continue_()
    expect(page.locator(".pointed")).to_contain_text("成绩有效期均为两年")
    expect(page.locator(".pointed")).to_be_in_viewport()


def test_another_address_on_the_same_page_moves_the_mark(page: Page) -> None:
    page.goto(at(SAIA, "二（四）~4"))
    expect(page.locator(".pointed")).to_contain_text("三级/高级")
    page.evaluate("anchor => { location.hash = anchor }", quote("六（三）~1"))
    expect(page.locator(".pointed")).to_have_text(["021-62037717"])
    expect(page.locator(".pointed")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".pointed")).to_contain_text("三级/高级")


def test_a_line_that_is_gone_leads_to_its_clause_and_a_clause_that_is_gone_is_told(page: Page) -> None:
    page.goto(at(SAIA, "二（四）~99"))
    expect(page.locator(".pointed")).to_have_id("二（四）")
    page.evaluate("anchor => { location.hash = anchor }", quote("九（一）"))
    expect(page.get_by_role("status")).to_contain_text("没有“九（一）”这一条")
    expect(page.locator(".pointed")).to_have_count(0)
    page.evaluate("location.hash = '%E4%BA'")  # half a character
    expect(page.get_by_role("status")).to_contain_text("没有")


def test_the_contents_lead_to_the_parts(page: Page) -> None:
    page.goto(SHTA)
    page.get_by_text("目录", exact=True).click()
    page.get_by_role("navigation").get_by_role("link", name="六、关于业务受理的相关事项").click()
    expect(page.locator(".pointed")).to_have_id("六")
    expect(page.locator(".pointed")).to_be_in_viewport()


def test_a_footnote_can_be_read_and_left_again(page: Page) -> None:
    # saia-2026-ai-trainer/source.txt: 附件1, 1（1）carries mark ⑥ 在具体职业标准中应明确相关职业的范围，下同。
    page.goto(SAIA)
    page.locator("[id='附件1·1（1）']").get_by_role("link", name="脚注 6").click()
    note = page.locator(".pointed")
    expect(note).to_contain_text("在具体职业标准中应明确相关职业的范围，下同。")
    note.get_by_role("link", name="回到正文").click()
    expect(page.locator(".pointed")).to_contain_text("年满16周岁，拟从事本职业或相关职业")


def test_the_link_of_a_clause_can_be_copied(page: Page, service: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(SAIA)
    page.get_by_role("button", name="四（一） 复制链接").click()
    expect(page.get_by_role("status")).to_have_text("“四（一）”的链接已复制。")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{service}{at(SAIA, '四（一）')}"
    expect(page.locator(".pointed")).to_have_id("四（一）")


def test_an_unknown_notice_is_told_with_those_that_there_are(page: Page, expected_errors: list[str]) -> None:
    expected_errors.append("status of 404")
    page.goto("/notices/nosuch")
    expect(page.get_by_role("heading", level=1)).to_have_text("没有这份通知")
    expect(page.get_by_role("alert")).to_contain_text("nosuch")
    page.get_by_role("link", name="上海交通大学关于开展2025年").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("上海交通大学关于开展2025年")


def test_an_error_of_the_service_can_be_tried_again(page: Page, expected_errors: list[str]) -> None:
    expected_errors.append("ERR_FAILED")
    page.route("**/v1/notices/*", lambda route: route.abort(), times=1)
    page.goto(at(SAIA, "三"))
    expect(page.get_by_role("alert")).to_contain_text("通知没有打开")
    page.get_by_role("button", name="重试").click()
    expect(page.locator(".pointed")).to_have_id("三")


@pytest.mark.parametrize("notice", [SAIA, SJTU, CATALOGUE])
def test_at_320_pixels_only_a_wide_table_scrolls_in_its_own_frame(
    page: Page, notice: str, no_sideways_scroll: Callable[[Page], None]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(notice)
    page.locator(".clause").first.wait_for()
    no_sideways_scroll(page)
    for frame in page.locator(".table-frame").all():
        expect(frame).to_have_attribute("tabindex", "0")
        if frame.locator("tr").last.locator("td").count() <= 4:
            assert frame.evaluate("element => element.scrollWidth <= element.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1024])
def test_the_notice_meets_wcag_2_2_aa(
    page: Page, scheme: str, width: int, accessible: Callable[[Page], None]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(at(SJTU, "二（四）2~5"))
    page.locator(".pointed").wait_for()
    page.get_by_text("目录", exact=True).click()
    accessible(page)
