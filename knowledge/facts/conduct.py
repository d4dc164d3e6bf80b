"""Misconduct with its consequences, and subsidies with their legal basis."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.facts.common import Fact, Verbatim, Years
from knowledge.models import Strict


class Bar(Strict):
    """Not admitted to assessments for so many years; None: for the rest of the current year."""

    years: Years | None
    case: Literal["any", "minor", "serious"]


class DisciplineFact(Fact):
    """One misconduct in the notice's words and everything that follows from it."""

    conduct: Verbatim
    cancels: Literal["subject", "all_subjects", "qualification_and_results"] | None
    bars: tuple[Bar, ...]
    certificate_void: bool
    fee_kept: bool
    referred_to_authorities: bool


class LegalBasis(Strict):
    """A document by its title and number."""

    title: Verbatim
    document_number: Verbatim


class SubsidyFact(Fact):
    """A subsidy, who may ask for it, and the rules it rests on."""

    name: Verbatim
    condition: Verbatim
    basis: tuple[LegalBasis, ...] = Field(min_length=1)
