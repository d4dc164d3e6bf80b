"""Beside a paper that was passed: applying anew, another person's paper, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask


@pytest.mark.parametrize(
    ("again", "intent"),
    [
        ("那我从头报一遍呢", "ask_eligibility"),
        ("不补了直接新报行不行", "search"),
        ("四级整个重报，之前那门白考了？", "ask_how_to_apply"),
        ("再报一次四级的话那门还算吗", "ask_fee"),
    ],
)
def test_applying_anew_is_of_the_clause_on_retakes(ask: Ask, again: str, intent: str) -> None:
    first = ask("训练师四级去年9月理论过了操作没过，还能补吗", "ask_retake", at="2026-11-21")
    last = ask(again, intent, memory=first.memory, at="2026-11-21")
    assert "不再保留" in said(last)


def test_what_applying_anew_costs_is_the_first_attempts_fee(ask: Ask) -> None:
    first = ask("职业培训师三级2024年8月理论过了操作没过，还能补吗", "ask_retake", at="2026-11-21")
    last = ask("那从头报一次交多少钱", "ask_retake_fee", memory=first.memory, at="2026-11-21")
    assert "400元" in said(last)
    assert "补考" not in said(last)


def test_the_paper_of_another_person_is_judged_in_a_talk_about_money(ask: Ask) -> None:
    first = ask("职业培训师三级多少钱", "ask_fee", at="2026-11-21")
    last = ask("我同事去年8月过的理论，他那门还作数吧", "inform", memory=first.memory, at="2026-11-21")
    assert "2027年8月" in said(last)


def test_why_is_asked_of_the_clause_that_was_told(ask: Ask) -> None:
    first = ask("训练师四级去年9月理论过了操作没过，还能补吗", "ask_retake", at="2026-11-21")
    told = ask("我要是重新报四级，那门还留着吗", "ask_retake", memory=first.memory, at="2026-11-21")
    last = ask("凭什么呀，我都考过了的", "ask_results", memory=told.memory, at="2026-11-21")
    assert "不再保留" in said(last)


def test_an_illness_told_beside_does_not_hide_whether_the_paper_counts(ask: Ask) -> None:
    asked = "职业培训师三级去年8月理论过了，后来生病耽搁了，那门还算数吗"
    assert ask(asked, "ask_retake", at="2026-11-21").reply.status == "answered"
