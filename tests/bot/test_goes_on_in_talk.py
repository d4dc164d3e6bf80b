"""What a message without a word of another topic goes on with: the talk, the day told before, the row told before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.actions.follow_ups import unsure
from bot.actions.turn import Memory, Turn
from knowledge.validity import parse_as_of
from tests.bot.replies import cited, said

if TYPE_CHECKING:
    from bot.actions.respond import Outcome
    from tests.bot.conftest import Ask

AT = "2026-11-21"


def talk(ask: Ask, *messages: tuple[str, str], at: str = AT) -> Outcome:
    """The last answer of a talk, each message with its intent."""
    outcome = ask(*messages[0], at=at)
    for text, intent in messages[1:]:
        outcome = ask(text, intent, memory=outcome.memory, at=at)
    return outcome


def turn(text: str, confidence: float, topic: str = "ask_certificate") -> Turn:
    return Turn(text, "ask_retake", parse_as_of(AT), memory=Memory(topic=topic), confidence=confidence)


def test_an_unsure_classifier_yields_to_the_talk() -> None:
    assert unsure.follow_up(turn("这样还来得及吗", 0.3), "ask_retake") == "ask_certificate"


@pytest.mark.parametrize(
    "other",
    [
        turn("这样还来得及吗", 0.9),  # the classifier is sure
        turn("那补考费多少", 0.3),  # a word of another topic
        turn("对了我换了手机号要紧吗", 0.3),  # announces something else
        turn("算了算了太烦了", 0.3),  # asks nothing
        replace(turn("这样还来得及吗", 0.3), memory=Memory()),  # no talk
    ],
)
def test_otherwise_the_classifier_decides(other: Turn) -> None:
    assert unsure.follow_up(other, "ask_retake") is None


@pytest.mark.parametrize("same", ["人力资源管理师也这么规定吗", "企业人力资源管理师那边处理也是一样的吗"])
def test_whether_a_rule_holds_for_another_too(ask: Ask, same: str) -> None:
    last = talk(ask, ("人工智能训练师考试替考会怎么处理", "ask_discipline"), (same, "ask_fee"))
    assert ("shta-2026-hr", "附件4·四·4") in cited(last)


def test_the_timetable_of_another_occupation(ask: Ask) -> None:
    first = ("企业人力资源管理师下一批几号报名", "ask_application_window")
    last = talk(ask, first, ("职业培训师也按这个安排来？", "ask_how_to_apply"), at="2026-07-21")
    assert "9月10日-9月30日" in said(last)


@pytest.mark.parametrize("asked", ["那得等到哪天", "帮我算一下最迟几号能出", "两周多了，过了没", "最晚到几号"])
def test_results_are_due_by_the_day_that_was_told(ask: Ask, asked: str) -> None:
    first = ("11月8号考完的人力资源三级，怎么还没成绩", "ask_results")
    last = talk(ask, first, (asked, "ask_application_window"))
    assert "2026年12月4日" in said(last)


def test_a_day_put_right_counts(ask: Ask) -> None:
    first = ("11月8号考完的人力资源三级，怎么还没成绩", "ask_results")
    last = talk(ask, first, ("记错了，是8月23号考的", "inform"), ("最晚到几号", "ask_exam_date"))
    assert "2026年8月23日" in said(last)


def test_without_a_day_it_is_asked_for(ask: Ask) -> None:
    last = talk(ask, ("人力资源三级多久出成绩", "ask_results"), ("最晚哪天能看到", "ask_application_window"))
    assert "哪天考完" in said(last)
    assert "2026年12月" not in said(last)


def test_the_day_of_an_examination_is_no_day_of_a_visit(ask: Ask) -> None:
    first = ("11月8号考完的人力资源三级，怎么还没成绩", "ask_results")
    last = talk(ask, first, ("技师协会几点上班", "ask_office_hours"))
    assert "11月8日" not in said(last)


@pytest.mark.parametrize("asked", ["钱也是那时候交？", "缴费呢，哪几天", "那什么时候缴费"])
def test_payment_is_of_the_row_that_was_told(ask: Ask, asked: str) -> None:
    first = ("人力资源四级下一批几号到几号报名", "ask_application_window")
    last = talk(ask, first, (asked, "ask_payment"), at="2026-03-25")
    assert "缴费7月20日-7月26日" in said(last)
    assert "3月29日" not in said(last)


@pytest.mark.parametrize("claimed", ["听说审核通过后两个礼拜内交就行", "人家讲考试前交都可以", "随时交钱都行吧"])
def test_a_term_of_payment_that_was_heard_is_put_right(ask: Ask, claimed: str) -> None:
    last = ask(f"我报了4月的人力资源四级，{claimed}", "ask_payment", at="2026-03-25")
    assert "通知不是这样写的" in said(last)
    assert "3月29日" in said(last)


@pytest.mark.parametrize("few", ["要是就我们四个人报呢", "万一只来了七八个人怎么办", "才3个人报咋办"])
def test_few_applicants_are_a_matter_of_the_timetable(ask: Ask, few: str) -> None:
    first = ("人工智能训练师这个月能报名吗", "ask_application_window")
    assert "30人" in said(talk(ask, first, (few, "inform")))


def test_human_resources_are_no_lone_applicant(ask: Ask) -> None:
    last = ask("想考个人力资源管理师三级，现在报名还来得及吗", "ask_application_window", at="2026-09-20")
    assert "9月30日" in said(last)


@pytest.mark.parametrize("penalty", ["听说最多扣掉一门", "会不会罚钱啊", "那要罚多少"])
def test_a_penalty_is_of_the_misconduct_talked_of(ask: Ask, penalty: str) -> None:
    last = talk(ask, ("训练师考试用手机看答案会怎样", "ask_discipline"), (penalty, "ask_retake_fee"))
    assert any(clause.startswith("附件2") for _, clause in cited(last))


def test_a_fine_is_not_stated(ask: Ask) -> None:
    last = talk(ask, ("训练师考试用手机看答案会怎样", "ask_discipline"), ("罚款多少", "ask_fee"))
    assert last.reply.status == "partial"
    assert "没有写明罚款" in said(last)


def test_a_call_in_between_does_not_end_a_talk_about_misconduct(ask: Ask) -> None:
    first = ("企业人力资源管理师考试用手机看答案会怎样", "ask_discipline")
    last = talk(ask, first, ("监督电话多少", "ask_supervision"), ("明年他还能考吗", "ask_retake"))
    assert any(clause.startswith("附件4") for _, clause in cited(last))


@pytest.mark.parametrize("later", ["现在还能补勾吗", "忘了勾，后面还能改吗", "想改成纸质的还行吗"])
def test_paper_asked_for_afterwards_is_not_stated(ask: Ask, later: str) -> None:
    last = talk(ask, ("人力资源的证是电子的还是纸质的", "ask_certificate"), (later, "ask_retake"))
    assert last.reply.status == "partial"
    assert ("shta-2026-hr", "五") in cited(last)


def test_what_was_not_ticked_is_electronic(ask: Ask) -> None:
    assert ask("人力资源的证我没勾纸质，那是电子的吗", "ask_certificate").reply.status == "answered"


def test_a_level_that_nobody_assesses_has_no_timetable(ask: Ask) -> None:
    first = ("职业培训师下一批几号报名", "ask_application_window")
    last = talk(ask, first, ("那职业培训师我考四级吧", "inform"), at="2026-07-21")
    assert last.reply.status == "answered"
    assert "三级" in said(last)
    assert "9月10日" not in said(last)
