"""Fees in words: the sum, whose, from when, and an honest no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.respond import Outcome
from bot.actions.turn import INFORM, Memory
from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

TRAINER = "人工智能训练师"
SAIA, SJTU, SHTA = "上海市人工智能行业协会", "上海交通大学", "上海市技师协会"


def quotes(outcome: Outcome) -> dict[str, str]:
    return {one.quote: one.clause for message in outcome.reply.messages for one in message.citations}


@pytest.mark.parametrize(
    ("level", "sums", "row"),
    [
        ("三级", ("100元", "400元", "500元"), "三级/高级 100 400 500"),
        ("四级", ("100元", "300元", "400元"), "四级/中级 100 300 400"),
        ("五级", ("100元", "200元", "300元"), "五级/初级 100 200 300"),
    ],
)
def test_the_fee_of_a_level_with_its_parts_and_its_row(
    level: str, sums: tuple[str, ...], row: str, ask: Ask
) -> None:
    outcome = ask(f"人工智能行业协会的{TRAINER}{level}多少钱", "ask_fee")
    assert outcome.reply.status == "answered"
    assert all(one in said(outcome) for one in (level, *sums))
    assert quotes(outcome)[row] == "二（四）"


def test_without_a_level_every_level_is_told(ask: Ask) -> None:
    text = said(ask("人工智能行业协会怎么收费", "ask_fee"))
    assert all(one in text for one in ("五级", "300元", "四级", "400元", "三级", "500元"))


def test_two_levels_in_one_question_get_two_sums(ask: Ask) -> None:
    text = said(ask("企业人力资源管理师四级和三级分别多少钱", "ask_fee"))
    assert "350元" in text
    assert "400元" in text


def test_what_is_in_force_is_told_and_last_years_only_pointed_to(ask: Ask) -> None:
    outcome = ask(f"{TRAINER}三级多少钱", "ask_fee")
    current, other = said(outcome).splitlines()
    assert SAIA in current
    assert "500元" in current
    assert SJTU in other
    assert "往年" in other
    assert "元" not in other


@pytest.mark.parametrize(
    ("day", "words", "absent"),
    [
        ("2024-12-31", "尚未生效", "去年"),
        ("2025-01-01", "500元", "去年"),
        ("2025-12-31", "500元", "去年"),
        ("2026-01-01", "这是去年的通知", "尚未"),
        ("2026-12-31", "这是去年的通知", "尚未"),
        ("2027-01-01", "已过期", "去年"),
    ],
)
def test_a_past_years_fee_is_given_only_as_such(day: str, words: str, absent: str, ask: Ask) -> None:
    text = said(ask("上海交大人工智能训练师三级多少钱", "ask_fee", at=day))
    assert words in text
    assert absent not in text


@pytest.mark.parametrize(("day", "upcoming"), [("2026-02-08", True), ("2026-02-09", False), ("2026-02-10", False)])
def test_a_notice_that_is_not_yet_in_force_says_so(day: str, upcoming: bool, ask: Ask) -> None:
    assert ("尚未生效" in said(ask("技师协会职业培训师多少钱", "ask_fee", at=day))) is upcoming


@pytest.mark.parametrize("text", ["2027年人工智能训练师收费", "明年人工智能训练师的收费标准"])
def test_a_year_that_nobody_published_is_not_answered_from_another(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_fee")
    assert outcome.reply.status == "not_stated"
    assert "没有收录" in said(outcome)
    assert "元" not in said(outcome)


def test_last_year_asked_for_is_answered_from_last_year_alone(ask: Ask) -> None:
    text = said(ask("人工智能训练师去年的收费", "ask_fee"))
    assert SJTU in text
    assert SAIA not in text


def test_an_occupation_without_published_fee_is_not_stated_and_names_who_assesses_it(ask: Ask) -> None:
    outcome = ask("茶艺师四级多少钱", "ask_fee")
    assert outcome.reply.status == "not_stated"
    assert "上海市茶叶行业协会" in said(outcome)
    assert "上海市茶叶学会" in said(outcome)
    assert "元" not in said(outcome)


@pytest.mark.parametrize(
    "text", ["人工智能行业协会的训练师二级多少钱", "技师协会企业人力资源管理师一级多少钱", "职业培训师四级多少钱"]
)
def test_a_level_that_has_no_published_fee_gets_no_other_levels_sum(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_fee")
    assert outcome.reply.status == "not_stated"
    assert "元" not in said(outcome)


def test_an_organisation_named_with_one_of_two_occupations_is_not_asked_for_the_other(ask: Ask) -> None:
    text = "职业培训师三级和交大的信息安全管理员三级分别多少钱"
    said = ask(text, "ask_fee").reply.messages[0].text
    assert "400元" in said
    assert "550元" in said


def test_what_the_organisation_does_not_assess_is_not_answered_with_what_it_does(ask: Ask) -> None:
    outcome = ask("交大的茶艺师多少钱", "ask_fee")
    assert outcome.reply.status == "not_stated"
    assert "元" not in said(outcome)
    assert "茶艺师" in said(outcome)


def test_an_open_question_is_asked_back_with_the_occupations_that_have_fees(ask: Ask) -> None:
    outcome = ask("多少钱", "ask_fee")
    assert outcome.reply.status == "clarification"
    assert [one.title for one in outcome.reply.messages[0].quick_replies] == [
        TRAINER,
        "企业人力资源管理师",
        "职业培训师",
        "网络与信息安全管理员（信息安全管理员）",
    ]


def test_the_card_is_the_same_fee(ask: Ask) -> None:
    card = ask("人工智能行业协会三级多少钱", "ask_fee").reply.messages[0].card
    assert card
    assert card.type == "fee"
    (fee,) = card.data["fees"]
    assert (fee["total"], fee["currency"], fee["level"]) == (500, "CNY", 3)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("人工智能行业协会三级补考多少钱", ("理论知识考试100元", "操作技能考试400元")),
        ("人工智能行业协会五级补考多少钱", ("理论知识考试100元", "操作技能考试200元")),
        ("企业人力资源管理师四级补考费", ("175元",)),
        ("企业人力资源管理师三级补考费", ("200元",)),
        ("职业培训师补考费", ("200元",)),
    ],
)
def test_a_retake_is_priced_by_the_module(text: str, sums: tuple[str, ...], ask: Ask) -> None:
    outcome = ask(text, "ask_retake_fee")
    assert outcome.reply.status == "answered"
    assert "模块" in said(outcome)
    assert all(one in said(outcome) for one in sums)


@pytest.mark.parametrize("text", ["交大人工智能训练师三级补考多少钱", "信息安全管理员补考费", "茶艺师补考多少钱"])
def test_a_retake_fee_that_no_notice_states_is_not_guessed(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_retake_fee")
    assert outcome.reply.status == "not_stated"
    assert "没有写明" in said(outcome)
    assert "元" not in said(outcome)


def test_a_follow_up_changes_one_thing_and_asks_the_same(ask: Ask) -> None:
    first = ask("人工智能行业协会的训练师三级多少钱", "ask_fee")
    then = ask("那四级呢", INFORM, first.memory)
    assert then.reply.status == "answered"
    assert "400元" in said(then)
    assert "500元" not in said(then)
    assert then.memory == Memory(SAIA, TRAINER, 4, None, "ask_fee")


def test_a_follow_up_to_another_organisation_keeps_the_level(ask: Ask) -> None:
    first = ask("人工智能行业协会的训练师四级多少钱", "ask_fee")
    then = ask("交大呢", INFORM, first.memory)
    assert SJTU in said(then)
    assert "四级" in said(then)
    assert "三级" not in said(then)
