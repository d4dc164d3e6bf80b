"""The journey of an answer, in order: merge the subject, choose the topic, answer, remember.

The same function answers a Rasa action and, when the dialogue engine is down, the gateway.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.actions.answers import contacts, directory, fees, outside, rules, search, smalltalk
from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.turn import INFORM, Memory, Turn, merge, subject_of
from knowledge.subject import Subject

AnswerFunction = Callable[[Desk, Turn, Subject], Reply]

ANSWERS: dict[str, AnswerFunction] = {
    "ask_fee": fees.answer_fee,
    "ask_retake_fee": fees.answer_retake_fee,
    "ask_phone": contacts.answer_phone,
    "ask_address": contacts.answer_address,
    "ask_office_hours": contacts.answer_hours,
    "ask_website": contacts.answer_website,
    "ask_supervision": contacts.answer_supervision,
    "ask_catalogue": directory.answer_directory,
    "ask_occupation_code": directory.answer_code,
    "ask_discipline": rules.answer_discipline,
    "ask_promoter": search.answer_search,
    **dict.fromkeys(rules.TOPICS, rules.answer_topic),
    "ask_eligibility": rules.answer_eligibility,
    "search": search.answer_search,
}
SMALL_TALK: dict[str, AnswerFunction] = {
    **dict.fromkeys(("greet", "thank", "goodbye", "capabilities"), smalltalk.answer_smalltalk),
    "out_of_scope": smalltalk.answer_outside,
}


@dataclass(frozen=True)
class Outcome:
    """The reply, and what the next turn remembers."""

    reply: Reply
    memory: Memory


def respond(desk: Desk, turn: Turn) -> Outcome:
    """Answer one turn."""
    if turn.mentioned.outside:
        return Outcome(outside.answer_outside_name(desk, turn, Subject()), turn.memory)
    if turn.intent in SMALL_TALK and not _is_question_after_all(turn):
        return Outcome(SMALL_TALK[turn.intent](desk, turn, Subject()), turn.memory)
    if turn.mentioned.stranger and turn.intent in ANSWERS:
        return Outcome(outside.answer_stranger(desk, turn, Subject()), turn.memory)
    return _answer(desk, turn)


def _is_question_after_all(turn: Turn) -> bool:
    """Whoever names an occupation, organisation or code of the notices is not outside the field."""
    named = turn.mentioned.occupation or turn.mentioned.organisation or turn.mentioned.code
    return turn.intent == "out_of_scope" and bool(named)


def _answer(desk: Desk, turn: Turn) -> Outcome:
    memory = merge(desk.library, turn)
    subject = subject_of(desk.library.lexicon, memory)
    topic = memory.topic if turn.intent == INFORM else turn.intent
    if topic == "out_of_scope":
        topic = "search"
    if topic is None or topic not in ANSWERS:
        return Outcome(smalltalk.ask_what(desk, turn, subject), memory)
    answer = ANSWERS[topic]
    if subject.occupation and desk.library.programmes(subject.occupation.name):
        answer = search.answer_programme
    reply = answer(desk, replace(turn, intent=topic), subject)
    return Outcome(reply, replace(memory, topic=topic))
