"""Counting statutory working days from a day, forwards and backwards."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.office_hours import is_working_day


def working_days_after(day: date, count: int) -> date | None:
    """The last of `count` working days after `day`, which itself does not count.

    None where the holidays of a year on the way are not published yet. Raises ValueError for a negative count.
    """
    return _step(day, count, 1)


def working_days_before(day: date, count: int) -> date | None:
    """The earliest of `count` working days before `day`; None and ValueError as in `working_days_after`."""
    return _step(day, count, -1)


def _step(day: date, count: int, direction: int) -> date | None:
    if count < 0:
        raise ValueError(f"{count} working days: count forwards or backwards from 0 on")
    while count:
        day += timedelta(days=direction)
        working = is_working_day(day)
        if working is None:
            return None
        count -= working
    return day
