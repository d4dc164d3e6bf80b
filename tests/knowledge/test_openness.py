"""Why an office is shut, and from when it is open again.

The arrangement for 2026 (国务院办公厅关于2026年部分节假日安排的通知): New Year 1 to 3 January (work on Sunday 4),
Spring Festival 15 to 23 February (Saturdays 14 and 28), 清明 4 to 6 April, Labour Day 1 to 5 May (Saturday 9),
端午 19 to 21 June, 中秋 25 to 27 September, National Day 1 to 7 October (Sunday 20 September, Saturday 10 October).
"""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from knowledge.contacts import contacts
from knowledge.facts import Hours, Opening
from knowledge.holidays import coming_festival, days_worked, festival_of, holiday_of, worked_for
from knowledge.library import Library
from knowledge.office_hours import explain, explain_day, reason_on_working_day
from knowledge.subject import resolve_subject
from knowledge.validity import SHANGHAI

HOURS = Hours(
    text="工作日：上午9:30-11:30 下午13:30-16:00(节假日除外)",
    weekly=(
        Opening(days="working_days", opens="09:30", closes="11:30"),
        Opening(days="working_days", opens="13:30", closes="16:00"),
    ),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("moment", "reason", "closes", "opens"),
    [
        ("2026-11-23 09:29", "before_opening", None, "2026-11-23 09:30"),
        ("2026-11-23 09:30", "open", "2026-11-23 11:30", None),
        ("2026-11-23 11:29", "open", "2026-11-23 11:30", None),
        ("2026-11-23 11:30", "lunch", None, "2026-11-23 13:30"),
        ("2026-11-23 13:29", "lunch", None, "2026-11-23 13:30"),
        ("2026-11-23 13:30", "open", "2026-11-23 16:00", None),
        ("2026-11-23 15:59", "open", "2026-11-23 16:00", None),
        ("2026-11-23 16:00", "after_closing", None, "2026-11-24 09:30"),
        ("2026-11-21 10:00", "weekend", None, "2026-11-23 09:30"),
        (
            "2026-09-30 16:00",
            "after_closing",
            None,
            "2026-10-08 09:30",
        ),  # the last working day before National Day
        ("2026-10-01 10:00", "holiday", None, "2026-10-08 09:30"),
        ("2026-10-07 23:59", "holiday", None, "2026-10-08 09:30"),
        ("2026-10-09 16:00", "after_closing", None, "2026-10-10 09:30"),  # tomorrow is a Saturday that is worked
        ("2026-09-20 10:00", "open", "2026-09-20 11:30", None),  # a Sunday that is worked
    ],
)
def test_the_reason_is_told_to_the_minute(moment: str, reason: str, closes: str | None, opens: str | None) -> None:
    found = explain(HOURS, at(moment))
    assert found.reason == reason
    assert found.open_now is (reason == "open")
    assert found.closes_at == (at(closes) if closes else None)
    assert found.next_opening == (at(opens) if opens else None)
    assert found.unpublished_year is None


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        ("2026-01-02", "元旦"),
        ("2026-02-17", "春节"),
        ("2026-04-06", "清明"),
        ("2026-05-05", "劳动节"),
        ("2026-06-19", "端午"),
        ("2026-09-25", "中秋"),
        ("2026-10-03", "国庆节"),
        ("2026-10-08", None),
        ("2026-11-21", None),
        ("2026-10-10", None),
    ],
)
def test_a_holiday_has_its_chinese_name(day: str, holiday: str | None) -> None:
    assert holiday_of(date.fromisoformat(day)) == holiday
    assert explain_day(HOURS, date.fromisoformat(day)).holiday == holiday


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        ("2026-01-04", "元旦"),
        ("2026-02-14", "春节"),
        ("2026-02-28", "春节"),
        ("2026-05-09", "劳动节"),
        ("2026-09-20", "国庆节"),
        ("2026-10-10", "国庆节"),
    ],
)
def test_a_weekend_day_worked_for_a_holiday_is_open_and_said_to_be_one(day: str, holiday: str) -> None:
    found = explain_day(HOURS, date.fromisoformat(day))
    assert (found.open_now, found.make_up) == (True, True)
    assert worked_for(date.fromisoformat(day)) == holiday


def test_2026_has_six_such_days_and_no_more() -> None:
    worked = days_worked(date(2026, 1, 1))
    assert [f"{day:%m-%d}" for day in worked] == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
    assert days_worked(date(2026, 10, 11)) == ()


def test_an_unpublished_year_is_never_guessed() -> None:
    found = explain(HOURS, at("2030-06-04 10:00"))
    assert (found.open_now, found.reason, found.unpublished_year) == (None, "unknown_year", 2030)
    assert (found.closes_at, found.next_opening) == (None, None)


def test_before_an_unpublished_year_the_next_opening_is_null_and_the_year_is_named() -> None:
    last = max(year for year in range(2026, 2100) if festival_of("国庆节", year).days)
    found = explain(HOURS, at(f"{last}-12-31 23:00"))
    assert found.open_now is False
    assert (found.next_opening, found.unpublished_year) == (None, last + 1)


def test_without_daily_hours_nothing_is_known() -> None:
    found = explain(Hours(text="详见通知", weekly=()), at("2026-11-23 10:00"))
    assert (found.open_now, found.reason, found.next_opening) == (None, "no_daily_hours", None)


def test_a_time_of_day_is_held_against_the_hours_of_working_days() -> None:
    clocks = (time(9), time(10), time(12), time(15, 59), time(18))
    assert [reason_on_working_day(HOURS, one) for one in clocks] == [
        "before_opening",
        "open",
        "lunch",
        "open",
        "after_closing",
    ]


def test_a_festival_is_the_one_that_is_on_or_comes_next() -> None:
    first = coming_festival("国庆节", date(2026, 10, 7))
    assert (first.year, first.days[0], first.days[-1]) == (2026, date(2026, 10, 1), date(2026, 10, 7))
    assert first.worked == (date(2026, 9, 20), date(2026, 10, 10))
    assert coming_festival("国庆节", date(2026, 10, 8)).year == 2027
    assert coming_festival("元旦", date(2025, 12, 1)).days[0] == date(2026, 1, 1)
    assert coming_festival("春节", date(2040, 3, 1)) == festival_of("春节", 2041)


def test_new_years_holiday_that_begins_in_december_belongs_to_the_new_year() -> None:
    """2023: 31 December 2022 to 2 January 2023."""
    assert festival_of("元旦", 2023).days == (date(2022, 12, 31), date(2023, 1, 1), date(2023, 1, 2))


def test_a_contact_carries_the_reason(library: Library) -> None:
    subject = resolve_subject(library.lexicon, organisation="上海市技师协会")
    (found,) = contacts(library, subject, at("2026-10-03 10:00"))
    assert found.openness is not None
    assert (found.openness.reason, found.openness.holiday) == ("holiday", "国庆节")
    assert (found.open_now, found.next_opening) == (False, at("2026-10-08 09:30"))
