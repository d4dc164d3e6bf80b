"""What is owed by who passed a paper too long ago: all papers anew, at the first attempt's price."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.retakes.notices import today_of
from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.retake_words import AGAIN, MODULE
from bot.actions.turn import FEES, RETAKE, Turn
from bot.actions.wording import unique
from knowledge.models import Citation
from knowledge.retakes import provisions, terms
from knowledge.subject import Subject

_OF_A_RETAKE = re.compile(f"{AGAIN}|{MODULE}", re.IGNORECASE)
_LINE = "您前面说的通过的那门已经过了有效期，要重新申报所有科目，按正考收费。"


def lapsed(desk: Desk, turn: Turn, subject: Subject) -> list[Citation]:
    """The rule that all papers are due again, where the talk has come to a paper that counts no more."""
    passed = turn.memory.passed
    if passed is None or turn.memory.topic not in (RETAKE, FEES[1]):
        return []
    known = terms(desk.library, replace(subject, level=None), turn.as_of)
    found = [one for one in known if one.status == "current" and (subject.level or 0) in (0, *one.levels)]
    if not found or any(one.last_day(passed.last) >= today_of(turn) for one in found):
        return []
    rules = provisions(desk.library, replace(subject, level=None), turn.as_of, "expired")
    return [each for one in rules for each in one.citations]


def names_retake(text: str) -> bool:
    """Whether a retake or a paper is named in this very message: then what that costs is told all the same."""
    return _OF_A_RETAKE.search(text) is not None


def with_rule(reply: Reply, rule: list[Citation]) -> Reply:
    """A price, under the rule by which all papers are due again."""
    first, *others = reply.messages
    told = first.model_copy(
        update={"text": f"{_LINE}\n{first.text}", "citations": unique([*rule, *first.citations])}
    )
    return reply.model_copy(update={"messages": (told, *others)})
