"""Every row of the timetables, for each occupation that it holds for, at a moment."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from knowledge.facts import CatalogueFact, WindowFact
from knowledge.library import Holding, Library
from knowledge.models import Citation, NoticeStatus, Source
from knowledge.schedule.changes import changes
from knowledge.schedule.days import application_status, days_left
from knowledge.schedule.models import Schedule, Window
from knowledge.schedule.tickets import window_tickets
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI

_HOLDS = ("current", "upcoming")


def schedule(library: Library, subject: Subject, as_of: datetime) -> Schedule:
    """The windows for the subject at that moment, and which is the next to apply in."""
    found = windows(library, subject, as_of)
    return Schedule(windows=found, next=next_window(found))


def windows(library: Library, subject: Subject, as_of: datetime) -> list[Window]:
    """Windows for the subject, those of notices in force first, in the order of the timetable.

    A past year's or superseded notice yields its windows under its own `notice_status`.
    """
    return [
        window
        for status, holding in library.by_status(as_of)
        if _concerns(library, holding, subject)
        for row, fact in enumerate(holding.facts.windows, start=1)
        for window in _windows(library, subject, status, holding, row, fact, as_of)
    ]


def find_window(library: Library, window_id: str, as_of: datetime) -> Window | None:
    """The window of that id; None where no notice has it."""
    return next((one for one in windows(library, Subject(), as_of) if one.id == window_id), None)


def next_window(found: Iterable[Window]) -> Window | None:
    """The open window that ends first, else the next upcoming one; never one of a past year's notice."""
    held = [one for one in found if one.notice_status in _HOLDS]
    opened = [one for one in held if one.status == "open"]
    if opened:
        return min(opened, key=lambda one: one.application.end or date.max)
    upcoming = [one for one in held if one.status == "upcoming"]
    return min(upcoming, key=_begins, default=None)


def _begins(window: Window) -> date:
    """When an upcoming window begins; without a first day as late as its last, without dates after all others."""
    return window.application.start or window.application.end or date.max


def _concerns(library: Library, holding: Holding, subject: Subject) -> bool:
    front = holding.notice.front
    return subject.covers_year(front.year) and subject.covers_organisation(library.issuer(front).name)


def _windows(
    library: Library,
    subject: Subject,
    status: NoticeStatus,
    holding: Holding,
    row: int,
    fact: WindowFact,
    as_of: datetime,
) -> Iterator[Window]:
    offered = [one for one in _occupations(library, holding, fact) if _covers(library, subject, one[0], one[1])]
    if not offered:
        return
    front, day = holding.notice.front, as_of.astimezone(SHANGHAI).date()
    applied = application_status(fact.application, front, day)
    cited = library.cite_all(front.id, fact.sources, as_of)
    tickets = window_tickets(library, holding, fact, as_of)
    for occupation, levels, sources in offered:
        yield Window(
            id=window_id(front.id, row, occupation),
            notice_id=front.id,
            organisation=library.issuer(front),
            occupation=library.lexicon.occupation(occupation) if occupation else None,
            levels=levels,
            application=fact.application,
            payment=fact.payment,
            admission_ticket=fact.admission_ticket,
            assessment=fact.assessment,
            status=applied,
            days_left=days_left(fact.application, applied, day),
            year=front.year,
            notice_status=status,
            tickets=tickets,
            changes=changes(library, holding, fact, as_of),
            citations=_unique([*cited, *library.cite_all(front.id, sources, as_of)]),
        )


def window_id(notice_id: str, row: int, occupation: str | None) -> str:
    """Safe in an address; the same after a correction of the row's dates."""
    digest = hashlib.sha256((occupation or "").encode()).hexdigest()[:8]
    return f"{notice_id}-{row}-{digest}"


def _occupations(
    library: Library, holding: Holding, fact: WindowFact
) -> Iterator[tuple[str | None, tuple[int, ...], tuple[Source, ...]]]:
    """The occupations of a row with their levels in it and where those stand.

    A row that names none holds for all that the notice itself offers at one of its levels, at those levels: a
    timetable that two occupations share does not open a level that one of them lacks.
    """
    offered = holding.facts.catalogue
    if fact.occupations is None:
        shared = [(one.occupation, _shared(fact, one), one.sources) for one in offered]
        yield from (one for one in shared if one[1])
        if not offered:
            yield None, fact.levels, ()
        return
    for name in fact.occupations:
        official = library.lexicon.occupation(name).name
        own = next((one for one in offered if one.occupation == official and _shared(fact, one)), None)
        yield official, _shared(fact, own) if own else fact.levels, own.sources if own else ()


def _shared(fact: WindowFact, offered: CatalogueFact) -> tuple[int, ...]:
    return tuple(level for level in fact.levels if level in offered.levels)


def _covers(library: Library, subject: Subject, occupation: str | None, levels: tuple[int, ...]) -> bool:
    named = subject.occupation is None or (
        occupation is not None and subject.covers_occupation(library.lexicon, occupation)
    )
    return named and any(subject.covers_level(level) for level in levels)


def _unique(citations: list[Citation]) -> list[Citation]:
    return list({(one.clause, one.quote): one for one in citations}.values())
