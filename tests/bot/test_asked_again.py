"""After several questions in one message, a name asks all of them again."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.desk import Desk
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.reply import together
from bot.actions.respond import Outcome, respond
from bot.actions.turn import INFORM, Memory, Turn
from knowledge.validity import parse_as_of

FEE, RETAKE_FEE, PHONE, ADDRESS = "ask_fee", "ask_retake_fee", "ask_phone", "ask_address"


def say(desk: Desk, *questions: tuple[str, str], memory: Memory | None = None) -> Outcome:
    """One message of several questions, each with its intent, as the gateway asks them."""
    moment, after, replies = parse_as_of("2026-06-01"), memory or Memory(), []
    for i, (text, intent) in enumerate(questions):
        named = mentioned(desk.library, text, entities_of(desk.library, text), moment)
        outcome = respond(desk, Turn(text, intent, moment, named, after, goes_on=i > 0))
        after = outcome.memory
        replies.append(outcome.reply)
    return Outcome(together(replies), after)


def text_of(outcome: Outcome) -> str:
    return "\n".join(one.text for one in outcome.reply.messages)


def holds(outcome: Outcome, figures: Sequence[str]) -> bool:
    return all(one in text_of(outcome) for one in figures)


def test_another_level_asks_both_again(desk: Desk) -> None:
    first = say(desk, ("企业人力资源管理师四级多少钱", FEE), ("补考多少钱", RETAKE_FEE))
    assert holds(first, ["350", "175"])
    again = say(desk, ("那三级呢", INFORM), memory=first.memory)
    assert holds(again, ["400", "200"])
    assert "175" not in text_of(again)
    once_more = say(desk, ("四级呢", INFORM), memory=again.memory)
    assert holds(once_more, ["350", "175"])


def test_another_organisation_asks_both_again(desk: Desk) -> None:
    first = say(desk, ("技师协会电话多少", PHONE), ("地址在哪里", ADDRESS))
    again = say(desk, ("人工智能行业协会呢", INFORM), memory=first.memory)
    assert holds(again, ["62037717", "1750"])
    assert "838" not in text_of(again)


def test_the_name_that_was_asked_for_answers_both(desk: Desk) -> None:
    first = say(desk, ("三级多少钱", FEE), ("补考多少钱", RETAKE_FEE))
    assert first.reply.status == "clarification"
    assert holds(say(desk, ("企业人力资源管理师", INFORM), memory=first.memory), ["400", "200"])


def test_a_button_under_that_question_answers_both(desk: Desk) -> None:
    first = say(desk, ("三级多少钱", FEE), ("补考多少钱", RETAKE_FEE))
    moment = parse_as_of("2026-06-01")
    entities = [{"entity": "occupation", "value": "企业人力资源管理师", "start": 0, "end": 0}]
    named = mentioned(desk.library, "", entities, moment)
    pressed = Turn('/ask_fee{"occupation": "企业人力资源管理师"}', FEE, moment, named, first.memory)
    assert holds(respond(desk, pressed), ["400", "200"])


def test_small_talk_in_between_forgets_nothing(desk: Desk) -> None:
    first = say(desk, ("企业人力资源管理师四级多少钱", FEE), ("补考多少钱", RETAKE_FEE))
    thanked = say(desk, ("谢谢", "thank"), memory=first.memory)
    assert holds(say(desk, ("三级呢", INFORM), memory=thanked.memory), ["400", "200"])


def test_a_new_question_is_asked_again_alone(desk: Desk) -> None:
    first = say(desk, ("技师协会电话多少", PHONE), ("地址在哪里", ADDRESS))
    hours = say(desk, ("电话多少", PHONE), memory=first.memory)
    again = say(desk, ("人工智能行业协会呢", INFORM), memory=hours.memory)
    assert holds(again, ["62037717"])
    assert "1750" not in text_of(again)


def test_questions_on_different_subjects_are_not_asked_again_together(desk: Desk) -> None:
    first = say(desk, ("技师协会电话多少", PHONE), ("人工智能训练师四级多少钱", FEE))
    again = say(desk, ("三级呢", INFORM), memory=first.memory)
    assert holds(again, ["500"])
    assert "62037717" not in text_of(again)
    assert "62418668" not in text_of(again)


def test_a_question_with_a_subject_of_its_own_does_not_go_on_with_the_one_before(desk: Desk) -> None:
    both = say(
        desk,
        ("训练师考试把试题抄下来带出来会被禁考吗", "ask_discipline"),
        ("上海交通大学补考成绩有效期几年", "ask_retake"),
    )
    assert holds(both, ["四级、三级成绩有效期均为两年"])
