"""Who failed at one house and turns to another; who applies anew; what the examination consists of; counted people."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import pytest

from bot.actions.names.understanding import entities_of
from bot.actions.people.counted import people_of
from bot.actions.several.questions import questions_in
from bot.actions.situation import read_situation
from bot.actions.turn import Memory
from knowledge.library import Library
from knowledge.validity import SHANGHAI
from tests.bot.conftest import Ask
from tests.bot.replies import said

AT = "2026-11-21"
SAIA, SJTU = "上海市人工智能行业协会", "上海交通大学"
TRAINER = "人工智能训练师"


@pytest.mark.parametrize("before", ["ask_retake", "ask_retake_fee"])
@pytest.mark.parametrize(
    "text", ["那我直接到人工智能行业协会那边只补实操可不可以", "去人工智能行业协会补理论行不行"]
)
def test_whether_another_house_lets_them_retake_is_not_stated(ask: Ask, text: str, before: str) -> None:
    memory = Memory(topic=before, occupation=TRAINER, organisation=SJTU, level=4)
    reply = ask(text, "ask_retake", memory, AT).reply
    assert reply.status == "not_stated"
    assert "在别的机构通过的科目" in reply.messages[0].text


def test_its_price_there_is_still_told(ask: Ask) -> None:
    memory = Memory(topic="ask_retake_fee", occupation=TRAINER, organisation=SJTU, level=4)
    assert "300元" in said(ask("人工智能行业协会补实操多少钱", "ask_retake_fee", memory, AT))


@pytest.mark.parametrize("text", ["全科重报在协会要交多少", "重新报一次要多少钱", "整个重报多少钱"])
def test_all_papers_anew_cost_the_first_attempt(ask: Ask, text: str) -> None:
    memory = Memory(topic="ask_retake", occupation=TRAINER, organisation=SAIA, level=4)
    assert "合计400元" in said(ask(text, "ask_fee", memory, AT))


@pytest.mark.parametrize("text", ["要考几样东西 一天里弄得完吗", "要考什么"])
def test_what_the_examination_consists_of(ask: Ask, text: str) -> None:
    outcome = ask(text, "ask_exam_form", Memory(topic="ask_fee", occupation=TRAINER, level=5), AT)
    assert outcome.reply.status == "answered"
    assert "理论知识" in said(outcome)


def test_so_many_who_change_their_level_are_people(library: Library) -> None:
    text = "6个就改五级,一共收多少"
    found = people_of(text, library.lexicon.matcher.find(text), (5,))
    assert [(one.people, one.level) for one in found.shares] == [(6, 5)]


@pytest.mark.parametrize(
    ("text", "age"), [("我15 初三 可以考吗", 15), ("我62 退休了", 62), ("我15 初中毕业", None)]
)
def test_an_age_before_a_pause_or_a_grade_at_school(library: Library, text: str, age: int | None) -> None:
    assert read_situation(library, text, datetime(2026, 11, 21, tzinfo=SHANGHAI)).age == age


@pytest.mark.parametrize(
    "text",
    [
        "先不弄了,推介官呢,他在上海念大学,项目制的班他能参加吗",
        "美容师呢,我做了三年,四级能报吗",
    ],
)
def test_a_name_before_what_is_told_and_asked_is_one_question(library: Library, text: str) -> None:
    assert questions_in(text, partial(entities_of, library)) == [text]


def test_a_name_before_a_question_on_another_is_two(library: Library) -> None:
    found = questions_in("美容师呢,我同事说的,美发师能考几级", partial(entities_of, library))
    assert len(found) == 2
