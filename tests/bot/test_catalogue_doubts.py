"""Catalogue questions that doubt, compare or stand in a story: who examines what is told, whatever was talked of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.names.understanding import entities_of
from bot.actions.several.questions import questions_in
from bot.actions.turn import INFORM, Memory

if TYPE_CHECKING:
    from knowledge.library import Library
    from tests.bot.conftest import Ask

AT = "2026-11-21"
CATALOGUE = "ask_catalogue"
FEE_OF_COFFEE = Memory(occupation="咖啡师", topic="ask_fee")


@pytest.mark.parametrize("text", ["茶艺师也在他们家考吗", "那茶艺师是不是同一家", "茶艺师呢，还是那家机构？"])
@pytest.mark.parametrize("taken_for", [CATALOGUE, INFORM])
def test_whether_the_same_house_examines_another(text: str, taken_for: str, ask: Ask) -> None:
    found = ask(text, taken_for, FEE_OF_COFFEE, AT).reply
    assert found.status == "answered"
    assert "上海市茶叶学会" in found.messages[0].text


@pytest.mark.parametrize("text", ["电焊工是上海交通大学评的吧", "焊工是不是也在交大考"])
def test_a_pair_that_no_list_has_is_denied(text: str, ask: Ask) -> None:
    found = ask(text, CATALOGUE, at=AT).reply
    assert found.status == "answered"
    assert found.messages[0].text.startswith("不是")
    assert "沪东中华" in found.messages[0].text


@pytest.mark.parametrize(
    ("text", "right"),
    [("焊工只能去上海船厂考吗", False), ("焊工就沪东中华一家能考吧", False), ("咖啡师只有虹桥品汇能考吗", True)],
)
def test_of_one_that_is_said_to_be_the_only_one_all_are_told(text: str, right: bool, ask: Ask) -> None:
    said = ask(text, CATALOGUE, at=AT).reply.messages[0].text
    assert said.startswith("对，" if right else "不是，")
    assert right or all(name in said for name in ("沪东中华", "江南造船", "上海船厂"))


@pytest.mark.parametrize("text", ["茶艺师能不能到二级", "调酒师可以升到一级吗"])
def test_how_far_an_occupation_goes_is_no_question_for_a_verdict(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_eligibility", at=AT)
    assert outcome.memory.topic == CATALOGUE


def test_whether_an_association_holds_it_is_asked_beside_a_story(ask: Ask) -> None:
    text = "四级证到手三年，想考人工智能训练师二级，人工智能行业协会考不考"
    found = ask(text, INFORM, at=AT).reply
    assert found.status == "answered"
    assert "没有二级" in found.messages[0].text
    assert ask("那按条件我够不够二级", "ask_eligibility", ask(text, INFORM, at=AT).memory, AT).memory.topic == (
        "ask_eligibility"
    )


def test_where_it_is_examined_is_asked_beside_an_age(ask: Ask) -> None:
    found = ask("我爸六十了，想考茶艺师，什么机构能考", "ask_eligibility", at=AT).reply
    assert "上海市茶叶行业协会" in found.messages[0].text


def test_each_of_two_occupations_has_its_organisation(ask: Ask) -> None:
    found = ask("家政的，想考保育师，还有调酒师，各找哪家", CATALOGUE, at=AT).reply.messages[0].text
    assert "托幼协会" in found
    assert "餐饮烹饪" in found


@pytest.mark.parametrize("text", ["职业培训师 一级 今年", "企业人力资源管理师 一级 今年"])
def test_a_level_that_nobody_offers_is_told_to_who_only_looks_it_up(text: str, ask: Ask) -> None:
    found = ask(text, INFORM, at=AT).reply
    assert found.status == "answered"
    assert "没有机构评价" in found.messages[0].text


@pytest.mark.parametrize(
    ("text", "intent", "memory"),
    [
        ("他们的电话去哪里能查到", "ask_phone", Memory(occupation="焊工", topic="ask_phone")),
        ("哪里能看到最新的", "ask_results", Memory(occupation="焊工", topic=CATALOGUE)),
    ],
)
def test_where_to_look_is_answered_by_the_notices_own_word(
    text: str, intent: str, memory: Memory, ask: Ask
) -> None:
    found = ask(text, intent, memory, AT).reply
    assert found.status == "answered"
    assert "rsj.sh.gov.cn" in found.messages[0].text


def test_whether_the_list_has_changed_since_stays_open(ask: Ask) -> None:
    found = ask("这名单是去年的，现在改了没", "ask_changes", Memory(occupation="焊工", topic=CATALOGUE), AT).reply
    assert found.status == "partial"
    assert "没有收录今年的评价目录" in found.messages[0].text


def test_a_name_put_first_is_no_question_of_its_own(library: Library) -> None:
    text = "上海市计算技术研究所呢,最高能考几级"
    assert questions_in(text, lambda one: entities_of(library, one)) == [text]
