"""Cards that judge: may one apply, do passed papers still count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from card_data import (
    MAY,
    TRAINER,
    cells,
    dumped,
    library,
    subject,
    validity,
    verdicts,
)
from gateway import gateway
from playwright.sync_api import Locator, Page, expect

from knowledge.retakes import retake_validity

pytestmark = pytest.mark.browser

Show = Callable[..., Locator]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The gateway alone: what a card links to is real, the replies are given."""
    with gateway(tmp_path_factory.mktemp("var")) as url:
        yield url


def unfold(answer: Locator) -> None:
    for summary in answer.locator("summary").all():
        summary.click()


def test_each_level_says_in_words_whether_one_may_apply(show: Show) -> None:
    # 附件1: level 4 takes five years of work, three are done; a title, which was not spoken of, may open level 3
    answer = show("eligibility", verdicts())
    levels = answer.locator(".levels > li")
    expect(levels).to_have_count(3)
    expect(levels.nth(0).locator("p").first).to_have_text("五级 ✓ 可以报")
    expect(levels.nth(1).locator("p").first).to_have_text("四级 ✗ 现在还不能报")
    expect(levels.nth(1)).to_contain_text("最早2028年5月6日可以报")
    expect(levels.nth(2).locator("p").first).to_have_text("三级 ? 还不能确定")
    expect(levels.nth(2)).to_contain_text("最迟到2033年5月6日可以报")


def test_a_condition_unfolds_with_its_outcome_and_opens_its_clause(page: Page, show: Show) -> None:
    # saia-2026-ai-trainer/source.txt, 附件1, 3（3）: 取得符合专业对应关系的初级职称
    answer = show("eligibility", verdicts())
    answer.get_by_text("三级的条件，一条一条看").click()
    title = answer.locator("details[open] li", has_text="需要知道您有没有符合专业对应关系的初级职称")
    expect(title.locator(".state")).to_have_text("? 还不确定")
    with page.context.expect_page() as opened:
        title.get_by_role("link", name=re.compile(r"^通知原文：\s?附件1·3（3）")).click()
    expect(opened.value.locator(".pointed")).to_contain_text("初级职称")


def test_the_age_is_a_condition_among_the_others(show: Show) -> None:
    answer = show("eligibility", verdicts())
    answer.get_by_text("四级的条件，一条一条看").click()
    age = answer.locator("details[open] li", has_text="已满16周岁")
    expect(age.locator(".state")).to_have_text("✓ 符合")


def test_ways_assumptions_and_footnotes_stand_with_the_verdict(show: Show) -> None:
    # 附件1, 2（3）: a graduate of a school of that kind may apply for level 4 at once
    answer = show("eligibility", verdicts())
    level = answer.locator(".levels > li").nth(1)
    expect(level).to_contain_text("毕业证书（含在读应届），现在就可以报")
    expect(answer).to_contain_text("按您会继续从事本职业或相关职业推算")
    footnote = answer.get_by_text("在具体职业标准中应明确相关职业的范围，下同。")
    expect(footnote).to_be_hidden()
    answer.get_by_text("通知里的脚注").click()
    expect(footnote).to_be_visible()


def test_a_remark_that_the_text_makes_is_not_made_again(show: Show) -> None:
    remark = "最终由评价机构按您提交的材料审核。"
    expect(show("eligibility", verdicts(), remark).locator(".card")).not_to_contain_text(remark)
    expect(show("eligibility", verdicts()).locator(".card")).to_contain_text(remark)


def test_a_passed_paper_shows_its_last_day_and_what_is_still_in_time(show: Show) -> None:
    # 四（一）: 五级、四级、三级成绩有效期均为两年; from 6 May to 1 June 2026 are 26 days, so June's window ends too late
    answer = show("retake", validity())
    card = answer.locator(".card.retake")
    expect(card).to_contain_text("三级有效期2年")
    expect(card).to_contain_text("通过日期2024年6月1日")
    expect(card).to_contain_text("最后一天2026年6月1日，还剩26天")
    expect(card).to_contain_text("还有效")
    expect(card).to_contain_text("请先打电话向机构确认")
    unfold(answer)
    may = card.locator("tr", has_text="6月底前")
    assert cells(may)[:2] == ["5月", "2026年5月31日"]
    expect(may).to_contain_text("考完时可能已经过期")
    june = card.locator("tr", has_text="7月底前")
    assert cells(june)[:2] == ["6月", "2026年6月1日"]
    fee = card.locator("details", has_text="补考费")
    expect(fee).to_contain_text(re.compile("理论知识考试 100\\s元操作技能考试 400\\s元"))
    expect(card.get_by_role("listitem").filter(has_text="视为放弃补考机会").get_by_role("link")).to_have_count(1)


def test_an_expired_paper_is_called_so_and_one_without_a_day_has_none(show: Show) -> None:
    expired = show("retake", validity(date(2024, 5, 5)))
    expect(expired).to_contain_text("最后一天2026年5月5日")
    expect(expired.locator(".state")).to_have_text("已经过期")
    without = show("retake", validity(None))
    expect(without).to_contain_text("三级有效期2年")
    expect(without).not_to_contain_text("最后一天")


def test_a_past_years_term_decides_nothing_for_today(show: Show) -> None:
    trained = subject("上海交通大学", TRAINER, 3)
    answer = show("retake", dumped(retake_validity(library(), trained, date(2025, 6, 1), MAY)))
    expect(answer.locator(".badge")).to_have_text("往年（不是今年的）")
    expect(answer.locator(".state")).to_have_text("以今年的通知为准")
