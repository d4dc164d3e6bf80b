"""Timetables: one window per row, or per column where the labels stand in the first column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.ingest.drafts.confidence import CLEAR, CONTEXT, DOUBTFUL, LOOSE
from knowledge.ingest.drafts.headings import TIME
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.drafts.occupation_names import split_names
from knowledge.ingest.drafts.offers import Offers
from knowledge.ingest.drafts.tables import Row, Table
from knowledge.ingest.drafts.timetable_columns import (
    EVENTS,
    Event,
    Timetable,
    also_payment,
    ends_at,
    event_of,
    is_days_only,
    timetables_of,
)
from knowledge.ingest.drafts.window_rows import Told, WindowRow, in_year_order
from knowledge.models import Level, Source
from knowledge.wording.dates import Period, Reading, parse_period
from knowledge.wording.levels import level_spans, parse_levels

_DASH = re.compile(r"[/\\—–-]*|无")


class WindowTable:
    """One table, read as a timetable as it stands or with rows and columns exchanged."""

    def __init__(self, table: Table, offers: Offers, year: int) -> None:
        self.offers, self.year = offers, year
        self.questions: list[Question] = []
        self._above: list[tuple[tuple[str, ...], tuple[Level, ...]]] = [((), ())]
        self.table, self.layouts = _laid_out(table)

    @property
    def is_one(self) -> bool:
        """Whether it is a timetable."""
        return bool(self.layouts)

    def rows(self) -> list[WindowRow]:
        """Every window of the table, with the years that the order of the rows needs."""
        found: list[WindowRow] = []
        band: tuple[str, ...] = ()
        band_levels: tuple[Level, ...] = ()
        for row in self.table.rows:
            if row.band is not None:
                band = tuple(self.offers.named_in(row.band)) or band
                levels = parse_levels(row.band)
                band_levels = levels.levels if levels.understood else band_levels
            else:
                found += [one for layout in self.layouts for one in self._rows(row, layout, band, band_levels)]
        return in_year_order(found)

    def _rows(
        self, row: Row, layout: Timetable, band: tuple[str, ...], band_levels: tuple[Level, ...]
    ) -> Iterator[WindowRow]:
        """One window per row; one per occupation where their cell prints levels for each."""
        events = self._events(row, layout)
        if not events:
            return
        levels, confidence = self._levels(row, layout)
        limited, limits = self._limits(row, layout)
        remark = layout.remark is not None and not _DASH.fullmatch(row.values[layout.remark].strip())
        split = len(layout.events.get("assessment", ())) > 1
        sure = min(confidence, LOOSE if remark or split else CLEAR)
        for event, told in events.items():
            if told.period.reading in ("unread", "loose"):
                self._ask(row, f"“{told.text}”（{_NAMES[event]}）的起止日期没有读懂，请确认。")
        for names, own in self._names(row, layout):
            narrowed = bool((limited and not names) or (limits and not (levels or own)))
            yield WindowRow(
                events,
                levels or own or limits or band_levels,
                names or limited or band,
                self._sources(row, layout),
                min(sure, CONTEXT) if narrowed else sure,
            )

    def _limits(self, row: Row, layout: Timetable) -> tuple[tuple[str, ...], tuple[Level, ...]]:
        """Occupations and levels that a cell of another column names: 第二批（仅养老护理员）, a remark 限三级."""
        known = {
            layout.levels,
            layout.occupation,
            layout.month,
            *(i for one in layout.events.values() for i in one),
        }
        others = [value for i, value in enumerate(row.values) if i not in known]
        text = "\n".join(dict.fromkeys(others))
        spans = [span for span in level_spans(text) if span.understood]
        return tuple(self.offers.named_in(text)), spans[0].levels if len(spans) == 1 else ()

    def _sources(self, row: Row, layout: Timetable) -> tuple[Source, ...]:
        """The row, with the headings where they say that a date is a last day (缴费截止日)."""
        headings = [self.table.columns[i] for places in layout.events.values() for i in places]
        return (*row.sources(), *(self.table.heading_sources() if any(map(ends_at, headings)) else ()))

    def _events(self, row: Row, layout: Timetable) -> dict[Event, Told]:
        events = {event: told for event in EVENTS if (told := self._event(row, layout, event))}
        if "payment" not in events and "application" in events:
            places = layout.events["application"]
            if any(also_payment(self.table.columns[i]) for i in places):
                events["payment"] = events["application"]
        return events

    def _event(self, row: Row, layout: Timetable, event: Event) -> Told | None:
        """An event's words and days; None for a payment or a ticket without any date (考前一周)."""
        places = [i for i in layout.events.get(event, ()) if not _DASH.fullmatch(row.values[i].strip())]
        cells = list(dict.fromkeys(row.values[i].strip() for i in places))
        if not cells:
            return None
        periods = [self._period(i, row, layout, event) for i in places]
        told = Told(" ".join(cells), periods[0] if len(cells) == 1 else _joined(periods, event))
        dateless = told.period.reading == "open" and event in ("payment", "ticket")
        return None if dateless else told

    def _period(self, index: int, row: Row, layout: Timetable, event: Event) -> Period:
        """A cell of days alone takes the month of the row's 月份 column; for other than the assessment with doubt."""
        cell = row.values[index].strip()
        month = row.values[layout.month].strip() if layout.month is not None else ""
        if is_days_only(cell) and month:
            found = parse_period(f"{month}{cell}", self.year)
            return replace(found, reading="loose") if event != "assessment" and found.start else found
        found = parse_period(cell, self.year)
        last_day = ends_at(self.table.columns[index]) and found.start == found.end
        return replace(found, start=None) if last_day else found

    def _levels(self, row: Row, layout: Timetable) -> tuple[tuple[Level, ...], float]:
        if layout.levels is None:
            return (), CLEAR
        cell = row.values[layout.levels]
        span = parse_levels(cell)
        if span.understood:
            return span.levels, CLEAR
        if cell.strip() and not re.search(r"全部|所有|各", cell):
            self._ask(row, f"“{cell}”指哪些等级？请确认。")
            return (), DOUBTFUL
        return (), CONTEXT

    def _names(self, row: Row, layout: Timetable) -> list[tuple[tuple[str, ...], tuple[Level, ...]]]:
        """The occupations of a row, with the levels that their cell prints with them (电工五级)."""
        if layout.occupation is None:
            return [((), ())]
        if cell := row.values[layout.occupation].strip():
            self._above = self._named(cell)
        return self._above  # of the row above, where a reader left a merged cell blank

    def _named(self, cell: str) -> list[tuple[tuple[str, ...], tuple[Level, ...]]]:
        spans = [span for span in level_spans(cell) if span.understood]
        if len(spans) > 1:
            starts = [0, *(span.end for span in spans)]
            return [
                (self._called(cell[start : span.start]), span.levels)
                for start, span in zip(starts, spans, strict=False)
            ]
        bare = cell[: spans[0].start] if spans else cell
        return [(self._called(bare), spans[0].levels if spans else ())]

    def _called(self, words: str) -> tuple[str, ...]:
        """The names of a list; none where it speaks of all (各职业)."""
        bare = _bare(words)
        if TIME.search(bare) or re.search(r"全部|所有|各职业|各项目|^各", bare):
            return ()
        whole = self.offers.as_printed(bare)
        return (whole,) if whole else tuple(self.offers.named_in(bare) or split_names(bare))

    def _ask(self, row: Row, question: str) -> None:
        self.questions.append(Question(clause=row.passage.clause, quote=row.passage.text, question=question))


def _bare(words: str) -> str:
    """Words without punctuation around them; a closing bracket stays where it was opened among them."""
    left = words.lstrip(" （(）)：:、，,；;-")
    right = left.rstrip(" （(：:、，,；;-")
    opened = sum(char in "（(" for char in right) >= sum(char in "）)" for char in right)
    return right if opened else left.rstrip(" （(）)：:、，,；;-")


_NAMES: dict[Event, str] = {
    "application": "申报时间",
    "payment": "缴费时间",
    "ticket": "准考证打印时间",
    "assessment": "评价时间",
}


def _laid_out(table: Table) -> tuple[Table, list[Timetable]]:
    """The table as it stands if its headings name events, else turned if its first column does."""
    if layouts := timetables_of(table):
        return table, layouts
    turned = table.transposed()
    labels = [event_of(label) for label in (turned.columns if turned else ())]
    if turned is None or len({one for one in labels if one}) < 2:
        return table, []
    return turned, timetables_of(turned)


def _joined(periods: list[Period], event: Event) -> Period:
    """Two columns of one event: its first and its last day, or an assessment in parts, from the first to the last.

    Two periods of applying differ by applicant: which one counts is not to be told here.
    """
    first, last = periods[0], periods[-1]
    if len(periods) == 2 and first.start and first.start == first.end and last.start is None and last.end:
        return replace(first, end=last.end, reading=last.reading if first.reading == "clear" else first.reading)
    starts = [one.start for one in periods if one.start]
    ends = [one.end for one in periods if one.end]
    if event != "assessment" or not len(starts) == len(ends) == len(periods):
        return Period(None, None, "unread")
    reading: Reading = "clear" if all(one.reading == "clear" for one in periods) else "loose"
    return Period(min(starts), max(ends), reading, any(one.dated for one in periods))
