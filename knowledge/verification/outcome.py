"""Retakes, misconduct, quotas: fields that belong together are there together."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts import DisciplineFact, QuotaFact, RetakeFact
from knowledge.library import Holding, Library
from knowledge.verification.catalogue import levels_of
from knowledge.verification.problem import Complaint


def retake(library: Library, holding: Holding, fact: RetakeFact) -> Iterator[Complaint]:
    """Only `validity` has a period, and levels where its quotes name them; without levels it holds for all offered."""
    is_validity = fact.rule == "validity"
    periods = [one for one in (fact.valid_years, fact.valid_months) if one is not None]
    if (fact.levels and not is_validity) or len(periods) != int(is_validity):
        yield Complaint(
            "levels and one of valid_years and valid_months belong to the rule `validity`, and to no other"
        )
    for level in fact.levels:
        if not any(level in levels_of(source.quote) for source in fact.sources):
            yield Complaint(f"no quote names level {level}; correct the levels, or quote the words that name it")


def discipline(library: Library, holding: Holding, fact: DisciplineFact) -> Iterator[Complaint]:
    """A misconduct has a consequence."""
    if not (fact.cancels or fact.bars or fact.certificate_void or fact.referred_to_authorities):
        yield Complaint("it names no consequence; say what follows from it, or file it as text_only")


def quota(library: Library, holding: Holding, fact: QuotaFact) -> Iterator[Complaint]:
    """One amount, not none and not both."""
    if (fact.ten_thousand_people is None) == (fact.at_most_percent is None):
        yield Complaint("give either ten_thousand_people or at_most_percent")
