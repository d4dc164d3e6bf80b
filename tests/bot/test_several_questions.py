"""Where a message asks several things, and where it only seems to."""

from __future__ import annotations

import pytest

from bot.actions.reply import Reply, Status, single, together
from bot.actions.several import MOST, questions_in
from retrieval.analysis import normalise


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("四级多少钱？在哪报名？几号考？", ["四级多少钱", "在哪报名", "几号考"]),
        ("协会的电话和地址", ["协会的电话", "协会的地址"]),
        ("四级要多少钱然后什么时候考试在哪里报名", ["四级要多少钱", "什么时候考试", "在哪里报名"]),
        ("我大专毕业，做了三年，能考三级吗？要交多少钱？", ["我大专毕业,做了三年,能考三级吗", "要交多少钱"]),
        ("什么时候报名什么时候考试", ["什么时候报名", "什么时候考试"]),
        ("报名费和补考费是多少", ["报名费", "补考费是多少"]),
        ("成绩有效期几年，另外补考多少钱", ["成绩有效期几年", "补考多少钱"]),
    ],
)
def test_each_question_is_asked_on_its_own(text: str, questions: list[str]) -> None:
    assert questions_in(normalise(text)) == questions


@pytest.mark.parametrize(
    "text",
    [
        "三级多少钱，四级多少钱",
        "三级理论和实操分别多少钱",
        "你好，四级报名费是多少，谢谢",
        "我在浦东上班，周末能去报名吗",
        "没过可以补考吗？补考费怎么算？",
        "作弊会怎么样？会禁考几年？",
        "准考证什么时候打，在哪打",
        "条件呢",
        "听说三级只要300对吧",
        "有四级证，去年六月拿的，今年能报三级吗",
    ],
)
def test_one_question_stays_whole(text: str) -> None:
    assert len(questions_in(normalise(text))) == 1


def test_no_more_than_so_many_come_of_one_message() -> None:
    text = "多少钱？在哪报名？几号考？准考证怎么打？成绩怎么查？证书去哪领？"
    assert len(questions_in(normalise(text))) == MOST


def replies(*statuses: Status) -> list[Reply]:
    return [single(status, f"{i}") for i, status in enumerate(statuses)]


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (("answered", "answered"), "answered"),
        (("answered", "not_stated"), "partial"),
        (("no_answer", "partial"), "partial"),
        (("chitchat", "answered"), "answered"),
        (("not_stated", "no_answer"), "not_stated"),
        (("clarification", "clarification"), "clarification"),
    ],
)
def test_the_status_tells_whether_a_question_stayed_open(statuses: tuple[Status, ...], status: Status) -> None:
    assert together(replies(*statuses)).status == status


def test_what_two_questions_are_both_answered_with_is_said_once() -> None:
    same = single("answered", "四级400元。")
    assert len(together([same, same]).messages) == 1
