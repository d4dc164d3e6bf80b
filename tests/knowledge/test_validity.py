"""What a notice is worth on the day before, on the day and the day after; nothing falls back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from knowledge.contacts import contacts
from knowledge.directory import directory
from knowledge.fees import fees
from knowledge.library import Library, load_library
from knowledge.models import NoticeStatus
from knowledge.subject import Subject, resolve_subject
from knowledge.validity import SHANGHAI, parse_as_of

if TYPE_CHECKING:
    from tests.knowledge.conftest import Tree

SJTU = "sjtu-2025-ai-trainer"
DAYS = {
    "shhrss-2025-catalogue": (date(2024, 12, 30), date(2025, 12, 31)),  # 自发文之日起实施, dated 2024年12月30日
    "sjtu-2025-ai-trainer": (date(2025, 1, 1), date(2025, 12, 31)),  # prints no date of its own
    "saia-2026-ai-trainer": (date(2026, 1, 1), date(2026, 12, 31)),  # prints no date of its own
    "shta-2026-hr": (date(2026, 2, 9), date(2026, 12, 31)),  # 自发布之日起实施, dated 2026年2月9日
    "shhrss-2026-ai-promoter": (date(2026, 3, 19), date(2026, 12, 31)),  # dated 2026年3月19日
}
ONE_DAY = timedelta(days=1)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=SHANGHAI)


def status(library: Library, notice_id: str, at: datetime) -> NoticeStatus:
    return library.status(library.notice(notice_id).front, at)


@pytest.mark.parametrize("notice_id", DAYS)
def test_a_notice_is_in_force_from_its_first_day_to_its_last(notice_id: str, library: Library) -> None:
    first, last = DAYS[notice_id]
    assert status(library, notice_id, noon(first - ONE_DAY)) == "upcoming"
    assert status(library, notice_id, noon(first)) == "current"
    assert status(library, notice_id, noon(first + ONE_DAY)) == "current"
    assert status(library, notice_id, noon(last - ONE_DAY)) == "current"
    assert status(library, notice_id, noon(last)) == "current"
    assert status(library, notice_id, noon(last + ONE_DAY)) == "past_year"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 2, 8, 23, 59, 59, tzinfo=SHANGHAI), "upcoming"),
        (datetime(2026, 2, 9, 0, 0, 0, tzinfo=SHANGHAI), "current"),
        (datetime(2026, 2, 8, 15, 59, 59, tzinfo=UTC), "upcoming"),
        (datetime(2026, 2, 8, 16, 0, 0, tzinfo=UTC), "current"),
        (datetime(2026, 12, 31, 15, 59, 59, tzinfo=UTC), "current"),
        (datetime(2026, 12, 31, 16, 0, 0, tzinfo=UTC), "past_year"),
    ],
)
def test_the_day_turns_at_midnight_in_shanghai(moment: datetime, expected: str, library: Library) -> None:
    assert status(library, "shta-2026-hr", moment) == expected


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-09", datetime(2026, 2, 9, tzinfo=SHANGHAI)),
        ("2026-02-09T09:30", datetime(2026, 2, 9, 9, 30, tzinfo=SHANGHAI)),
        ("2026-02-09T01:30:00Z", datetime(2026, 2, 9, 9, 30, tzinfo=SHANGHAI)),
        ("2026-02-09T09:30:00+08:00", datetime(2026, 2, 9, 9, 30, tzinfo=SHANGHAI)),
    ],
)
def test_a_date_is_its_first_moment_and_an_instant_without_offset_is_shanghais(
    text: str, moment: datetime
) -> None:
    assert parse_as_of(text) == moment


@pytest.mark.parametrize("text", ["2026-02-30", "yesterday", "2026-13-01", "2026-2-9", "", "20260209T25"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the standard library's
        parse_as_of(text)


def test_in_2027_every_fee_is_a_past_years(library: Library) -> None:
    at = parse_as_of("2027-01-01")
    found = fees(library, Subject(), at)
    assert {fee.status for fee in found} == {"past_year"}
    assert {citation.status for fee in found for citation in fee.citations} == {"past_year"}
    assert {fee.year for fee in found} == {2025, 2026}


def test_nobody_published_a_fee_for_2027(library: Library) -> None:
    for at in ("2026-12-31", "2027-01-01", "2027-06-01"):
        assert fees(library, Subject(year=2027), parse_as_of(at)) == []
        assert contacts(library, Subject(year=2027), parse_as_of(at)) == []
        assert directory(library, Subject(year=2027), parse_as_of(at)) == []


def test_the_year_asked_for_is_answered_from_that_year_alone(library: Library) -> None:
    at = parse_as_of("2026-06-01")
    subject = Subject(occupation=library.lexicon.occupation("人工智能训练师"), year=2025)
    assert {(fee.organisation.name, fee.status) for fee in fees(library, subject, at)} == {
        ("上海交通大学", "past_year")
    }


def test_before_its_first_day_a_fee_is_upcoming_and_never_current(library: Library) -> None:
    subject = resolve_subject(library.lexicon, organisation="技师协会")
    before = fees(library, subject, parse_as_of("2026-02-08"))
    assert {fee.status for fee in before} == {"upcoming"}
    on_the_day = fees(library, subject, parse_as_of("2026-02-09"))
    assert {fee.status for fee in on_the_day} == {"current"}
    assert len(before) == len(on_the_day)


def test_what_is_in_force_comes_first(library: Library) -> None:
    ranked = [(status, one.notice.id) for status, one in library.by_status(parse_as_of("2026-02-20"))]
    assert {notice for status, notice in ranked[:2]} == {"saia-2026-ai-trainer", "shta-2026-hr"}
    assert [status for status, _ in ranked] == ["current", "current", "upcoming", "past_year", "past_year"]


def successor(tree: Tree, notice_id: str = "sjtu-2026-ai-trainer", first: str = "2026-01-01") -> Library:
    """Jiao Tong University's notice of 2025 and one that follows it, dearer by fifty yuan."""
    tree.add(SJTU)
    tree.add(SJTU, as_id=notice_id)
    notice = f"notices/{notice_id}/notice.md"
    tree.change(notice, "in_force_from: 2025-01-01", f"in_force_from: {first}")
    if first >= "2026":
        tree.change(notice, "year: 2025", "year: 2026")
        tree.change(notice, "in_force_until: 2025-12-31", "in_force_until: 2026-12-31")
        tree.change(notice, "title: 上海交通大学关于开展2025年", "title: 上海交通大学关于开展2026年")
        tree.change(notice, "## 标题\n\n上海交通大学关于开展2025年", "## 标题\n\n上海交通大学关于开展2026年")
    tree.change(notice, "中级（四级） | 100 | 300 | / | 400 |", "中级（四级） | 100 | 350 | / | 450 |")
    fee = f"notices/{notice_id}/facts/fees.yml"
    tree.change(fee, "amount: 300}\n  total: 400", "amount: 350}\n  total: 450")
    tree.change(fee, "中级（四级） 100 300 / 400", "中级（四级） 100 350 / 450")
    return load_library(tree.root)  # its dates and its source are still the first notice's


@pytest.mark.parametrize(
    ("day", "old", "new"),
    [
        ("2025-12-31", "current", "upcoming"),
        ("2026-01-01", "superseded", "current"),
        ("2026-01-02", "superseded", "current"),
        ("2026-12-31", "superseded", "current"),
        ("2027-01-01", "superseded", "past_year"),
    ],
)
def test_the_successor_replaces_on_its_first_day(day: str, old: str, new: str, tree: Tree) -> None:
    library = successor(tree)
    at = parse_as_of(day)
    assert (status(library, SJTU, at), status(library, "sjtu-2026-ai-trainer", at)) == (old, new)


@pytest.mark.parametrize(
    ("day", "total", "expected"),
    [("2025-12-31", 400, "current"), ("2026-01-01", 450, "current"), ("2027-01-01", 450, "past_year")],
)
def test_the_fee_changes_with_the_notice_in_force(day: str, total: float, expected: str, tree: Tree) -> None:
    library = successor(tree)
    subject = resolve_subject(library.lexicon, occupation="人工智能训练师", level=4)
    (fee,) = fees(library, subject, parse_as_of(day))
    assert (fee.total, fee.status) == (total, expected)


@pytest.mark.parametrize(("day", "total"), [("2025-06-30", 400), ("2025-07-01", 450), ("2025-07-02", 450)])
def test_a_correction_within_the_year_replaces_from_its_own_day(day: str, total: float, tree: Tree) -> None:
    library = successor(tree, "sjtu-2025-corrected", "2025-07-01")
    subject = resolve_subject(library.lexicon, occupation="人工智能训练师", level=4)
    (fee,) = fees(library, subject, parse_as_of(day))
    assert (fee.total, fee.status) == (total, "current")


def test_a_notice_that_names_the_one_it_replaces_need_not_share_its_subject(tree: Tree) -> None:
    tree.add(SJTU)
    tree.add("saia-2026-ai-trainer")
    tree.change("notices/saia-2026-ai-trainer/notice.md", "replaces: null", f"replaces: {SJTU}")
    library = tree.load()
    assert status(library, SJTU, parse_as_of("2025-12-31")) == "current"
    assert status(library, SJTU, parse_as_of("2026-01-01")) == "superseded"


def test_the_notice_of_another_issuer_replaces_nothing(library: Library) -> None:
    """上海市技师协会 and 上海交通大学 write about the same subject."""
    subjects = {library.notice(one).front.subject for one in (SJTU, "shta-2026-hr")}
    assert len(subjects) == 1
    assert status(library, SJTU, parse_as_of("2026-06-01")) == "past_year"
