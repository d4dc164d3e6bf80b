"""Ordinary words that look like names of occupations, bodies or places, and years that are of no notice."""

from __future__ import annotations

import pytest

from bot.actions.form.journey import is_heard
from bot.actions.names.foreign import foreign_topic
from bot.actions.names.places import place_asked
from bot.actions.names.strangers import strange_organisation
from bot.actions.names.understanding import entities_of, mentioned
from knowledge.library import Library
from knowledge.validity import parse_as_of
from retrieval.normalising.fillers import without_fillers
from tests.bot.conftest import Ask

AT = parse_as_of("2026-06-01")


@pytest.mark.parametrize(
    "text",
    [
        "差点就被骗了",
        "压力好大怎么办",
        "运气不好怎么办",
        "心里没底怎么办",
        "老公想去行吗",
        "面子往哪搁",
        "室友也去行吗",
        "想问明年几号报名",
        "快递丢了",
    ],
)
def test_what_begins_a_sentence_is_no_matter_that_is_asked_about(library: Library, text: str) -> None:
    assert foreign_topic(library, text, entities_of(library, text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "我要投诉这个协会",
        "怎么举报这家公司",
        "我不相信那个协会",
        "起诉公司行不行",
        "能不能换个协会考",
        "问问协会行吗",
    ],
)
def test_what_is_done_to_a_body_is_no_part_of_its_name(text: str) -> None:
    assert strange_organisation(without_fillers(text)) is None


def test_a_body_with_a_name_is_still_seen() -> None:
    assert strange_organisation("摄影协会的电话是多少") == "摄影协会"


@pytest.mark.parametrize(
    "text",
    [
        "除了交大还有别的地方考吗",
        "上海还有其他地方能考吗",
        "还有别的地方可以考吗",
        "本市还有别的地方报名吗",
        "有没有其他地方能报",
    ],
)
def test_other_places_of_the_city_are_no_other_city(text: str) -> None:
    assert place_asked(text, ()) is None


@pytest.mark.parametrize("text", ["除了上海别的地方能考吗", "其他城市的收费呢", "外地考试呢", "别的地方能考吗"])
def test_elsewhere_is_elsewhere(text: str) -> None:
    assert place_asked(text, ()) is not None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("给我个号码,我自己打听明年的", None),
        ("想打电话问问明年的安排,号码是多少", None),
        ("这次会不会拖到明年考", None),
        ("到底年底还是明年", None),
        ("明年的电话变吗", 2027),
        ("想问明年的咨询电话", 2027),
        ("等到明年再报,几号开始", 2027),
        ("拖到明年报名要多少钱", 2027),
    ],
)
def test_a_year_of_a_notice_and_one_that_is_not(library: Library, text: str, year: int | None) -> None:
    assert mentioned(library, text, entities_of(library, text), AT).year == year


@pytest.mark.parametrize("text", ["吓死,差一点就付钱了", "幸好没交钱", "好险,差点就信了"])
def test_relief_is_heard(text: str) -> None:
    assert is_heard(text)


@pytest.mark.parametrize("text", ["差点及格怎么办", "还好考吗", "差点分能补吗"])
def test_a_question_is_no_relief(text: str) -> None:
    assert not is_heard(text)


def test_a_level_that_nobody_has_is_not_carried_to_the_timetable(ask: Ask) -> None:
    before = ask("职业培训师有没有四级", "ask_catalogue")
    reply = ask("今年还能报上吗", "ask_application_window", before.memory).reply
    assert reply.status == "answered"
    assert "2026年" in reply.messages[0].text


def test_whoever_else_examines_what_is_talked_of(ask: Ask) -> None:
    before = ask("网络与信息安全管理员交大三级多少钱", "ask_fee")
    reply = ask("除了交大上海还有别的机构考吗", "ask_catalogue", before.memory).reply
    assert "上海市计算技术研究所有限公司" in reply.messages[0].text
    assert "程序设计员" not in reply.messages[0].text
