"""What is known of an applicant, as contract.md's `POST /v1/eligibility` takes it.

An absent field or list is not known; an empty list is known to be none. Nothing is inferred from one field to
another, and nothing is corrected.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from knowledge.facts.conditions import Grade
from knowledge.models import Level, Strict
from knowledge.validity import parse_day

MOST_YEARS = 80
MOST_ENTRIES = 20
EARLIEST = date(1900, 1, 1)
LATEST = date(2100, 12, 31)

SchoolKind = Literal[
    "junior_high",
    "senior_high",
    "secondary_vocational",
    "technical",
    "technical_senior_class",
    "senior_technical",
    "technician_college",
    "technician_preparatory_class",
    "technician_class",
    "higher_vocational",
    "junior_college",
    "bachelor",
    "master",
    "doctor",
]
WorkYears = Annotated[float, Field(strict=True, ge=0, le=MOST_YEARS, allow_inf_nan=False)]


def _no_truth(value: Any) -> Any:
    """Python takes `true` for 1; a level is a number."""
    if isinstance(value, bool):
        raise ValueError("应当是5、4、3、2、1之一")  # noqa: TRY004  # pydantic turns only ValueError into a message
    return value


Day = Annotated[date, BeforeValidator(parse_day), Field(ge=EARLIEST, le=LATEST)]
StrictLevel = Annotated[Level, BeforeValidator(_no_truth)]
Truth = Annotated[bool, Field(strict=True)]


class Obtained(Strict):
    """When something was obtained, and how many years the applicant has worked in the field since."""

    issued_on: Day | None = None
    work_years_since: WorkYears | None = None


class Certificate(Obtained):
    """A certificate of skill level; `relation` is that of its occupation to the one applied for."""

    level: StrictLevel
    relation: Literal["same_or_related", "other"]


class Title(Obtained):
    """A professional title; `relevant`: its field corresponds to the occupation."""

    grade: Grade
    relevant: Truth | None = None


class Education(Strict):
    """A school attended. `assessed`: an assessed programme of a higher vocational school, college or university."""

    kind: SchoolKind
    major: Literal["same_or_related", "other", "unknown"]
    status: Literal["graduated", "final_year", "enrolled"]
    assessed: Truth | None = None


class Applicant(Strict):
    """One applicant. `work_years`: years in this or a related occupation, in all.

    `continuous`: has worked in it since each date given here, and goes on; null is as if it were absent.
    """

    birth_date: Day | None = None
    age: Annotated[float, Field(strict=True, ge=0, le=130, allow_inf_nan=False)] | None = None
    work_years: WorkYears | None = None
    continuous: Truth = True
    certificates: tuple[Certificate, ...] | None = Field(default=None, max_length=MOST_ENTRIES)
    titles: tuple[Title, ...] | None = Field(default=None, max_length=MOST_ENTRIES)
    education: tuple[Education, ...] | None = Field(default=None, max_length=MOST_ENTRIES)

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("continuous", ...) is None:
            return {name: value for name, value in data.items() if name != "continuous"}
        return data

    @model_validator(mode="after")
    def _one_age(self) -> Self:
        if self.birth_date is not None and self.age is not None:
            raise ValueError("birth_date 和 age 只填一个")
        return self
