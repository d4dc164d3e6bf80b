"""When to apply, pay, print the ticket and sit the assessment; what moves the dates."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from knowledge.facts.common import Days, Fact, Months, People, Verbatim, Weeks, WorkingDays
from knowledge.models import Level, Strict


class Period(Strict):
    """First and last day, both inclusive; None where the notice leaves it open (`1月底前` has no first day)."""

    start: date | None
    end: date | None
    text: Verbatim


class TicketPeriod(Strict):
    """From when admission tickets can be printed. In YAML the key is `from`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    from_: date | None = Field(alias="from")
    text: Verbatim


class WindowFact(Fact):
    """One row of a timetable. `occupations` is None where it holds for all that the notice offers."""

    occupations: tuple[str, ...] | None
    levels: tuple[Level, ...] = Field(min_length=1)
    application: Period
    payment: Period | None
    admission_ticket: TicketPeriod | None
    assessment: Period


class PostponementFact(Fact):
    """What moves an assessment: too few applicants, or more than the rooms hold.

    `fewer_than` is None where the notice names no number; `month` only where it is moved to a certain month.
    """

    condition: Literal["too_few", "over_capacity"]
    fewer_than: People | None
    moved_to: Literal["next_month", "month"]
    month: Months | None
    told_days_before: Days | None


class TicketFact(Fact):
    """How applicants of one way get their admission ticket, and how long before the assessment."""

    way: Literal["group", "individual"]
    working_days_before: WorkingDays | None
    days_before: Days | None = None
    weeks_before: Weeks | None
    url: Verbatim | None
    needs: Verbatim | None
