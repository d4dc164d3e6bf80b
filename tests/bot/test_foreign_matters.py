"""Whoever asks about something that this field has no word for is told so, whatever words of the field stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.names.foreign import foreign_topic
from bot.actions.names.understanding import entities_of
from tests.bot.replies import cited

if TYPE_CHECKING:
    from knowledge.library import Library
    from tests.bot.conftest import Ask


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("马拉松报名什么时候开始", "马拉松"),
        ("煤气费怎么交", "煤气费"),
        ("书法段位证怎么考", "书法段位"),
        ("歌咏比赛怎么报名", "歌咏比赛"),
        ("离婚证补办要什么材料", "离婚证"),
        ("请问羽毛球馆预约电话", "羽毛球馆"),
        ("篮球比赛几点开始", "篮球比赛"),
        ("小区物业费多少钱一平", "小区物业费"),
    ],
)
def test_a_noun_that_the_field_never_uses_is_what_is_asked_about(library: Library, text: str, topic: str) -> None:
    assert foreign_topic(library, text, entities_of(library, text)) == topic


@pytest.mark.parametrize(
    "text",
    [
        "报名什么时候开始",
        "考试费怎么交",
        "证书补办要什么材料",
        "价目表有没有",
        "我在马拉松俱乐部上班，四级怎么报名",  # where somebody works is not what is asked about
        "人工智能训练师证怎么考",  # the notices' own name
        "成绩在随申办哪里看",
        "考场附近有没有酒店",
    ],
)
def test_what_people_ask_of_examinations_is_not(library: Library, text: str) -> None:
    assert foreign_topic(library, text, entities_of(library, text)) is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [("煤气费怎么交", "ask_payment"), ("马拉松报名什么时候开始", "ask_application_window")],
)
def test_it_is_declined_by_its_own_name(ask: Ask, text: str, intent: str) -> None:
    reply = ask(text, intent).reply
    assert reply.status == "out_of_scope"
    assert text[:3] in reply.messages[0].text


def test_the_trade_of_who_looks_for_a_certificate_is_not_declined_as_foreign(ask: Ask) -> None:
    assert ask("做直播卖货有什么证可考", "ask_catalogue").reply.status != "out_of_scope"


def test_what_notices_are_silent_on_is_told_as_such_though_the_noun_is_foreign(ask: Ask) -> None:
    assert ask("停车场在哪", "ask_address").reply.status == "not_stated"


@pytest.mark.parametrize("text", ["火车票改签手续费多少", "迪士尼门票学生有优惠吗"])
def test_a_silent_sort_is_not_told_of_what_is_outside_by_every_sign(ask: Ask, text: str) -> None:
    assert ask(text, "out_of_scope").reply.status == "out_of_scope"


def test_a_tax_return_is_an_affair_of_another_office(ask: Ask) -> None:
    assert ask("个人所得税怎么申报", "out_of_scope").reply.status == "out_of_scope"


@pytest.mark.parametrize("text", ["六级没过可以补考吗", "四级听力怎么复习"])
def test_the_english_examinations_are_known_by_their_levels_and_parts(ask: Ask, text: str) -> None:
    assert ask(text, "ask_retake").reply.status == "out_of_scope"


def test_a_foreign_noun_in_a_talk_of_ours_is_part_of_the_story(ask: Ask) -> None:
    first = ask("企业人力资源管理师咨询电话", "ask_phone")
    after = ask("暴雨天有人接电话吗", "ask_office_hours", first.memory)
    assert after.reply.status == "answered"
    assert ("shta-2026-hr", "六（二）") in cited(after)
