"""For when an answer is, and what a notice is worth at that moment."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from knowledge.models import FrontMatter, NoticeStatus

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The service's clock."""
    return datetime.now(SHANGHAI)


def parse_as_of(text: str) -> datetime:
    """Read a date (its first moment) or an instant (without offset: Shanghai's).

    Raises:
        ValueError: neither a date nor an instant in ISO 8601.
    """
    if len(text) == len("2026-01-01"):
        return datetime.combine(date.fromisoformat(text), time(), SHANGHAI)
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=SHANGHAI) if moment.tzinfo is None else moment.astimezone(SHANGHAI)


def status_at(notice: FrontMatter, successors: list[FrontMatter], as_of: datetime) -> NoticeStatus:
    """What the notice is at that moment.

    `successors` are later notices of the same issuer and subject. Past its year a notice is past_year even
    where nothing has replaced it: nothing falls back.
    """
    day = as_of.astimezone(SHANGHAI).date()
    if day < notice.in_force_from:
        return "upcoming"
    if any(later.in_force_from <= day for later in successors):
        return "superseded"
    return "past_year" if day > notice.in_force_until else "current"
