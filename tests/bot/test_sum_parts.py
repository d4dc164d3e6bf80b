"""Sums in which a part of the people take another level or a retake, or all papers anew; and amounts held against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.people.tokens import named_modules, passed_modules
from bot.actions.turn import INFORM
from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

FEE = "ask_fee"


@pytest.mark.parametrize(
    ("first", "then", "figure"),
    [
        ("8个人考人力三级，另外2个补考实操，一共多少", "要是那2个也重新全考呢", "4000元"),
        ("8个人考人力三级，另外2个补考实操，一共多少", "再加3个四级的呢", "4650元"),
        ("8个人考人力三级，另外2个补考实操，一共多少", "补考的都从头考呢", "4000元"),
        ("5个人考训练师三级，一共多少", "其中一个只考四级", "2400元"),
        ("5个人考训练师三级，一共多少", "里面有两个想报五级", "2100元"),
        ("两口子考训练师四级，多少钱", "要是我考三级呢", "900元"),
        ("训练师四级6个三级4个，总共多少", "三级的有两个人理论过了，只要补实操", "4200元"),
        ("3个人考人力四级，一共多少", "其中两个理论过了", "700元"),
        ("人力四级8个，三级4个，一共多少", "有3个四级的同事之前过了理论，只补操作", "3875元"),
    ],
)
def test_a_part_changes_and_the_others_stay(ask: Ask, first: str, then: str, figure: str) -> None:
    assert figure in said(ask(then, INFORM, ask(first, FEE).memory))


@pytest.mark.parametrize("asked", ["现在多少", "现在呢", "那现在一共多少"])
def test_the_sum_as_it_stands_is_told_again(ask: Ask, asked: str) -> None:
    left = ask("五级的一个人不考了", INFORM, ask("两个人考训练师五级，一个人考四级，一共多少", FEE).memory)
    assert "700元" in said(ask(asked, FEE, left.memory))


@pytest.mark.parametrize("asked", ["那省了多少", "少了多少", "差多少", "哪个划算"])
def test_two_sums_are_set_against_each_other(ask: Ask, asked: str) -> None:
    talk = ask("他也想考四级", FEE, ask("我和我老公考训练师，我四级他三级，一共多少", FEE).memory)
    assert said(ask(asked, FEE, talk.memory)).startswith("前后算的相差100元")


def test_nobody_moves_who_stays_where_they_are(ask: Ask) -> None:
    talk = ask("要是我考三级呢", FEE, ask("两口子考训练师四级，多少钱", FEE).memory)
    assert "900元" in said(ask("我老公还是四级", INFORM, talk.memory))


def test_each_of_two_people_pays_for_their_own_occupation(ask: Ask) -> None:
    assert "合计900元" in said(ask("我和同事两个人，我考人力三级她考训练师三级，一共多少", FEE))


def test_groups_told_of_in_passing_are_summed_up_later(ask: Ask) -> None:
    talk = ask("我们部门7个人报训练师，3个五级4个四级，怎么报名", "ask_how_to_apply")
    assert "合计2500元" in said(ask("合计多少钱", FEE, talk.memory))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("10个人考人力四级，预算3000够吗", "3000元不够，还差500元。"),
        ("10个人考人力四级，预算4000够吗", "4000元够了，还剩500元。"),
        ("我考训练师三级，带500块够吗", "500元够了，正好。"),
    ],
)
def test_an_amount_is_held_against_the_sum(ask: Ask, text: str, told: str) -> None:
    assert told in said(ask(text, FEE))


@pytest.mark.parametrize(
    ("text", "named", "passed"),
    [
        ("之前过了理论，只补操作", ("practice",), ("theory",)),
        ("理论去年过了", (), ("theory",)),
        ("理论过了实操没过", ("practice",), ("theory",)),
        ("没考过操作", ("practice",), ()),
    ],
)
def test_what_was_passed_is_not_taken_again(text: str, named: tuple[str, ...], passed: tuple[str, ...]) -> None:
    assert (named_modules(text), passed_modules(text)) == (named, passed)
