"""A window as a calendar file (RFC 5545) that a person adds to the calendar of a telephone or an office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from icalendar import Alarm, Calendar, Event

from knowledge.facts import Period
from knowledge.models import FrontMatter
from knowledge.schedule.days import printed_first_day
from knowledge.schedule.models import Window
from knowledge.validity import SHANGHAI

_REMIND_DAYS, _REMIND_AT = 3, time(9)


@dataclass(frozen=True)
class _Entry:
    """All-day, from `first` to `last`, both inclusive. `deadline` is the day that the alarm counts back from."""

    part: str
    summary: str
    first: date
    last: date
    words: str
    deadline: date | None = None


def calendar_of(window: Window, front: FrontMatter) -> bytes:
    """The known dates of a window as all-day events, with an alarm three days before applications close.

    A part that the notice leaves open is left out. The same window of the same notice gives the same bytes at any
    time: nothing in them depends on the clock.

    Args:
        window: of any moment.
        front: of the window's notice.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Wenkao//schedule//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{_subject(window)}（{window.organisation.name}）")
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    for entry in _entries(window, front.year):
        calendar.add_component(_event(window, front, entry))
    return bytes(calendar.to_ical())


def _entries(window: Window, year: int) -> Iterator[_Entry]:
    yield from _period("application", "报名", window.application, window.application.end)
    if window.payment:
        yield from _period("payment", "缴费", window.payment)
    for ticket in window.tickets:
        if ticket.from_:
            way = {"group": "团体报名", "individual": "个人报名", None: ""}[ticket.way]
            whose = "" if window.admission_ticket and window.admission_ticket.from_ else way
            part = f"ticket-{ticket.way}" if whose else "ticket"
            words = f"{ticket.text}（{ticket.computed}）" if ticket.computed else ticket.text
            yield _Entry(part, f"{whose}准考证可以打印", ticket.from_, ticket.from_, words)
            if not whose:
                break
    exact = printed_first_day(window.assessment, year) is not None
    yield from _period("assessment", "考试" if exact else "考试（具体日期未定）", window.assessment)


def _period(part: str, name: str, period: Period, deadline: date | None = None) -> Iterator[_Entry]:
    """One event; a period with only a first or last day is that day."""
    if period.start and period.end:
        yield _Entry(part, name, period.start, period.end, period.text, deadline)
    elif period.end:
        yield _Entry(part, f"{name}截止", period.end, period.end, period.text, deadline)
    elif period.start:
        yield _Entry(part, f"{name}开始", period.start, period.start, period.text)


def _event(window: Window, front: FrontMatter, entry: _Entry) -> Event:
    event = Event()
    event.add("uid", f"{window.id}-{entry.part}@wenkao")
    event.add("dtstamp", datetime.combine(_read_on(front), time(), timezone.utc))
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))
    event.add("summary", f"{_subject(window)}{entry.summary}")
    event.add("description", _description(window, front, entry))
    event.add("transp", "TRANSPARENT")
    if entry.deadline:
        event.add_component(_alarm(entry.deadline))
    return event


def _alarm(deadline: date) -> Alarm:
    """At nine in the morning, as an instant: calendars disagree on when an all-day event ends."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"离报名截止还有{_REMIND_DAYS}天")
    moment = datetime.combine(deadline - timedelta(days=_REMIND_DAYS), _REMIND_AT, SHANGHAI)
    alarm.add("trigger", moment.astimezone(timezone.utc), parameters={"value": "DATE-TIME"})
    return alarm


def _description(window: Window, front: FrontMatter, entry: _Entry) -> str:
    row = window.citations[0]
    lines = [f"通知原文：{entry.words}", f"依据：《{front.title}》{row.clause}：“{row.quote}”"]
    lines += [f"注意：{one.text}" for one in window.changes]
    return "\n".join([*lines, "日期如有调整，以评价机构的通知为准。"])


def _subject(window: Window) -> str:
    return window.occupation.name if window.occupation else window.organisation.name


def _read_on(front: FrontMatter) -> date:
    """When the dates were last held against the notice."""
    return front.verified_on or front.published_on or front.in_force_from
