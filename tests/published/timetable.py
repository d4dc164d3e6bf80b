"""When to apply, pay, print the ticket and sit the assessment: the rows of the timetables, their days worked out."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from tests.published.offers import offers
from tests.published.text import LEVELS, Table, issuer_and_year, tables


class Span(NamedTuple):
    """First and last day in ISO form, None where the words give none; the words themselves."""

    start: str | None
    end: str | None
    text: str


class Row(NamedTuple):
    """One row for one occupation; `payment` and `ticket` are None where the table has no such column."""

    occupation: str
    levels: tuple[int, ...]
    application: Span
    payment: Span | None
    ticket: Span | None
    assessment: Span


def timetable(notice_id: str) -> list[Row]:
    """Every row for every occupation that the notice offers at one of its levels."""
    _, year = issuer_and_year(notice_id)
    (table,) = (one for one in tables(notice_id) if one.values("申报时间", "受理申报日期"))
    applied, assessed = table.values("申报时间", "受理申报日期"), table.values("评价时间", "评价日期")
    paid, printed = _spans(table, "缴费日期", year), _spans(table, "下载准考证日期", year)
    return [
        Row(one.occupation, levels, span(applied[i], year), paid[i], printed[i], span(assessed[i], year))
        for i in range(len(table.rows))
        for one in offers(notice_id)
        if (levels := _levels(table, i, one.levels))
    ]


def _spans(table: Table, column: str, year: int) -> list[Span | None]:
    return [span(cell, year) for cell in table.values(column)] or [None] * len(table.rows)


def _levels(table: Table, row: int, offered: tuple[int, ...]) -> tuple[int, ...]:
    """Those of the row that the occupation is offered at; all of them where the table has no levels."""
    column = table.values("评价等级")
    wanted = [LEVELS[one] for one in column[row].split("、")] if column else offered
    return tuple(level for level in offered if level in wanted)


def span(text: str, year: int) -> Span:
    """The days that a cell of a notice of that year means. Raises ValueError for words of another form."""
    if "或" in text:  # 12月底前或根据次年公告排考: another notice will tell
        return Span(None, None, text)
    if found := re.fullmatch(r"(\d+)月(\d+)日-(\d+)月(\d+)日", text):
        a, b, c, d = map(int, found.groups())
        return Span(date(year, a, b).isoformat(), date(year, c, d).isoformat(), text)
    if found := re.fullmatch(r"(\d+)月(\d+)(?:、(\d+))?日", text):
        month, first = int(found[1]), int(found[2])
        return Span(
            date(year, month, first).isoformat(), date(year, month, int(found[3] or first)).isoformat(), text
        )
    if found := re.fullmatch(r"(明年)?(\d+)月(底前)?", text):
        of, month = year + bool(found[1]), int(found[2])
        start = None if found[3] else date(of, month, 1).isoformat()
        return Span(start, date(of, month, monthrange(of, month)[1]).isoformat(), text)
    raise ValueError(f"no days are read from {text}")
