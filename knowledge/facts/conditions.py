"""Who may apply for a level: the items of the annexed standard, one fact each, and what holds for every level."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from knowledge.facts.common import Fact, Stated, Verbatim, Years
from knowledge.models import Level, Strict

Grade = Literal["junior", "intermediate", "senior"]
Schools = Literal["vocational", "senior_class", "higher", "senior_school", "technician_class"]
Standing = Literal["graduate_or_final_year", "graduate", "student"]
Age = Annotated[int, Stated("周岁"), Field(gt=0)]


class CertificateNeeded(Strict):
    """A certificate of the same or a related occupation, at exactly this level.

    `worked_years` are years of work since it was obtained, `held_years` years since then whatever the work; with
    neither it only has to be held.
    """

    level: Level
    worked_years: Years | None = None
    held_years: Years | None = None


class TitleNeeded(Strict):
    """A professional title of exactly this grade, and the years of work since it was obtained."""

    grade: Grade
    worked_years: Years


class EducationNeeded(Strict):
    """Schooling. `schools` names a group of schools (knowledge/eligibility/schools.py), `words` how the notice does.

    `of_this_field`: the clause asks for the same or a related major; `assessed`: for an assessed programme.
    """

    schools: Schools
    words: Verbatim
    standing: Standing
    of_this_field: bool
    assessed: bool = False


class ConditionFact(Fact):
    """One sufficient condition: all parts that are given must be met. `level` None: it holds for every level.

    `work` is `intended` (拟从事) or `current` (从事) where no length is asked for; `worked_years` is work in all.
    `least_education` is where the notice refers to for it: no notice says which education that is.
    """

    level: Level | None
    least_age: Age | None = None
    work: Literal["intended", "current"] | None = None
    worked_years: Years | None = None
    certificate: CertificateNeeded | None = None
    title: TitleNeeded | None = None
    education: EducationNeeded | None = None
    least_education: Verbatim | None = None
