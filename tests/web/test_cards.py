"""Cards of the chat page on the notices' own words: timetables, fees, offices, misconduct, ways to look up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from card_data import (
    MAY,
    TRAINER,
    bill,
    cells,
    dumped,
    library,
    looking_up,
    monthly,
    office,
    rules,
    saia,
    timetable,
    ways_to_certificates,
)
from gateway import gateway
from playwright.sync_api import Locator, Page, expect

from knowledge.schedule import next_window, schedule
from knowledge.validity import SHANGHAI

pytestmark = pytest.mark.browser

Show = Callable[..., Locator]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The gateway alone: what a card links to is real, the replies are given."""
    with gateway(tmp_path_factory.mktemp("var")) as url:
        yield url


def test_a_timetable_stands_in_the_notices_own_words(show: Show) -> None:
    # shta-2026-hr/source.txt: 8月 四、三 6月29日-7月19日 7月20日-7月26日 8月17日 8月22、23日, for both occupations
    answer = show("schedule", timetable())
    expect(answer.locator("caption").first).to_have_text(
        "上海市技师协会 2026年 企业人力资源管理师、职业培训师时间表 现行"
    )
    assert answer.locator("thead").first.locator("th").all_inner_texts()[-5:] == [
        "报名",
        "缴费",
        "准考证",
        "考试",
        "现在",
    ]
    august = answer.locator("tr", has_text="6月29日-7月19日")
    expect(august).to_have_count(1)
    expect(august.locator("td").nth(1)).to_have_text("7月20日-7月26日")
    expect(august.locator("td").nth(2)).to_have_text("8月17日")
    expect(august.locator("td").nth(3)).to_have_text("8月22、23日")
    expect(august.locator(".state")).to_have_text("还没开始")


def test_what_is_over_is_folded_and_has_no_calendar_file(show: Show) -> None:
    # shta-2026-hr/source.txt: the applications of April's examination ended on 22 March
    answer = show("schedule", timetable())
    over = answer.locator("details", has_text="已经截止的")
    expect(over.locator("tr", has_text="2月23日-3月22日")).to_be_hidden()
    over.locator("summary").press("Enter")
    row = over.locator("tr", has_text="2月23日-3月22日")
    expect(row.locator(".state")).to_have_text("已截止")
    expect(row.get_by_role("link")).to_have_count(0)


def test_an_open_window_says_how_many_days_are_left(show: Show) -> None:
    # saia-2026-ai-trainer/source.txt, 二（三）1: applications of 5月; from 6 May to 31 May are 25 days
    row = show("schedule", monthly()).locator("tr", has_text="6月底前")
    expect(row.locator(".state")).to_have_text("正在报名，还剩25天")


def test_on_its_last_day_a_window_says_so(show: Show) -> None:
    last = dumped(schedule(library(), saia(3), datetime(2026, 5, 31, 10, tzinfo=SHANGHAI)))
    row = show("schedule", last).locator("tr", has_text="6月底前")
    expect(row.locator(".state")).to_have_text("正在报名，今天是最后一天")


def test_a_window_can_be_put_into_a_calendar_by_a_link_that_names_it(page: Page, show: Show) -> None:
    answer = show("schedule", monthly())
    link = answer.get_by_role(
        "link", name=re.compile(rf"加入日历\s?：上海市人工智能行业协会{TRAINER}，报名5月，考试6月底前")
    )
    expect(link).to_have_count(1)
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == f"{link.get_attribute('download')}"
    assert download.value.path().read_text("utf-8").startswith("BEGIN:VCALENDAR")


def test_the_rule_on_tickets_that_all_rows_share_stands_once_with_its_clause(show: Show) -> None:
    # saia-2026-ai-trainer/source.txt, 二（五）: 团体申报考生 … 在考试前五个工作日
    answer = show("schedule", monthly())
    rule = answer.get_by_role("listitem").filter(has_text="考试前五个工作日")
    expect(rule).to_contain_text("团体申报：考试前五个工作日")
    expect(rule.get_by_role("link", name=re.compile(r"^通知原文：\s?二（五）"))).to_have_attribute(
        "href", re.compile("/notices/saia-2026-ai-trainer")
    )


def test_a_window_to_come_that_the_answer_did_not_list_is_named(show: Show) -> None:
    listed = schedule(library(), saia(3), MAY).windows
    closed = [one for one in listed if one.status == "closed"]
    following = next_window(one for one in listed if one.status == "upcoming")
    data = {"windows": [dumped(one) for one in closed], "next": dumped(following)}
    answer = show("schedule", data)
    expect(answer.locator(".next")).to_contain_text("接下来可以报的：")
    expect(answer.locator(".next")).to_contain_text("报名6月，考试7月底前 现行")
    expect(answer.locator(".next").get_by_role("link", name=re.compile("加入日历"))).to_have_count(1)


def test_misconduct_is_tabled_by_what_follows_in_the_notices_words(show: Show) -> None:
    # 附件2, 三: 抄袭或协助他人抄袭 → 取消当次全部科目成绩，且当年不得参加评价
    answer = show("discipline", rules())
    row = answer.locator("tr", has_text="抄袭或协助他人抄袭试题答案")
    expect(row.locator("td").last).to_have_text(re.compile("取消当次全部科目成绩.*当年不得参加评价"))
    expect(row).to_contain_text("故意损毁试卷、工件或考试材料的")
    copying = row.get_by_role("listitem").filter(has_text="抄袭")
    expect(copying.get_by_role("link", name=re.compile(r"^通知原文：\s?附件2·三"))).to_have_count(1)


def test_a_single_conduct_is_not_tabled(show: Show) -> None:
    data = rules()
    expect(show("discipline", data | {"cases": data["cases"][:1]}).locator(".card")).to_have_count(0)


def test_the_ways_that_the_text_tells_are_compared(show: Show) -> None:
    # shhrss-2026-ai-promoter: five ways; the contest's first half, sealed by its organiser
    data, text = ways_to_certificates()
    answer = show("programme", data, text)
    expect(answer.locator("tbody tr")).to_have_count(5)
    contest = answer.locator("tr", has_text="技能比武")
    expect(contest).to_contain_text("成绩排名前50%的")
    expect(contest.locator("td").last).to_contain_text("活动主办单位")
    expect(show("programme", data, "培训40课时。").locator(".card")).to_have_count(0)


def test_the_path_to_results_is_numbered_step_by_step(show: Show) -> None:
    # saia-2026-ai-trainer/source.txt, 三: 人力资源和社会保障局-劳动就业-职业技能证书查询
    data, text = looking_up()
    answer = show("results", data, text)
    expect(answer.locator("ol > li")).to_have_text(["人力资源和社会保障局", "劳动就业", "职业技能证书查询"])
    expect(answer.locator(".card .label")).to_contain_text("随申办")
    expect(show("results", data, "通知没有写明。").locator(".card")).to_have_count(0)


def test_a_sum_shows_its_lines_and_its_total(show: Show) -> None:
    data = bill()
    table = show("fee", data).locator("table", has_text="一共要付")
    assert [cells(row) for row in table.locator("tbody tr").all()] == [
        ["四级 400元 × 2人", "800\u00a0元"],
        ["三级 500元", "500\u00a0元"],
        ["合计", "1300\u00a0元"],
    ]
    opened = show("fee", data | {"sum": data["sum"] | {"total": None}}).locator("table", has_text="一共要付")
    assert cells(opened.locator("tbody tr").last) == ["合计", "还算不出来"]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 5, 6, 11, 29), "受理"),  # a Wednesday, 9:00-11:30
        (datetime(2026, 5, 6, 12, 0), "不受理：中午休息"),
        (datetime(2026, 5, 3, 10, 0), "不受理：劳动节假期"),
        (datetime(2026, 5, 17, 10, 0), "不受理：周末"),
    ],
)
def test_an_office_says_whether_it_is_open_at_the_moment_asked_about(
    show: Show, moment: datetime, said: str
) -> None:
    answer = show("contact", office(moment.replace(tzinfo=SHANGHAI)), "咨询电话021-62037717。")
    expect(answer.locator(".contact .state")).to_have_text(said)
    expect(answer.get_by_role("link", name="021-62037717")).to_have_count(1)
