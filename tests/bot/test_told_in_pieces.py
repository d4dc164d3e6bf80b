"""Talks about one's case in pieces, asked on 21 November 2026: a fact added or put right, a when, a circumstance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.several.questions import questions_in
from bot.actions.turn import INFORM
from tests.bot.replies import cited, said

if TYPE_CHECKING:
    from bot.actions.respond import Outcome
    from tests.bot.conftest import Ask

AT = "2026-11-21"
ELIGIBILITY = "ask_eligibility"
RETAKE = "ask_retake"


def talk(ask: Ask, *messages: tuple[str, str]) -> Outcome:
    """The last answer of a talk, each message with its intent."""
    outcome = ask(*messages[0], at=AT)
    for text, intent in messages[1:]:
        outcome = ask(text, intent, memory=outcome.memory, at=AT)
    return outcome


@pytest.mark.parametrize("when", ["那四级要到什么时候", "四级熬到哪年哪月啊", "这么算是几时"])
@pytest.mark.parametrize("intent", ["ask_exam_date", "search", INFORM])
def test_a_when_in_a_talk_about_the_case_is_when_one_qualifies(ask: Ask, when: str, intent: str) -> None:
    first = ("人工智能训练师四级，我2021年9月做标注做到现在，够吗", ELIGIBILITY)
    last = talk(ask, first, (f"打电话问了，我记错了，2022年3月才调过去标图。{when}", intent))
    assert "2027年3月31日" in said(last)


def test_the_when_of_an_examination_stays_one(ask: Ask) -> None:
    first = ("人工智能训练师四级，我2022年3月起做标注，够吗", ELIGIBILITY)
    assert "申报11月" in said(talk(ask, first, ("那考试是几时", "ask_exam_date")))


def test_a_level_beside_what_one_tells_asks_for_the_verdict(ask: Ask) -> None:
    assert "还差2个月" in said(ask("人事干了9年10个月，三级 行", INFORM, at=AT))


def test_a_day_that_was_looked_up_puts_the_beginning_right(ask: Ask) -> None:
    first = ("职业培训师三级，我是2019年5月开始讲课的，行吗", ELIGIBILITY)
    assert "2027年5月31日" in said(talk(ask, first, ("刚看了劳动合同，是2017年5月，我过糊涂了", ELIGIBILITY)))


def test_work_that_was_over_before_is_added(ask: Ask) -> None:
    first = ("人工智能训练师四级，2022年5月起做数据标注，哪天能够", ELIGIBILITY)
    assert "2027年5月31日" in said(talk(ask, first))
    last = talk(ask, first, ("等下，2018年也在别家标过一年，这一年加不加得进来", "search"))
    assert "四级：可以报" in said(last)


def test_another_person_after_a_price_is_not_oneself(ask: Ask) -> None:
    last = talk(
        ask,
        ("人工智能训练师三级2021年2月到手，一直在做，二级够了吗", ELIGIBILITY),
        ("考二级多少钱", "ask_fee"),
        ("同事的三级比我晚，2022年10月，也一直在干，他要到几时", "ask_exam_date"),
    )
    assert "2027年10月31日" in said(last)


def test_the_field_of_a_title_is_no_other_occupation(ask: Ask) -> None:
    first = ("职业培训师三级，我2017年5月开始讲课，够吗", ELIGIBILITY)
    last = talk(ask, first, ("我还有个初级经济师，2020年考的，人力资源方向，顶用吗", INFORM))
    assert last.memory.occupation == "职业培训师"


def test_without_the_certificate_the_years_alone_are_judged(ask: Ask) -> None:
    first = ("人力三级，2020年7月本科毕业，当月就进来做人事到现在，四级证是去年11月的，最早哪年", ELIGIBILITY)
    assert "2030年7月31日" in said(talk(ask, first, ("那要是不靠证，纯按工龄算呢", ELIGIBILITY)))


def test_how_each_paper_went_tells_of_a_sitting_and_of_no_certificate(ask: Ask) -> None:
    last = ask("去年在协会考的训练师四级，理论过的，操作差两分，还能只补操作吗", RETAKE, at=AT)
    assert ("saia-2026-ai-trainer", "四（一）") in cited(last)
    assert last.memory.situation.certificates is None


@pytest.mark.parametrize("question", ["8月这门操作又能放到哪年哪月", "那最晚要在哪个月前头把操作弄过"])
@pytest.mark.parametrize("intent", ["search", "ask_application_window"])
def test_until_when_a_paper_counts_is_asked_in_many_words(ask: Ask, question: str, intent: str) -> None:
    first = ("人工智能训练师四级，今年8月操作过了理论没过，能补吗", RETAKE)
    assert "2028年8月" in said(talk(ask, first, (question, intent)))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("自动化在不在相关专业里面啊", "search"),
        ("我5年里头有两年没交金，算数吗", ELIGIBILITY),
        ("那个干了几年的证明有固定格式不，要敲什么章", "ask_how_to_apply"),
        ("自己当老板谁给我开工作年限的证明啊", ELIGIBILITY),
    ],
)
def test_what_no_notice_states_of_a_case_is_said_to_be_unstated(ask: Ask, text: str, intent: str) -> None:
    last = talk(ask, ("人力四级要什么条件", ELIGIBILITY), (text, intent))
    assert last.reply.status in ("not_stated", "partial")
    assert "没有写" in said(last)


@pytest.mark.parametrize(
    "whole",
    [
        "网上都说人力资源三级,本科随便什么专业,工作满三年就能考,对吧",
        "四级到手以后到三级得隔多久,有人说四年有人说不用等,到底听谁的",
    ],
)
def test_what_was_heard_is_one_question(whole: str) -> None:
    assert questions_in(whole) == [whole]
