"""Talks that change the subject: another person, last year and this year, a programme and an occupation."""

from __future__ import annotations

import pytest

from bot.actions.names.told_only import is_told_of_a_paper
from bot.actions.remarks.closing import closes
from bot.actions.situation.people import whose_turn
from bot.actions.turn import ELIGIBILITY, INFORM, RETAKE
from tests.bot.conftest import Ask
from tests.bot.replies import said


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("我想给我儿子问问,他高中毕业", "儿子"),
        ("帮我同事咨询一下", "同事"),
        ("那我自己想考人工智能训练师", "self"),
        ("算了他不考了，我考吧，我25岁大专", "self"),
        ("我妈妈能考吗", "妈"),
        ("我妈那个报名电话多少", "妈"),
        ("我想问一下", None),
    ],
)
def test_whom_a_message_begins_to_tell_of(text: str, whose: str | None) -> None:
    assert whose_turn(text) == whose


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("我去年在交大考过训练师四级，今年能考三级吗", True),
        ("四级是在交大拿的，现在想考三级行吗", True),
        ("去年在交大考的三级理论没过，今年能补考三级吗", False),
        ("我去年在交大考过四级，今年交大能考三级吗", False),
        ("去年在交大考的四级，证书丢了怎么补", False),
    ],
)
def test_where_a_lower_certificate_was_taken_is_not_asked_about(text: str, told: bool) -> None:
    assert is_told_of_a_paper(text, "交大") is told


@pytest.mark.parametrize("text", ["那没办法了，谢谢", "只好这样了，谢谢你", "没办法了"])
def test_who_resigns_asks_nothing(text: str) -> None:
    assert closes(text)


@pytest.mark.parametrize("intent", [ELIGIBILITY, "ask_fee", "search"])
def test_another_level_is_compared_with_the_retake_talked_of(ask: Ask, intent: str) -> None:
    before = ask("人力四级补考175对不对", "ask_retake_fee")
    assert "200元" in said(ask("三级呢，也是175吗", intent, before.memory))


def test_where_to_apply_for_a_retake_is_where_to_apply(ask: Ask) -> None:
    before = ask("训练师四级理论没过，可以补考吗", RETAKE)
    assert "1750号" in said(ask("我在哪里报补考", "ask_retake_fee", before.memory))


def test_all_papers_anew_cost_the_whole_fee(ask: Ask) -> None:
    first = ask("人力四级2024年11月理论过了，技能没过，现在还能补吗", RETAKE)
    anew = ask("那要重新考全部？", RETAKE, first.memory)
    assert "350元" in said(ask("重新考多少钱", "ask_retake_fee", anew.memory))


def test_after_a_programme_an_occupation_is_asked_about_alike(ask: Ask) -> None:
    before = ask("推介官怎么报名", "ask_promoter")
    assert "1750号" in said(ask("训练师呢", INFORM, before.memory))


@pytest.mark.parametrize("intent", ["ask_how_to_apply", ELIGIBILITY, "capabilities", "search"])
def test_a_false_proof_is_misconduct_whatever_it_is_taken_for(ask: Ask, intent: str) -> None:
    assert "取消考试资格" in said(ask("公司帮我开假的工作证明可以吗", intent))
