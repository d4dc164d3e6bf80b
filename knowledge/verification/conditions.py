"""Conditions say what their clause says: level, certificate, title, schooling, work."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts import ConditionFact
from knowledge.library import Holding, Library
from knowledge.models import LEVEL_NAMES
from knowledge.verification.catalogue import levels_of
from knowledge.verification.problem import Complaint

OPENING = "可申报"
_GRADES = {"junior": "初级职称", "intermediate": "中级职称", "senior": "高级职称"}


def condition(library: Library, holding: Holding, fact: ConditionFact) -> Iterator[Complaint]:
    """What is wrong with one condition."""
    parts = (fact.least_age, fact.work, fact.worked_years, fact.certificate, fact.title, fact.education)
    if fact.level is None:
        if any(parts[1:]):
            yield Complaint("without a level only least_age and least_education can be given; name the level")
        return
    if not any(parts):
        yield Complaint("it asks for nothing; give the parts that the clause names")
    yield from _level(holding, fact, fact.level)
    quote = "".join(source.quote for source in fact.sources)
    for stated, words, field in _words(fact, quote):
        if stated != words:
            said = "names it" if words else "does not name it"
            yield Complaint(f"{field}: the quote {said}; correct the fact, or quote the clause's own sentence")


def partly_typed(holding: Holding) -> Iterator[Complaint]:
    """Items of a level of which some are conditions and others are not: the level would be judged wrongly."""
    typed = {fact.sources[0].clause for fact in holding.facts.conditions}
    for clause in holding.notice.clauses.values():
        missing = [path for path in clause.children if path not in typed]
        opens = clause.lines and OPENING in clause.lines[0].text
        if opens and missing and len(missing) < len(clause.children):
            yield Complaint("no condition rests on this item: add it to facts/conditions.yml", missing[0])


def _level(holding: Holding, fact: ConditionFact, level: int) -> Iterator[Complaint]:
    clause = holding.notice.clauses.get(fact.sources[0].clause)
    parent = holding.notice.clauses.get(clause.parent) if clause and clause.parent else None
    heading = parent.lines[0].text if parent and parent.lines else ""
    if OPENING in heading and f"{OPENING}{LEVEL_NAMES[level]}" not in heading:
        yield Complaint(f"level {level}: the item stands under {heading!r}; correct the level")


def _words(fact: ConditionFact, quote: str) -> Iterator[tuple[bool, bool, str]]:
    """What the fact states against what the quote names, and the field's name."""
    named = fact.certificate.level if fact.certificate else None
    yield named is not None, "证书" in quote.replace("毕业证书", "") and bool(levels_of(quote)), "certificate"
    if named is not None:
        yield True, named in levels_of(quote), "certificate.level"
        held = fact.certificate is not None and fact.certificate.held_years is not None
        yield held, "证书满" in quote, "certificate.held_years"
    for grade, name in _GRADES.items():
        yield fact.title is not None and fact.title.grade == grade, name in quote, f"title.grade {grade}"
    yield fact.work == "intended", "拟从事" in quote, "work intended"
    education = fact.education
    yield education is not None, any(word in quote for word in ("毕业", "学生")), "education"
    if education is not None:
        yield education.assessed, "评估论证" in quote, "education.assessed"
        yield education.of_this_field, "本专业" in quote, "education.of_this_field"
        final_year = education.standing == "graduate_or_final_year"
        yield final_year, "应届" in quote, "education.standing graduate_or_final_year"
        yield education.standing == "student", "学生" in quote, "education.standing student"
