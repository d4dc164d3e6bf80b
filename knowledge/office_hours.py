"""Is an office open, and when does it open next: statutory working days by `chinesecalendar`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import chinese_calendar

from knowledge.facts import Hours
from knowledge.validity import SHANGHAI

_HORIZON = 21  # days: longer than any statutory holiday with its neighbours


def is_working_day(day: date) -> bool | None:
    """Whether the day is a statutory working day; None where that year's holidays are not published yet."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


def open_at(hours: Hours, moment: datetime) -> bool | None:
    """Whether the office is open at that moment; None where no daily hours, or no holidays of that year, are known."""
    if not hours.weekly:
        return None
    local = moment.astimezone(SHANGHAI)
    working = is_working_day(local.date())
    if working is None:
        return None
    clock = local.strftime("%H:%M")
    return working and any(one.opens <= clock < one.closes for one in hours.weekly)


def next_opening(hours: Hours, moment: datetime) -> datetime | None:
    """The first opening after that moment; None while open, or where holidays are not published yet."""
    if open_at(hours, moment):
        return None
    local = moment.astimezone(SHANGHAI)
    for offset in range(_HORIZON):
        day = local.date() + timedelta(days=offset)
        working = is_working_day(day)
        if working is None:
            return None
        starts = (datetime.combine(day, time.fromisoformat(one.opens), SHANGHAI) for one in hours.weekly)
        later = sorted(start for start in starts if start > local)
        if working and later:
            return later[0]
    return None
