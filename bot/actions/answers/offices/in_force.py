"""Which offices are told of: today's, where nobody asked for a past year's by its name, its year or beside the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.desk import Desk
from bot.actions.turn import HOURS, Turn
from bot.actions.wording import left_out, unique, year_word
from knowledge.contacts import Contact
from knowledge.models import Citation
from knowledge.subject import Subject

# 几家的电话都给我: past years' too, each under its own year.
_OF_EACH = re.compile(
    r"(?:[两二三几各每哪]|所有|全部|其[他它])(?:个)?(?:家|机构|单位|协会|学校)|分别|各自|各是|另[外一]一?家|都(?:给|发|报|告诉|列|要|说)"
)
_OFFICES = (*HOURS, "ask_phone", "ask_website")


def in_force_unless_named(found: Sequence[Contact], subject: Subject, turn: Turn) -> list[Contact]:
    """Whoever names nobody wants to reach somebody today; a past year's office only if it is asked for, or the only one."""
    current = [one for one in found if one.status == "current"]
    named = subject.organisation or subject.year or _OF_EACH.search(turn.text)
    return current if current and not named else list(found)


def note_on_others(desk: Desk, left: Sequence[Contact], turn: Turn) -> tuple[str, tuple[Citation, ...]]:
    """That others have only past years' notices, with the titles where it names a year; once in a talk or a message."""
    again = turn.memory.topic in _OFFICES and turn.mentioned.occupation in (None, turn.memory.occupation)
    if again or turn.goes_on or turn.intent == "ask_office_hours":
        return "", ()
    dated = [one for one in left if one.status == "upcoming" or year_word(one.year, turn.as_of) == f"{one.year}年"]
    cited = [desk.library.cite_title(one.citations[0].notice_id, turn.as_of) for one in dated]
    return left_out([(one.organisation.name, one.year, one.status) for one in left], turn.as_of), unique(cited)
