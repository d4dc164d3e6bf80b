"""Applicants written by hand, each with the verdict that the clauses of 附件1 give, read by a person.

No expected value here comes from a program: applicants/*.yml states what the words of the clause say.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field

from knowledge.eligibility import Applicant, eligibility
from knowledge.library import Library
from knowledge.subject import Subject
from knowledge.validity import parse_as_of

FOLDER = Path(__file__).parent / "applicants"
ITEMS = {5: ("1", 2), 4: ("2", 3), 3: ("3", 6), 2: ("4", 5), 1: ("5", 3)}
TAILS = {level: [f"{item}（{n}）" for n in range(1, count + 1)] for level, (item, count) in ITEMS.items()}
ALL_TAILS = [tail for tails in TAILS.values() for tail in tails]
YEARS_IN_ALL = {"2（1）": 5, "3（1）": 10, "4（4）": 2}  # 累计满n年, told as a number: reached at exactly n
YEARS_FROM_A_DAY = [
    "2（2）",
    "3（2）",
    "3（3）",
    "4（1）",
    "4（2）",
    "4（3）",
    "4（5）",
    "5（1）",
    "5（2）",
    "5（3）",
]
FIELDS = {  # the contract's request, without the subject
    "": {"birth_date", "age", "work_years", "continuous", "certificates", "titles", "education"},
    "certificates": {"level", "relation", "issued_on", "work_years_since"},
    "titles": {"grade", "relevant", "issued_on", "work_years_since"},
    "education": {"kind", "major", "status", "assessed"},
}


class Written(BaseModel):
    """What a person wrote; an unknown key is an error, a key left out asserts nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def asserts(self, key: str) -> bool:
        return key in self.model_fields_set


class WrittenCondition(Written):
    outcome: Literal["met", "not_met", "unknown"]
    earliest_date: date | None = None
    missing: list[str] = Field(default=[])
    said: list[str] = Field(default=[])


class WrittenLevel(Written):
    outcome: Literal["eligible", "not_eligible", "needs_information"]
    earliest_date: date | None = None
    missing: list[str] = Field(default=[])
    conditions: dict[str, WrittenCondition] = Field(min_length=1)


class Case(Written):
    title: str
    as_of: date | str
    applicant: dict[str, Any]
    expect: dict[int, WrittenLevel] = Field(min_length=1)

    @property
    def asserted(self) -> list[tuple[str, WrittenCondition]]:
        return [pair for level in self.expect.values() for pair in level.conditions.items()]


class NoRepeats(yaml.SafeLoader):
    """YAML in which a key written twice is an error, so that no expectation is silently lost."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"{node.start_mark}: a key is written twice: {keys}"
        return super().construct_mapping(node, deep)


@cache
def cases() -> tuple[Case, ...]:
    files = sorted(FOLDER.glob("*.yml"))
    return tuple(
        Case.model_validate(raw)
        for file in files
        for raw in yaml.load(file.read_text(encoding="utf-8"), Loader=NoRepeats)
    )


def judged(library: Library, case: Case) -> dict[int, Any]:
    applicant = Applicant.model_validate(case.applicant)
    result = eligibility(library, applicant, Subject(), parse_as_of(str(case.as_of)))
    assert result is not None, "no notice states the conditions"
    return {level.level: level for level in result.levels}


def differences(where: str, expected: WrittenLevel | WrittenCondition, got: Any) -> list[str]:
    pairs: list[tuple[str, object, object]] = [("outcome", expected.outcome, got.outcome)]
    if expected.asserts("earliest_date"):
        pairs.append(("earliest_date", expected.earliest_date, got.earliest_date))
    if expected.asserts("missing"):
        pairs.append(("missing", sorted(expected.missing), sorted(got.missing)))
    return [f"{where} {key}: {one} expected, {other} got" for key, one, other in pairs if one != other]


def by_tail(level: Any) -> dict[str, Any]:
    return {condition.clause.removeprefix("附件1·"): condition for condition in level.conditions}


def unsaid(tail: str, expected: WrittenCondition, explanation: str) -> list[str]:
    return [f"{tail}: {words} is not said in {explanation}" for words in expected.said if words not in explanation]


every_case = pytest.mark.parametrize("case", cases(), ids=[case.title for case in cases()])


@every_case
def test_the_verdict_is_what_the_clause_says(library: Library, case: Case) -> None:
    levels, found = judged(library, case), []
    for number, expected in case.expect.items():
        found += differences(f"level {number}", expected, levels[number])
        conditions = by_tail(levels[number])
        for tail, condition in expected.conditions.items():
            found += differences(tail, condition, conditions[tail])
            found += unsaid(tail, condition, conditions[tail].explanation)
    assert not found, "\n".join([case.title, *found])


@every_case
def test_every_level_lists_all_its_conditions_and_each_has_its_own_clause_as_source(
    library: Library, case: Case
) -> None:
    levels = judged(library, case)
    assert {number: list(by_tail(level)) for number, level in levels.items()} == TAILS
    for level in levels.values():
        for condition in level.conditions:
            assert condition.clause in {citation.clause for citation in condition.citations}
            assert condition.explanation


@every_case
def test_something_is_missing_exactly_where_a_condition_is_unknown_and_met_is_never_in_the_future(
    library: Library, case: Case
) -> None:
    day = parse_as_of(str(case.as_of)).date()
    for level in judged(library, case).values():
        for condition in level.conditions:
            assert bool(condition.missing) == (condition.outcome == "unknown"), condition.clause
            if condition.outcome == "met" and condition.earliest_date:
                assert condition.earliest_date <= day, condition.clause


def test_there_are_enough_applicants_and_each_has_a_title_of_its_own() -> None:
    titles = [case.title for case in cases()]
    assert len(titles) >= 120
    assert len(titles) == len(set(titles))


def test_an_applicant_is_described_in_the_words_of_the_contract() -> None:
    for case in cases():
        assert case.applicant.keys() <= FIELDS[""], case.title
        for part in ("certificates", "titles", "education"):
            for entry in case.applicant.get(part) or []:
                assert entry.keys() <= FIELDS[part], case.title


def test_a_condition_is_written_below_its_own_level() -> None:
    for case in cases():
        for number, level in case.expect.items():
            assert set(level.conditions) <= set(TAILS[number]), case.title


@pytest.mark.parametrize("tail", ALL_TAILS)
def test_each_condition_is_shown_met_not_met_and_unknown(tail: str) -> None:
    outcomes = {condition.outcome for case in cases() for name, condition in case.asserted if name == tail}
    assert outcomes == {"met", "not_met", "unknown"}


@pytest.mark.parametrize(("tail", "years"), YEARS_IN_ALL.items())
def test_a_number_of_years_is_shown_at_exactly_that_number(tail: str, years: int) -> None:
    assert any(
        case.applicant.get("work_years") == years and (name, condition.outcome) == (tail, "met")
        for case in cases()
        for name, condition in case.asserted
    )


def shown(tail: str) -> set[tuple[str, int]]:
    """Each outcome asserted of a condition, with the days from the case's day to its earliest date."""
    return {
        (condition.outcome, (condition.earliest_date - parse_as_of(str(case.as_of)).date()).days)
        for case in cases()
        for name, condition in case.asserted
        if name == tail and condition.earliest_date
    }


@pytest.mark.parametrize("tail", ["1（1）", *YEARS_FROM_A_DAY])
def test_a_period_is_shown_on_its_very_day_and_the_day_before(tail: str) -> None:
    assert {("met", 0), ("not_met", 1)} <= shown(tail)


# 4（5） is left out: being a student has no day of its own, so its date is never earlier than the case's day.
@pytest.mark.parametrize("tail", sorted({"1（1）", *YEARS_FROM_A_DAY} - {"4（5）"}))
def test_a_period_is_shown_the_day_after(tail: str) -> None:
    assert ("met", -1) in shown(tail)
