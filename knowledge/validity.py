"""For when an answer is, and what a notice is worth at that moment."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from knowledge.models import FrontMatter, NoticeStatus

SHANGHAI = ZoneInfo("Asia/Shanghai")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def now() -> datetime:
    """The service's clock."""
    return datetime.now(SHANGHAI)


def day_of(moment: datetime) -> date:
    """The day in Shanghai."""
    return moment.astimezone(SHANGHAI).date()


def parse_as_of(text: str) -> datetime:
    """Read a date (its first moment) or an instant (without offset: Shanghai's).

    Raises:
        ValueError: neither a date nor an instant in ISO 8601.
    """
    if len(text) == len("2026-01-01"):
        return datetime.combine(date.fromisoformat(text), time(), SHANGHAI)
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=SHANGHAI) if moment.tzinfo is None else moment.astimezone(SHANGHAI)


def parse_day(value: Any) -> date | None:
    """Read a day as JSON writes it, `2026-03-01`; a number or another spelling is no day. None stays None.

    Raises:
        ValueError: it is no such day.
    """
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) and _ISO.fullmatch(value) else "")
    except ValueError as error:
        raise ValueError("应当是日期（2026-03-01）") from error


def status_on(notice: FrontMatter, successors: list[FrontMatter], day: date) -> NoticeStatus:
    """What the notice is on that day.

    `successors` are later notices of the same issuer and subject. Past its year a notice is past_year even
    where nothing has replaced it: nothing falls back.
    """
    if day < notice.in_force_from:
        return "upcoming"
    if any(later.in_force_from <= day for later in successors):
        return "superseded"
    return "past_year" if day > notice.in_force_until else "current"
