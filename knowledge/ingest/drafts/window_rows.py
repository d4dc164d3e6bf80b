"""One window while it is put together: the periods of its events, in words and in dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.ingest.drafts.confidence import CLEAR, CONTEXT, DOUBTFUL, LOOSE
from knowledge.ingest.drafts.models import DraftPeriod, DraftTicket, DraftWindow
from knowledge.ingest.drafts.timetable_columns import Event
from knowledge.models import Level, Source
from knowledge.wording.dates import Period

# Longer than this, from applying to being assessed or to paying, no round lasts: rather a misprint.
_LONGEST_ROUND, _LONGEST_PAYMENT = timedelta(days=240), timedelta(days=150)


@dataclass(frozen=True)
class Told:
    """A period with its printed words."""

    text: str
    period: Period

    def shifted(self, years: int) -> Told:
        """The same days of another year; 29 February has none."""
        moved = replace(
            self.period, start=_moved(self.period.start, years), end=_moved(self.period.end, years), dated=True
        )
        return replace(self, period=moved)


@dataclass(frozen=True)
class WindowRow:
    """One row of a timetable. `sources` are what it is read from; `year_open`: which year is not to be told."""

    events: dict[Event, Told]
    levels: tuple[Level, ...]
    occupations: tuple[str, ...]
    sources: tuple[Source, ...]
    confidence: float = CLEAR
    year_open: bool = False

    def first(self, event: Event) -> date | None:
        """The first day of an event, or its last where the first is open."""
        told = self.events.get(event)
        return (told.period.start or told.period.end) if told else None

    def moved(self, event: Event, years: int) -> WindowRow:
        """With one event in another year, unless its year is printed."""
        told = self.events[event]
        return replace(self, events={**self.events, event: told.shifted(years)})


def confidence_of(row: WindowRow) -> float:
    """By the worst-read period; a window without its application or assessment is loose."""
    missing = {"application", "assessment"} - row.events.keys()
    readings = {told.period.reading for told in row.events.values()}
    if readings & {"unread", "loose"} or out_of_order(row):
        return DOUBTFUL
    return min(row.confidence, LOOSE if missing else CLEAR)


def out_of_order(row: WindowRow) -> bool:
    """Whether one would be assessed before applying, pay before applying, or pay or print after being assessed."""
    applied, paid = row.events.get("application"), row.first("payment")
    early = _assessed_early(row)
    opened = applied.period.start if applied else None
    early = early or bool(opened and paid and paid < opened)
    told = row.events.get("assessment")
    last = (told.period.end or told.period.start) if told else None
    return early or any(last and first and last < first for first in (paid, row.first("ticket")))


def _assessed_early(row: WindowRow) -> bool:
    applied, assessed = row.first("application"), row.first("assessment")
    return bool(applied and assessed and assessed < applied)


def in_year_order(rows: list[WindowRow]) -> list[WindowRow]:
    """Give dates without printed year the year that their row needs.

    A row that would be assessed before one can apply crosses the turn of the year: at the head of a timetable it
    began in the year before, at its end (or after other rows) it goes on in the next.
    """
    fine = [i for i, row in enumerate(rows) if not _crosses(row)]
    return [_settled(row, i, fine) for i, row in enumerate(rows)]


def _crosses(row: WindowRow) -> bool:
    """Assessed before one can apply, or applying over the turn of the year without a date that says which."""
    applied, assessed = row.events.get("application"), row.events.get("assessment")
    if applied and applied.period.wraps and not applied.period.dated and row.first("assessment") is None:
        return True
    if not applied or not assessed or (applied.period.dated and assessed.period.dated):
        return False
    return _assessed_early(row)


def _settled(row: WindowRow, index: int, fine: list[int]) -> WindowRow:
    if index in fine:
        return _following(row)
    dated = {event: told.period.dated for event, told in row.events.items()}
    leads = bool(fine) and index < min(fine) and not dated["application"]
    trails = bool(fine) and index > max(fine)
    if leads:
        row = row.moved("application", -1)
    elif not dated.get("assessment", True):
        row = row.moved("assessment", 1)
    sure = (leads or trails) and not _too_long(row)
    return _following(
        replace(row, confidence=min(row.confidence, CONTEXT if sure else DOUBTFUL), year_open=not sure)
    )


def _too_long(row: WindowRow) -> bool:
    applied, assessed = row.first("application"), row.first("assessment")
    return bool(applied and assessed and assessed - applied > _LONGEST_ROUND)


def _following(row: WindowRow) -> WindowRow:
    """Payment and ticket come after the application began: else they are of the next year, if that is soon."""
    applied = row.first("application")
    for event in ("payment", "ticket"):
        told = row.events.get(event)
        first = row.first(event)
        if told and first and applied and not told.period.dated and first < applied:
            back = row.events["application"].period.dated and first.replace(year=applied.year) >= applied
            moved = row.moved(event, applied.year - first.year if back else 1)
            soon = moved.first(event)
            row = moved if soon and soon - applied <= _LONGEST_PAYMENT else row
    return row


def _moved(day: date | None, years: int) -> date | None:
    if day is None or (day.month, day.day) == (2, 29):
        return None
    return day.replace(year=day.year + years)


def as_window(row: WindowRow, occupation: str | None) -> DraftWindow:
    """The row as a draft for one occupation."""
    payment = row.events.get("payment")
    ticket = row.events.get("ticket")
    return DraftWindow(
        occupation=occupation,
        levels=row.levels,
        application=_period(row.events.get("application")),
        payment=_period(payment) if payment else None,
        admission_ticket=DraftTicket(**{"from": ticket.period.start, "text": ticket.text}) if ticket else None,
        assessment=_period(row.events.get("assessment")),
        citations=row.sources,
        confidence=confidence_of(row),
    )


def _period(told: Told | None) -> DraftPeriod:
    if told is None:
        return DraftPeriod(start=None, end=None, text="")
    return DraftPeriod(start=told.period.start, end=told.period.end, text=told.text)
