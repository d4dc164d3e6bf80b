"""Timetables: dates as the words say them, in order, and no two windows of one level over the same days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from knowledge.facts import Period, TicketPeriod, WindowFact
from knowledge.library import Holding, Library
from knowledge.verification.names import names
from knowledge.verification.problem import Complaint
from knowledge.wording.dates import parse_period


def window(library: Library, holding: Holding, fact: WindowFact) -> Iterator[Complaint]:
    """Check one row of a timetable."""
    yield from names(library, occupations=fact.occupations or ())
    year = holding.notice.front.year
    periods = {"application": fact.application, "payment": fact.payment, "assessment": fact.assessment}
    for name, period in periods.items():
        if period is not None:
            yield from _period(name, period, year, fact)
    if fact.admission_ticket is not None:
        yield from _ticket(fact.admission_ticket, year)
    yield from _order(fact)


def _period(name: str, period: Period, year: int, fact: WindowFact) -> Iterator[Complaint]:
    read = parse_period(period.text, year)
    deadline = period.start is None and any("截止" in source.quote for source in fact.sources)
    if (None if deadline else read.start, read.end) != (period.start, period.end):
        understood = f"{read.start} to {read.end}"
        yield Complaint(
            f"{name}: {period.text!r} reads as {understood}, not {period.start} to {period.end}; correct the days or the text"
        )
    if period.start and period.end and period.start > period.end:
        yield Complaint(
            f"{name}: it ends ({period.end}) before it begins ({period.start}); compare it with the notice"
        )


def _ticket(ticket: TicketPeriod, year: int) -> Iterator[Complaint]:
    if parse_period(ticket.text, year).start != ticket.from_:
        yield Complaint(
            f"admission_ticket: {ticket.text!r} does not read as {ticket.from_}; correct the day or the text"
        )


def _order(fact: WindowFact) -> Iterator[Complaint]:
    """Apply, pay, print, sit: each step begins no earlier than the one before it ends."""
    steps: list[tuple[str, date | None, date | None]] = [
        ("application", fact.application.start, fact.application.end)
    ]
    if fact.payment:
        steps.append(("payment", fact.payment.start, fact.payment.end))
    if fact.admission_ticket:
        steps.append(("admission_ticket", fact.admission_ticket.from_, fact.admission_ticket.from_))
    last = fact.assessment.end or fact.assessment.start
    steps.append(("assessment", fact.assessment.start or last, last))
    known = [(name, first, end) for name, first, end in steps if (first or end)]
    for (before, _, end), (after, first, _) in pairwise(known):
        if end and first and first < end:
            yield Complaint(f"{after} begins {first}, before {before} ends {end}; compare the row with the notice")


def overlapping(holding: Holding) -> Iterator[tuple[int, Complaint]]:
    """Windows whose days of application overlap an earlier window's of the same level, by index."""
    windows = holding.facts.windows
    for index, later in enumerate(windows):
        for earlier in windows[:index]:
            if _same_subject(earlier, later) and _overlap(earlier.application, later.application):
                yield (
                    index,
                    Complaint(
                        f"its application overlaps {earlier.application.text!r} of the same level; correct one of them"
                    ),
                )


def _same_subject(one: WindowFact, other: WindowFact) -> bool:
    occupations = one.occupations is None or other.occupations is None
    occupations = occupations or bool(set(one.occupations or ()) & set(other.occupations or ()))
    return occupations and bool(set(one.levels) & set(other.levels))


def _overlap(one: Period, other: Period) -> bool:
    """Of a period without a first day only its last day is known to belong to it."""
    first, second = one.start or one.end, other.start or other.end
    if first is None or second is None:
        return False
    return first <= (other.end or date.max) and second <= (one.end or date.max)
