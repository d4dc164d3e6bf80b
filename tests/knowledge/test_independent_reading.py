"""The second reading of the eligibility rules, itself held against cases worked out by hand from the notice's words."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import pytest

from tests.knowledge.independent_reading import Request, read

TODAY = date(2026, 6, 1)


def certificate(level: int, **more: Any) -> Request:
    return {"level": level, "relation": "same_or_related", **more}


def school(kind: str, status: str, major: str = "same_or_related", **more: Any) -> Request:
    return {"kind": kind, "status": status, "major": major, **more}


class Case(NamedTuple):
    """One condition on 2026-06-01, worked out by hand from the words of its clause."""

    request: Request
    clause: str
    outcome: str
    missing: set[str]
    earliest: date | None


NOTHING: set[str] = set()
JUNIOR_2021 = {"grade": "junior", "relevant": True, "issued_on": "2021-06-01"}
JUNIOR_LEAP = {"grade": "junior", "relevant": True, "issued_on": "2024-02-29"}
LEVEL_3_AND_CLASS = {"certificates": [certificate(3, issued_on="2024-06-02")], "continuous": False}

BY_HAND = {
    "16 today": Case({"birth_date": "2010-06-01"}, "1（1）", "met", NOTHING, TODAY),
    "16 tomorrow": Case({"birth_date": "2010-06-02"}, "1（1）", "not_met", NOTHING, date(2026, 6, 2)),
    "16 tomorrow and never worked": Case(
        {"birth_date": "2010-06-02", "work_years": 0}, "1（2）", "not_met", NOTHING, None
    ),
    "half a year short of five": Case({"work_years": 4.5}, "2（1）", "not_met", NOTHING, date(2026, 12, 1)),
    "ten years to the day": Case({"work_years": 10}, "3（1）", "met", NOTHING, TODAY),
    "level 4 for four years but a day": Case(
        {"certificates": [certificate(4, issued_on="2022-06-02")]}, "3（2）", "not_met", NOTHING, date(2026, 6, 2)
    ),
    "level 3 is not the level 4 that is asked for": Case(
        {"certificates": [certificate(3, issued_on="2010-06-02")]}, "3（2）", "not_met", NOTHING, None
    ),
    "an undated certificate": Case(
        {"certificates": [certificate(5)]}, "2（2）", "unknown", {"certificates[0].issued_on"}, None
    ),
    "an undated certificate with breaks in the work": Case(
        {"certificates": [certificate(1), certificate(5)], "continuous": False},
        "2（2）",
        "unknown",
        {"certificates[1].work_years_since"},
        None,
    ),
    "a title of 29 February, which 2029 does not have": Case(
        {"titles": [JUNIOR_LEAP], "certificates": [certificate(3, work_years_since=1)]},
        "4（2）",
        "not_met",
        NOTHING,
        date(2029, 2, 28),
    ),
    "a final-year bachelor": Case(
        {"education": [school("bachelor", "final_year")]}, "2（3）", "met", NOTHING, TODAY
    ),
    "a bachelor in the middle of it": Case(
        {"education": [school("bachelor", "enrolled")]}, "2（3）", "not_met", NOTHING, None
    ),
    "senior high school is no vocational school": Case(
        {"education": [school("senior_high", "graduated")]}, "2（3）", "not_met", NOTHING, None
    ),
    "a technical school below its senior class": Case(
        {"education": [school("technical", "graduated")]}, "3（4）", "not_met", NOTHING, None
    ),
    "a bachelor who does not know of an assessment": Case(
        {"education": [school("bachelor", "graduated")]}, "3（6）", "unknown", {"education[0].assessed"}, None
    ),
    "a junior title for five years, the certificate for one year but a day": Case(
        {"titles": [JUNIOR_2021], "certificates": [certificate(3, issued_on="2025-06-02")]},
        "4（2）",
        "not_met",
        NOTHING,
        date(2026, 6, 2),
    ),
    "a technician college's graduate of any major": Case(
        {
            "certificates": [certificate(3)],
            "education": [school("technician_college", "graduated", "other")],
            "work_years": 1.5,
        },
        "4（4）",
        "not_met",
        NOTHING,
        date(2026, 12, 1),
    ),
    "a student of a technician class, the certificate for two years but a day, work or not": Case(
        LEVEL_3_AND_CLASS | {"education": [school("technician_class", "enrolled", "other")]},
        "4（5）",
        "not_met",
        NOTHING,
        date(2026, 6, 2),
    ),
    "a graduate is no student": Case(
        LEVEL_3_AND_CLASS | {"education": [school("technician_class", "graduated")]},
        "4（5）",
        "not_met",
        NOTHING,
        None,
    ),
    "a certificate alone where a title is asked for as well": Case(
        {"certificates": [certificate(2, work_years_since=1)]}, "5（2）", "unknown", {"titles"}, None
    ),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_the_second_reading_is_what_the_words_of_the_clause_say(name: str) -> None:
    case = BY_HAND[name]
    level = 6 - int(case.clause[0])
    found = read(case.request, TODAY)[level]["conditions"][f"附件1·{case.clause}"]
    assert found == (case.outcome, case.missing, case.earliest)


def test_of_an_applicant_of_whom_nothing_is_known_the_second_reading_asks_what_each_level_asks_for() -> None:
    found = read({}, TODAY)
    assert {one["outcome"] for one in found.values()} == {"needs_information"}
    assert found[5]["missing"] == {"birth_date"}
    assert found[1]["missing"] == {"birth_date", "certificates", "titles"}


def test_a_newcomer_of_16_with_nothing_may_by_the_second_reading_apply_for_level_5_and_by_work_for_4_and_3() -> (
    None
):
    newcomer = {"birth_date": "2010-06-01", "work_years": 0, "certificates": [], "titles": [], "education": []}
    found = read(newcomer, TODAY)
    earliest = {level: one["earliest_date"] for level, one in found.items()}
    assert found[5]["outcome"] == "eligible"
    assert {found[level]["outcome"] for level in (4, 3, 2, 1)} == {"not_eligible"}
    assert earliest == {5: TODAY, 4: date(2031, 6, 1), 3: date(2036, 6, 1), 2: None, 1: None}
