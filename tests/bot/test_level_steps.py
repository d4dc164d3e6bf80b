"""Of several levels in a question, the one that is applied for and the one that only leads to it."""

from __future__ import annotations

import pytest

from bot.actions.desk import Desk
from bot.actions.names.understanding import entities_of, mentioned
from knowledge.validity import parse_as_of


def levels(desk: Desk, text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    found = mentioned(desk.library, text, entities_of(desk.library, text), parse_as_of("2026-06-01"))
    return found.levels, found.held_levels


@pytest.mark.parametrize(
    ("text", "applied", "leads"),
    [
        ("人力资源管理师四级证拿到以后，要再做几年才可以考三级", 3, 4),
        ("三级拿到后想考人力二级技师，条件里要求工作几年", 2, 3),
        ("人工智能训练师技师（二级）的申报条件，三级证之后要多少年", 2, 3),
        ("中级工升高级工要干几年", 3, 4),
        ("人力四级考三级中间要隔多久", 3, 4),
        ("从五级到四级要等多久", 4, 5),
        ("五级证满几年可以报四级", 4, 5),
        ("考完四级之后多久能考三级", 3, 4),
        ("能不能不考四级直接考三级", 3, 4),
        ("四级证拿到后多久能往上考", 3, 4),
        ("持五级证几年可以升一级", 4, 5),
        ("四级没考直接考三级行不行", 3, 4),
        ("我四级证丢了还能报三级吗", 3, 4),
    ],
)
def test_the_level_that_leads_to_another_is_not_the_one_asked_about(
    text: str, applied: int, leads: int, desk: Desk
) -> None:
    assert levels(desk, text) == ((applied,), (leads,))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("四级和三级报名费一样吗", (4, 3)),
        ("五级、四级、三级分别什么条件", (5, 4, 3)),
        ("四级过了之后又报三级，四级成绩还有效吗", (4, 3)),
        ("先考四级再考三级可以吗", (4, 3)),
        ("升三级要什么条件", (3,)),
        ("四级证和三级证的报名费一样吗", (4, 3)),
        ("她能考四级吗，我从五级考起对不对", (4, 5)),
    ],
)
def test_levels_that_are_asked_about_together_stay_so(text: str, asked: tuple[int, ...], desk: Desk) -> None:
    assert levels(desk, text) == (asked, ())
