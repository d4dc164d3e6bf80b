"""Professional titles: 高级工程师 is one, 高级工 is a level, 软件工程师 is a job."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.actions.situation import HeldTitle, Situation, Span

Read = Callable[..., Situation]


@pytest.mark.parametrize(
    ("text", "grade", "relevant"),
    [
        ("初级职称", "junior", None),
        ("我是助理工程师", "junior", None),
        ("助工，专业对口", "junior", True),
        ("有相关专业的初级职称", "junior", True),
        ("工程师职称", "intermediate", None),
        ("有中级职称想考二级", "intermediate", None),
        ("去年评上了工程师", "intermediate", None),
        ("有工程师证，专业不对口", "intermediate", False),
        ("高级工程师", "senior", None),
        ("我副高，不相关的专业", "senior", False),
        ("助理工程师能考二级吗", "junior", None),
        ("中级职称，专业要对口吗", "intermediate", None),
    ],
)
def test_a_title_is_read(read: Read, text: str, grade: str, relevant: bool | None) -> None:
    assert [(one.grade, one.relevant) for one in read(text).titles or ()] == [(grade, relevant)]


def test_when_a_title_was_obtained_and_the_work_since_are_read(read: Read) -> None:
    assert read("中级职称，2022年3月评的").titles == (
        HeldTitle(grade="intermediate", issued=Span(start=date(2022, 3, 1), end=date(2022, 3, 31))),
    )
    assert read("我取得助理工程师职称后干了五年").titles == (HeldTitle(grade="junior", work_years_since=5),)


@pytest.mark.parametrize("text", ["没有职称", "什么职称都没有", "职称没有", "也没评过职称"])
def test_no_title_is_an_empty_list(read: Read, text: str) -> None:
    assert read(text).titles == ()


@pytest.mark.parametrize(
    "text",
    [
        "技术员",
        "软件工程师",
        "我是工程师",
        "我是高级工",
        "有没有职称要求",
        "没有中级职称",
        "需要初级职称吗",
        "想评中级职称",
        "助理工程师怎么考",
        "三级相当于中级职称吗",
        "高级工和高级工程师有什么区别",
        "如果有中级职称呢",
        "人工智能工程技术人员",
        "最高职称是什么",
    ],
)
def test_nothing_is_read_of_titles(read: Read, text: str) -> None:
    assert read(text).titles is None
