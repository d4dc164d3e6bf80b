"""The calendar file of a window, read back with the calendar library."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from icalendar import Calendar, Event

from knowledge.library import Library
from knowledge.schedule import Window, windows
from knowledge.schedule.calendar_file import calendar_of
from knowledge.subject import Subject, resolve_subject
from knowledge.validity import SHANGHAI, parse_as_of


def window(library: Library, organisation: str, row: int, at: str = "2026-06-01") -> Window:
    return windows(library, resolve_subject(library.lexicon, organisation), parse_as_of(at))[row]


def written(library: Library, one: Window) -> bytes:
    return calendar_of(one, library.notice(one.notice_id).front)


def events(library: Library, one: Window) -> dict[str, Event]:
    """By the part that the UID names."""
    parsed = Calendar.from_ical(written(library, one))
    return {
        str(event["uid"]).removeprefix(f"{one.id}-").removesuffix("@wenkao"): event
        for event in parsed.walk("VEVENT")
    }


def days(event: Event) -> tuple[date, date]:
    return event["dtstart"].dt, event["dtend"].dt


def test_every_printed_date_is_an_all_day_event_with_an_exclusive_end(library: Library) -> None:
    found = events(library, window(library, "shta", 0))
    assert {part: days(event) for part, event in found.items()} == {
        "application": (date(2026, 2, 23), date(2026, 3, 23)),
        "payment": (date(2026, 3, 23), date(2026, 3, 30)),
        "ticket": (date(2026, 4, 20), date(2026, 4, 21)),
        "assessment": (date(2026, 4, 25), date(2026, 4, 27)),
    }
    assert all(event["dtstart"].params["VALUE"] == "DATE" for event in found.values())


def test_the_alarm_rings_three_days_before_applications_close(library: Library) -> None:
    found = events(library, window(library, "shta", 0))
    alarms = {part: event.walk("VALARM") for part, event in found.items()}
    assert [part for part, ones in alarms.items() if ones] == ["application"]
    trigger: Any = alarms["application"][0]["trigger"]
    assert trigger.dt.astimezone(SHANGHAI) == datetime(2026, 3, 19, 9, tzinfo=SHANGHAI)


def test_a_deadline_without_a_first_day_is_one_day(library: Library) -> None:
    """1月底前申报, 2月底前评价: only the last days are known, and no payment or ticket date."""
    found = events(library, window(library, "saia", 0))
    assert {part: days(event) for part, event in found.items()} == {
        "application": (date(2026, 1, 31), date(2026, 2, 1)),
        "assessment": (date(2026, 2, 28), date(2026, 3, 1)),
    }
    assert all(str(event["summary"]).endswith("截止") for event in found.values())
    assert len(found["application"].walk("VALARM")) == 1


def test_an_assessment_without_any_date_is_left_out(library: Library) -> None:
    """12月底前或根据次年公告排考."""
    assert set(events(library, window(library, "saia", 11))) == {"application"}


def test_a_month_is_a_month_and_said_to_be_undecided(library: Library) -> None:
    exam = events(library, window(library, "sjtu", 0))["assessment"]
    assert days(exam) == (date(2025, 3, 1), date(2025, 4, 1))
    assert "具体日期未定" in str(exam["summary"])


def test_an_event_names_its_clause_and_notice(library: Library) -> None:
    text = str(events(library, window(library, "shta", 0))["assessment"]["description"])
    assert "二（三）（1）" in text
    assert library.notice("shta-2026-hr").front.title in text
    assert "4月25、26日" in text


@pytest.mark.parametrize("at", ["2025-01-01", "2026-03-22", "2027-05-05"])
def test_the_same_window_gives_the_same_bytes_at_any_time(library: Library, at: str) -> None:
    today = {one.id: one for one in windows(library, Subject(), parse_as_of("2026-06-01"))}
    for one in windows(library, Subject(), parse_as_of(at)):
        assert written(library, one) == written(library, today[one.id])


def test_no_two_events_of_all_windows_share_a_uid(library: Library) -> None:
    found = windows(library, Subject(), parse_as_of("2026-06-01"))
    uids = [
        str(event["uid"]) for one in found for event in Calendar.from_ical(written(library, one)).walk("VEVENT")
    ]
    assert len(set(uids)) == len(uids) > len(found)
