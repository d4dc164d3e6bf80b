"""Eligibility, held against a second reading of the rules, and what must be true of any answer whatever the applicant."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings

from knowledge.eligibility import Applicant, eligibility
from knowledge.library import Library
from knowledge.subject import Subject
from knowledge.timespan import spoken_date, spoken_gap
from knowledge.validity import parse_as_of
from tests.knowledge.applicant_strategies import (
    TWELFTHS,
    Request,
    applicants_on_a_day,
    applicants_who_tell_more,
    applicants_who_work_on,
)
from tests.knowledge.independent_reading import later, read
from tests.knowledge.independent_reading import worked as work

CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
many = settings(max_examples=3000, deadline=None, derandomize=True, suppress_health_check=CHECKS)
some = settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=CHECKS)
RANK = {"not_eligible": 0, "needs_information": 1, "eligible": 2}
CLAUSES = [
    f"附件1·{item}（{number}）"
    for item, count in enumerate((2, 3, 6, 5, 3), start=1)
    for number in range(1, count + 1)
]


def ours(library: Library, request: Request, day: date) -> Any:
    return eligibility(library, Applicant.model_validate(request), Subject(), parse_as_of(day.isoformat()))


def levels(library: Library, request: Request, day: date) -> dict[int, Any]:
    return {one.level: one for one in ours(library, request, day).levels}


def conditions(library: Library, request: Request, day: date) -> dict[str, Any]:
    return {each.clause: each for one in ours(library, request, day).levels for each in one.conditions}


def test_our_answer_is_that_of_the_second_reading_for_any_applicant(library: Library) -> None:
    seen = set()

    def agree(name: object, mine: Any, expected: tuple[Any, ...], day: date) -> None:
        outcome, missing, earliest = expected
        assert (name, mine.outcome, set(mine.missing)) == (name, outcome, missing)
        if outcome in ("met", "eligible"):
            assert mine.earliest_date is not None, name
            assert mine.earliest_date <= day, name
        else:
            assert (name, mine.earliest_date) == (name, earliest)

    @many
    @given(applicants_on_a_day())
    def compare(drawn: tuple[Request, date]) -> None:
        request, day = drawn
        answered = levels(library, request, day)
        for level, expected in read(request, day).items():
            mine = {each.clause: each for each in answered[level].conditions}
            assert list(mine) == list(expected["conditions"])
            for clause, reading in expected["conditions"].items():
                agree(clause, mine[clause], reading, day)
                seen.add((clause, reading.outcome))
            agree(
                level,
                answered[level],
                tuple(expected[name] for name in ("outcome", "missing", "earliest_date")),
                day,
            )

    compare()
    every_outcome = {(clause, outcome) for clause in CLAUSES for outcome in ("met", "not_met", "unknown")}
    assert seen == every_outcome, "the applicants do not reach every outcome of every condition"


@some
@given(applicants_who_work_on())
def test_more_work_never_makes_anybody_less_eligible(
    library: Library, drawn: tuple[Request, Request, date]
) -> None:
    before, after, day = drawn
    then = levels(library, after, day)
    for level, one in levels(library, before, day).items():
        assert RANK[then[level].outcome] >= RANK[one.outcome], level


@some
@given(applicants_who_tell_more())
def test_what_is_decided_stays_decided_whatever_the_unknown_turns_out_to_be(
    library: Library, drawn: tuple[Request, Request, date]
) -> None:
    before, after, day = drawn
    then = levels(library, after, day)
    for level, one in levels(library, before, day).items():
        assert one.outcome in ("needs_information", then[level].outcome), level
        for old, new in zip(one.conditions, then[level].conditions, strict=True):
            assert old.outcome in ("unknown", new.outcome), old.clause


def worked_on(request: Request, day: date, until: date) -> Request:
    """The same applicant who has gone on working: every number of years grows by the time that has passed.

    Whole months are twelfths; a part of a month is days of 31, so that it never reaches the next month. Hence this is
    fair only to numbers that are twelfths: from 4.55 years it takes 5.4 months to 5, which the rule rounds up to 6.
    """
    months = (until.year - day.year) * 12 + until.month - day.month
    months -= later(day, months=months) > until
    rest = (until - later(day, months=months)).days / 31

    def grown(one: Request) -> Request:
        numbers = {name: one[name] for name in ("work_years", "work_years_since") if one.get(name) is not None}
        return one | {name: (round(years * 12) + months + rest) / 12 for name, years in numbers.items()}

    lists = {
        name: [grown(each) for each in request[name]] for name in ("certificates", "titles") if request.get(name)
    }
    return grown(request) | lists


@some
@given(applicants_on_a_day(TWELFTHS))
def test_the_earliest_date_is_the_first_day_on_which_the_level_is_met(
    library: Library, drawn: tuple[Request, date]
) -> None:
    request, day = drawn
    for level, one in levels(library, request, day).items():
        first = one.earliest_date
        if first is not None and first > day:
            eve = first - timedelta(days=1)
            assert levels(library, worked_on(request, day, eve), eve)[level].outcome != "eligible", level
            assert levels(library, worked_on(request, day, first), first)[level].outcome == "eligible", level


@some
@given(applicants_on_a_day(TWELFTHS))
def test_where_there_is_no_earliest_date_time_and_work_alone_do_not_bring_the_level(
    library: Library, drawn: tuple[Request, date]
) -> None:
    request, day = drawn
    assume((request.get("age") or 16) >= 16)  # a number of years says no birthday
    much_later = later(day, years=20)
    then = levels(library, worked_on(request, day, much_later), much_later)
    for level, one in levels(library, request, day).items():
        if one.earliest_date is None:
            assert then[level].outcome != "eligible", level


@some
@given(applicants_on_a_day())
def test_an_answer_asks_exactly_where_it_does_not_know_and_cites_the_clause(
    library: Library, drawn: tuple[Request, date]
) -> None:
    request, day = drawn
    assert ours(library, request, day) == ours(library, request, day)
    for one in levels(library, request, day).values():
        assert bool(one.missing) == (one.outcome == "needs_information")
        for each in one.conditions:
            assert each.explanation.strip()
            assert bool(each.missing) == (each.outcome == "unknown"), each.clause
            assert any(cited.clause == each.clause and cited.quote.strip() for cited in each.citations), (
                each.clause
            )
            assert all(cited.quote.strip() for cited in each.citations), each.clause


def figures_of(*texts: str) -> set[str]:
    """The numbers in texts, `04` as 4 and `4.50` as 4.5."""
    return {format(float(each), ".10g") for text in texts for each in re.findall(r"\d+(?:\.\d+)?", text)}


def days_to_come(request: Request, day: date) -> set[date]:
    """Every day that some part of some clause may wait for: 16 years of age, n years after a day, n years of work."""
    told = [*(request.get("certificates") or []), *(request.get("titles") or [])]
    issued = [date.fromisoformat(each["issued_on"]) for each in told if each.get("issued_on")]
    worked = [each["work_years_since"] for each in told if each.get("work_years_since") is not None]
    worked += [request["work_years"]] if request.get("work_years") is not None else []
    found = {later(each, years=need) for each in issued for need in (0, 1, 2, 3, 4, 5)}
    found |= {work(have, need, day).earliest_date or day for have in worked for need in (1, 2, 3, 4, 5, 10)}
    return found | (
        {later(date.fromisoformat(request["birth_date"]), years=16)} if request.get("birth_date") else set()
    )


@some
@given(applicants_on_a_day())
def test_every_figure_of_an_explanation_is_the_clauses_or_the_persons_or_a_day_to_come(
    library: Library, drawn: tuple[Request, date]
) -> None:
    """A day and the time until then count as one phrase each: their digits apart excuse nothing else."""
    request, day = drawn
    told = json.dumps(request)
    named = {date.fromisoformat(each) for each in re.findall(r"\d{4}-\d{2}-\d{2}", told)} | {day}
    coming = days_to_come(request, day)
    phrases = {spoken_date(each) for each in named | coming} | {
        spoken_gap(day, each) for each in coming if each > day
    }
    numbers = figures_of(re.sub(r'"\d{4}-\d{2}-\d{2}"', "", told))
    for each in conditions(library, request, day).values():
        rest = each.explanation
        for phrase in sorted(phrases, key=len, reverse=True):
            rest = rest.replace(phrase, "")
        assert figures_of(rest) <= numbers | figures_of(*(cited.quote for cited in each.citations)), (
            each.clause,
            rest,
        )
