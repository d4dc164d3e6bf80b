"""What would bring a level soonest: one more fact at a time, judged by the same rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.eligibility.applicant import Applicant, Certificate, Education, Title
from knowledge.eligibility.parts import GRADES
from knowledge.eligibility.schools import KINDS, STANDINGS
from knowledge.eligibility.verdicts import Verdict, find
from knowledge.facts import ConditionFact, EducationNeeded
from knowledge.facts.conditions import Schools
from knowledge.models import LEVEL_NAMES, Strict

MOST = 3
# One school of each group stands for it.
_SCHOOLS: dict[Schools, Education] = {
    "vocational": Education(kind="secondary_vocational", major="same_or_related", status="graduated"),
    "senior_class": Education(kind="technical_senior_class", major="same_or_related", status="graduated"),
    "higher": Education(kind="junior_college", major="same_or_related", status="graduated", assessed=True),
}


class Way(Strict):
    """One change, in words that follow 「如果您」, and the first day on which the level could then be applied for."""

    change: str
    from_date: date


def ways(facts: Sequence[ConditionFact], verdict: Verdict, applicant: Applicant, as_of: date) -> list[Way]:
    """At most three ways, soonest first, that bring the level earlier than what is known already does.

    Args:
        facts: the level's conditions.
        verdict: on them, for the applicant on that day. No way changes the age, so its date stays.
        applicant: whose one more fact is looked for.
        as_of: the day of the question.
    """
    old_enough, today = verdict.age.earliest, verdict.earliest or date.max
    found: dict[str, Way] = {}
    if old_enough is None:
        return []
    for fact in facts:
        for change, changed in _changes(fact, applicant, as_of):
            met = find(fact, changed, as_of).earliest
            if met is not None and (day := max(met, old_enough, as_of)) < today:
                known = found.get(change)
                if known is None or day < known.from_date:  # one change may meet several conditions
                    found[change] = Way(change=change, from_date=day)
    return sorted(found.values(), key=lambda one: one.from_date)[:MOST]


def _changes(fact: ConditionFact, applicant: Applicant, as_of: date) -> Iterator[tuple[str, Applicant]]:
    """The one thing that an applicant could add to meet the condition. Two at once are no short way."""
    if (
        fact.education is not None
        and not _attended(applicant, fact.education)
        and (school := _SCHOOLS.get(fact.education.schools))
    ):
        assessed = "经评估论证的" if fact.education.assessed else ""
        added = (*(applicant.education or ()), school)
        yield (
            f"有{assessed}{fact.education.words}本专业或相关专业的毕业证书（含在读应届）",
            applicant.model_copy(update={"education": added}),
        )
    # A new certificate or title starts with no years of work since, whatever was done before.
    if fact.certificate is not None and fact.title is None and not _holds(applicant, fact.certificate.level):
        held = Certificate(
            level=fact.certificate.level, relation="same_or_related", issued_on=as_of, work_years_since=0
        )
        yield (
            f"今天就取得{LEVEL_NAMES[held.level]}证书，并一直从事本职业或相关职业",
            applicant.model_copy(update={"certificates": (*(applicant.certificates or ()), held)}),
        )
    if fact.title is not None and fact.certificate is None and not _titled(applicant, fact.title.grade):
        title = Title(grade=fact.title.grade, relevant=True, issued_on=as_of, work_years_since=0)
        yield (
            f"今天就取得符合专业对应关系的{GRADES[title.grade]}，并一直从事本职业或相关职业",
            applicant.model_copy(update={"titles": (*(applicant.titles or ()), title)}),
        )


def _attended(applicant: Applicant, need: EducationNeeded) -> bool:
    """Whether a school of the group was told already: what is not known of it is asked, not wished for."""
    return any(
        one.kind in KINDS[need.schools] and one.status in STANDINGS[need.standing]
        for one in applicant.education or ()
    )


def _holds(applicant: Applicant, level: int) -> bool:
    return any(one.level == level and one.relation == "same_or_related" for one in applicant.certificates or ())


def _titled(applicant: Applicant, grade: str) -> bool:
    return any(one.grade == grade for one in applicant.titles or ())
