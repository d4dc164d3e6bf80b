"""Two people in one talk: each keeps their own facts and application, and one sum is of both."""

from __future__ import annotations

import pytest

from bot.actions.respond import Outcome
from bot.actions.turn import ELIGIBILITY, INFORM
from tests.bot.conftest import Ask

AT = "2026-06-01"


@pytest.fixture(scope="module")
def couple(ask: Ask) -> Outcome:
    """The speaker: personnel, level four (350 元). The husband: trainer, level three (400 元)."""
    mine = ask("我自己做人事六年，没证，人力四级能报吧", ELIGIBILITY, at=AT)
    text = "那我老公呢，他做内训师12年，没证，想考职业培训师三级"
    return ask(text, ELIGIBILITY, mine.memory, at=AT)


@pytest.mark.parametrize("text", ["两个人一起报，我四级他三级，加起来多少钱", "我们两个人一共多少钱"])
def test_a_sum_is_of_what_each_applies_for(couple: Outcome, ask: Ask, text: str) -> None:
    said = ask(text, "ask_fee", couple.memory, at=AT).reply.messages[0].text
    assert "合计750元" in said
    assert "企业人力资源管理师四级350元" in said


def test_a_sum_that_names_an_occupation_is_of_that_alone(couple: Outcome, ask: Ask) -> None:
    said = ask("两个人都考人力四级一共多少钱", "ask_fee", couple.memory, at=AT).reply.messages[0].text
    assert "700元" in said
    assert "培训师" not in said


def test_back_to_oneself_and_again_to_the_other(couple: Outcome, ask: Ask) -> None:
    me = ask("那我呢，能报吗", ELIGIBILITY, couple.memory, at=AT)
    assert (me.memory.occupation, me.memory.level) == ("企业人力资源管理师", 4)
    assert me.memory.situation.work_years == 6
    him = ask("我老公呢，能报吗", ELIGIBILITY, me.memory, at=AT)
    assert (him.memory.occupation, him.memory.level) == ("职业培训师", 3)
    assert him.memory.situation.work_years == 12


def test_of_another_person_the_open_question_is_not_asked_any_more(ask: Ask) -> None:
    son = ask("我儿子中专在读，能报人工智能训练师四级吗", ELIGIBILITY, at=AT)
    assert son.memory.form is not None
    mine = ask("我自己也想考，做数据标注八年了", INFORM, son.memory, at=AT)
    assert "四级：可以报" in mine.reply.messages[0].text
    assert "回到刚才的问题" not in mine.reply.messages[-1].text
