"""How long passed papers count: every level of every notice by its text, and the days around the last one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from knowledge.library import Holding, Library
from knowledge.models import LEVELS
from knowledge.retakes import RetakeValidity, retake_validity
from knowledge.subject import Subject, resolve_subject
from knowledge.validity import parse_as_of

SAIA, SJTU, SHTA = "上海市人工智能行业协会", "上海交通大学", "上海市技师协会"
TRAINER = "人工智能训练师"
# 四（一） of the two notices on AI trainers, 四·1 of the association of technicians; None: the text names no such level.
YEARS = {
    (SAIA, "2026-06-01"): {5: 2, 4: 2, 3: 2, 2: 3, 1: 3},
    (SJTU, "2025-06-01"): {5: None, 4: 2, 3: 2, 2: 3, 1: 3},
    (SHTA, "2026-06-01"): {5: None, 4: 2, 3: 2, 2: None, 1: None},
}


def ask(
    library: Library,
    passed: str | None = None,
    at: str = "2026-06-01",
    level: int = 3,
    organisation: str | None = SAIA,
    occupation: str | None = None,
) -> RetakeValidity:
    subject = resolve_subject(library.lexicon, organisation, occupation, level)
    return retake_validity(library, subject, date.fromisoformat(passed) if passed else None, parse_as_of(at))


def changed(
    library: Library, notice_id: str, *, months: bool = False, years: int = 2, plain: bool = False
) -> Library:
    """A library in which a notice's validity of the lower levels is another, in months, or names no levels."""

    def edited(one: Holding) -> Holding:
        facts = tuple(
            fact.model_copy(
                update={
                    "valid_years": None if months else years,
                    "valid_months": 18 if months else None,
                    "levels": () if plain else fact.levels,
                }
            )
            if fact.rule == "validity" and 3 in fact.levels
            else fact
            for fact in one.facts.retakes
            if not (plain and fact.rule == "validity" and 3 not in fact.levels)
        )
        return Holding(one.notice, one.facts.model_copy(update={"retakes": facts}), one.folder)

    return Library(
        [edited(one) if one.notice.id == notice_id else one for one in library.holdings], library.lexicon
    )


@pytest.mark.parametrize(("organisation", "at"), YEARS)
def test_every_level_counts_as_long_as_the_notice_says(organisation: str, at: str, library: Library) -> None:
    found = {level: ask(library, at=at, level=level, organisation=organisation) for level in LEVELS}
    assert {level: one.valid_years for level, one in found.items()} == YEARS[organisation, at]
    for one in found.values():
        assert bool(one.citations) is (one.valid_years is not None)
        assert [silent.organisation.name for silent in one.not_stated_by] == (
            [] if one.citations else [organisation]
        )


@pytest.mark.parametrize(
    ("at", "valid", "left"),
    [("2026-06-14", True, 1), ("2026-06-15", True, 0), ("2026-06-16", False, None)],
)
def test_the_last_day_is_the_same_day_two_years_later(
    at: str, valid: bool, left: int | None, library: Library
) -> None:
    found = ask(library, "2024-06-15", at)
    assert found.expires_on == date(2026, 6, 15)
    assert (found.valid, found.days_left) == (valid, left)


def test_the_last_moment_of_the_last_day_still_counts(library: Library) -> None:
    assert ask(library, "2024-06-15", "2026-06-15T23:59:59+08:00").valid is True
    assert ask(library, "2024-06-15", "2026-06-15T16:00:00Z").valid is False  # midnight in Shanghai


def test_29_february_falls_back_to_the_28th(library: Library) -> None:
    assert ask(library, "2024-02-29", "2026-02-28").expires_on == date(2026, 2, 28)
    assert ask(library, "2024-02-29", "2026-02-28").valid is True
    assert ask(library, "2024-02-29", "2026-03-01").valid is False


@pytest.mark.parametrize(("days", "close"), [(32, False), (31, True), (0, True), (-31, True), (-32, False)])
def test_within_31_days_of_the_last_one_the_organisation_should_be_asked(
    days: int, close: bool, library: Library
) -> None:
    at = date(2026, 6, 15) - timedelta(days=days)
    assert ask(library, "2024-06-15", at.isoformat()).close is close


def test_without_a_date_only_the_years_are_told(library: Library) -> None:
    found = ask(library)
    assert (found.valid_years, found.expires_on, found.valid, found.days_left) == (2, None, None, None)
    assert found.windows == []


def test_a_level_that_no_notice_names_is_not_stated(library: Library) -> None:
    found = ask(library, "2025-06-15", level=2, organisation=SHTA)
    assert (found.valid_years, found.expires_on, found.valid, found.citations) == (None, None, None, [])


def test_an_occupation_whose_organisation_has_no_notice_is_not_stated(library: Library) -> None:
    found = ask(library, "2025-06-15", organisation=None, occupation="养老护理员")
    assert (found.valid_years, found.valid, found.citations, found.notices, found.not_stated_by) == (
        *(None, None),
        *([], [], []),
    )


def test_last_years_notice_is_shown_as_such_and_decides_nothing_today(library: Library) -> None:
    found = ask(library, "2025-03-08", organisation=SJTU)
    assert (found.status, found.valid_years, found.expires_on) == ("past_year", 2, date(2027, 3, 8))
    assert (found.valid, found.days_left, found.windows) == (None, None, [])
    assert {one.status for one in found.citations} == {"past_year"}


def test_what_is_in_force_silences_what_is_not(library: Library) -> None:
    found = ask(library, "2025-03-08", organisation=None, occupation=TRAINER)
    assert [(one.organisation.name, one.status) for one in found.notices] == [(SAIA, "current")]
    assert found.valid is True


def test_without_a_name_the_notices_in_force_agree_and_the_prevailing_one_is_cited(library: Library) -> None:
    found = ask(library, "2025-03-08", organisation=None)
    assert {one.organisation.name for one in found.notices} == {SAIA, SHTA}
    assert (found.agreed, found.valid_years) == (True, 2)
    assert len({one.notice_id for one in found.citations}) == 1


def test_who_names_no_such_level_is_told_beside_who_does(library: Library) -> None:
    found = ask(library, organisation=None, level=5)
    assert [one.organisation.name for one in found.notices] == [SAIA]
    assert [one.organisation.name for one in found.not_stated_by] == [SHTA]


def test_notices_that_disagree_give_no_single_term_but_each_its_own(library: Library) -> None:
    other = changed(library, "shta-2026-hr", years=3)
    found = ask(other, "2024-03-08", organisation=None)
    assert (found.agreed, found.valid_years, found.expires_on, found.valid) == (False, None, None, None)
    assert {one.organisation.name: one.valid for one in found.notices} == {SAIA: False, SHTA: True}
    assert {one.issuer for one in found.citations} == {SAIA, SHTA}
    both_valid = ask(other, "2025-03-08", organisation=None)
    assert (both_valid.valid, both_valid.expires_on) == (True, None)


def test_a_validity_in_months_has_no_years(library: Library) -> None:
    found = ask(changed(library, "saia-2026-ai-trainer", months=True), "2024-12-31", "2026-06-30")
    assert (found.valid_years, found.valid_months) == (None, 18)
    assert (found.expires_on, found.valid) == (date(2026, 6, 30), True)


def test_a_validity_without_levels_holds_for_all_that_is_offered(library: Library) -> None:
    other = changed(library, "saia-2026-ai-trainer", plain=True)
    assert [ask(other, level=level).valid_years for level in LEVELS] == [2, 2, 2, None, None]


def test_a_day_to_come_or_no_level_is_refused(library: Library) -> None:
    assert ask(library, "2026-06-01", "2026-06-01").valid is True
    with pytest.raises(ValueError, match="after the day of the question"):
        ask(library, "2026-06-02", "2026-06-01")
    with pytest.raises(ValueError, match="names none"):
        retake_validity(library, Subject(), None, parse_as_of("2026-06-01"))


def test_a_window_is_inside_as_far_as_its_assessment_ends_in_time(library: Library) -> None:
    """Applications until 19 July with assessment on 22 and 23 August; until 30 September with 7 and 8 November."""

    def left(passed: str) -> list[tuple[date, bool | None]]:
        windows = ask(library, passed, organisation=SHTA, occupation="职业培训师").windows
        return [(one.apply_by, one.assessment_inside) for one in windows]

    assert left("2024-08-23") == [(date(2026, 7, 19), True)]
    assert left("2024-08-22") == [(date(2026, 7, 19), False)]
    assert left("2024-07-01") == [(date(2026, 7, 1), False)]
    assert left("2024-06-28") == []
    assert left("2024-11-08") == [(date(2026, 7, 19), True), (date(2026, 9, 30), True)]


def test_an_assessment_without_a_printed_end_is_left_open(library: Library) -> None:
    """The row of December: 12月底前或根据次年公告排考."""
    found = ask(library, "2025-06-15", "2026-12-01").windows
    assert [one.assessment_inside for one in found] == [None]


def test_a_closed_window_is_left_out(library: Library) -> None:
    found = ask(library, "2025-06-15", "2026-10-01", organisation=SHTA, occupation="职业培训师")
    assert (found.valid, found.windows) == (True, [])


def test_what_ends_a_retake_early_and_what_it_costs_come_along(library: Library) -> None:
    found = ask(library, organisation=SHTA, occupation="职业培训师")
    assert [one.rule for one in found.forfeits] == ["reapplied", "competition"]
    assert "视为放弃补考机会" in found.forfeits[0].text
    assert "不能进行补考" in found.forfeits[1].text
    assert [one.rule for one in found.mode_change] == ["mode_change"]
    assert [part.amount for one in found.retake_fees for part in one.retake.components] == [200]
