"""Times without work between two of work, firms told one by one, an age by its month, a diploma to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.actions.situation import Situation, Span

Read = Callable[..., Situation]
AT = "2026-11-21"


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("18年开始做人事，20年到22年在家带孩子，22年9月又上班了", 61, 85),
        ("2018年3月入行，2020年5月到2021年8月在家带娃，后来又继续做", 87, 89),
    ],
)
def test_a_time_without_work_is_not_counted(text: str, least: int, most: int, read: Read) -> None:
    told = read(text, AT).work_roughly
    assert told is not None
    assert (round(told.least * 12), round(told.most * 12)) == (least, most)


@pytest.mark.parametrize(
    "text",
    ["我以前在别的公司做过两年标注，现在这家做了三年半", "我之前在A公司做了两年标注，现在这家做了三年半"],
)
def test_firms_are_added_up(text: str, read: Read) -> None:
    assert read(text, AT).work_years == 5.5


@pytest.mark.parametrize("text", ["明年3月满16", "明年3月就满16周岁了", "她2027年3月才满16"])
def test_a_month_in_which_an_age_is_reached(text: str, read: Read) -> None:
    assert read(text, AT).birth == Span(start=date(2011, 3, 1), end=date(2011, 3, 31))


@pytest.mark.parametrize("text", ["毕业证要明年7月才有", "毕业证书明年6月才发"])
def test_a_diploma_to_come_is_of_the_last_year(text: str, read: Read) -> None:
    loose = read(text, AT).loose
    assert loose is not None
    assert loose.status == "final_year"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("我同事有五级证，2023年8月拿的，能考四级吗", [5]),
        ("我朋友有四级证，我能考三级吗", []),
        ("公司同事有五级证", []),
    ],
)
def test_whose_certificate_it_is(text: str, levels: list[int], read: Read) -> None:
    assert [one.level for one in read(text, AT).certificates or ()] == levels
