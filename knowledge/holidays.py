"""China's statutory holidays as the State Council publishes them year by year (`chinesecalendar`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar
from chinese_calendar.constants import holidays, workdays

# The last day that the holiday can have in any year (month, day): which year is meant while none is published.
LATEST = {
    "元旦": (1, 3),
    "春节": (2, 28),
    "清明": (4, 7),
    "劳动节": (5, 5),
    "端午": (6, 27),
    "中秋": (10, 8),
    "国庆节": (10, 8),
}
_CHINESE = {one.value: str(one.chinese) for one in chinese_calendar.Holiday}
_TURN = timedelta(days=31)  # New Year's holiday may begin in December: it belongs to the year that begins


@dataclass(frozen=True)
class Festival:
    """A holiday of one year. `days` off and days `worked` for it, in order; both empty while not published."""

    name: str
    year: int
    days: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()


def holiday_of(day: date) -> str | None:
    """The holiday on which the day is off: 国庆节; None for every other day, a day worked for a holiday included."""
    return _CHINESE.get(holidays.get(day, ""))


def worked_for(day: date) -> str | None:
    """The holiday for which a weekend day is worked; None for every other day."""
    return _CHINESE.get(workdays.get(day, ""))


def days_worked(since: date) -> tuple[date, ...]:
    """The weekend days that are worked from that day to the end of its year."""
    return tuple(sorted(day for day in workdays if since <= day and day.year == since.year))


def festival_of(name: str, year: int) -> Festival:
    """The holiday of that year; `name` is a key of `LATEST`."""

    def of(known: dict[date, str]) -> tuple[date, ...]:
        return tuple(sorted(day for day in known if _CHINESE[known[day]] == name and (day + _TURN).year == year))

    return Festival(name, year, of(holidays), of(workdays))


def coming_festival(name: str, today: date) -> Festival:
    """The holiday that is on or comes next; `name` is a key of `LATEST`."""
    for year in (today.year, today.year + 1):
        found = festival_of(name, year)
        last = found.days[-1] if found.days else date(year, *LATEST[name])
        if today <= last:
            return found
    return festival_of(name, today.year + 1)
