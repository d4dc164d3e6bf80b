"""One turn of a conversation: what was said, what it is about, and what carries over from before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from knowledge.directory import assesses
from knowledge.lexicon.lexicon import Lexicon
from knowledge.library import Library
from knowledge.subject import Subject

INFORM = "inform"  # a fragment that only names a subject and re-asks the last topic


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
    """What this message names.

    `levels` are those asked about, `held_levels` those of certificates that the person has or lacks. `outside` is
    another examination or place, `stranger` an occupation and `strange_organisation` one that no notice lists.
    """

    organisation: str | None = None
    occupation: str | None = None
    levels: tuple[int, ...] = ()
    held_levels: tuple[int, ...] = ()
    code: str | None = None
    year: int | None = None
    outside: str | None = None
    stranger: str | None = None
    strange_organisation: str | None = None


@dataclass(frozen=True)
class Turn:
    """A message with its intent, what it names, and the memory before it.

    `guess` is the classifier's best intent where it was too unsure to name one.
    """

    text: str
    intent: str
    as_of: datetime
    mentioned: Mentioned = field(default_factory=Mentioned)
    memory: Memory = field(default_factory=Memory)
    guess: str | None = None


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
        named = occupation is not None  # both in one message: the question is about just that pair
        keeps = merged.occupation is not None and (named or assesses(library, new.organisation, merged.occupation))
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
