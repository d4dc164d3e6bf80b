"""When to apply, pay, print the ticket and sit the assessment: answers on the days around the windows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.actions.answers.schedule.named_days import named_days
from bot.actions.turn import INFORM, Memory
from knowledge.timespan import spoken_date
from knowledge.validity import parse_as_of

if TYPE_CHECKING:
    from bot.actions.respond import Outcome
    from tests.bot.conftest import Ask

APPLY, EXAM, TICKET, PAY = "ask_application_window", "ask_exam_date", "ask_admission_ticket", "ask_payment"
JULY = "2026-07-01"
SHTA, SAIA, SJTU = "shta-2026-hr", "saia-2026-ai-trainer", "sjtu-2025-ai-trainer"


def said(outcome: Outcome) -> str:
    return "\n".join(one.text for one in outcome.reply.messages)


def computed(outcome: Outcome) -> dict[str, str]:
    return {one.text: one.explanation for one in outcome.reply.messages[0].computed}


def cited(outcome: Outcome) -> set[tuple[str, str]]:
    return {(one.notice_id, one.clause) for one in outcome.reply.messages[0].citations}


def shown(outcome: Outcome) -> list[str]:
    """The application periods of the card's windows."""
    card = outcome.reply.messages[0].card
    return [one["application"]["text"] for one in card.data["windows"]] if card else []


@pytest.mark.parametrize(
    ("at", "left"),
    [("2026-06-29", "还有20天"), ("2026-07-18", "还有1天"), ("2026-07-19", "就在今天")],
)
def test_an_open_window_is_told_with_the_days_left(ask: Ask, at: str, left: str) -> None:
    outcome = ask("人力三级现在能报名吗", APPLY, at=at)
    assert outcome.reply.status == "answered"
    assert "现在可以报名" in said(outcome)
    assert "7月19日截止" in said(outcome)
    assert left in said(outcome)


@pytest.mark.parametrize("at", ["2026-06-28", "2026-07-20"])
def test_the_day_before_and_after_the_next_window_is_told(ask: Ask, at: str) -> None:
    outcome = ask("人力三级现在能报名吗", APPLY, at=at)
    assert "现在没有在受理报名" in said(outcome)
    coming = "6月29日-7月19日" if at == "2026-06-28" else "9月10日-9月30日"
    assert coming in said(outcome)
    assert shown(outcome) == [coming]


def test_the_days_left_say_how_they_were_counted(ask: Ask) -> None:
    """From 1 July to 19 July are 18 days."""
    counted = computed(ask("人力三级现在能报名吗", APPLY, at=JULY))
    assert "2026年7月19日" in counted["18天"]


def test_a_month_of_application_ends_on_its_last_day(ask: Ask) -> None:
    outcome = ask("人工智能训练师现在能报名吗", APPLY, at="2026-11-21")
    assert "11月30日" in said(outcome)
    assert "“11月”" in computed(outcome)["11月30日"]


def test_when_all_is_over_last_dates_are_no_hint_at_next_year(ask: Ask) -> None:
    outcome = ask("企业人力资源管理师现在还能报名吗", APPLY, at="2026-11-21")
    assert outcome.reply.status == "answered"
    assert "都已经截止" in said(outcome)
    assert "明年的通知还没有收录" in said(outcome)
    assert (SHTA, "二（三）（1）") in cited(outcome)


def test_a_past_years_dates_are_not_given_for_this_year(ask: Ask) -> None:
    outcome = ask("人力四级现在能报名吗", APPLY, at="2027-02-01")
    assert outcome.reply.status == "not_stated"
    assert "这是去年的通知" in said(outcome)
    assert "月19日" not in said(outcome)
    assert {one.status for one in outcome.reply.messages[0].citations if one.notice_id == SHTA} == {"past_year"}


def test_whoever_names_the_past_year_gets_its_timetable(ask: Ask) -> None:
    outcome = ask("去年交大人工智能训练师什么时候报名", APPLY, at="2026-06-01")
    assert outcome.reply.status == "answered"
    assert "1月1日-2月15日" in said(outcome)
    assert "这是去年的通知" in said(outcome)
    assert len(shown(outcome)) == 11


def test_next_years_dates_are_not_stated(ask: Ask) -> None:
    before = Memory(occupation="企业人力资源管理师", topic=APPLY)
    assert ask("明年什么时候报", APPLY, before, at="2026-11-21").reply.status == "not_stated"


@pytest.mark.parametrize(
    ("question", "intent", "told", "not_told"),
    [
        ("人工智能训练师5月份报名几月考", EXAM, "6月底前", "5月底前"),
        ("人工智能训练师要是12月报呢", EXAM, "12月底前或根据次年公告排考", "11月底前"),
        ("我想考人工智能训练师，要考6月的，什么时候报", APPLY, "申报5月", "7月底前"),
        ("技师协会8月的考试是几号", EXAM, "8月22、23日", "11月7、8日"),
        ("技师协会八月那场几号", EXAM, "8月22、23日", "4月25、26日"),
        ("技师协会11月2号可以下准考证了吗", TICKET, "11月2日起可以打印", "8月17日起"),
        ("技师协会4月考的准考证几号能打", TICKET, "4月20日起可以打印", "8月17日起"),
        ("技师协会8月那次什么时候缴费", PAY, "缴费7月20日-7月26日", "缴费10月1日"),
    ],
)
def test_a_named_month_selects_its_row_by_the_words_around_it(
    ask: Ask, question: str, intent: str, told: str, not_told: str
) -> None:
    outcome = ask(question, intent, at=JULY)
    assert outcome.reply.status == "answered"
    assert told in said(outcome)
    assert not_told not in said(outcome)


def test_a_bare_month_means_application_and_assessment(ask: Ask) -> None:
    before = Memory(occupation="人工智能训练师", topic=EXAM)
    assert shown(ask("9月呢", INFORM, before, at=JULY)) == ["8月", "9月"]


@pytest.mark.parametrize(("day", "inside"), [("七月十九号", True), ("7月20号", False)])
def test_a_named_day_is_held_against_the_window(ask: Ask, day: str, inside: bool) -> None:
    text = said(ask(f"我{day}去报HR四级，晚不晚", APPLY, at=JULY))
    assert f"{day}{'在' if inside else '不在'}申报时间里" in text


def test_a_month_that_the_timetable_lacks_is_said_to_be_missing(ask: Ask) -> None:
    text = said(ask("技师协会12月报名几月考", APPLY, at=JULY))
    assert "没有12月申报的" in text
    assert "6月29日-7月19日" in text


def test_who_missed_a_window_learns_of_the_next(ask: Ask) -> None:
    outcome = ask("培训师三级错过三月份，下回报名等到啥时候", APPLY, at="2026-04-01")
    assert shown(outcome) == ["2月23日-3月22日", "6月29日-7月19日"]
    late = ask("人力四级现在报11月那场来得及吗", APPLY, at="2026-10-05")
    assert "已经在9月30日截止" in said(late)
    assert shown(late) == ["9月10日-9月30日"]


def test_what_is_left_this_year_is_counted(ask: Ask) -> None:
    outcome = ask("人力资源管理师今年还有几次", APPLY, at=JULY)
    assert shown(outcome) == ["6月29日-7月19日", "9月10日-9月30日"]
    assert "2次" in computed(outcome)


def test_after_the_application_the_payment_is_what_counts(ask: Ask) -> None:
    outcome = ask("我人力四级已经审核通过了，缴费到几号截止", PAY, at="2026-10-05")
    assert "现在可以缴费，到10月12日截止" in said(outcome)
    assert "7天" in computed(outcome)


def test_a_payment_question_that_is_not_about_dates_stays_with_the_clause(ask: Ask) -> None:
    outcome = ask("上海交大缴费以哪天为准", PAY, at="2025-06-01")
    assert (SJTU, "二（四）") in cited(outcome)


@pytest.mark.parametrize(
    ("question", "clause", "word"),
    [
        ("人工智能训练师报名人数不够会取消吗", (SAIA, "二（三）2"), "不足30人"),
        ("人力资源管理师报名人数不够开考怎么办", (SHTA, "二（三）（1）"), "11月统一安排考试"),
        ("推迟的话会提前几天通知，人力资源管理师", (SHTA, "二（三）（1）"), "10日前通知"),
    ],
)
def test_too_few_applicants_are_answered_in_the_notices_words(
    ask: Ask, question: str, clause: tuple[str, str], word: str
) -> None:
    outcome = ask(question, EXAM, at=JULY)
    assert outcome.reply.status == "answered"
    assert word in said(outcome)
    assert clause in cited(outcome)


def test_an_assessment_is_told_with_what_may_move_it(ask: Ask) -> None:
    outcome = ask("人力资源管理师8月考试几号", EXAM, at=JULY)
    assert "改到11月统一考" in said(outcome)


def test_a_month_of_assessment_says_that_no_day_is_printed(ask: Ask) -> None:
    outcome = ask("人工智能训练师什么时候考，具体哪天", EXAM, at="2026-11-21")
    assert "时间表没有写明" in said(outcome)
    assert "以准考证信息为准" in said(outcome)
    assert (SAIA, "二（三）2") in cited(outcome)


def test_weekdays_are_worked_out_only_of_printed_days(ask: Ask) -> None:
    assert "8月22日是星期六" in computed(ask("人力资源管理师礼拜几考", EXAM, at=JULY))
    assert not any("星期" in one for one in computed(ask("人工智能训练师礼拜几考", EXAM, at=JULY)))


def test_the_hour_that_no_notice_prints_is_not_stated(ask: Ask) -> None:
    """Alone it is the only question, so nothing of it is answered; beside the day it is the one that stays open."""
    alone = ask("人力资源管理师考试几点开始", EXAM, at=JULY)
    assert alone.reply.status == "not_stated"
    assert re.search("没有写明.*开考钟点", said(alone))
    assert "62418668" in said(alone)
    beside = ask("人力资源管理师几号考，几点开始", EXAM, at=JULY)
    assert beside.reply.status == "partial"
    assert "8月22、23日" in said(beside)
    assert "几点开考，通知没有写明" in said(beside)


def test_next_january_is_told_with_its_year(ask: Ask) -> None:
    outcome = ask("上海交大11月20号报名什么时候考", EXAM, at="2025-06-01")
    assert "明年1月（即2026年1月）" in said(outcome)
    assert "2026年1月" in computed(outcome)


def test_who_names_nothing_is_asked_whose(ask: Ask) -> None:
    reply = ask("什么时候报名", APPLY, at=JULY).reply
    assert reply.status == "clarification"
    assert {one.title for one in reply.messages[0].quick_replies} == {"上海市人工智能行业协会", "上海市技师协会"}


def test_an_organisation_of_the_past_year_is_only_mentioned(ask: Ask) -> None:
    outcome = ask("人工智能训练师什么时候报名", APPLY, at=JULY)
    assert "上海交通大学只收录到往年的通知" in said(outcome)
    assert {notice for notice, _ in cited(outcome)} == {SAIA}


def test_an_occupation_without_a_timetable_is_not_stated(ask: Ask) -> None:
    assert ask("茶艺师什么时候考试", EXAM, at=JULY).reply.status == "not_stated"


def test_a_level_that_is_not_offered_has_no_window(ask: Ask) -> None:
    outcome = ask("职业培训师四级什么时候报名", APPLY, at=JULY)
    assert outcome.reply.status == "answered"
    assert "没有四级" in outcome.reply.messages[0].text
    assert shown(outcome) == []


def test_the_ticket_of_a_way_that_is_not_stated_is_said_to_be_so(ask: Ask) -> None:
    reply = ask("人工智能行业协会个人报名准考证怎么打", TICKET, at=JULY).reply
    assert reply.status == "not_stated"
    assert "五个工作日" not in reply.messages[0].text
    assert "021-62037717" in reply.messages[0].text


def test_each_way_has_its_own_ticket_rule(ask: Ask) -> None:
    alone = said(ask("交大个人报名的准考证怎么打", TICKET, at="2025-06-01"))
    assert "考前一周" in alone
    assert "五个工作日" not in alone
    group = said(ask("交大学校团体报的，准考证怎么打", TICKET, at="2025-06-01"))
    assert "五个工作日" in group
    assert "考前一周" not in group


def test_a_ticket_date_is_not_worked_out_of_a_month(ask: Ask) -> None:
    outcome = ask("人工智能训练师准考证什么时候能打", TICKET, at=JULY)
    assert "考试的具体日期还不知道" in said(outcome)
    assert computed(outcome) == {}


@pytest.mark.parametrize(
    ("text", "months", "part"),
    [
        ("5月份报名几月考", (5,), "application"),
        ("十一月那场", (11,), "assessment"),
        ("想赶上8月的", (8,), "assessment"),
        ("12月缴费的", (12,), "payment"),
        ("11月的呢", (11,), None),
        ("下个月报", (1,), "application"),
        ("下半年的考试", (7, 8, 9, 10, 11, 12), "assessment"),
    ],
)
def test_the_words_around_a_month_say_what_it_is_of(text: str, months: tuple[int, ...], part: str | None) -> None:
    found = named_days(text, parse_as_of("2026-12-05").date())
    assert [(one.months, one.part) for one in found] == [(months, part)]


@pytest.mark.parametrize("text", ["我报了名一个多月了", "三个月后", "第5个月", "13月", "什么时候考试"])
def test_a_span_of_time_is_no_month(text: str) -> None:
    assert named_days(text, parse_as_of(JULY).date()) == []


def test_an_assessment_after_the_turn_of_the_year_still_counts_for_who_applied(ask: Ask) -> None:
    outcome = ask("上海交大什么时候考试", EXAM, at="2026-01-10")
    assert "明年1月（即2026年1月）" in said(outcome)
    assert "这是去年的通知" in said(outcome)
    assert "今年的通知还没有收录" in said(outcome)


def test_figures_speak_of_the_day_in_shanghai(ask: Ask) -> None:
    """16:30 UTC on 18 July is 19 July in Shanghai, the last day."""
    outcome = ask("人力三级现在能报名吗", APPLY, at="2026-07-18T16:30:00Z")
    assert "就在今天" in said(outcome)
    assert spoken_date(parse_as_of("2026-07-18T16:30:00Z").date()) == "2026年7月19日"


def test_the_month_to_which_a_sitting_is_put_off_is_told_where_its_own_is(ask: Ask) -> None:
    outcome = ask("训练师五级说是11月底考，人少是不是就不开了，那要等到几月份", "ask_exam_date")
    assert "顺延到下月就是12月" in said(outcome)
    assert [one.text for one in outcome.reply.messages[0].computed] == ["12月"]
