"""Is an office open, why not, and when does it open next: statutory working days by `chinesecalendar`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal

import chinese_calendar

from knowledge.facts import Hours
from knowledge.holidays import holiday_of, worked_for
from knowledge.models import Strict
from knowledge.validity import SHANGHAI

_HORIZON = 21  # days: longer than any statutory holiday with its neighbours
Reason = Literal[
    "open",
    "lunch",
    "before_opening",
    "after_closing",
    "weekend",
    "holiday",
    "unknown_year",
    "no_daily_hours",
]


class Openness(Strict):
    """Whether an office is open at a moment, and why.

    `open_now` is None where nothing can be known. `closes_at` is the end of the stretch that is on, `next_opening` is
    None while open. `make_up`: a weekend day that is worked for a holiday. `unpublished_year` is the year without which
    `open_now` or `next_opening` cannot be told.
    """

    open_now: bool | None
    reason: Reason
    holiday: str | None = None
    make_up: bool = False
    closes_at: datetime | None = None
    next_opening: datetime | None = None
    unpublished_year: int | None = None


def is_working_day(day: date) -> bool | None:
    """Whether the day is a statutory working day; None where that year's holidays are not published yet."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


def explain(hours: Hours, moment: datetime) -> Openness:
    """Whether the office is open at that moment, and why; never a guess."""
    if not hours.weekly:
        return Openness(open_now=None, reason="no_daily_hours")
    local = moment.astimezone(SHANGHAI)
    day = local.date()
    working = is_working_day(day)
    if working is None:
        return Openness(open_now=None, reason="unknown_year", unpublished_year=day.year)
    if not working:
        holiday = holiday_of(day)
        return _closed(hours, local, "holiday" if holiday else "weekend", holiday)
    return _on_working_day(hours, local)


def explain_day(hours: Hours, day: date) -> Openness:
    """The same for a whole day, told at its first opening: open, or why the office stays shut."""
    return explain(hours, opening_of(hours, day))


def opening_of(hours: Hours, day: date) -> datetime:
    """The first moment at which the office opens on the day, were it a working day; midnight without daily hours."""
    return min((start for start, _ in stretches(hours, day)), default=datetime.combine(day, time(), SHANGHAI))


def stretches(hours: Hours, day: date) -> list[tuple[datetime, datetime]]:
    """Openings and closings of a working day, in order, in Shanghai's time."""
    return sorted((_at(day, one.opens), _at(day, one.closes)) for one in hours.weekly)


def open_at(hours: Hours, moment: datetime) -> bool | None:
    """Whether the office is open at that moment; None where no daily hours, or no holidays of that year, are known."""
    return explain(hours, moment).open_now


def next_opening(hours: Hours, moment: datetime) -> datetime | None:
    """The first opening after that moment; None while open, or where holidays are not published yet."""
    return explain(hours, moment).next_opening


def reason_on_working_day(hours: Hours, clock: time) -> Reason:
    """What a working day is at that time of it. `hours` has daily stretches."""
    today = [(time.fromisoformat(one.opens), time.fromisoformat(one.closes)) for one in hours.weekly]
    if any(opens <= clock < closes for opens, closes in today):
        return "open"
    if clock < min(opens for opens, _ in today):
        return "before_opening"
    return "lunch" if clock < max(opens for opens, _ in today) else "after_closing"


def _on_working_day(hours: Hours, local: datetime) -> Openness:
    reason = reason_on_working_day(hours, local.time())
    if reason != "open":
        return _closed(hours, local, reason)
    closes = next(closes for opens, closes in stretches(hours, local.date()) if opens <= local < closes)
    make_up = worked_for(local.date()) is not None
    return Openness(open_now=True, reason="open", make_up=make_up, closes_at=closes)


def _closed(hours: Hours, local: datetime, reason: Reason, holiday: str | None = None) -> Openness:
    make_up = worked_for(local.date()) is not None
    found = next(_coming(hours, local), None)
    opening, missing = (None, found) if isinstance(found, int) else (found, None)
    return Openness(
        open_now=False,
        reason=reason,
        holiday=holiday,
        make_up=make_up,
        next_opening=opening,
        unpublished_year=missing,
    )


def _coming(hours: Hours, local: datetime) -> Iterator[datetime | int]:
    """The openings after that moment in order; a year, where its holidays are not published."""
    for offset in range(_HORIZON):
        day = local.date() + timedelta(days=offset)
        working = is_working_day(day)
        if working is None:
            yield day.year
        elif working:
            yield from (opens for opens, _ in stretches(hours, day) if opens > local)


def _at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), SHANGHAI)
