"""Money and retakes in the words of people who took no part in the making: budgets, levels beside, claims, failed papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.people.counted import people_of
from bot.actions.retake_words import without_denied
from bot.actions.turn import INFORM
from tests.bot.replies import said

if TYPE_CHECKING:
    from knowledge.library import Library
    from tests.bot.conftest import Ask


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("预算两千块够几个人考训练师三级", "够4个人考"),
        ("1500元能供多少人考人力三级", "够3个人考"),
        ("三百块够几个人考训练师四级", "够0个人考"),
    ],
)
def test_an_amount_is_enough_for_so_many_people(ask: Ask, text: str, figures: str) -> None:
    assert figures in said(ask(text, "ask_fee"))


def test_a_level_beside_the_one_talked_about_is_asked_again(ask: Ask) -> None:
    talk = ask("人力三级多少钱", "ask_fee")
    assert "350元" in said(ask("低一级的呢", "search", talk.memory))
    assert "400元" not in said(ask("低一级的呢", "search", talk.memory))


def test_there_is_no_level_above_the_highest(ask: Ask) -> None:
    talk = ask("训练师一级的成绩有效期", "ask_retake")
    assert ask("那高一级的呢", INFORM, talk.memory).memory.level == 1


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("人力四级一门没过补考175对吧", "对，是175元"),
        ("听说人力三级补考一门要300", "不是300元"),
        ("训练师四级补考理论是一百吧", "对。"),  # a sum in words is not said again
        ("训练师四级补考理论是两百吧", "不是这个价。"),
        ("训练师四级补考是100吧", "按"),  # of which paper is not said
        ("人力三级补考两门是400吧", "对，是400元。"),  # 200元/模块
        ("人力四级补考两个模块是350吧", "对，是350元。"),  # 175元/模块
        ("训练师四级补考理论和实操是400吧", "对，是400元。"),  # 100 and 300
        ("人力三级补考两门是500吧", "按"),  # the answer works the sum out itself
        ("人力三级补考两门没过，一门是300吧", "不是300元。"),
    ],
)
def test_a_claim_about_a_retakes_fee_is_judged(ask: Ask, text: str, begins: str) -> None:
    assert said(ask(text, "ask_retake_fee")).startswith(begins)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("训练师四级的成绩能不能延期一年再补", "not_stated"),
        ("训练师四级补考和正考一起考吗", "not_stated"),
        ("训练师四级补考要不要再交学历证明", "not_stated"),
        ("训练师四级理论过了想刷高分，能再考一次理论吗", "not_stated"),
        ("在人工智能行业协会考过训练师四级理论，去交大补实操行吗", "not_stated"),
        ("训练师四级实操没过怎么办", "answered"),
    ],
)
def test_what_the_rules_on_retakes_leave_open_is_said_to_be_open(ask: Ask, text: str, status: str) -> None:
    assert ask(text, "ask_retake").reply.status == status


def test_a_paper_that_counts_for_ever_is_put_right(ask: Ask) -> None:
    assert said(ask("训练师四级过了的那门永久有效，真的吗", "search")).startswith("不是永久有效，是两年")


def test_the_day_told_with_a_failed_paper_is_remembered(ask: Ask) -> None:
    talk = ask("我人力三级实操2025年8月23日过的，理论没过", INFORM)
    assert "2027年8月23日" in said(ask("哪天过期", "ask_retake", talk.memory))


def test_a_review_that_no_fee_is_for_is_said_to_be_unstated(ask: Ask) -> None:
    outcome = ask("人力三级的综合评审费是多少", "ask_fee")
    assert outcome.reply.status == "partial"
    assert "没有写综合评审的收费" in said(outcome)


def test_the_papers_of_a_passed_module_are_not_charged_again(ask: Ask) -> None:
    """合格但实操没过: the practice is the one to be taken again."""
    outcome = ask("这5名同学训练师四级理论合格但实操没有通过，2025年12月考的，补考总共多少钱", "ask_retake")
    assert "300元 × 5人 = 1500元" in said(outcome)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("不是问补考，我问第一次考", "我问第一次考"),
        ("不是说挂科可以免费再考吗", "不是说挂科可以免费再考吗"),
    ],
)
def test_what_is_not_asked_is_left_out(text: str, left: str) -> None:
    assert without_denied(text) == left


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("我和我老公一起考训练师，我四级他三级，两个人加起来多少钱", [(4, 1), (3, 1)]),
        ("12名同学考了训练师四级，其中5名实操没过，给这5名补实操总共多少", [(4, 5)]),
        ("一家三口全考训练师四级要多少", [(4, 3)]),
        ("五个娃考五级训练师，三个一次过了，两个理论没过又补了一次，统共多少", [(5, 3), (5, 2)]),
    ],
)
def test_who_takes_what_is_read(library: Library, text: str, shares: list[tuple[int, int]]) -> None:
    found = people_of(text, library.lexicon.matcher.find(text))
    assert [(one.level, one.people) for one in found.shares] == shares
