"""When a person says that they passed, in the words that people type."""

from __future__ import annotations

import pytest

from bot.actions.passed_dates import passed_on, without_past
from knowledge.validity import parse_as_of

AT = parse_as_of("2026-06-10")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("我2024年6月15日过的理论", "2024-06-15", "2024-06-15"),
        ("2024.6.15", "2024-06-15", "2024-06-15"),
        ("二〇二四年六月考过理论", "2024-06-01", "2024-06-30"),
        ("我去年6月过了理论，实操没过，还能补考吗", "2025-06-01", "2025-06-30"),
        ("24年2月通过的", "2024-02-01", "2024-02-29"),
        ("我22年通过的理论现在还有用伐", "2022-01-01", "2022-12-31"),
        ("前年过了理论", "2024-01-01", "2024-12-31"),
        ("今年3月过的", "2026-03-01", "2026-03-31"),
        ("今年过的", "2026-01-01", "2026-06-10"),
        ("上个月过了理论", "2026-05-01", "2026-05-31"),
        ("昨天刚考过理论", "2026-06-09", "2026-06-09"),
        ("我8月过的理论", "2025-08-01", "2025-08-31"),
        ("去年下半年过的", "2025-07-01", "2025-12-31"),
        ("两年前过的", "2023-12-10", "2024-12-10"),
        ("半年前过的", "2025-09-10", "2026-03-10"),
        ("电工理论过了两年半，还能用来补实操不", "2023-09-10", "2024-03-10"),
    ],
)
def test_the_words_are_read_as_wide_as_they_are(text: str, first: str, last: str) -> None:
    found = passed_on(text, AT)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "补考几次",
        "超过两年没补考会怎样",
        "理论成绩还有三个月到期，来得及补吗",
        "想今年8月补考",
        "过了两年有效期还能补吗",
        "成绩有效期到2026年6月吗",
        "技师协会2026年的补考规定",
        "2024年2月30日过的",
    ],
)
def test_other_times_are_not_taken_for_the_day_of_passing(text: str) -> None:
    assert passed_on(text, AT) is None


def test_of_two_dates_the_one_that_speaks_of_passing_counts() -> None:
    found = passed_on("想报今年8月的补考，理论是去年6月过的", AT)
    assert found is not None
    assert found.first.isoformat() == "2025-06-01"


def test_a_day_to_come_is_returned_so_that_it_can_be_asked_about() -> None:
    found = passed_on("我今年12月过的理论", AT)
    assert found is not None
    assert found.first > AT.date()


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        ("去年5月考的，实操没过", True),
        ("2025年8月操作不及格，这次能补吗", True),
        ("去年11月两门都没过", True),
        ("去年5月理论过了，实操没过", False),
        ("去年5月考的理论合格，操作不合格", False),
        ("今年3月考过了，没过期吧", False),
    ],
)
def test_a_day_of_failing_is_told_from_a_day_of_passing(text: str, failed: bool) -> None:
    found = passed_on(text, AT)
    assert found is not None
    assert found.failed is failed


@pytest.mark.parametrize(
    "text", ["4月那场赶得上吗", "来得及考4月的吗", "这次4月能补不", "明年4月呢", "4月还能补吗"]
)
def test_a_month_that_is_aimed_at_is_no_day_of_passing(text: str) -> None:
    assert passed_on(text, AT) is None


def test_a_number_of_papers_is_no_day_of_the_month() -> None:
    found = passed_on("去年5月两门都过了", AT)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == ("2025-05-01", "2025-05-31")


def test_a_span_of_months_is_in_the_year_named_first() -> None:
    found = passed_on("2024年5月到8月考过的理论", AT)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == ("2024-05-01", "2024-08-31")


def test_what_is_left_without_the_past_lies_ahead() -> None:
    assert without_past("理论1月过的，操作3月没过，7月能再考吗", AT) == "理论过的,操作没过,7月能再考吗"
    assert without_past("7月能补吗，操作没过", AT) == "7月能补吗，操作没过"
