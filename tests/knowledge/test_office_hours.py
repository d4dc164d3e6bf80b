"""Open or shut, and when it opens next: working days are China's statutory ones.

The arrangement for 2026 (国务院办公厅关于2026年部分节假日安排的通知): Spring Festival 15 to 23 February, with work
on Saturday 14 and Saturday 28 February; National Day 1 to 7 October, with work on Sunday 20 September.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.facts import Hours, Opening
from knowledge.office_hours import is_working_day, next_opening, open_at
from knowledge.validity import SHANGHAI

HOURS = Hours(
    text="法定工作日上午：9:00-11:30\n下午：13:00-17:30",
    weekly=(
        Opening(days="working_days", opens="09:00", closes="11:30"),
        Opening(days="working_days", opens="13:00", closes="17:30"),
    ),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-06-02 08:59", False),
        ("2026-06-02 09:00", True),
        ("2026-06-02 11:29", True),
        ("2026-06-02 11:30", False),
        ("2026-06-02 12:15", False),
        ("2026-06-02 12:59", False),
        ("2026-06-02 13:00", True),
        ("2026-06-02 17:29", True),
        ("2026-06-02 17:30", False),
        ("2026-06-02 00:00", False),
    ],
)
def test_on_a_tuesday_the_office_is_open_to_the_minute(moment: str, is_open: bool) -> None:
    assert open_at(HOURS, at(moment)) is is_open


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-02-13", True),  # the Friday before
        ("2026-02-14", True),  # a Saturday, worked for the holiday
        ("2026-02-15", False),  # the first day of Spring Festival, a Sunday
        ("2026-02-16", False),  # a Monday
        ("2026-02-23", False),  # the last day, a Monday
        ("2026-02-24", True),  # the first day after it
        ("2026-02-28", True),  # a Saturday, worked for the holiday
        ("2026-03-01", False),  # the Sunday after
        ("2026-06-06", False),  # a Saturday like any
        ("2026-06-07", False),  # a Sunday like any
        ("2026-06-08", True),
        ("2026-09-20", True),  # a Sunday, worked for National Day
        ("2026-10-01", False),  # a Thursday
        ("2026-10-07", False),  # a Wednesday
        ("2026-10-08", True),
    ],
)
def test_working_days_are_the_statutory_ones(day: str, working: bool) -> None:
    assert is_working_day(at(day).date()) is working
    assert open_at(HOURS, at(f"{day} 10:00")) is working


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-06-02 07:00", "2026-06-02 09:00"),
        ("2026-06-02 08:59", "2026-06-02 09:00"),
        ("2026-06-02 11:30", "2026-06-02 13:00"),
        ("2026-06-02 17:30", "2026-06-03 09:00"),
        ("2026-06-05 17:30", "2026-06-08 09:00"),  # Friday evening
        ("2026-06-06 10:00", "2026-06-08 09:00"),  # Saturday
        ("2026-02-13 18:00", "2026-02-14 09:00"),  # tomorrow is a Saturday that is worked
        ("2026-02-14 17:29:59", None),  # still open
        ("2026-02-14 17:30", "2026-02-24 09:00"),  # all of Spring Festival lies between
        ("2026-02-27 18:00", "2026-02-28 09:00"),
        ("2026-02-28 18:00", "2026-03-02 09:00"),
    ],
)
def test_the_next_opening_is_the_next_stretch_of_a_working_day(moment: str, opens: str | None) -> None:
    assert next_opening(HOURS, at(moment)) == (at(opens) if opens else None)


def test_while_the_office_is_open_no_next_opening_is_named() -> None:
    assert next_opening(HOURS, at("2026-06-02 10:00")) is None


def test_the_callers_time_zone_does_not_matter() -> None:
    assert open_at(HOURS, datetime(2026, 6, 2, 1, 0, tzinfo=UTC)) is True
    assert open_at(HOURS, datetime(2026, 6, 2, 0, 59, tzinfo=UTC)) is False
    assert next_opening(HOURS, datetime(2026, 6, 1, 20, 0, tzinfo=UTC)) == at("2026-06-02 09:00")


def test_a_year_whose_holidays_are_not_published_is_not_guessed() -> None:
    assert is_working_day(at("2030-06-04").date()) is None
    assert open_at(HOURS, at("2030-06-04 10:00")) is None
    assert next_opening(HOURS, at("2030-06-04 18:00")) is None
