"""Days in a person's own words, said on Saturday 21 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.wording.spoken_days import spoken_day

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("我11月7号考的，什么时候出成绩", date(2026, 11, 7), date(2026, 11, 7)),
        ("十一月七号考的", date(2026, 11, 7), date(2026, 11, 7)),
        ("2026-11-07考完", date(2026, 11, 7), date(2026, 11, 7)),
        ("我12月19号考，几时出成绩", date(2026, 12, 19), date(2026, 12, 19)),
        ("12月19号考的", date(2025, 12, 19), date(2025, 12, 19)),
        ("12月19号考完", date(2026, 12, 19), date(2026, 12, 19)),
        ("要是12月19号考的话", date(2026, 12, 19), date(2026, 12, 19)),
        ("12月19号考完了还没成绩", date(2025, 12, 19), date(2025, 12, 19)),
        ("4月19号考完几时出成绩", date(2026, 4, 19), date(2026, 4, 19)),
        ("今年3月考试抄袭被抓了", date(2026, 3, 1), date(2026, 3, 31)),
        ("去年12月考的", date(2025, 12, 1), date(2025, 12, 31)),
        ("我八月考的，到现在没动静", date(2026, 8, 1), date(2026, 8, 31)),
        ("上个月20号考完的", date(2026, 10, 20), date(2026, 10, 20)),
        ("上周六考", date(2026, 11, 14), date(2026, 11, 14)),
        ("昨天考的", date(2026, 11, 20), date(2026, 11, 20)),
        ("考完三周了查不到", date(2026, 10, 31), date(2026, 10, 31)),
        ("考完三个月了", date(2026, 8, 21), date(2026, 8, 21)),
        ("8号考完到今天还没动静", date(2026, 11, 8), date(2026, 11, 8)),
        ("25号考的，今天还查不到", date(2026, 10, 25), date(2026, 10, 25)),
        ("10天前考的", date(2026, 11, 11), date(2026, 11, 11)),
    ],
)
def test_the_day_that_is_meant(text: str, first: date, last: date) -> None:
    found = spoken_day(text, TODAY)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["成绩什么时候出", "二十个工作日过了还没成绩", "考完30个工作日还看不到", "2月30号考的", "三级成绩公布了没"],
)
def test_no_day_is_made_up(text: str) -> None:
    assert spoken_day(text, TODAY) is None
