"""Whole years and months after a day, and how long is missing, at the ends of months and on 29 February."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.timespan import months_after, months_missing, spoken_gap, whole_years, years_after

DAYS = st.dates(date(1950, 1, 1), date(2080, 12, 31))


@pytest.mark.parametrize(
    ("day", "years", "then"),
    [
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2023, 3, 1), 1, date(2024, 3, 1)),
        (date(2023, 2, 28), 1, date(2024, 2, 28)),
    ],
)
def test_29_february_falls_back_to_the_28th(day: date, years: int, then: date) -> None:
    assert years_after(day, years) == then


def test_a_day_that_the_month_lacks_falls_back_to_its_last() -> None:
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 10, 31), 1) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("day", "later", "said"),
    [
        (date(2026, 6, 1), date(2028, 1, 1), "1年7个月"),
        (date(2026, 6, 1), date(2026, 9, 6), "3个月5天"),
        (date(2026, 6, 1), date(2026, 6, 2), "1天"),
        (date(2026, 6, 1), date(2028, 6, 1), "2年"),
    ],
)
def test_a_gap_is_said_in_years_months_and_days(day: date, later: date, said: str) -> None:
    assert spoken_gap(day, later) == said


@pytest.mark.parametrize(
    ("have", "need", "months"),
    [
        (3, 5, 24),
        (3.5, 5, 18),
        (41 / 12, 5, 19),
        (3.417, 5, 19),
        (4.55, 5, 6),
        (4.999, 5, 1),
        (5, 5, 0),
        (6, 5, 0),
    ],
)
def test_what_is_missing_is_rounded_up_to_whole_months(have: float, need: int, months: int) -> None:
    assert months_missing(have, need) == months


@given(DAYS, DAYS)
def test_whole_years_are_the_most_that_have_passed(since: date, day: date) -> None:
    years = whole_years(since, day)
    assert years_after(since, years) <= day < years_after(since, years + 1)
