"""The page of the coverage: a matrix for each notice, filters, and what only the catalogue names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from gateway import gateway
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

PAGE = "/coverage?as_of=2026-11-21"
WIDTHS = [360, 390, 768, 1280]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The gateway alone: the page needs no dialogue."""
    with gateway(tmp_path_factory.mktemp("var")) as url:
        yield url


@pytest.fixture
def wide(page: Page) -> Page:
    """The page, open in a wide window."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(PAGE)
    page.locator(".matrix").first.wait_for()
    return page


def section(page: Page, organisation: str) -> Locator:
    return page.get_by_role("region", name=re.compile(f"^{organisation} ")).filter(has=page.locator(".figures"))


def cell(page: Page, organisation: str, level: str, topic: str) -> Locator:
    """The cell of a level and a topic, in a matrix whose columns are topics."""
    matrix = section(page, organisation).locator(".matrix")
    heads = matrix.locator("thead tr").nth(1).locator("th").all_inner_texts()
    line = matrix.locator("tbody tr").filter(has=page.get_by_role("rowheader", name=level, exact=True)).first
    return line.locator("td").nth([one.replace("\n", "") for one in heads].index(topic))


def test_each_notice_tells_its_year_its_status_and_when_it_ends(wide: Page) -> None:
    saia = section(wide, "上海市人工智能行业协会")
    expect(saia.get_by_role("heading")).to_have_text("上海市人工智能行业协会 2026年 现行")
    expect(saia.locator(".figures")).to_contain_text("最后核对日期2026-11-21")
    expect(saia.locator(".figures")).to_contain_text("到期日2026-12-31 即将到期")  # 40 days are left
    sjtu = section(wide, "上海交通大学")
    expect(sjtu.get_by_role("heading")).to_have_text("上海交通大学 2025年 往年（不是今年的）")
    expect(sjtu.locator(".figures")).not_to_contain_text("即将到期")


def test_what_is_stated_opens_the_notice_at_the_clause(wide: Page) -> None:
    fee = cell(wide, "上海市人工智能行业协会", "三级", "考试收费标准").get_by_role("link")
    expect(fee).to_have_text("✓已写明，见二（四）")
    fee.click()
    expect(wide.locator(".pointed td")).to_have_text(["三级/高级", "100", "400", "500"])


def test_what_is_left_unsaid_has_words_for_those_who_do_not_see_the_sign(wide: Page) -> None:
    # saia-2026-ai-trainer/source.txt names no days of payment.
    unsaid = cell(wide, "上海市人工智能行业协会", "三级", "缴费日期")
    expect(unsaid).to_have_text("—未写明")
    expect(unsaid.get_by_role("link")).to_have_count(0)


def test_heads_of_groups_span_their_topics(wide: Page) -> None:
    groups = section(wide, "上海市技师协会").locator("thead tr").first.locator("th:not(.corner)")
    expect(groups).to_have_text(["申报", "时间", "费用与缴费", "准考证", "成绩与证书", "补考", "联系", "纪律"])
    columns = [int(one.get_attribute("colspan") or 1) for one in groups.all()]
    topics = section(wide, "上海市技师协会").locator("thead tr").nth(1).locator("th")
    assert sum(columns) == topics.count()


def test_in_a_narrow_window_topics_stand_under_each_other(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(PAGE)
    matrix = section(page, "上海市技师协会").locator(".matrix")
    expect(matrix.locator("thead th")).to_have_text(
        ["主题", "企业人力资源管理师", "职业培训师", "四级", "三级", "三级"]
    )
    phone = matrix.locator("tr").filter(has=page.get_by_role("rowheader", name="咨询电话", exact=True))
    expect(phone.locator("td")).to_have_text(["✓已写明，见六（三）"] * 3)
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(matrix.locator("thead tr").nth(1).locator("th").first).to_have_text("团体申报方式")


def test_filters_narrow_what_is_shown_and_stay_in_the_address(wide: Page) -> None:
    wide.get_by_label("机构").select_option("上海市技师协会")
    expect(wide.locator("section.notice")).to_have_count(1)
    wide.get_by_label("职业（工种）").select_option("职业培训师")
    expect(wide.locator("section.notice .level")).to_have_text(["三级"])
    wide.reload()
    expect(wide.locator("section.notice .level")).to_have_text(["三级"])
    wide.get_by_label("年份").select_option("2025年")
    expect(wide.locator("section.notice")).to_have_count(0)
    wide.get_by_role("button", name="显示全部").click()
    expect(wide.locator("section.notice")).to_have_count(3)
    assert "organisation" not in wide.url
    wide.get_by_label("状态").select_option("往年（不是今年的）")
    expect(wide.locator("section.notice h2")).to_have_text([re.compile("上海交通大学")])


def test_where_nothing_fits_the_page_says_so(wide: Page) -> None:
    wide.get_by_label("机构").select_option("上海市技师协会")
    wide.get_by_label("职业（工种）").select_option("养老护理员")
    expect(wide.get_by_role("status").first).to_have_text("没有符合这些条件的收录内容。")


def test_what_only_the_catalogue_names_is_folded_and_can_be_searched(wide: Page) -> None:
    expect(wide.locator(".listed")).to_be_hidden()
    wide.locator("summary").click()
    wide.get_by_label("在这张表里找").fill("养老院 养老护理员")
    lines = wide.locator(".listed tbody tr:visible")
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text("上海中福会养老院养老护理员五级、四级、三级")
    expect(lines).to_contain_text("?未收录")
    expect(wide.locator(".catalogue [role=status]")).to_have_text("找到 1 项。")
    lines.get_by_role("link", name="2025年目录").click()
    expect(wide.locator(".pointed")).to_contain_text("上海中福会养老院")


def test_an_organisation_of_the_catalogue_alone_is_unfolded_at_once(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_label("机构").select_option("上海中福会养老院")
    expect(page.locator(".listed tbody tr")).to_be_visible()


def test_an_error_of_the_service_can_be_tried_again(page: Page, expected_errors: list[str]) -> None:
    expected_errors.append("ERR_FAILED")
    page.route("**/v1/coverage*", lambda route: route.abort(), times=1)
    page.goto(PAGE)
    expect(page.get_by_role("alert")).to_contain_text("没有打开")
    page.get_by_role("button", name="重试").click()
    expect(page.locator(".matrix").first).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_never_wider_than_the_window(
    page: Page, width: int, no_sideways_scroll: Callable[[Page], None]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(PAGE)
    page.locator(".matrix").first.wait_for()
    no_sideways_scroll(page)
    for frame in page.locator(".frame").all():
        assert frame.evaluate("element => element.scrollWidth <= element.clientWidth")
    page.locator("summary").click()
    no_sideways_scroll(page)


def test_nothing_moves_while_the_page_fills(page: Page) -> None:
    page.add_init_script("""
        window.moved = 0;
        new PerformanceObserver(list => { for (const one of list.getEntries()) window.moved += one.value; })
            .observe({ type: "layout-shift", buffered: true });
    """)
    page.goto(PAGE)
    page.locator(".matrix").first.wait_for()
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") == 0


def test_everything_to_press_is_large_enough_for_a_finger(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(PAGE)
    page.locator(".matrix").first.wait_for()
    page.locator("summary").click()
    sizes = page.evaluate("""[...document.querySelectorAll('a, button, select, input, summary')].map(one => {
        const { width, height } = one.getBoundingClientRect();
        return [one.textContent.slice(0, 20), Math.min(width, height)];
    })""")
    assert len(sizes) > 100
    assert [one for one in sizes if one[1] < 24] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_meets_wcag_2_2_aa(
    page: Page, scheme: str, width: int, accessible: Callable[[Page], None]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(PAGE)
    page.locator(".matrix").first.wait_for()
    page.locator("summary").click()
    accessible(page)
