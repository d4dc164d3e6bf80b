"""From judged turns to figures: shares with intervals, F1, the table of statuses."""

from __future__ import annotations

import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from api.gate import WITHHELD
from bench.evaluation.data import Item
from bench.evaluation.scoring import Verdict
from bench.evaluation.understanding import KINDS, Understanding

_Z = 1.959964  # two-sided 95 %
REFUSALS = frozenset(["out_of_scope", "no_answer", "not_stated"])
_TURNED_AWAY = frozenset(["out_of_scope", "no_answer"])
_REAL = frozenset(["answered", "partial", "clarification"])


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rate(_Strict):
    """`hits` of `of`."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """0…1; 0 of nothing."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval, 0…1; nothing is known of nothing."""
        if not self.of:
            return 0.0, 1.0
        square = _Z * _Z / self.of
        centre = (self.share + square / 2) / (1 + square)
        half = _Z / (1 + square) * math.sqrt(self.share * (1 - self.share) / self.of + square / (4 * self.of))
        # At 0 and 1 the bound is the share itself, but for rounding.
        return max(0.0, min(self.share, centre - half)), min(1.0, max(self.share, centre + half))


class Counts(_Strict):
    """What was found rightly, found wrongly, and missed."""

    found: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """0…1; 1 where nothing was found."""
        of = self.found + self.spurious
        return self.found / of if of else 1.0

    @property
    def recall(self) -> float:
        """0…1; 1 where there was nothing to find."""
        of = self.found + self.missed
        return self.found / of if of else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        of = 2 * self.found + self.spurious + self.missed
        return 2 * self.found / of if of else 1.0


@dataclass(frozen=True)
class Judged:
    """An item with the verdict on each turn, in order."""

    item: Item
    verdicts: tuple[Verdict, ...]

    @property
    def right(self) -> bool:
        """Whether every turn is right."""
        return all(one.right for one in self.verdicts)


class Metrics(_Strict):
    """Everything that is counted in one run of one side.

    `statuses`: how often each status came where the key was expected first. `topics` is empty where the dialogue
    engine could not be asked. `ms`: the median turn.
    """

    questions: Rate
    conversations: Rate
    turns: Rate
    categories: dict[str, Rate]
    wrong_figures: Rate
    unsourced: Rate
    withheld: Rate
    statuses: dict[str, dict[str, int]]
    clarifications: Rate
    needless_clarifications: Rate
    outside_refused: Rate
    real_refused: Rate
    topics: dict[str, Counts]
    entities: dict[str, Counts]
    slots: dict[str, Rate]
    ms: float


def measure(judged: Sequence[Judged], understanding: Understanding) -> Metrics:
    """Count everything."""
    verdicts = [verdict for one in judged for verdict in one.verdicts]
    outside = [one for one in verdicts if one.turn.status and REFUSALS.issuperset(one.turn.status)]
    real = [one for one in verdicts if one.turn.status and _REAL.issuperset(one.turn.status)]
    with_figures = [one for one in verdicts if one.turn.figures or one.turn.not_figures]
    asked_back = [one for one in verdicts if one.reply.status == "clarification"]
    return Metrics(
        questions=rate(one.right for one in judged if one.item.is_question),
        conversations=rate(one.right for one in judged if not one.item.is_question),
        turns=rate(one.right for one in verdicts),
        categories=_by_category(judged),
        wrong_figures=rate(one.wrong_figure for one in with_figures),
        unsourced=rate(bool(one.unsourced) for one in verdicts),
        withheld=rate(WITHHELD in one.reply.text for one in verdicts),
        statuses=_statuses(verdicts),
        clarifications=Rate(hits=len(asked_back), of=len(verdicts)),
        needless_clarifications=Rate(
            hits=sum("clarification" not in one.turn.status for one in asked_back), of=len(verdicts)
        ),
        outside_refused=rate(one.reply.status in REFUSALS for one in outside),
        real_refused=rate(one.reply.status in _TURNED_AWAY for one in real),
        topics=_topics(verdicts),
        entities=_entities(judged, understanding),
        slots=_slots(judged, understanding),
        ms=round(statistics.median(one.reply.ms for one in verdicts), 1) if verdicts else 0.0,
    )


def rate(hits: Iterable[bool]) -> Rate:
    """Count how many hold."""
    found = list(hits)
    return Rate(hits=sum(found), of=len(found))


def count(pairs: Iterable[tuple[set[str], set[str]]]) -> Counts:
    """Counts over (expected, found)."""
    found = spurious = missed = 0
    for expected, got in pairs:
        found += len(expected & got)
        spurious += len(got - expected)
        missed += len(expected - got)
    return Counts(found=found, spurious=spurious, missed=missed)


def paired_drop(before: Sequence[bool], after: Sequence[bool]) -> tuple[float, float]:
    """How many points fewer are right afterwards, and the half-width of the 95 % interval of paired shares."""
    lost = sum(a and not b for a, b in zip(before, after, strict=True))
    won = sum(b and not a for a, b in zip(before, after, strict=True))
    n = max(1, len(before))
    spread = max(0.0, lost + won - (lost - won) ** 2 / n)
    return 100 * (lost - won) / n, 100 * _Z * math.sqrt(spread) / n


def _by_category(judged: Sequence[Judged]) -> dict[str, Rate]:
    grouped: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        grouped[one.item.category].append(one.right)
    return {name: rate(grouped[name]) for name in sorted(grouped)}


def _statuses(verdicts: Sequence[Verdict]) -> dict[str, dict[str, int]]:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for one in verdicts:
        if one.turn.status:
            table[one.turn.status[0]][one.reply.status] += 1
    return {expected: dict(got) for expected, got in sorted(table.items())}


def _topics(verdicts: Sequence[Verdict]) -> dict[str, Counts]:
    """Per topic; `other` is no topic of the bot's and is left out on both sides."""
    pairs = [
        (set(one.turn.topics) - {"other"}, set(one.reply.topics))
        for one in verdicts
        if one.reply.topics is not None and one.turn.topics
    ]
    names = sorted({topic for expected, got in pairs for topic in expected | got})
    return {name: count(({name} & expected, {name} & got) for expected, got in pairs) for name in names}


def _entities(judged: Sequence[Judged], understanding: Understanding) -> dict[str, Counts]:
    pairs = [understanding.entities(one.item, verdict.turn) for one in judged for verdict in one.verdicts]
    return {
        kind: count(({v for k, v in want if k == kind}, {v for k, v in got if k == kind}) for want, got in pairs)
        for kind in KINDS
    }


def _slots(judged: Sequence[Judged], understanding: Understanding) -> dict[str, Rate]:
    grouped: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        for verdict in one.verdicts:
            for name, holds in understanding.slots(one.item, verdict.turn):
                grouped[name].append(holds)
    return {name: rate(grouped[name]) for name in sorted(grouped)}


def total(parts: Iterable[Counts]) -> Counts:
    """Micro-averaging: the counts of all together."""
    many = list(parts)
    return Counts(
        found=sum(one.found for one in many),
        spurious=sum(one.spurious for one in many),
        missed=sum(one.missed for one in many),
    )
