"""The form for eligibility as people go through it: bare replies, questions in between, changes, and giving up."""

from __future__ import annotations

import pytest

from bot.actions.form.model import Form
from bot.actions.form.words import INPUTS, in_full
from bot.actions.respond import Outcome
from bot.actions.turn import ELIGIBILITY, INFORM
from tests.bot.conftest import Ask

TRAINER = "人工智能训练师三级"


def titles(outcome: Outcome) -> list[str]:
    return [one.title for one in outcome.reply.messages[-1].quick_replies]


@pytest.fixture(scope="module")
def begun(ask: Ask) -> Outcome:
    """Twenty-eight years old with three years of work: whether that is enough depends on what was not told."""
    found = ask(f"我28岁，做人工智能3年了，能考{TRAINER}吗", ELIGIBILITY)
    assert found.memory.form is not None
    return found


def test_what_is_missing_is_asked_with_likely_answers_and_ways_around(begun: Outcome) -> None:
    assert begun.memory.form is not None
    asked = begun.memory.form.asked
    assert titles(begun) == [*INPUTS[asked].buttons, "不清楚", "为什么问这个", "不判断了"]


@pytest.mark.parametrize("intent", [INFORM, "search", "out_of_scope", ELIGIBILITY])
def test_bare_replies_belong_to_what_was_asked(begun: Outcome, ask: Ask, intent: str) -> None:
    outcome, replies = (
        begun,
        {"certificates": "没有", "titles": "没有呢", "education": "高中毕业", "major": "不是"},
    )
    while outcome.memory.form is not None:
        outcome = ask(replies.pop(outcome.memory.form.asked), intent, outcome.memory)
    situation = outcome.memory.situation
    assert (situation.certificates, situation.titles) == ((), ())
    assert outcome.reply.status == "answered"
    assert "三级：现在还不能报" in outcome.reply.messages[0].text
    assert {"修改年龄", "修改工作年限"} <= set(titles(outcome))


def test_another_question_in_between_is_answered_and_leads_back(begun: Outcome, ask: Ask) -> None:
    assert begun.memory.form is not None
    between = ask("三级多少钱", "ask_fee", begun.memory)
    assert "500元" in between.reply.messages[0].text
    assert INPUTS[begun.memory.form.asked].question in between.reply.messages[-1].text
    then = ask("没有证书", INFORM, between.memory)
    assert "我了解到的情况" in then.reply.messages[0].text
    assert then.memory.situation.certificates == ()
    assert then.memory.situation.work_years == 3


def test_why_is_told_with_the_condition(begun: Outcome, ask: Ask) -> None:
    assert begun.memory.form is not None
    why = ask("为什么问这个", "search", begun.memory)
    message = why.reply.messages[0]
    assert why.reply.status == "answered"
    assert message.citations
    assert message.citations[0].quote in message.text
    assert why.memory.form == begun.memory.form


def test_what_the_person_cannot_tell_is_not_asked_again(begun: Outcome, ask: Ask) -> None:
    assert begun.memory.form is not None
    outcome, asked = begun, [begun.memory.form.asked]
    while outcome.memory.form is not None:
        outcome = ask("不清楚", "search", outcome.memory)
        asked += [outcome.memory.form.asked] if outcome.memory.form else []
    assert len(asked) == len(set(asked))
    assert "不清楚" not in titles(outcome)


@pytest.mark.parametrize("words", ["算了", "不问了", "取消吧", "那算了,先不判断了"])
def test_giving_up_ends_the_form_and_says_so(words: str, begun: Outcome, ask: Ask) -> None:
    outcome = ask(words, "goodbye", begun.memory)
    assert outcome.reply.status == "cancelled"
    assert outcome.memory.form is None
    assert outcome.memory.situation == begun.memory.situation


def test_after_two_misunderstandings_there_are_choices(begun: Outcome, ask: Ask) -> None:
    once = ask("啦啦啦", "search", begun.memory)
    assert once.reply.status == "clarification"
    assert "转人工" not in titles(once)
    twice = ask("哈哈哈哈", "search", once.memory)
    assert "转人工" in titles(twice)
    then = ask("没有证书", "search", twice.memory)
    assert then.memory.situation.certificates == ()


def test_what_was_told_is_changed_by_name(begun: Outcome, ask: Ask) -> None:
    asked = ask("修改年龄", "search", begun.memory)
    assert asked.memory.situation.age is None
    assert asked.memory.form is not None
    assert asked.memory.form.asked == "birth_date"
    then = ask("15", INFORM, asked.memory)
    assert then.memory.situation.age == 15
    assert then.memory.situation.work_years == 3


@pytest.mark.parametrize(
    ("asked", "reply", "sentence"),
    [
        ("work_years", "3年", "累计从事3年"),
        ("work_years", "5", "累计从事5年"),
        ("work_years", "没有", "没有从事过"),
        ("certificates", "没有", "没有证书"),
        ("certificates", "四级", "有四级证书"),
        ("birth_date", "28", "28岁"),
        ("birth_date", "1998年3月5日", "1998年3月5日出生"),
        ("titles", "中级", "中级职称"),
        ("major", "对口的", "专业对口"),
        ("major", "不是", "专业不对口"),
        ("issued_on", "2023年6月", "2023年6月取得的"),
        ("work_years_since", "两年半", "取得以后从事两年半"),
        ("work_years", "四级多少钱", "四级多少钱"),
        ("titles", "没有，电话多少", "没有，电话多少"),
    ],
)
def test_a_bare_reply_stands_for_a_sentence(asked: str, reply: str, sentence: str) -> None:
    assert in_full(asked, reply) == sentence


def test_the_form_is_remembered_as_data() -> None:
    assert Form("titles", ("major",), 1, None, "人工智能训练师", 3) == Form(
        asked="titles", skipped=("major",), missed=1, occupation="人工智能训练师", level=3
    )
