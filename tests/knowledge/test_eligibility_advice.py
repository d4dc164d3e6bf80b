"""What comes with a verdict: who offers the level, which window is in time, what would bring it sooner, what to bear in mind."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from knowledge.eligibility import Applicant, Eligibility, LevelVerdict, eligibility
from knowledge.library import Library
from knowledge.subject import resolve_subject
from knowledge.validity import parse_as_of

KNOWN: dict[str, Any] = {"age": 30, "certificates": [], "titles": [], "education": []}


def ask(library: Library, applicant: dict[str, Any], at: str = "2026-06-01", **named: str) -> Eligibility:
    subject = resolve_subject(library.lexicon, **named)
    found = eligibility(library, Applicant.model_validate(applicant), subject, parse_as_of(at))
    assert found is not None
    return found


def level(found: Eligibility, number: int) -> LevelVerdict:
    return next(one for one in found.levels if one.level == number)


def test_who_offers_a_level_is_told_of_notices_in_force_and_apart_of_past_years(library: Library) -> None:
    found = level(ask(library, KNOWN, occupation="人工智能训练师"), 3)
    assert [one.name for one in found.offered_by] == ["上海市人工智能行业协会"]
    assert "上海交通大学" in {one.name for one in found.formerly_offered_by}


def test_without_occupation_and_organisation_nobody_offers_a_level(library: Library) -> None:
    found = level(ask(library, KNOWN), 3)
    assert (found.offered_by, found.formerly_offered_by, found.window) == ((), (), None)


@pytest.mark.parametrize(
    ("years", "application"),
    [(5, "6月29日-7月19日"), (4 + 11 / 12, "6月29日-7月19日"), (4.75, "9月10日-9月30日"), (4.5, None)],
)
def test_the_window_is_the_first_that_ends_on_or_after_the_earliest_date(
    years: float, application: str | None, library: Library
) -> None:
    # From 1 June 2026: five years are reached at once, on 1 July, on 1 September, on 1 December.
    found = level(ask(library, KNOWN | {"work_years": years}, occupation="企业人力资源管理师"), 4)
    assert (found.window.application.text if found.window else None) == application


def test_a_diploma_would_bring_level_4_at_once(library: Library) -> None:
    found = level(ask(library, KNOWN | {"work_years": 3}), 4)
    assert found.earliest_date == date(2028, 6, 1)
    assert [one.from_date for one in found.ways if "毕业证书" in one.change] == [date(2026, 6, 1)]


def test_a_certificate_or_title_of_today_starts_to_count_today(library: Library) -> None:
    found = level(ask(library, KNOWN | {"work_years": 3}), 3)
    days = {one.change: one.from_date for one in found.ways}
    assert [day for change, day in days.items() if "初级职称" in change] == [date(2027, 6, 1)]
    # Ten years of work in all are reached in 2033 only, the certificate of level 4 counts from 2030 on.
    assert found.earliest_date == date(2033, 6, 1)


def test_a_way_that_meets_two_conditions_counts_from_the_sooner(library: Library) -> None:
    """A certificate of level 4 opens level 3 after four years of work, and at once with a related diploma (附件1·3（5）)."""
    school = {"kind": "junior_college", "major": "same_or_related", "status": "graduated", "assessed": False}
    found = level(ask(library, KNOWN | {"work_years": 1, "education": [school]}), 3)
    assert [one.from_date for one in found.ways if "四级证书" in one.change] == [date(2026, 6, 1)]


def test_a_way_is_never_later_than_what_time_alone_brings(library: Library) -> None:
    for verdict in ask(library, KNOWN | {"work_years": 9.5}).levels:
        for way in verdict.ways:
            assert verdict.earliest_date is None or way.from_date < verdict.earliest_date


def test_who_may_apply_already_is_told_no_way(library: Library) -> None:
    assert level(ask(library, KNOWN | {"work_years": 5}), 4).ways == ()


def test_a_broken_career_does_not_count_for_a_certificate_of_today(library: Library) -> None:
    old = [{"level": 5, "relation": "same_or_related", "issued_on": "2010-01-01"}]
    found = level(ask(library, KNOWN | {"continuous": False, "certificates": old, "work_years": 1}), 4)
    assert all(one.from_date >= date(2026, 6, 1) for one in found.ways)
    assert not any("今天就取得五级证书" in one.change for one in found.ways)


def test_continuity_that_was_not_told_is_printed_as_assumed(library: Library) -> None:
    held = [{"level": 4, "relation": "same_or_related", "issued_on": "2020-01-01"}]
    assumed = level(ask(library, KNOWN | {"certificates": held}), 3).assumptions
    assert any("中间没有断过" in one for one in assumed)
    told = level(ask(library, KNOWN | {"certificates": held, "continuous": True}), 3).assumptions
    assert not any("中间没有断过" in one for one in told)


def test_the_class_of_a_senior_technical_school_is_printed_as_assumed(library: Library) -> None:
    school = [{"kind": "senior_technical", "major": "same_or_related", "status": "graduated"}]
    found = level(ask(library, KNOWN | {"education": school, "work_years": 0}), 3)
    assert found.outcome == "eligible"
    assert any("高级工班" in one for one in found.assumptions)


def test_the_footnotes_of_the_annex_are_told_in_their_own_words(library: Library) -> None:
    found = ask(library, KNOWN, occupation="人工智能训练师")
    footnotes = [one for one in found.notes if one.kind == "footnote"]
    published = library.notice("saia-2026-ai-trainer").footnotes
    assert [one.text for one in footnotes] == [published[mark] for mark in ("5", "6", "7", "8")]
    assert [one.citations[0].clause for one in footnotes] == [
        "附件1",
        "附件1·1（1）",
        "附件1·2（3）",
        "附件1·3（3）",
    ]


def test_rules_of_another_notice_are_named_as_such(library: Library) -> None:
    own = ask(library, KNOWN, occupation="人工智能训练师")
    other = ask(library, KNOWN, occupation="茶艺师")
    assert own.own_notice
    assert not other.own_notice
    assert any("没有自己的、正在执行的通知" in one.text for one in other.notes)
    assert not any("没有自己的、正在执行的通知" in one.text for one in own.notes)


def test_in_2027_the_conditions_of_2026_are_named_as_no_longer_in_force(library: Library) -> None:
    found = ask(library, KNOWN, at="2027-02-01", occupation="人工智能训练师")
    assert (found.status, found.year) == ("past_year", 2026)
    assert any("不是正在执行的" in one.text for one in found.notes)
    assert level(found, 3).offered_by == ()
    assert level(found, 3).window is None


def test_an_own_notice_of_last_year_goes_before_anothers_that_is_in_force(library: Library) -> None:
    own = ask(library, KNOWN, at="2026-11-21", occupation="网络与信息安全管理员（信息安全管理员）")
    assert (own.notice_id, own.status, own.own_notice) == ("sjtu-2025-ai-trainer", "past_year", True)
    shared = ask(library, KNOWN, at="2026-11-21", occupation="人工智能训练师")
    assert (shared.notice_id, shared.status) == ("saia-2026-ai-trainer", "current")
