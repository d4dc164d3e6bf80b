"""Periods as notices print them, at the ends of months and years too."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.wording.dates import parse_period


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2月23日-3月22日", "2026-02-23", "2026-03-22"),
        ("2月16日—3月15日", "2026-02-16", "2026-03-15"),
        ("2026年1月5日至1月20日", "2026-01-05", "2026-01-20"),
        ("2026.3.1-2026.3.15", "2026-03-01", "2026-03-15"),
        ("2026-03-01至2026-03-15", "2026-03-01", "2026-03-15"),
        ("3/1-3/15", "2026-03-01", "2026-03-15"),
        ("3月1-10日", "2026-03-01", "2026-03-10"),
        ("三月一日至三月十五日", "2026-03-01", "2026-03-15"),
        ("4月25、26日", "2026-04-25", "2026-04-26"),
        ("4月25日（周六）-26日（周日）", "2026-04-25", "2026-04-26"),
        ("3月1日9：00至3月15日16:00", "2026-03-01", "2026-03-15"),
        ("3月1日起至3月15日止", "2026-03-01", "2026-03-15"),
        ("3月1日起受理申报，至3月15日止", "2026-03-01", "2026-03-15"),
        ("2026年3月1日起网上报名，3月15日截止", "2026-03-01", "2026-03-15"),
        ("3月1日起报名，截止到3月15日", "2026-03-01", "2026-03-15"),
        ("11月22日起报名，至12月17日", "2026-11-22", "2026-12-17"),
        ("截至3月15日17:00", None, "2026-03-15"),
        ("2月", "2026-02-01", "2026-02-28"),
        ("3-5月", "2026-03-01", "2026-05-31"),
        ("第一季度", "2026-01-01", "2026-03-31"),
        ("3月上旬", "2026-03-01", "2026-03-10"),
        ("3月中旬", "2026-03-11", "2026-03-20"),
        ("4月下旬", "2026-04-21", "2026-04-30"),
        ("3月中旬-4月上旬", "2026-03-11", "2026-04-10"),
        ("2月底前", None, "2026-02-28"),
        ("截止3月15日", None, "2026-03-15"),
        ("即日起至3月15日", None, "2026-03-15"),
        ("3月1日起", "2026-03-01", None),
        ("4月25日（具体以准考证为准）", "2026-04-25", "2026-04-25"),
    ],
)
def test_a_period_without_year_is_of_the_notices_year(words: str, start: str | None, end: str | None) -> None:
    period = parse_period(words, 2026)
    assert (period.start, period.end, period.reading) == (_day(start), _day(end), "clear")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("12月16日-1月15日", "2026-12-16", "2027-01-15"),
        ("12月16日至次年1月15日", "2026-12-16", "2027-01-15"),
        ("2025年12月16日-1月15日", "2025-12-16", "2026-01-15"),
        ("2025年12月16日至次年1月15日", "2025-12-16", "2026-01-15"),
        ("12月16日-2026年1月15日", "2025-12-16", "2026-01-15"),
        ("12月16日-12月31日", "2026-12-16", "2026-12-31"),
        ("明年1月", "2027-01-01", "2027-01-31"),
        ("次年1月底前", None, "2027-01-31"),
        ("去年12月1日至今年1月31日", "2025-12-01", "2026-01-31"),
    ],
)
def test_the_turn_of_the_year(words: str, start: str | None, end: str | None) -> None:
    period = parse_period(words, 2026)
    assert (period.start, period.end, period.reading) == (_day(start), _day(end), "clear")


def test_february_has_29_days_in_a_leap_year_only() -> None:
    assert parse_period("2月", 2028).end == date(2028, 2, 29)
    assert parse_period("2月底前", 2028).end == date(2028, 2, 29)
    assert parse_period("2月29日", 2028).start == date(2028, 2, 29)
    assert parse_period("2月29日", 2026).reading == "unread"
    assert parse_period("2月", 2100).end == date(2100, 2, 28)


@pytest.mark.parametrize("words", ["6月31日", "2月30日-3月1日", "13月1日", "3月0日", "2026.3.15-2026.3.1"])
def test_days_that_do_not_exist_are_not_read(words: str) -> None:
    period = parse_period(words, 2026)
    assert (period.start, period.end, period.reading) == (None, None, "unread")


@pytest.mark.parametrize(
    "words",
    [
        "12月底前或根据次年公告排考",
        "3月28日或4月11日",
        "每月1日-10日",
        "5月每周六",
        "2026年5月第三周",
        "次月第三周",
        "1-10日",
        "3月1日-3月10日、4月1日-4月10日",
        "上月16日-本月15日",
        "3月初",
        "",
    ],
)
def test_words_without_one_meaning_are_not_read(words: str) -> None:
    period = parse_period(words, 2026)
    assert (period.start, period.end) == (None, None)
    assert period.reading in ("unread", "loose")


@pytest.mark.parametrize("words", ["另行通知", "以准考证为准", "考前一周", "报名后3日内", "审核通过后3个工作日内"])
def test_words_that_leave_the_date_open_are_understood(words: str) -> None:
    period = parse_period(words, 2026)
    assert (period.start, period.end, period.reading) == (None, None, "open")


@pytest.mark.parametrize("words", ["暂定4月25日", "4月25日左右", "4月18日、5月16日", "3月底", "3月、6月"])
def test_dates_that_may_change_or_lie_apart_are_read_with_doubt(words: str) -> None:
    assert parse_period(words, 2026).reading == "loose"
