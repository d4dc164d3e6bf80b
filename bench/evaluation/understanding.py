"""What a message names and tells, as the service's own code reads it, against what it names and tells by hand."""

from __future__ import annotations

from datetime import datetime

from bench.evaluation.data import Item, Told, Turn
from bot.actions.desk import normaliser_of
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.situation import Situation
from bot.actions.turn import Mentioned
from knowledge.lexicon.matching import fold
from knowledge.library import Library

KINDS = ("occupation", "organisation", "level")
Pairs = set[tuple[str, str]]


class Understanding:
    """Judges entities and slots with the library that the service answers from, after its own normalisation."""

    def __init__(self, library: Library) -> None:
        self._library, self._normaliser = library, normaliser_of(library)

    def entities(self, item: Item, turn: Turn) -> tuple[Pairs, Pairs]:
        """Expected and found names, as (kind, folded official name).

        The level of a certificate that is held is told, not asked about: it is judged as a slot, and naming it
        counts neither way here unless it is expected.
        """
        pairs = [(kind, name) for kind in KINDS for name in getattr(turn.entities, kind)]
        expected = {(kind, self._official(kind, name)) for kind, name in pairs}
        text = self._heard(turn)
        found = {(str(one["entity"]), fold(str(one["value"]))) for one in entities_of(self._library, text)}
        held = {("level", str(level)) for level in self._read(item, text).held_levels} - expected
        return expected, {one for one in found if one[0] in KINDS} - held

    def slots(self, item: Item, turn: Turn) -> list[tuple[str, bool]]:
        """Each expected slot with whether it was read as expected."""
        expected, told = turn.slots, _told(self._read(item, self._heard(turn)).situation)
        return [
            (name, _matches(getattr(expected, name), getattr(told, name)))
            for name in Told.model_fields
            if getattr(expected, name) not in (None, ())
        ]

    def _heard(self, turn: Turn) -> str:
        return self._normaliser.normalise(turn.say).text

    def _read(self, item: Item, text: str) -> Mentioned:
        moment = datetime.fromisoformat(item.as_of)
        return mentioned(self._library, text, entities_of(self._library, text), moment)

    def _official(self, kind: str, name: str) -> str:
        """A name in the lexicon's own spelling; one that it does not know stays and can only be missed."""
        whole = fold(name)
        found = self._library.lexicon.matcher.find(name)
        same = (fold(one.value) for one in found if one.kind == kind and fold(name[one.start : one.end]) == whole)
        return next(same, whole)


def _told(read: Situation) -> Told:
    return Told(
        age=read.age,
        work_years=read.work_years,
        certificate_level=tuple(str(one.level) for one in read.certificates or ()),
        title_grade=tuple(one.grade for one in read.titles or ()),
        education=tuple(one.kind for one in read.education or ()),
    )


def _matches(expected: object, read: object) -> bool:
    if isinstance(expected, tuple) and isinstance(read, tuple):
        return set(expected) == set(read)
    return expected == read
