"""What is printed of the dates of one period, completed from each other: 2026年3月1日-15日, 12月16日-次年1月15日."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from knowledge.wording.date_words import Word

# A period over the turn of the year begins in October at the earliest and lasts four months at most.
_LATE, _LONGEST = 10, 4


@dataclass(frozen=True)
class Span:
    """The days that one date covers. 月底 has no first day, 月初 neither: `fuzzy`. `wrapped`: moved to the next year."""

    start: date | None
    end: date | None
    fuzzy: bool = False
    wrapped: bool = False


def resolve(points: list[Word], ranged: bool, year: int) -> list[Span] | None:
    """The spans of the dates in order; None where a month is missing or a day does not exist.

    Args:
        points: dates as printed, at least one.
        ranged: the first is the start and the last the end of a range.
        year: of dates that print none.
    """
    completed = _with_months(_with_numbers(points))
    if completed is None:
        return None
    years = _years(completed, ranged, year)
    spans: list[Span] = []
    for one, (of, wrapped) in zip(completed, years, strict=True):
        span = _span(one, of)
        if span is None:
            return None
        spans.append(replace(span, wrapped=wrapped))
    return spans


def _with_numbers(points: list[Word]) -> list[Word]:
    """A bare number counts what the next date's last unit counts: days in 25、26日, months in 3-5月."""
    completed: list[Word] = []
    for one in reversed(points):
        if one.number and completed and completed[-1].day:
            one = replace(one, day=one.number, number=None)
        elif one.number and completed and completed[-1].month:
            one = replace(one, month=one.number, number=None)
        completed.append(one)
    completed.reverse()
    for i, one in enumerate(completed):
        # 3月1-10: only what comes before says that 10 is a day.
        if one.number and i and completed[i - 1].day:
            completed[i] = replace(one, day=one.number, number=None)
    return completed


def _with_months(points: list[Word]) -> list[Word] | None:
    completed: list[Word] = []
    month: int | None = None
    for one in points:
        if one.number or (one.month is None and month is None):
            return None
        month = one.month or month
        completed.append(replace(one, month=month))
    return completed


def _years(points: list[Word], ranged: bool, year: int) -> list[tuple[int, bool]]:
    """The year of each date, and whether it was moved on because it would lie before the one before it."""
    first = points[0]
    base = first.year or year + (first.relative or 0)
    later = points[-1].year
    if first.year is None and first.relative is None and later and ranged:
        base = later - 1 if _over_new_year(first, points[-1]) else later
    found = [(base, False)]
    for before, one in pairwise(points):
        known = one.year or ((first.year or year) + one.relative if one.relative is not None else None)
        wraps = known is None and ranged and _over_new_year(before, one)
        found.append((known or found[-1][0] + wraps, wraps))
    return found


def _over_new_year(first: Word, last: Word) -> bool:
    """From late in the year to early in the next; 8月2日-7月20日 is rather a misprint."""
    months = 12 - (first.month or 0) + (last.month or 0)
    return _order(last) < _order(first) and (first.month or 0) >= _LATE and months <= _LONGEST


def _order(one: Word) -> tuple[int, int]:
    tenth = {"上旬": 1, "初": 1, "中旬": 11, "中": 15, "下旬": 21, "底": 31}.get(one.part or "", 0)
    return one.month or 0, one.day or tenth or (31 if one.day is None else 0)


def _span(one: Word, year: int) -> Span | None:
    month = one.month or 0
    if not 1 <= month <= 12 or not 2000 <= year <= 2100:
        return None
    last = calendar.monthrange(year, month)[1]
    if one.day is not None:
        return Span(date(year, month, one.day), date(year, month, one.day)) if 1 <= one.day <= last else None
    if one.part == "季度":
        end = month + 2
        return Span(date(year, month, 1), date(year, end, calendar.monthrange(year, end)[1]))
    if one.part in ("初", "中"):
        return Span(None, None, fuzzy=True)
    if one.part == "底":
        return Span(None, date(year, month, last), fuzzy=True)
    first, until = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, last)}.get(one.part or "", (1, last))
    return Span(date(year, month, first), date(year, month, until))
