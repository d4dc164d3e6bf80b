"""Levels that nobody examines this year, with their conditions; circumstances that no level changes; bare questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.form.words import names_major
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.topic_choice import choose_topic
from bot.actions.turn import INFORM, Turn
from knowledge.library import Library
from knowledge.validity import parse_as_of
from tests.bot.eligibility_replies import cited, sourced
from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

ASK, NOW = "ask_eligibility", "2026-11-21"


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("企业人力资源管理师一级的报考条件有哪些", "附件1·5（3）"),
        ("职业培训师二级要什么资格", "附件1·4（1）"),
        ("有高级职称，做了两年，人工智能训练师一级我能报吗", "附件1·5（3）"),
        ("人力三级证书拿到以后几年可以考二级", "附件1·4（1）"),
    ],
)
def test_a_level_that_is_not_there_is_denied_and_its_conditions_told(text: str, clause: str, ask: Ask) -> None:
    outcome = ask(text, ASK, at=NOW)
    assert said(outcome).startswith(("今年没有", "不能报"))
    assert {"一", clause} <= set(cited(outcome))
    assert sourced(outcome, text)


def test_in_a_talk_about_conditions_a_bare_level_is_asked_for_its_own(ask: Ask) -> None:
    first = ask("训练师三级什么条件", ASK, at=NOW)
    outcome = ask("那二级呢", INFORM, first.memory, at=NOW)
    assert said(outcome).startswith("今年没有二级可以报")
    assert "附件1·4（3）" in cited(outcome)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("我住昆山，可以过来考训练师吗", "没有写住在或在上海工作的要求"),
        ("外省的能到上海考人力吗", "没有写住在或在上海工作的要求"),
        ("阿拉是外地户口，训练师好报伐", "没有写户籍或居住证的要求"),
        ("我家小囡考训练师，最小要几岁", "年满16周岁"),
        ("我自己没上过培训班，训练师能报吧", "年满16周岁"),
    ],
)
def test_one_circumstance_is_answered_whatever_the_level(text: str, told: str, ask: Ask) -> None:
    outcome = ask(text, ASK, at=NOW)
    assert outcome.reply.status == "answered"
    assert told in said(outcome)


def test_where_one_went_to_school_is_not_where_one_lives(ask: Ask) -> None:
    assert "在上海工作的要求" not in said(ask("我在杭州读的本科，训练师四级能考吗", ASK, at=NOW))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("人力四级我够不够格啊", "clarification"),
        ("请问我能不能报训练师三级", "clarification"),
        ("干了好几年标注，不知道我报训练师行不行", "clarification"),
        ("训练师五级我可以报吗", "answered"),
        ("训练师四级有哪些条件", "answered"),
        ("四级拿到以后几年能考训练师三级", "answered"),
    ],
)
def test_who_tells_nothing_of_themselves_is_asked_back(text: str, status: str, ask: Ask) -> None:
    assert ask(text, ASK, at=NOW).reply.status == status


@pytest.mark.parametrize("text", ["训练师三级必须先有四级吗", "人力三级要先有四级吗"])
def test_what_a_level_presupposes_is_no_question_for_that_level(text: str, library: Library) -> None:
    moment = parse_as_of(NOW)
    named = mentioned(library, text, entities_of(library, text), moment)
    assert choose_topic(Turn(text, "search", moment, named)) == ASK


def test_a_message_that_asks_names_no_major() -> None:
    assert not names_major("major", "那找谁定，办公室电话")
    assert names_major("major", "工商管理")
