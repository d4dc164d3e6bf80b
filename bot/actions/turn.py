"""One turn of a conversation: what was said, what it is about, and what carries over from before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from knowledge.directory import assesses
from knowledge.lexicon.lexicon import Lexicon
from knowledge.library import Library
from knowledge.subject import Subject

INFORM = "inform"  # a fragment that only names a subject and re-asks the last topic
_RELATIVE = {"前年": -2, "去年": -1, "上一年": -1, "往年": -1, "今年": 0, "本年": 0, "明年": 1, "来年": 1}
_ABOUT = r"的?(?:通知|收费|标准|费|价|报名|申报|考试|认定|评价|安排|目录|政策|计划|补考|名额|呢|$)"
_YEAR = re.compile(rf"(20\d\d)年?度?{_ABOUT}")
_RELATIVE_YEAR = re.compile(rf"({'|'.join(_RELATIVE)}){_ABOUT}")


@dataclass(frozen=True)
class Memory:
    """What carries over between turns; official names."""

    organisation: str | None = None
    occupation: str | None = None
    level: int | None = None
    year: int | None = None
    topic: str | None = None


@dataclass(frozen=True)
class Mentioned:
    """What this message names. `outside` is another examination or place, `stranger` an unlisted occupation."""

    organisation: str | None = None
    occupation: str | None = None
    levels: tuple[int, ...] = ()
    code: str | None = None
    year: int | None = None
    outside: str | None = None
    stranger: str | None = None

    @property
    def anything(self) -> bool:
        """Whether the message names anything at all."""
        return any((self.organisation, self.occupation, self.levels, self.code, self.year))


@dataclass(frozen=True)
class Turn:
    """A message with its intent, what it names, and the memory before it."""

    text: str
    intent: str
    as_of: datetime
    mentioned: Mentioned = field(default_factory=Mentioned)
    memory: Memory = field(default_factory=Memory)


def year_asked_for(text: str, as_of: datetime) -> int | None:
    """The year whose notice is asked for; a year of the person's own history (2019年拿的证) is none."""
    if match := _YEAR.search(text):
        return int(match.group(1))
    if match := _RELATIVE_YEAR.search(text):
        return as_of.year + _RELATIVE[match.group(1)]
    return None


def merge(library: Library, turn: Turn) -> Memory:
    """Carry the subject over, replaced piece by piece.

    A new occupation drops the old level, organisation and year; named again in a new question it drops the
    organisation, whose answer would hide the others'. A new organisation drops an occupation that it does not
    assess. The year of a notice outlives only follow-ups: a new question is about what is in force.
    """
    new, merged, asked_anew = turn.mentioned, turn.memory, turn.intent != INFORM
    occupation = new.occupation or _occupation_of_code(library, new.code)
    if asked_anew:
        merged = replace(merged, year=None)
    if occupation and (occupation != merged.occupation or asked_anew):
        same = occupation == merged.occupation
        merged = replace(merged, occupation=occupation, organisation=None, level=merged.level if same else None)
    if new.organisation and new.organisation != merged.organisation:
        keeps = merged.occupation is not None and assesses(library, new.organisation, merged.occupation)
        kept = (merged.occupation, merged.level) if keeps else (None, None)
        merged = replace(merged, organisation=new.organisation, occupation=kept[0], level=kept[1])
    if new.levels:
        merged = replace(merged, level=new.levels[0])
    return replace(merged, year=new.year or merged.year)


def _occupation_of_code(library: Library, code: str | None) -> str | None:
    known = code is not None and library.lexicon.knows_code(code)
    return library.lexicon.occupation(str(code)).name if known else None


def subject_of(lexicon: Lexicon, memory: Memory) -> Subject:
    """The memory's names resolved."""
    return Subject(
        organisation=lexicon.organisation(memory.organisation) if memory.organisation else None,
        occupation=lexicon.occupation(memory.occupation) if memory.occupation else None,
        level=memory.level,
        year=memory.year,
    )
