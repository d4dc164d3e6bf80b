"""What a verdict needs beside the applicant: who offers a level, its windows, its conditions with their citations.

All of it is settled by the library, the subject and the day, so it is worked out once and kept; nothing of an
applicant is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from knowledge.directory import DirectoryEntry, directory
from knowledge.eligibility.notes import Note, notes
from knowledge.eligibility.rules import Rules
from knowledge.facts import ConditionFact
from knowledge.kept import kept
from knowledge.library import Library
from knowledge.models import Citation, NoticeStatus, OrganisationRef, Source
from knowledge.schedule import Window, windows
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI

_KEPT_NOTICES, _KEPT_LEVELS = 64, 256


@dataclass(frozen=True)
class NoticeSheet:
    """What all levels share. `age_citations` are those of `age_source`, which asks for `least_age`."""

    least_age: int
    age_source: Source | None
    age_citations: list[Citation]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class LevelSheet:
    """One level. `offered_by` and `formerly_offered_by` as in the verdict; `citations` of each condition.

    `windows` are those of notices in force or to come that have a last day, the first to end first.
    """

    conditions: tuple[ConditionFact, ...]
    citations: tuple[list[Citation], ...]
    offered_by: tuple[OrganisationRef, ...]
    formerly_offered_by: tuple[OrganisationRef, ...]
    windows: tuple[tuple[date, Window], ...]

    def window(self, day: date) -> Window | None:
        """The first that can still be used on or after that day."""
        return next((window for end, window in self.windows if end >= day), None)


def notice_sheet(library: Library, rules: Rules, day: date) -> NoticeSheet:
    """What these rules say of every level on that day."""
    return _notice_sheet(library, rules.notice_id, rules.status, rules.own, day)


@kept(_KEPT_NOTICES)
def _notice_sheet(library: Library, notice_id: str, status: NoticeStatus, own: bool, day: date) -> NoticeSheet:
    rules, moment = Rules(library.holding(notice_id), status, own), _first_moment(day)
    source = rules.age_source
    citations = library.cite_all(notice_id, (source,), moment) if source else []
    return NoticeSheet(rules.least_age, source, citations, notes(library, rules, moment))


@kept(_KEPT_LEVELS)
def level_sheet(library: Library, notice_id: str, subject: Subject, day: date) -> LevelSheet:
    """The subject's level by the conditions of that notice. The subject's year is not looked at."""
    moment = _first_moment(day)
    level = subject.level
    conditions = tuple(one for one in library.holding(notice_id).facts.conditions if one.level == level)
    entries = _entries(library, subject, moment)
    offered = _organisations([one for one in entries if one.status == "current"])
    return LevelSheet(
        conditions,
        tuple(library.cite_all(notice_id, one.sources, moment) for one in conditions),
        offered,
        tuple(one for one in _organisations(entries) if one not in offered),
        _windows(library, subject, moment),
    )


def _entries(library: Library, subject: Subject, moment: datetime) -> list[DirectoryEntry]:
    """Who lists the level for what was named; without a name there is nothing to list."""
    if subject.organisation is None and subject.occupation is None:
        return []
    asked = Subject(subject.organisation, subject.occupation, subject.level)
    return [one for one in directory(library, asked, moment) if one.kind == "skill_level"]


def _organisations(entries: Sequence[DirectoryEntry]) -> tuple[OrganisationRef, ...]:
    return tuple({one.organisation.id: one.organisation for one in entries}.values())


def _windows(library: Library, subject: Subject, moment: datetime) -> tuple[tuple[date, Window], ...]:
    if subject.organisation is None and subject.occupation is None:
        return ()
    asked = Subject(subject.organisation, subject.occupation, subject.level)
    usable = [
        (one.application.end, one)
        for one in windows(library, asked, moment)
        if one.notice_status in ("current", "upcoming") and one.application.end
    ]
    return tuple(sorted(usable, key=lambda pair: (pair[0], pair[1].id)))


def _first_moment(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)
