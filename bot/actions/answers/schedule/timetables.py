"""Timetables that a question is about: rows of one notice, and which notices to answer from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.actions.wording import joined, levels, not_in_force, notice_of
from knowledge.models import NoticeStatus
from knowledge.schedule import Window
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI


@dataclass(frozen=True)
class Timetable:
    """Rows of one notice in its order, each with the windows of the occupations that share it."""

    rows: tuple[tuple[Window, ...], ...]

    @property
    def first(self) -> Window:
        """Any window: organisation, year and status are the same for all."""
        return self.rows[0][0]

    @property
    def heads(self) -> list[Window]:
        """One window of each row: all of a row have the same dates."""
        return [row[0] for row in self.rows]

    @property
    def status(self) -> NoticeStatus:
        """What the notice is worth."""
        return self.first.notice_status

    @property
    def to_come(self) -> list[Window]:
        """Rows that can still be applied for, now or later."""
        return [one for one in self.heads if one.status != "closed"]

    def named(self, as_of: datetime) -> str:
        """The notice with its year and what it is worth."""
        return notice_of(self.first.organisation.name, self.first.year, self.status, as_of)

    def about(self) -> str:
        """The occupations with their levels; nothing where the notice names none."""
        offered = {one.occupation.name: one.levels for row in self.rows for one in row if one.occupation}
        same = all(
            one.levels == offered.get(one.occupation.name) for row in self.rows for one in row if one.occupation
        )
        return joined(f"{name}（{levels(of)}）" if same else name for name, of in offered.items())

    def windows_of(self, heads: Iterable[Window]) -> list[Window]:
        """All windows of these rows, for every occupation."""
        wanted = {_row(one) for one in heads}
        return [one for row in self.rows for one in row if _row(one) in wanted]


def timetables(windows: Iterable[Window]) -> list[Timetable]:
    """Group windows by notice; occupations that share all rows share a timetable."""
    by_occupation: dict[tuple[str, str], list[Window]] = {}
    for one in windows:
        key = (one.notice_id, one.occupation.name if one.occupation else "")
        by_occupation.setdefault(key, []).append(one)
    shared: dict[tuple[str, ...], list[list[Window]]] = {}
    for group in by_occupation.values():
        shared.setdefault(tuple(map(_row, group)), []).append(group)
    return [Timetable(tuple(zip(*groups, strict=True))) for groups in shared.values()]


def applying(found: list[Timetable], subject: Subject) -> tuple[list[Timetable], str]:
    """The timetables to answer from, and a sentence on organisations of which only an old notice is known.

    What is in force; what comes next where nothing in force can be applied for any more; else the latest old one.
    """
    current = [one for one in found if one.status == "current"]
    upcoming = [one for one in found if one.status == "upcoming"]
    past = [one for one in found if one not in current and one not in upcoming]
    if not current and not upcoming:
        return [one for one in past if one.first.year == max(of.first.year for of in past)], ""
    chosen = current if any(one.to_come for one in current) else [*current, *upcoming]
    told = {one.first.organisation.name for one in (*current, *upcoming)}
    left = {one.first.organisation.name: one for one in past if one.first.organisation.name not in told}
    others = "；".join(not_in_force(name, one.first.year, one.status) for name, one in left.items())
    if subject.organisation or not others:
        return chosen, ""
    return chosen, f"另外，{others}。"


def assessment_over(window: Window, day: date) -> bool:
    """Whether the assessment is past; one without a last day is not, while its notice is in force."""
    last = window.assessment.end or window.assessment.start
    return last < day if last else window.notice_status in ("past_year", "superseded")


def today(as_of: datetime) -> date:
    """The day in Shanghai."""
    return as_of.astimezone(SHANGHAI).date()


def _row(window: Window) -> str:
    return window.id.rpartition("-")[0]
