"""Verdicts on conditions and levels, from the findings of their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.eligibility import parts
from knowledge.eligibility.applicant import Applicant
from knowledge.eligibility.finding import Finding, all_of, missing_of
from knowledge.facts import ConditionFact

LevelOutcome = Literal["eligible", "not_eligible", "needs_information"]


@dataclass(frozen=True)
class Verdict:
    """A level, condition by condition in the notice's order. `missing` and `earliest` as in contract.md."""

    outcome: LevelOutcome
    age: Finding
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]
    earliest: date | None


def judge_level(facts: Sequence[ConditionFact], least_age: int, applicant: Applicant, as_of: date) -> Verdict:
    """Judge one level: the age that all levels ask for, and any one of its conditions."""
    age = parts.age(applicant, least_age, as_of)
    findings = tuple(find(fact, applicant, as_of) for fact in facts)
    days = [one.earliest for one in findings if one.earliest is not None]
    earliest = max(age.earliest, min(days)) if age.earliest is not None and days else None
    outcome = _outcome(age, findings)
    return Verdict(
        outcome,
        age,
        findings,
        missing=_missing(age, findings) if outcome == "needs_information" else (),
        earliest=earliest,
    )


def find(fact: ConditionFact, applicant: Applicant, as_of: date) -> Finding:
    """Read one condition: all its parts are needed."""
    found = []
    if fact.least_age is not None:
        found.append(parts.age(applicant, fact.least_age, as_of))
    if fact.work is not None:
        found.append(parts.intending() if fact.work == "intended" else parts.working(applicant))
    if fact.title is not None:
        found.append(parts.title(applicant, fact.title, as_of))
    if fact.certificate is not None:
        found.append(parts.certificate(applicant, fact.certificate, as_of))
    if fact.education is not None:
        found.append(parts.education(applicant, fact.education, as_of))
    if fact.worked_years is not None:
        found.append(parts.work(applicant, fact.worked_years, as_of))
    return all_of(found)


def _missing(age: Finding, findings: Sequence[Finding]) -> tuple[str, ...]:
    """What can still change the level: where a condition waits for nothing but the age, the age alone."""
    settled = any(one.outcome != "not_met" and set(one.missing) <= set(age.missing) for one in findings)
    return age.missing if settled else missing_of([*findings, age])


def _outcome(age: Finding, findings: Sequence[Finding]) -> LevelOutcome:
    outcomes = {one.outcome for one in findings}
    if age.outcome == "not_met" or outcomes == {"not_met"}:
        return "not_eligible"
    return "eligible" if age.outcome == "met" and "met" in outcomes else "needs_information"
