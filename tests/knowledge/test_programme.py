"""The 2026 programme of 人工智能推介官, as its notice prints it."""

from __future__ import annotations

import pytest

from knowledge.library import Library
from knowledge.programme import Programme, of_grade, programmes
from knowledge.validity import parse_as_of

NAME = "人工智能推介官"


@pytest.fixture(scope="module")
def programme(library: Library) -> Programme:
    (found,) = programmes(library, NAME, parse_as_of("2026-11-21"))
    return found


def test_half_of_the_40_lessons_may_be_online(programme: Programme) -> None:
    (hours,) = programme.hours
    assert (hours.lesson_hours, hours.online_at_most_percent, hours.online_at_most_hours) == (40, 50, 20)
    assert [one.clause for one in hours.citations] == ["一"]


@pytest.mark.parametrize(
    ("route", "tiers", "seals"),
    [
        ("training", ["basic"], ["各培训实施机构"]),
        ("assessment", ["advanced"], ["评价机构"]),
        ("university_examination", ["basic", "advanced"], ["市教育考试院", "市教育考试院"]),
        ("contest", ["basic"], ["活动主办单位"]),
    ],
)
def test_each_route_leads_to_its_certificate(
    route: str, tiers: list[str], seals: list[str], programme: Programme
) -> None:
    paths = programme.by_route([route])  # type: ignore[list-item]
    assert [one.tier for one in paths] == tiers
    assert [one.seal for one in paths] == seals


@pytest.mark.parametrize(
    ("grade", "tiers"), [(1, ["basic"]), (2, ["advanced"]), (3, ["advanced"]), (4, ["advanced"]), (5, [])]
)
def test_the_grade_of_the_universities_examination_decides(
    grade: int, tiers: list[str], programme: Programme
) -> None:
    assert [one.tier for one in of_grade(programme.paths, grade)] == tiers


def test_the_better_half_of_a_contest_and_at_most_30_percent_of_all(programme: Programme) -> None:
    assert [one.best_percent for one in programme.by_route(["contest"])] == [50]
    assert [(one.ten_thousand_people, one.at_most_percent) for one in programme.quotas] == [(5, None), (None, 30)]


def test_before_the_notice_was_published_it_is_not_in_force(library: Library) -> None:
    (early,) = programmes(library, NAME, parse_as_of("2026-03-18"))
    assert early.status == "upcoming"
    assert programmes(library, NAME, parse_as_of("2026-11-21"), year=2025) == []
