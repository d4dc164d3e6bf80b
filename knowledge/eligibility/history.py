"""Years of work told by their days: when so many years are full, however many pieces they were worked in."""

from __future__ import annotations

from datetime import date
from typing import Self

from dateutil.relativedelta import relativedelta
from pydantic import model_validator

from knowledge.eligibility.applicant import Applicant, Day
from knowledge.models import Level, Strict


class Period(Strict):
    """Work from one day to another; `end` None: it goes on."""

    start: Day
    end: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end is not None and self.start > self.end:
            raise ValueError("a period ends on or after its start")
        return self


class History(Strict):
    """All the work in the field. `months`: more of it, or less (a pause), of which no days are known."""

    periods: tuple[Period, ...]
    months: int = 0

    @property
    def goes_on(self) -> bool:
        """Whether the person still works in the field."""
        return any(one.end is None for one in self.periods)

    def since(self, day: date) -> History | None:
        """The part after that day; None where some of the work has no days."""
        if self.months:
            return None
        kept = (one for one in self.periods if one.end is None or one.end > day)
        return History(periods=tuple(one.model_copy(update={"start": max(one.start, day)}) for one in kept))

    def full_on(self, years: int, as_of: date) -> date:
        """The day on which so many years are worked; of work that ended, as if it were taken up again on `as_of`."""
        lacking = relativedelta(years=years, months=-self.months)
        for one in self._apart():
            day = one.start + lacking
            if one.end is None or day <= one.end:
                return max(day, one.start)
            lacking -= relativedelta(one.end, one.start)
        return as_of + lacking

    def worked(self, as_of: date) -> relativedelta:
        """How much was worked up to that day."""
        total = relativedelta(months=self.months)
        for one in self._apart():
            total += relativedelta(min(one.end or as_of, as_of), min(one.start, as_of))
        return total

    def _apart(self) -> list[Period]:
        """The periods in order; no day is in two of them."""
        found: list[Period] = []
        for one in sorted(self.periods, key=lambda each: each.start):
            last = found[-1] if found else None
            if last is None or (last.end is not None and last.end <= one.start):
                found.append(one)
            elif last.end is not None:
                end = None if one.end is None else max(last.end, one.end)
                found[-1] = last.model_copy(update={"end": end})
        return found


class Told(Applicant):
    """An applicant of a talk. `lacks`: levels of which they hold no certificate, whatever others they hold."""

    lacks: tuple[Level, ...] = ()


class Worker(Told):
    """An applicant whose work is known by its days; they count, and not `work_years`."""

    history: History
