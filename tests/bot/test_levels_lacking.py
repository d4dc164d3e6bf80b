"""Whoever says that they have no certificate of a level is judged without it, whatever else is still unknown."""

from __future__ import annotations

import pytest

from bot.actions.turn import INFORM
from tests.bot.conftest import Ask
from tests.bot.eligibility_replies import outcomes, sourced

ELIGIBILITY = "ask_eligibility"
STORY = "做了一年人事，本科人力资源专业毕业，想考企业人力资源管理师三级"


@pytest.mark.parametrize("words", ["我没有四级证", "四级没考过", "四级证书我没拿"])
@pytest.mark.parametrize("between", ["", "人力三级电话多少"])
def test_it_is_told_in_the_case_even_after_another_question(words: str, between: str, ask: Ask) -> None:
    memory = ask(STORY, ELIGIBILITY).memory
    if between:
        memory = ask(between, "ask_phone", memory).memory
    outcome = ask(words, INFORM, memory)
    assert outcome.memory.situation.lacks == (4,)
    assert sourced(outcome, STORY + words)
    text = outcome.reply.messages[0].text
    assert "需要知道您有没有本职业或相关职业四级证书" not in text
    assert outcomes(outcome)[3] == "needs_information"


def test_a_certificate_that_comes_up_later_counts(ask: Ask) -> None:
    first = ask("30岁，没有四级证，做了8年人事，企业人力资源管理师三级能报吗", ELIGIBILITY)
    assert first.memory.situation.lacks == (4,)
    second = ask("记错了，四级证有的，2020年5月拿的", INFORM, first.memory)
    assert second.memory.situation.lacks is None
    assert outcomes(second)[3] == "eligible"


def test_the_conditions_that_need_it_are_not_held_out(ask: Ask) -> None:
    outcome = ask("我没有四级证能直接报企业人力资源管理师三级吗", ELIGIBILITY)
    text = outcome.reply.messages[0].text
    assert "10年" in text
    assert "取得四级" not in text.replace("没有四级证书", "")


@pytest.mark.parametrize("words", ["最高能考几级", "那能报到几级", "到底能考哪个级"])
def test_the_highest_level_is_that_of_the_case(words: str, ask: Ask) -> None:
    first = ask("30岁，高中毕业，在公司做了六年人事，企业人力资源管理师四级能报吗", ELIGIBILITY)
    outcome = ask(words, "ask_catalogue", first.memory)
    assert outcomes(outcome)[4] == "eligible"
    assert outcomes(outcome)[3] != "eligible"
