"""Money over several turns and side by side: people, modules and attempts are remembered; only like is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter

from bot.actions.respond import Outcome
from bot.actions.turn import INFORM, Memory
from knowledge.figures import unsupported
from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

Turns = list[tuple[str, str]]
SAVED = TypeAdapter(Memory)


def computed(outcome: Outcome) -> dict[str, str]:
    return {one.text: one.explanation for one in outcome.reply.messages[0].computed}


def talk(ask: Ask, turns: Turns, at: str = "2026-06-01") -> Outcome:
    """The last answer; between turns the memory goes through JSON, as the dialogue engine's slots do."""
    memory = Memory()
    for text, intent in turns:
        outcome = ask(text, intent, memory, at)
        memory = SAVED.validate_python(SAVED.dump_python(outcome.memory, mode="json"))
    return outcome


@pytest.mark.parametrize(
    ("turns", "total"),
    [
        ([("训练师四级6个人总共多少", "ask_fee"), ("再加3个三级的", "search")], "400元 × 6人"),
        ([("训练师四级6个人总共多少", "ask_fee"), ("再加3个三级的", "out_of_scope")], "3900元"),
        ([("训练师四级6个人总共多少", "ask_fee"), ("那再多一个四级呢", INFORM)], "400元 × 7人 = 2800元"),
        ([("人力三级多少钱", "ask_fee"), ("另外两个四级的呢", "search")], "1100元"),
        (
            [("HR四级两个模块都没过，总共要交多少", "ask_retake_fee"), ("三级呢", INFORM)],
            "200元 × 2个模块 = 400元",
        ),
        (
            [("HR四级收多少", "ask_fee"), ("补考一门呢", "ask_retake"), ("4个人的话", "search")],
            "175元 × 4人 = 700元",
        ),
        ([("HR四级收多少", "ask_fee"), ("我们8个人", "search"), ("那三级呢", INFORM)], "400元 × 8人 = 3200元"),
        (
            [("HR四级收多少", "ask_fee"), ("8个人要考", "search"), ("其中两个是补考一门", "search")],
            "350元 × 6人 = 2100元",
        ),
        ([("HR四级3个人补考一门一共多少", "ask_retake_fee"), ("正考的话呢", "search")], "350元 × 3人 = 1050元"),
        ([("五个人报四级总共多少钱", "ask_fee"), ("人工智能训练师", INFORM)], "400元 × 5人 = 2000元"),
        ([("五个人报训练师四级总共多少钱", "ask_fee"), ("那人力呢", INFORM)], "350元 × 5人 = 1750元"),
        ([("训练师五级补考两门多少钱", "ask_retake_fee"), ("加上正考一共多少", "search")], "600元"),
        ([("训练师5个四级3个三级多少钱", "ask_fee"), ("其中2个四级的换成三级", INFORM)], "三级500元 × 5人"),
        ([("训练师5个四级3个三级多少钱", "ask_fee"), ("两个三级改考四级", INFORM)], "四级400元 × 7人"),
    ],
)
def test_people_attempts_and_modules_are_remembered(turns: Turns, total: str, ask: Ask) -> None:
    outcome = talk(ask, turns)
    assert outcome.reply.status == "answered"
    assert total in said(outcome)


@pytest.mark.parametrize(
    "turns",
    [
        [("训练师四级3个人一共多少", "ask_fee"), ("三级多少钱", "ask_fee")],
        [("训练师四级3个人一共多少", "ask_fee"), ("人力三级多少钱", "ask_fee")],
    ],
)
def test_a_question_of_its_own_starts_anew(turns: Turns, ask: Ask) -> None:
    assert computed(talk(ask, turns)) == {}


@pytest.mark.parametrize(
    ("text", "intent", "workings"),
    [
        (
            "考训练师四级理论过了实操补考三次，全部下来要花多少",
            "ask_retake_fee",
            ["300元 × 3次 = 900元", "400元 + 900元 = 1300元"],
        ),
        ("HR三级报名再加补考一个模块一共多少", "ask_retake_fee", ["400元 + 200元 = 600元"]),
        ("训练师五级补考两次理论总共多少", "ask_retake_fee", ["100元 × 2次 = 200元"]),
        ("HR三级没过，两个模块都要补，总共多少", "ask_retake_fee", ["200元 × 2个模块 = 400元"]),
        (
            "训练师四级2个人，HR四级3个人，总共多少",
            "ask_fee",
            ["400元 × 2人 = 800元", "350元 × 3人 = 1050元", "800元 + 1050元 = 1850元"],
        ),
        (
            "2个四级的训练师，3个人考三级HR，总共多少",
            "ask_fee",
            ["400元 × 2人 = 800元", "400元 × 3人 = 1200元", "800元 + 1200元 = 2000元"],
        ),
    ],
)
def test_attempts_and_occupations_are_summed_as_told(
    text: str, intent: str, workings: list[str], ask: Ask
) -> None:
    outcome = ask(text, intent)
    assert list(computed(outcome).values()) == workings
    (message,) = outcome.reply.messages
    sources = [one.quote for one in message.citations] + [text]
    sources += [part for one in message.computed for part in (one.text, one.explanation)]
    assert unsupported(message.text, sources) == []


def test_a_sum_names_only_the_prices_that_it_uses(ask: Ask) -> None:
    text = said(ask("4个人补考HR四级一门，2个人正考三级，总共多少", "ask_retake_fee"))
    assert "合计1500元" in text
    assert "200元" not in text
    assert "350元" not in text


@pytest.mark.parametrize(
    ("turns", "gap"),
    [
        ([("训练师四级和人力四级差多少钱", "ask_fee")], {"50": "400元 - 350元 = 50元"}),
        ([("训练师四级和人力四级哪个更划算", "ask_catalogue")], {"50": "400元 - 350元 = 50元"}),
        ([("训练师三级比五级贵多少", "search")], {"200": "500元 - 300元 = 200元"}),
        ([("信息安全管理员四级多少钱", "ask_fee"), ("三级贵多少呢", "search")], {"50": "550元 - 500元 = 50元"}),
        ([("人力三级多少钱", "ask_fee"), ("比训练师三级便宜多少", "search")], {"100": "500元 - 400元 = 100元"}),
        ([("信息安全管理员三级和训练师三级差多少钱", "ask_fee")], {}),
        ([("训练师三级多少钱", "ask_fee"), ("跟交大比哪个便宜", "search")], {}),
    ],
)
def test_a_difference_is_worked_out_only_between_what_holds_at_the_same_time(
    turns: Turns, gap: dict[str, str], ask: Ask
) -> None:
    outcome = talk(ask, turns)
    assert computed(outcome) == gap
    assert ("不能直接比" in said(outcome)) is (not gap)


@pytest.mark.parametrize("intent", ["ask_catalogue", "search", INFORM, "out_of_scope"])
def test_which_of_two_is_cheaper_is_a_question_about_money(intent: str, ask: Ask) -> None:
    outcome = ask("训练师四级，智能行业协会和上海交大谁更便宜", intent)
    assert outcome.memory.topic == "ask_fee"
    assert "不能直接比谁便宜" in said(outcome)


def test_an_occupation_that_is_not_priced_is_said_to_be_not(ask: Ask) -> None:
    outcome = ask("人力三级和养老护理员三级哪个便宜", "ask_fee")
    assert outcome.reply.status == "partial"
    assert "没有写明养老护理员的收费" in said(outcome)


@pytest.mark.parametrize(
    ("at", "words", "wrong"),
    [("2025-06-10", "2026年的通知尚未生效", "往年"), ("2026-06-01", "只收录到往年的通知", "尚未")],
)
def test_a_notice_to_come_is_not_called_a_past_one(at: str, words: str, wrong: str, ask: Ask) -> None:
    (message,) = ask("人工智能训练师三级收多少", "ask_fee", at=at).reply.messages
    assert words in message.text
    assert wrong not in message.text
    assert unsupported(message.text, [one.quote for one in message.citations]) == []
