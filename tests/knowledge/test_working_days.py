"""Working days by the State Council's arrangement for 2026 (国庆 1–7 October off, 20 September and 10 October on)."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.working_days import working_days_after, working_days_before


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 7), 1, date(2026, 11, 9)),  # a Saturday: Monday is the first
        (date(2026, 11, 7), 20, date(2026, 12, 4)),  # four whole weeks
        (date(2026, 11, 7), 30, date(2026, 12, 18)),
        (date(2026, 9, 19), 1, date(2026, 9, 20)),  # a Sunday that is worked
        (date(2026, 9, 30), 1, date(2026, 10, 8)),  # over the national holiday
        (date(2026, 9, 30), 3, date(2026, 10, 10)),  # 8, 9 and the worked Saturday
        (date(2026, 11, 7), 0, date(2026, 11, 7)),
    ],
)
def test_working_days_are_counted_from_the_next_day_on(day: date, count: int, expected: date) -> None:
    assert working_days_after(day, count) == expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 21), 5, date(2026, 11, 16)),
        (date(2026, 10, 8), 1, date(2026, 9, 30)),
        (date(2026, 9, 21), 1, date(2026, 9, 20)),
    ],
)
def test_working_days_are_counted_back_from_the_day_before(day: date, count: int, expected: date) -> None:
    assert working_days_before(day, count) == expected


def test_where_the_holidays_are_not_published_no_day_is_guessed() -> None:
    assert working_days_after(date(2035, 12, 19), 20) is None
    assert working_days_before(date(2035, 1, 5), 5) is None


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 working days"):
        working_days_after(date(2026, 11, 7), -1)
