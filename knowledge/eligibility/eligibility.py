"""The contract's eligibility response, worked out from the applicant, the subject and the moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from knowledge.eligibility.applicant import Applicant
from knowledge.eligibility.finding import Finding, Outcome
from knowledge.eligibility.notes import Note
from knowledge.eligibility.rules import Rules, rules
from knowledge.eligibility.sheets import LevelSheet, NoticeSheet, level_sheet, notice_sheet
from knowledge.eligibility.verdicts import LevelOutcome, Verdict, judge_level
from knowledge.eligibility.ways import Way, ways
from knowledge.library import Library
from knowledge.models import LEVELS, Citation, NoticeStatus, OrganisationRef, Strict
from knowledge.schedule import Window
from knowledge.subject import Subject
from knowledge.validity import day_of


class ConditionVerdict(Strict):
    """One condition. `explanation`: in plain Chinese, why it is met or what is missing."""

    clause: str
    outcome: Outcome
    missing: tuple[str, ...]
    explanation: str
    earliest_date: date | None
    citations: list[Citation]


class LevelVerdict(Strict):
    """One level. `missing`: what to ask; `earliest_date`: first day on which it is met by what is known.

    `offered_by` are organisations whose notice in force lists it, `formerly_offered_by` those of other years only;
    both empty where neither occupation nor organisation was named. `window` is the first application window that
    ends on or after the earliest date; `ways` bring the level sooner; `assumptions` are what the verdict rests on
    beside what was given.
    """

    level: int
    outcome: LevelOutcome
    missing: tuple[str, ...]
    offered_by: tuple[OrganisationRef, ...]
    formerly_offered_by: tuple[OrganisationRef, ...]
    earliest_date: date | None
    window: Window | None
    age: ConditionVerdict | None
    conditions: tuple[ConditionVerdict, ...]
    ways: tuple[Way, ...]
    assumptions: tuple[str, ...]


class Eligibility(Strict):
    """All levels asked for. `own_notice`: the rules stand in a notice of an organisation that examines the subject."""

    as_of: date
    notice_id: str
    status: NoticeStatus
    year: int
    own_notice: bool
    levels: tuple[LevelVerdict, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class _Case:
    """What every level is judged for."""

    library: Library
    applicant: Applicant
    subject: Subject
    rules: Rules
    day: date

    @cached_property
    def sheet(self) -> NoticeSheet:
        return notice_sheet(self.library, self.rules, self.day)

    def level_sheet(self, level: int) -> LevelSheet:
        asked = Subject(self.subject.organisation, self.subject.occupation, level)
        return level_sheet(self.library, self.rules.notice_id, asked, self.day)


def eligibility(
    library: Library,
    applicant: Applicant,
    subject: Subject,
    as_of: datetime,
    levels: Sequence[int] = LEVELS,
) -> Eligibility | None:
    """Judge the levels, in the order given; the subject's own level is not looked at. None: no notice has conditions."""
    found = rules(library, subject, as_of)
    return judge(library, applicant, subject, found, as_of, levels) if found else None


def judge(
    library: Library, applicant: Applicant, subject: Subject, found: Rules, as_of: datetime, levels: Sequence[int]
) -> Eligibility:
    """Judge by these rules."""
    case = _Case(library, applicant, subject, found, day_of(as_of))
    front = found.holding.notice.front
    return Eligibility(
        as_of=case.day,
        notice_id=front.id,
        status=found.status,
        year=front.year,
        own_notice=found.own,
        levels=tuple(_level(case, level) for level in dict.fromkeys(levels)),
        notes=case.sheet.notes,
    )


def _level(case: _Case, level: int) -> LevelVerdict:
    shared, sheet = case.sheet, case.level_sheet(level)
    verdict = judge_level(sheet.conditions, shared.least_age, case.applicant, case.day)
    return LevelVerdict(
        level=level,
        outcome=verdict.outcome,
        missing=verdict.missing,
        offered_by=sheet.offered_by,
        formerly_offered_by=sheet.formerly_offered_by,
        earliest_date=verdict.earliest,
        window=sheet.window(max(verdict.earliest, case.day)) if verdict.earliest else None,
        age=_verdict(verdict.age, shared.age_source.clause, shared.age_citations) if shared.age_source else None,
        conditions=tuple(
            _verdict(one, fact.sources[0].clause, citations)
            for one, fact, citations in zip(verdict.findings, sheet.conditions, sheet.citations, strict=True)
        ),
        ways=()
        if verdict.outcome == "eligible"
        else tuple(ways(sheet.conditions, verdict, case.applicant, case.day)),
        assumptions=_assumptions(verdict),
    )


def _verdict(finding: Finding, clause: str, citations: list[Citation]) -> ConditionVerdict:
    return ConditionVerdict(
        clause=clause,
        outcome=finding.outcome,
        missing=finding.missing,
        explanation="；".join(finding.said) + "。",
        earliest_date=finding.earliest,
        citations=citations,
    )


def _assumptions(verdict: Verdict) -> tuple[str, ...]:
    """What the findings rest on that decide the level or its date."""
    decisive = [one for one in verdict.findings if one.outcome == "met"] or [
        one for one in verdict.findings if one.earliest is not None
    ]
    return tuple(dict.fromkeys(said for one in decisive for said in one.assumed))
