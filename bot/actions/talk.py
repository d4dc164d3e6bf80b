"""What a turn leaves for the next one beyond its subject: the day talked of, and what was told of oneself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.actions.answers.programme_words import standings
from bot.actions.turn import HOURS, Memory, Turn
from knowledge.misconduct import described, is_misconduct
from knowledge.wording.days import asked_days
from knowledge.wording.spoken_days import SpokenDay, spoken_day

DISCIPLINE, PROMOTER, RESULTS = "ask_discipline", "ask_promoter", "ask_results"
# Topics that interrupt a talk about misconduct without ending it.
_BESIDE_CONDUCT = (*HOURS, "ask_phone", "ask_human")
_DATE = re.compile(r"月.*[日号]|\d[-./]\d")
_LONGEST = 200  # characters of a message that are kept


def remembered(turn: Turn, memory: Memory, topic: str, in_programme: bool = False) -> Memory:
    """The memory after an answer on `topic`; `in_programme`: whether the talk is about a programme (推介官)."""
    return replace(memory, topic=topic, day=_day(turn, topic), said=_said(turn, topic, in_programme))


def _day(turn: Turn, topic: str) -> date | None:
    """The day that a talk about office hours has come to, or on which the last paper was sat, in one about results."""
    if topic == RESULTS:
        sat = sat_on(turn)
        return sat.last if sat else None
    if topic not in HOURS:
        return None
    before = day_of(turn.memory, *HOURS)
    days = asked_days(turn.text, turn.as_of, before)
    return days.first if days and days.first else before


def sat_on(turn: Turn) -> SpokenDay | None:
    """When the last paper was sat: by a date of the message, else by what was told before in a talk about results.

    「都两个礼拜了」 and 「今天还查不到」 put no date right that is known.
    """
    said, known = spoken_day(turn.text, turn.as_of.date()), day_of(turn.memory, RESULTS)
    if known is None or (said and _DATE.search(said.words)):
        return said
    return SpokenDay(known, known, "前面说的那天")


def day_of(memory: Memory, *topics: str) -> date | None:
    """The day that is remembered, where the talk is about one of these topics; of another it is another's."""
    return memory.day if memory.topic in topics else None


def misconduct_told(memory: Memory) -> str | None:
    """The words that named a misconduct, in a talk about one: whom to call may have been asked for in between."""
    if memory.said is None or memory.topic not in (DISCIPLINE, *_BESIDE_CONDUCT):
        return None
    named = memory.topic == DISCIPLINE or described(memory.said) or is_misconduct(memory.said)
    return memory.said if named else None


def _said(turn: Turn, topic: str, in_programme: bool) -> str | None:
    """The words that name a misconduct, or who asks about a programme; None in every other talk."""
    if topic in (DISCIPLINE, *_BESIDE_CONDUCT) and not in_programme:
        fresh = topic == DISCIPLINE and (bool(described(turn.text)) or is_misconduct(turn.text))
        kept = misconduct_told(turn.memory)
    elif in_programme:
        fresh, kept = bool(standings(turn.text)), None if turn.memory.topic == DISCIPLINE else turn.memory.said
    else:
        return None
    return turn.text[:_LONGEST] if fresh else kept
