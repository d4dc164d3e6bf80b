"""Calendar arithmetic that every answer shares: whole years and months after a day, and how long is still missing."""

from __future__ import annotations

import math
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

_TOLERANCE = 0.007  # months: what a count of years loses when it is rounded to three decimals


def years_after(day: date, years: int) -> date:
    """The same day `years` later; 29 February falls back to the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February in a common year; what lies outside the calendar is refused here too
        return day + _span(years=years)


def months_after(day: date, months: int) -> date:
    """The same day `months` later; a day that the month lacks falls back to its last."""
    return day + _span(months=months)


def whole_years(since: date, day: date) -> int:
    """Whole years from `since` to `day`, by the rule of `years_after`; negative where `since` is later.

    `years_after(since, whole_years(since, day)) <= day` always holds.
    """
    years = day.year - since.year
    return years if years_after(since, years) <= day else years - 1


def months_missing(have: float, need: int) -> int:
    """Whole months until `have` years of work become `need` (rounded up, so never too early); 0 where reached."""
    if have >= need:
        return 0
    return max(1, math.ceil((need - have) * 12 - _TOLERANCE))


@lru_cache(maxsize=512)
def _span(years: int = 0, months: int = 0) -> relativedelta:
    """The same few spans are asked for again and again, and are costly to make."""
    return relativedelta(years=years, months=months)


def spoken_gap(day: date, later: date) -> str:
    """How long from `day` to a `later` day: 1年7个月, 3个月5天, 1天."""
    gap = relativedelta(later, day)
    parts = ((gap.years, "年"), (gap.months, "个月"), (gap.days, "天"))
    return "".join(f"{count}{unit}" for count, unit in parts if count)


def spoken_date(day: date) -> str:
    """2027年3月1日."""
    return f"{day.year}年{day.month}月{day.day}日"
