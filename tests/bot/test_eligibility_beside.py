"""What is said beside a verdict: trades, breaks, schools and titles that the conditions speak of or do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import INFORM
from tests.bot.eligibility_replies import cited, notices, outcomes, sourced
from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

ASK = "ask_eligibility"


def test_the_trade_of_who_names_no_occupation_tells_which_and_that_is_said(ask: Ask) -> None:
    outcome = ask("我做人事满打满算六年，没证，三级还差几年", ASK)
    assert notices(outcome) == {"shta-2026-hr"}
    assert "这里按您做的人事看企业人力资源管理师" in said(outcome)
    assert "还差4年" in said(outcome)


@pytest.mark.parametrize("text", ["我做人事11年了，能考人工智能训练师三级吗", "我干了11年算法，能考人力三级吗"])
def test_years_in_a_trade_of_another_occupation_are_not_taken_for_years_in_this_one(text: str, ask: Ask) -> None:
    outcome = ask(text, ASK)
    assert "算不算" in said(outcome)
    assert outcomes(outcome) == {3: "needs_information"}


def test_years_told_after_those_of_another_trade_are_counted(ask: Ask) -> None:
    first = ask("我做人事11年了，能考人工智能训练师四级吗", ASK)
    assert "四级：可以报" not in said(first)
    then = ask("训练师我做了6年", INFORM, first.memory)
    assert "四级：可以报" in said(then)


def test_whether_a_break_counts_is_answered_by_the_word_of_the_condition(ask: Ask) -> None:
    outcome = ask("我做人事先3年，歇了两年，回来又做2年，企业人力资源管理师四级要求的年限是累计还是要连续的", ASK)
    assert "通知写的是“累计”" in said(outcome)
    assert "四级：可以报" in said(outcome)


@pytest.mark.parametrize(
    ("text", "unstated", "status"),
    [
        ("河南户口没有居住证，能在上海报人工智能训练师四级吗", "户籍或居住证的要求", "partial"),
        ("我老公是外国籍，有居留许可，可以报人力资源四级吗", "外籍", "partial"),
        ("我是外国人，做了6年人事，能考人力四级吗", "外籍", "partial"),
        ("兼职做标注算不算人工智能训练师四级的工作年限", "实习、兼职或外包的时间", "partial"),
        ("61岁，考人工智能训练师五级有没有年龄上限", "年龄上限", "answered"),
    ],
)
def test_what_the_conditions_do_not_speak_of_is_said_beside_them(
    text: str, unstated: str, status: str, ask: Ask
) -> None:
    outcome = ask(text, ASK)
    assert f"没有写{unstated}" in said(outcome)
    assert outcome.reply.status == status
    assert sourced(outcome, text)


def test_a_school_that_is_not_enough_is_said_not_to_be(ask: Ask) -> None:
    outcome = ask("中专毕业能不能直接考人工智能训练师三级", ASK)
    assert outcome.reply.status == "answered"
    assert "光凭您说的学历还不够" in said(outcome)
    assert "光凭" not in said(ask("中专毕业能不能直接考人工智能训练师四级", ASK))


def test_the_grade_of_a_title_is_no_level_and_its_years_are_told(ask: Ask) -> None:
    outcome = ask("我有助理工程师职称（计算机，初级），想直接报人工智能训练师三级，走职称这条要求几年", ASK)
    assert outcomes(outcome).keys() == {3}
    assert "附件1·3（3）" in cited(outcome)
    assert outcome.reply.status == "answered"  # the years that the title's condition asks for are what was asked


def test_a_title_among_the_conditions_is_no_use_of_the_certificate(ask: Ask) -> None:
    outcome = ask("我是工程师（中级职称，计算机类），按人工智能训练师二级的条件，评上职称后要再做几年", ASK)
    assert "附件1·4（3）" in cited(outcome)
    assert "落户" not in said(outcome)


def test_the_day_on_which_a_condition_is_met_is_no_day_of_an_examination(ask: Ask) -> None:
    outcome = ask("人工智能训练师五级证书日期2024年5月20日，一直在岗，满四级条件是哪天", "ask_exam_date")
    assert "2027年5月20日" in said(outcome)
    asked = ask("人工智能训练师四级考试是哪天", "ask_exam_date")
    assert "2027年" not in said(asked)
