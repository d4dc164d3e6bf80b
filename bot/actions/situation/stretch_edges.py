"""The days on which work began and ended, and the beginnings that stand far from their ends in a story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.actions.situation import stretch_words as words
from bot.actions.situation.heard import Clause, Heard
from bot.actions.situation.paper_days import day_of_paper
from bot.actions.situation.spans import Span
from bot.actions.situation.work_words import FIELD, VERB


@dataclass(frozen=True)
class Edge:
    """A day on which work began or ended; `months`: how long it went on from there, where that is told."""

    place: int
    span: Span
    kind: Literal["start", "end"]
    clause: Clause
    again: bool = False
    turned: bool = False
    months: int | None = None
    until: bool = False  # 做到那天: it had begun, on a day that may be told anywhere before
    now: bool = False  # until today: it ends nothing

    @property
    def general(self) -> bool:
        """Whether it tells of work, and not of the field."""
        return not re.search(FIELD, self.clause.marked) and bool(words.GENERAL.search(self.clause.marked))


def is_own(heard: Heard, turn: Edge) -> bool:
    """Work in another job is none in the field; where the field is not named, no other job may be."""
    if re.search(FIELD, turn.clause.marked):
        return True
    if turn.kind == "end":
        return not words.another_job(turn.clause.marked)
    index = heard.clauses.index(turn.clause)
    beside = [one.marked for one in heard.clauses[max(0, index - 1) : index + 2] if not one.supposed]
    if not any(map(words.another_job, beside)) and any(re.search(f"(?:{VERB}).*{FIELD}", one) for one in beside):
        return True  # 当了三年兵，退伍后做人事，2018年入职
    return not words.another_job(heard.marked)


def with_beginnings(heard: Heard, edges: Sequence[Edge]) -> list[Edge]:
    """做到2020年8月 and 做到现在 end what began on the day told last before them, whatever was told in between.

    Where nothing was going on and no such day is told, the edges stay as they are.
    """
    found: list[Edge] = []
    edges = [one for one in edges if not _goes_straight_on(heard, one)]
    for one in sorted([*edges, *_that_day(heard, edges), *_until_now(heard)], key=lambda each: each.place):
        running = bool(found) and found[-1].kind == "start" and found[-1].months is None
        if one.until and not running and (begun := _begun_before(heard, found, one)):
            found.append(begun)
        if not one.now:
            found.append(one)
    return found


def _begun_before(heard: Heard, edges: Sequence[Edge], end: Edge) -> Edge | None:
    """The nearest day before the end that is none of papers, schools or births, in a story of work in the field."""
    index = heard.clause_at(end.place)
    for at in range(index, -1, -1):
        clause = heard.clauses[at]
        if edges and clause.end <= edges[-1].place:
            return None
        if clause.supposed or words.OF_LIFE.search(clause.text) or day_of_paper(clause.marked):
            continue
        for day in reversed(list(words.DAY.finditer(clause.marked))):
            place = clause.start + day.start()
            span = heard.dates[place]
            after = clause.marked[day.end() :]
            if place >= end.place or span is None or (edges and place <= edges[-1].place):
                continue
            if words.ELSE.match(after) or words.PLANNED.search(clause.marked[: day.start()]):
                continue
            edge = Edge(place, span, "start", clause, again=bool(edges))
            own = _is_of_field(heard.clauses[at : index + 1]) or is_own(heard, edge)
            return edge if own and span.start <= end.span.end else None
    return None


def _is_of_field(clauses: Sequence[Clause]) -> bool:
    """Whether what is told from a beginning to its end names the field, and no other job."""
    return any(re.search(FIELD, one.marked) for one in clauses) and not any(
        words.another_job(one.marked) for one in clauses
    )


def _until_now(heard: Heard) -> Iterator[Edge]:
    """一直做到现在, in a clause without a day."""
    for clause in heard.clauses:
        match = words.UNTIL_NOW.search(clause.marked)
        if match and not clause.supposed and not words.DAY.search(clause.marked[: match.start()]):
            today = Span(start=heard.day, end=heard.day)
            yield Edge(clause.start + match.start(), today, "end", clause, until=True, now=True)


def _that_day(heard: Heard, edges: Sequence[Edge]) -> Iterator[Edge]:
    """2022年2月14号，就是情人节那天入的职: the day told just before is the beginning."""
    for before, clause in zip(heard.clauses, heard.clauses[1:], strict=False):
        match = words.THAT_DAY.search(clause.marked)
        if match is None or clause.supposed or before.supposed or words.DAY.search(clause.marked):
            continue
        if not words.BEGUN.match(clause.marked[match.end() :]):
            continue
        for day in list(words.DAY.finditer(before.marked))[-1:]:
            place = before.start + day.start()
            span, known = heard.dates[place], {one.place for one in edges}
            edge = Edge(place, span, "start", before) if span else None
            if (
                edge
                and place not in known
                and not words.ELSE.match(before.marked[day.end() :])
                and is_own(heard, edge)
            ):
                yield edge


def _goes_straight_on(heard: Heard, edge: Edge) -> bool:
    """做到2020年春节，紧接着第二天就去了现在这家: nothing ended but a post."""
    index = heard.clause_at(edge.place)
    following = heard.clauses[index + 1 : index + 2]
    return edge.kind == "end" and any(words.ON_THE_NEXT_DAY.match(one.marked) for one in following)
