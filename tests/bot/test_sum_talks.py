"""A sum that changes over a talk: who comes, leaves, takes another level, fails; what is not clear is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter

from bot.actions.respond import Outcome
from bot.actions.turn import INFORM, Memory
from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

SAVED = TypeAdapter(Memory)
FEE = "ask_fee"
COUPLE = ("我五级，她四级，训练师两个人总共多少", FEE)
CLASS = ("训练师三个四级两个五级，总共多少", FEE)
FACTORY = ("人力5个三级3个四级一共多少", FEE)


def talk(ask: Ask, *turns: tuple[str, str]) -> Outcome:
    memory = Memory()
    for text, intent in turns:
        outcome = ask(text, intent, memory)
        memory = SAVED.validate_python(SAVED.dump_python(outcome.memory, mode="json"))
    return outcome


def workings(outcome: Outcome) -> list[str]:
    return [one.explanation for one in outcome.reply.messages[0].computed]


@pytest.mark.parametrize(
    ("turns", "working"),
    [
        ([("人力三级考一次多少钱", FEE), ("我妹想报四级，我俩加一起多少", FEE)], "400元 + 350元 = 750元"),
        ([FACTORY, ("另外还有2个考职业培训师三级", INFORM)], "2000元 + 1050元 + 800元 = 3850元"),
        ([FACTORY, ("再加4个训练师五级的", "search")], "2000元 + 1050元 + 1200元 = 4250元"),
        ([CLASS, ("有两个四级的退出了", "ask_catalogue")], "400元 + 600元 = 1000元"),
        ([CLASS, ("去掉一个五级的呢", INFORM)], "1200元 + 300元 = 1500元"),
        ([CLASS, ("我从五级升到四级，再算一下", "search")], "1600元 + 300元 = 1900元"),
        ([CLASS, ("五级的全换成三级", INFORM)], "1200元 + 1000元 = 2200元"),
        ([COUPLE, ("她说她也考五级", "ask_eligibility")], "300元 × 2人 = 600元"),
        ([COUPLE, ("我弟也考三级，三个人一共多少", FEE)], "300元 + 400元 + 500元 = 1200元"),
        (
            [COUPLE, ("万一她操作挂了补一次，我们俩前前后后一共多少", "ask_retake_fee")],
            "300元 + 400元 + 300元 = 1000元",
        ),
        ([("6个全考人力四级，总共多少", FEE), ("里面有一个改成三级", INFORM)], "1750元 + 400元 = 2150元"),
        (
            [("6个全考训练师四级，总共多少", FEE), ("里面有2个只要补考理论", "ask_retake_fee")],
            "1600元 + 200元 = 1800元",
        ),
        (
            [
                ("人力四级补考一门多少钱", "ask_retake_fee"),
                ("我朋友三级也挂了一门，我俩一起补总共多少", "ask_retake_fee"),
            ],
            "175元 + 200元 = 375元",
        ),
    ],
)
def test_a_sum_is_changed_piece_by_piece(turns: list[tuple[str, str]], working: str, ask: Ask) -> None:
    assert workings(talk(ask, *turns))[-1] == working


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (CLASS, "有一个不考了"),
        (CLASS, "里面有一个改成三级"),
        (CLASS, "有几个四级的改成三级"),
        (CLASS, "四级改五级"),
        (CLASS, "她改主意了，也要三级"),
    ],
)
def test_of_whom_a_change_is_is_asked_and_nothing_lost(first: tuple[str, str], text: str, ask: Ask) -> None:
    outcome = talk(ask, first, (text, INFORM))
    assert outcome.reply.status == "clarification"
    assert "四级，正考，3人" in said(outcome)
    assert [one.people for one in outcome.memory.shares] == [3, 2]


def test_what_the_speaker_takes_is_asked_where_it_was_not_said(ask: Ask) -> None:
    outcome = talk(ask, ("我室友考人力四级，我跟她两个人加起来多少钱", FEE))
    assert "这还不是总数" in said(outcome)
    assert "700" not in said(outcome)


def test_who_is_added_without_a_level_is_not_given_one(ask: Ask) -> None:
    outcome = talk(ask, CLASS, ("再加一个人", "search"))
    assert "这还不是总数" in said(outcome)


def test_a_past_years_fee_is_not_added_to_this_years(ask: Ask) -> None:
    text = said(talk(ask, ("交大的训练师四级3个人一共多少", FEE), ("再加2个人力四级一共呢", FEE)))
    assert "不能加成总数" in text
    assert "1900" not in text


def test_the_sum_is_taken_up_again_after_another_matter(ask: Ask) -> None:
    turns = [FACTORY, ("发票能开公司抬头吗", "ask_payment"), ("有个四级的不考了，重新算下", "search")]
    assert workings(talk(ask, *turns))[-1] == "2000元 + 700元 = 2700元"
