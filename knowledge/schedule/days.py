"""Days of a timetable: which are printed exactly, and whether an application is open on a day."""

from __future__ import annotations

import re
from datetime import date

from knowledge.facts import Period
from knowledge.models import FrontMatter
from knowledge.schedule.models import WindowStatus
from knowledge.wording.date_words import words
from knowledge.wording.dates import parse_period

_ALWAYS = re.compile(r"常年|全年|随时|长期")
_NOT_YET = re.compile(r"另行|另定|待定|待通知")


def printed_first_day(period: Period, year: int) -> date | None:
    """The first day of the period where its words print that very day, never the 1st of a printed month.

    Args:
        period: of a fact; its words decide.
        year: of the notice, for dates without one.
    """
    read = parse_period(period.text, year)
    first = next((one for one in words(period.text) if one.sign == "P"), None)
    if first is None or first.day is None or read.reading != "clear" or read.start != period.start:
        return None
    return period.start


def stays_open(period: Period) -> bool:
    """Whether the words name no date because applications are taken all year round (常年受理)."""
    return bool(_ALWAYS.search(period.text)) and not _NOT_YET.search(period.text)


def first_day(period: Period, front: FrontMatter) -> date:
    """The day from which the period counts: its own first, else the first on which the notice is in force."""
    return period.start or front.in_force_from


def application_status(period: Period, front: FrontMatter, day: date) -> WindowStatus:
    """Whether applications are taken on that day; both end days count.

    Dates that are not fixed yet (另行通知) are upcoming until the notice's last day: nothing is called open that no
    notice opens.
    """
    if day > (period.end or front.in_force_until):
        return "closed"
    undated = period.start is None and period.end is None and not stays_open(period)
    return "upcoming" if undated or day < first_day(period, front) else "open"


def days_left(period: Period, status: WindowStatus, day: date) -> int | None:
    """Whole days until the last one; None unless open with a known end."""
    return (period.end - day).days if status == "open" and period.end else None
