"""Whom to reach today: a past year's office only where it is asked for; and what stands above an organisation."""

from __future__ import annotations

import pytest

from bot.actions.form.words import gives_up, leaves_aside
from bot.actions.turn import Memory
from tests.bot.conftest import Ask
from tests.bot.replies import said

AT = "2026-11-21"
SAIA, SJTU = "上海市人工智能行业协会", "上海交通大学"
TRAINER = "人工智能训练师"
NOW, THEN = "62037717", "62933821"
IN_TALK = Memory(topic="ask_fee", occupation=TRAINER, level=3)


@pytest.mark.parametrize(
    ("text", "intent"), [("电话", "ask_phone"), ("在哪里", "ask_address"), ("网址", "ask_website")]
)
def test_who_names_nobody_is_told_this_years_office(ask: Ask, text: str, intent: str) -> None:
    told = said(ask(text, intent, IN_TALK, AT))
    assert f"{SAIA}2026年的通知" in told
    assert f"{SJTU}2025年" not in told
    assert f"{SJTU}只收录到往年的通知" in told


def test_the_others_are_mentioned_once_in_a_talk_about_offices(ask: Ask) -> None:
    memory = Memory(topic="ask_phone", occupation=TRAINER)
    assert SJTU not in said(ask("地址呢", "ask_address", memory, AT))


@pytest.mark.parametrize("text", ["两家的电话都给我", "每家机构的电话", "交大的电话", "去年的电话"])
def test_a_past_years_office_is_told_where_it_is_asked_for(ask: Ask, text: str) -> None:
    assert THEN in said(ask(text, "ask_phone", IN_TALK, AT))


def test_the_only_office_is_told_though_its_year_is_over(ask: Ask) -> None:
    told = said(ask("电话", "ask_phone", IN_TALK, "2028-02-01"))
    assert NOW in told
    assert "今年" in told


@pytest.mark.parametrize("text", ["是不是法华镇路那个", "还是在法华镇路吧"])
def test_a_guess_at_the_address_is_held_against_the_office_talked_of(ask: Ask, text: str) -> None:
    told = said(ask(text, "ask_address", Memory(topic="ask_office_hours", occupation=TRAINER), AT))
    assert told.startswith("不是这个地址。")
    assert "中科路1750号" in told


def test_a_road_without_a_talk_names_whose_it_is(ask: Ask) -> None:
    assert SJTU in said(ask("法华镇路那边几点关门", "ask_office_hours", Memory(), AT))


@pytest.mark.parametrize("text", ["他上面管他的那个中心的号也给我", "主管部门的电话", "管你们的单位有电话伐"])
def test_the_line_of_those_above(ask: Ask, text: str) -> None:
    memory = Memory(topic="ask_office_hours", occupation=TRAINER, organisation=SAIA)
    assert "400-820-9278" in said(ask(text, "ask_phone", memory, AT))


@pytest.mark.parametrize("text", ["后天再来还要不要事先约的", "再来一趟是不是要先打电话约"])
def test_whether_to_book(ask: Ask, text: str) -> None:
    assert "预约" in said(ask(text, "ask_retake_fee", Memory(topic="ask_address", occupation=TRAINER), AT))


@pytest.mark.parametrize("text", ["不考了 退钱 能退吧", "那不报了 钱退我吗"])
def test_who_gives_up_and_asks_is_answered(text: str) -> None:
    assert not gives_up(text)


@pytest.mark.parametrize(
    ("text", "aside"), [("那先不弄这个了 推介官呢 能报吗", True), ("不问了 谢谢", False), ("先不管", False)]
)
def test_a_form_is_let_be_for_another_question(text: str, aside: bool) -> None:
    assert leaves_aside(text) is aside
