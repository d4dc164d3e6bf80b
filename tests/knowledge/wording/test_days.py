"""Which day and which time of day a question means. 21 November 2026 is a Saturday."""

from __future__ import annotations

from datetime import date, time

import pytest

from knowledge.validity import parse_as_of
from knowledge.wording.clock import asked_clock
from knowledge.wording.days import asked_days

SATURDAY, WEDNESDAY = "2026-11-21", "2026-09-16"


@pytest.mark.parametrize(
    ("text", "asked_on", "first", "last"),
    [
        ("今天几点关门", SATURDAY, "2026-11-21", "2026-11-21"),
        ("明天上班吗", SATURDAY, "2026-11-22", "2026-11-22"),
        ("后天去可以吗", SATURDAY, "2026-11-23", "2026-11-23"),
        ("大后天", SATURDAY, "2026-11-24", "2026-11-24"),
        ("明天上班吗", "2026-12-31", "2027-01-01", "2027-01-01"),
        ("周六能去吗", SATURDAY, "2026-11-21", "2026-11-21"),
        ("周五能去吗", SATURDAY, "2026-11-27", "2026-11-27"),
        ("礼拜天有人吗", SATURDAY, "2026-11-22", "2026-11-22"),
        ("下周一", SATURDAY, "2026-11-23", "2026-11-23"),
        ("下个星期天", SATURDAY, "2026-11-29", "2026-11-29"),
        ("下下周三", SATURDAY, "2026-12-02", "2026-12-02"),
        ("这周五", WEDNESDAY, "2026-09-18", "2026-09-18"),
        ("下周五", WEDNESDAY, "2026-09-25", "2026-09-25"),
        ("周末开吗", WEDNESDAY, "2026-09-19", "2026-09-20"),
        ("周末开吗", "2026-09-20", "2026-09-20", "2026-09-20"),
        ("下周末开吗", WEDNESDAY, "2026-09-26", "2026-09-27"),
        ("周六日开吗", WEDNESDAY, "2026-09-19", "2026-09-20"),
        ("周六、周日开吗", WEDNESDAY, "2026-09-19", "2026-09-20"),
        ("下周能去吗", WEDNESDAY, "2026-09-21", "2026-09-27"),
        ("10月8日上班吗", WEDNESDAY, "2026-10-08", "2026-10-08"),
        ("１０月８号上班吗", WEDNESDAY, "2026-10-08", "2026-10-08"),
        ("十月八号上班吗", WEDNESDAY, "2026-10-08", "2026-10-08"),
        ("10月8日上班吗", SATURDAY, "2027-10-08", "2027-10-08"),
        ("2026年10月8日上班吗", SATURDAY, "2026-10-08", "2026-10-08"),
        ("10月1日到7日开吗", WEDNESDAY, "2026-10-01", "2026-10-07"),
        ("25号去行吗", SATURDAY, "2026-11-25", "2026-11-25"),
        ("三号去行吗", SATURDAY, "2026-12-03", "2026-12-03"),
        ("国庆开不开", WEDNESDAY, "2026-10-01", "2026-10-07"),
        ("十一期间开吗", WEDNESDAY, "2026-10-01", "2026-10-07"),
        ("2026年国庆", SATURDAY, "2026-10-01", "2026-10-07"),
        ("五一去可以吗", "2026-04-20", "2026-05-01", "2026-05-05"),
        ("春节放到哪天", "2026-01-10", "2026-02-15", "2026-02-23"),
        ("国庆10月8号能去吗", WEDNESDAY, "2026-10-08", "2026-10-08"),
        ("国庆10月3号能去吗", WEDNESDAY, "2026-10-03", "2026-10-03"),
    ],
)
def test_a_day_is_told_from_the_day_of_asking(text: str, asked_on: str, first: str, last: str) -> None:
    found = asked_days(text, parse_as_of(asked_on))
    assert found is not None
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "几点上班",
        "每周六开吗",
        "上周五去没人",
        "周一到周五都可以去吗",
        "一周三次",
        "广济路838号A栋怎么走",
        "坐2号线能到吗",
        "五一路在哪",
        "今天还是明天去",
        "明天是周五，下午还办理吗",  # asked on a Saturday
        "4月份能去吗",
        "2月30日能去吗",
    ],
)
def test_no_day_or_several_is_none(text: str) -> None:
    assert asked_days(text, parse_as_of(SATURDAY)) is None


def test_a_festival_of_a_year_that_is_not_published_has_no_days() -> None:
    found = asked_days("春节开吗", parse_as_of("2040-01-10"))
    assert found is not None
    assert found.festival is not None
    assert (found.days, found.festival.year) == ((), 2040)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("下午四点半到还来得及吗", time(16, 30)),
        ("晚上六点还有人吗", time(18)),
        ("十二点半过去", time(12, 30)),
        ("10点去行不行", time(10)),
        ("早上7点", time(7)),
        ("中午11点半", time(11, 30)),
        ("中午1点", time(13)),
        ("五点半还在吗", time(17, 30)),
        ("16:45到行吗", time(16, 45)),
        ("16：45到行吗", time(16, 45)),
        ("几点关门", None),
        ("上午9点还是10点开门", None),
        ("电话021-62037717", None),
        ("25点", None),
    ],
)
def test_one_time_of_day_is_read(text: str, clock: time | None) -> None:
    assert asked_clock(text) == clock
