"""Questions about tomorrow and other days, days that are left, and the yes or no that comes first.

Dates are the notices': 技师协会 2026 applies 2/23-3/22, 6/29-7/19, 9/10-9/30, pays 3/23-3/29, 7/20-7/26, 10/1-10/12, tickets from
11/2 for 11/7-8; 人工智能行业协会 2026 takes each month for the end of the next; 上海交大 2025 from the 16th to the 15th.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.answers.schedule.yes_no import whether
from bot.actions.turn import INFORM, Memory
from knowledge.figures import unsupported

if TYPE_CHECKING:
    from bot.actions.respond import Outcome
    from tests.bot.conftest import Ask

APPLY, EXAM, TICKET, PAY = "ask_application_window", "ask_exam_date", "ask_admission_ticket", "ask_payment"
HR, TRAINER, AI = "企业人力资源管理师", "职业培训师", "人工智能训练师"
SEARCH, OUTSIDE = "search", "out_of_scope"


def said(outcome: Outcome) -> str:
    return "\n".join(one.text for one in outcome.reply.messages)


def sourced(outcome: Outcome, text: str) -> bool:
    """Whether every figure of the answer has a source."""
    return all(
        not unsupported(
            one.text,
            [*(c.quote for c in one.citations), *(p for c in one.computed for p in (c.text, c.explanation)), text],
        )
        for one in outcome.reply.messages
    )


def counted(outcome: Outcome) -> set[str]:
    return {one.text for one in outcome.reply.messages[0].computed}


@pytest.mark.parametrize("intent", [PAY, SEARCH, OUTSIDE])
@pytest.mark.parametrize(
    ("text", "at", "last", "left"),
    [
        ("人力三级缴费还有多少天", "2026-10-10", "10月12日", "2天"),
        ("我是技师协会考人力的，交费剩几天了", "2026-03-23", "3月29日", "6天"),
        ("职业培训师缴费期限还剩几天", "2026-07-24", "7月26日", "2天"),
    ],
)
def test_the_days_left_to_pay_are_counted(intent: str, text: str, at: str, last: str, left: str, ask: Ask) -> None:
    outcome = ask(text, intent, at=at)
    assert outcome.reply.status == "answered"
    assert f"到{last}截止" in said(outcome)
    assert left in counted(outcome)
    assert sourced(outcome, text)


@pytest.mark.parametrize("intent", [PAY, SEARCH, INFORM])
def test_a_payment_period_to_come_is_told_with_its_ends(intent: str, ask: Ask) -> None:
    outcome = ask("交费最后一天是", intent, Memory(occupation=HR, topic=APPLY), at="2026-07-19")
    assert "7月20日开始，到7月26日截止" in said(outcome)
    assert "1天" in counted(outcome)


@pytest.mark.parametrize("intent", [APPLY, SEARCH, INFORM, OUTSIDE])
@pytest.mark.parametrize("text", ["后天呢", "那后天还能报不", "后天还能报名吗"])
def test_a_day_after_the_window_is_not_in_it(intent: str, text: str, ask: Ask) -> None:
    outcome = ask(text, intent, Memory(occupation=HR, topic=APPLY), at="2026-07-18")
    assert said(outcome).startswith("不能报。")
    assert "后天（7月20日）不在申报时间里" in said(outcome)
    assert "9月10日-9月30日" in said(outcome)
    assert "现在可以报名" not in said(outcome)
    assert sourced(outcome, text)


@pytest.mark.parametrize(
    ("text", "at", "first"),
    [
        ("人力明天报还来得及吗", "2026-09-30", "来不及了。"),
        ("人力明天能报名吗", "2026-09-29", "能报。"),
        ("职业培训师下周一还可以报吗", "2026-03-20", "不能报。"),
        ("职业培训师后天能报名吗", "2026-02-10", "不能报。"),
    ],
)
def test_an_answer_about_a_day_begins_with_yes_or_no(text: str, at: str, first: str, ask: Ask) -> None:
    outcome = ask(text, APPLY, at=at)
    assert said(outcome).startswith(first)
    assert sourced(outcome, text)


def test_who_is_early_is_not_told_to_be_late(ask: Ask) -> None:
    text = said(ask("职业培训师报名 后天来得及吗", APPLY, at="2026-02-10"))
    assert "来不及" not in text
    assert "2月23日-3月22日" in text


def test_a_day_of_the_next_year_has_no_notice(ask: Ask) -> None:
    text = "AI训练师后天还能报名么"
    outcome = ask(text, APPLY, at="2026-12-30")
    assert outcome.reply.status == "not_stated"
    assert "2027年的通知还没有收录" in said(outcome)
    assert not said(outcome).startswith("能")
    assert sourced(outcome, text)


def test_a_day_of_the_next_year_is_held_against_the_next_notice_where_it_is_known(ask: Ask) -> None:
    outcome = ask("AI训练师明天能报吗", APPLY, at="2025-12-31")
    assert "能报。按上海市人工智能行业协会2026年的通知（尚未生效）" in said(outcome)
    assert "1月31日截止" in said(outcome)


@pytest.mark.parametrize("topic", [APPLY, EXAM])
def test_who_applies_tomorrow_is_in_the_next_months_row(topic: str, ask: Ask) -> None:
    outcome = ask("要是明天报呢", INFORM, Memory(occupation=AI, topic=topic), at="2026-08-31")
    assert "10月底前" in said(outcome)
    assert "考试9月底前" not in said(outcome)


@pytest.mark.parametrize("intent", [PAY, SEARCH, OUTSIDE])
@pytest.mark.parametrize(("at", "yes"), [("2026-10-01", "能交。"), ("2026-09-29", "能交。")])
def test_the_holiday_lies_within_the_payment_period(at: str, yes: str, intent: str, ask: Ask) -> None:
    text = "我九月份报的人力，国庆期间可以缴费吗"
    outcome = ask(text, intent, at=at)
    assert said(outcome).startswith(yes)
    assert "10月12日" in said(outcome)
    assert sourced(outcome, text)


@pytest.mark.parametrize(
    ("text", "intent", "at", "first"),
    [
        ("人力现在还能缴费吗", PAY, "2026-10-12", "能交。"),
        ("人力现在还能缴费吗", PAY, "2026-10-13", "不能交了。"),
        ("人力报名截止了吗", APPLY, "2026-09-30", "还没截止。"),
        ("人力报名截止了吗", APPLY, "2026-11-21", "已经截止了。"),
        ("人力开始报名了没", APPLY, "2026-02-22", "还没开始。"),
        ("人力今天报还来得及吗", APPLY, "2026-07-19", "来得及。"),
        ("AI训练师12月还能报吗", APPLY, "2026-11-21", "能报。"),
    ],
)
def test_a_yes_or_no_comes_first(text: str, intent: str, at: str, first: str, ask: Ask) -> None:
    assert said(ask(text, intent, at=at)).startswith(first)


@pytest.mark.parametrize(
    "text", ["什么时候能报名", "还能同时报两个吗", "能用微信缴费吗", "现在报几月考", "还能直接报二级吗"]
)
def test_other_questions_get_no_yes_or_no(text: str) -> None:
    assert whether(text) is None


@pytest.mark.parametrize(
    ("text", "intent", "topic", "at", "days"),
    [
        ("AI训练师报名还剩多少天截止", APPLY, None, "2026-11-21", "9天"),
        ("企业人力资源管理师还有多少天开始报名", APPLY, None, "2026-02-10", "13天"),
        ("那还剩几天", SEARCH, APPLY, "2026-07-10", "9天"),
        ("还有几天能报", INFORM, APPLY, "2026-07-10", "9天"),
        ("距离人力考试还有多少天", EXAM, None, "2026-10-10", "28天"),
        ("人力考试还有几天", SEARCH, None, "2026-10-10", "28天"),
        ("人力准考证还要几天才能打印", TICKET, None, "2026-10-10", "23天"),
    ],
)
def test_days_are_counted_to_what_is_asked_for(
    text: str, intent: str, topic: str | None, at: str, days: str, ask: Ask
) -> None:
    outcome = ask(text, intent, Memory(occupation=HR, topic=topic) if topic else None, at=at)
    assert days in counted(outcome)
    assert days in said(outcome)
    assert sourced(outcome, text)


@pytest.mark.parametrize("text", ["到11月的人力考试还有多少天", "人力十一月那场考试还剩几天"])
def test_an_assessment_that_is_over_is_not_ahead(text: str, ask: Ask) -> None:
    outcome = ask(text, EXAM, at="2026-11-21")
    assert "考试时间已经过了" in said(outcome)
    assert "今年的考试都已经结束了" in said(outcome)
    after = ask("那今年就没有机会了吗", SEARCH, outcome.memory, at="2026-11-21")
    assert said(after).startswith("没有机会了。")
    assert "视为放弃" not in said(after)


@pytest.mark.parametrize("intent", [EXAM, SEARCH, "ask_results", OUTSIDE])
def test_who_applied_in_a_month_is_told_its_row_of_this_year(intent: str, ask: Ask) -> None:
    outcome = ask("8月报的名，AI训练师几月考", intent, at="2026-11-21")
    assert "2026年的通知" in said(outcome)
    assert "考试9月底前" in said(outcome)
    assert "7月16日" not in said(outcome)


@pytest.mark.parametrize(
    ("text", "row", "other"),
    [
        ("交大10月底报名几月考", "10月16日-11月15日", "9月16日-10月15日"),
        ("交大4月末报的几月考", "4月16日-5月15日", "3月16日"),
    ],
)
def test_the_end_of_a_month_is_its_last_day(text: str, row: str, other: str, ask: Ask) -> None:
    outcome = ask(text, EXAM, at="2025-02-20")
    assert row in said(outcome)
    assert other not in said(outcome)


def test_before_the_end_of_a_month_is_not_its_last_day(ask: Ask) -> None:
    assert "申报9月" in said(ask("AI训练师10月底前考的是几月报", EXAM, at="2026-09-20"))


def test_who_asks_for_the_whole_year_gets_every_row(ask: Ask) -> None:
    text = said(ask("8月考人力怕赶不上，今年一共有几次", EXAM, at="2026-06-01"))
    assert all(one in text for one in ("4月25、26日", "8月22、23日", "11月7、8日"))


def test_a_notice_of_next_year_says_nothing_of_this_year(ask: Ask) -> None:
    outcome = ask("技师协会培训师什么时候报名", APPLY, at="2025-09-01")
    assert outcome.reply.status == "partial"
    assert "2026年的通知（尚未生效）" in said(outcome)
    assert "今年的通知没有收录" in said(outcome)
    assert "没有在受理" not in said(outcome)


def test_a_past_row_is_told_with_its_year(ask: Ask) -> None:
    text = "AI训练师2月可以报名吗"
    outcome = ask(text, APPLY, at="2027-02-03")
    assert outcome.reply.status == "not_stated"
    assert "2026年2月28日截止" in said(outcome)
    assert "今年是2027年" in said(outcome)
    assert sourced(outcome, text)


@pytest.mark.parametrize("intent", [SEARCH, INFORM, EXAM])
@pytest.mark.parametrize("text", ["要多少人才够", "几个人才能开考"])
def test_how_many_are_enough_is_stated_only_where_a_number_is_printed(intent: str, text: str, ask: Ask) -> None:
    silent = ask(text, intent, Memory(organisation="上海市技师协会", topic=EXAM))
    assert silent.reply.status == "not_stated"
    assert "没有写明多少人" in said(silent)
    printed = ask(text, intent, Memory(organisation="上海市人工智能行业协会", topic=EXAM))
    assert printed.reply.status == "answered"
    assert "不足30人" in said(printed)


@pytest.mark.parametrize(
    ("text", "what"),
    [("考试该带些什么", "要带的证件和物品"), ("考点在哪个区", "考试地点"), ("去哪里考试呀", "考试地点")],
)
def test_what_no_notice_prints_of_the_day_is_said_to_be_so(text: str, what: str, ask: Ask) -> None:
    outcome = ask(text, SEARCH)
    assert outcome.reply.status == "not_stated"
    assert what in said(outcome)


@pytest.mark.parametrize(
    "text", ["补考成绩有效期还有多久", "一个人不够条件怎么办", "证书还有多久能拿到", "他工作还有多少天"]
)
def test_other_topics_are_not_claimed(text: str, ask: Ask) -> None:
    outcome = ask(text, SEARCH, Memory(occupation=HR, topic=APPLY))
    assert outcome.memory.topic not in (EXAM, PAY, TICKET)
    assert "申报时间里" not in said(outcome)
    assert "受理报名" not in said(outcome)


def test_how_to_pay_today_is_not_a_question_of_dates(ask: Ask) -> None:
    outcome = ask("今天怎么交费，人力的", PAY, at="2026-10-10")
    assert "指定银行账户收到的时间" in said(outcome)


@pytest.mark.parametrize(
    "at", ["2025-06-10", "2025-12-31", "2026-01-15", "2026-02-05", "2026-07-19", "2026-12-31", "2027-01-05"]
)
@pytest.mark.parametrize("intent", [APPLY, EXAM, PAY, TICKET])
@pytest.mark.parametrize("name", ["技师协会人力", "AI训练师", "交大", "职业培训师"])
def test_every_figure_about_a_day_has_a_source(name: str, intent: str, at: str, ask: Ask) -> None:
    for words in (
        "明天还能报吗",
        "下周缴费来得及吗",
        "还有几天",
        "今天截止了吗",
        "12月底报的几月考",
        "国庆能交吗",
    ):
        text = f"{name}{words}"
        outcome = ask(text, intent, at=at)
        assert sourced(outcome, text), (text, said(outcome))


@pytest.mark.parametrize(
    ("text", "topic"),
    [("那交钱呢", PAY), ("考试时间呢", EXAM), ("准考证呢", TICKET), ("最迟几号交", PAY), ("报名呢", APPLY)],
)
def test_another_column_of_the_timetable_goes_on_with_it(text: str, topic: str, ask: Ask) -> None:
    outcome = ask(text, SEARCH, Memory(occupation=HR, topic=APPLY), at="2026-09-29")
    assert outcome.memory.topic == topic
    assert outcome.reply.status == "answered"
