"""What a turn leaves for the next one beyond its subject: the day talked of, and what was told of oneself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.actions.answers.programme_words import standings
from bot.actions.turn import HOURS, Memory, Turn
from knowledge.misconduct import described, is_misconduct
from knowledge.wording.days import asked_days

DISCIPLINE, PROMOTER = "ask_discipline", "ask_promoter"
_LONGEST = 200  # characters of a message that are kept


def remembered(turn: Turn, memory: Memory, topic: str, in_programme: bool = False) -> Memory:
    """The memory after an answer on `topic`; `in_programme`: whether the talk is about a programme (推介官)."""
    return replace(memory, topic=topic, day=_day(turn, topic), said=_said(turn, topic, in_programme))


def _day(turn: Turn, topic: str) -> date | None:
    """The day that a talk about office hours has come to; None in every other talk."""
    if topic not in HOURS:
        return None
    days = asked_days(turn.text, turn.as_of, turn.memory.day)
    return days.first if days and days.first else turn.memory.day


def _said(turn: Turn, topic: str, in_programme: bool) -> str | None:
    """The words that name a misconduct, or who asks about a programme; None in every other talk."""
    if topic == DISCIPLINE:
        fresh = bool(described(turn.text)) or is_misconduct(turn.text)
        kept = turn.memory.said if turn.memory.topic == DISCIPLINE else None
    elif in_programme:
        fresh, kept = bool(standings(turn.text)), None if turn.memory.topic == DISCIPLINE else turn.memory.said
    else:
        return None
    return turn.text[:_LONGEST] if fresh else kept
