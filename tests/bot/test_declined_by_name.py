"""What lies outside is declined by its name; what only sounds like it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import Memory
from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

TRAINER = "人工智能训练师"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("北京的人工智能训练师多少钱", "北京"),
        ("教师资格证怎么报名", "教师资格证"),
        ("一级建造师报考条件", "一级建造师"),
        ("考研多少钱", "考研"),
        ("高考生怎么报名", "高考"),
        ("法考什么时候报名", "法考"),
        ("今年中考几号", "中考"),
    ],
)
def test_another_place_or_examination_is_declined_by_name(text: str, name: str, ask: Ask) -> None:
    outcome = ask(text, "ask_fee")
    assert outcome.reply.status == "out_of_scope"
    assert name in said(outcome)
    assert outcome.reply.messages[0].citations == ()


@pytest.mark.parametrize(
    "text",
    [
        "人工智能训练师最高考到几级",
        "完成考试后多久可以查成绩",
        "无法考试了怎么办",
        "考试途中考生能离开吗",
        "外省考试的成绩能用吗",
        "期中考试那天能改期吗",
        "我是安徽户口能考吗",
    ],
)
def test_a_question_of_the_field_is_not_declined_for_a_chance_word(text: str, ask: Ask) -> None:
    assert ask(text, "search").reply.status != "out_of_scope"


@pytest.mark.parametrize(
    ("intent", "status"),
    [
        ("greet", "chitchat"),
        ("thank", "chitchat"),
        ("goodbye", "chitchat"),
        ("capabilities", "chitchat"),
        ("out_of_scope", "out_of_scope"),
    ],
)
def test_small_talk_is_answered_and_changes_nothing(intent: str, status: str, ask: Ask) -> None:
    memory = Memory("上海市技师协会", None, 3, None, "ask_phone")
    outcome = ask("今天天气不错" if intent == "out_of_scope" else "嗯嗯", intent, memory)
    assert outcome.reply.status == status
    assert outcome.memory == memory


@pytest.mark.parametrize("text", ["颜色五彩斑斓的黑", "asdf qwer", "今天吃什么好"])
def test_what_no_clause_answers_is_not_answered(text: str, ask: Ask) -> None:
    outcome = ask(text, "search")
    assert outcome.reply.status in ("no_answer", "clarification", "out_of_scope")
    assert outcome.reply.messages[0].citations == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("我人在杭州，杭州本地的人力资源管理师什么时候报名", "out_of_scope"),
        ("我是杭州的人，人力资源管理师什么时候报名", "answered"),
    ],
)
def test_another_place_is_asked_about_or_lived_in(text: str, status: str, ask: Ask) -> None:
    assert ask(text, "ask_application_window").reply.status == status
