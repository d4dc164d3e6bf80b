"""What a person has told of themselves so far, with the inexactness of speech: a year or a month stands for its days."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, Self

from pydantic import model_validator

from knowledge.eligibility import Applicant, Certificate, Education, Title
from knowledge.facts.conditions import Grade
from knowledge.models import Level, Strict

Reading = Literal["latest", "earliest"]
Major = Literal["same_or_related", "other", "unknown"]
Status = Literal["graduated", "final_year", "enrolled"]


class Span(Strict):
    """First and last day that the person's words allow; the same day where they name it."""

    start: date
    end: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            raise ValueError("a span ends on or after its start")
        return self

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.start == self.end

    def day(self, reading: Reading) -> date:
        """The end that makes everything later, or earlier."""
        return self.end if reading == "latest" else self.start


class Roughly(Strict):
    """Years that were told as a range or roughly, in the person's own words (`said`): at least, and at most."""

    said: str
    least: float
    most: float

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not 0 <= self.least <= self.most:
            raise ValueError("the least years are not more than the most")
        return self

    def years(self, reading: Reading) -> float:
        """The end that makes everything later, or earlier."""
        return self.least if reading == "latest" else self.most


class HeldCertificate(Strict):
    """A certificate of skill level. `occupation`: its official name where the person named one."""

    level: Level
    occupation: str | None = None
    relation: Literal["same_or_related", "other"] = "same_or_related"
    issued: Span | None = None
    work_years_since: float | None = None


class HeldTitle(Strict):
    """A professional title; `relevant` None where nothing was said of its field."""

    grade: Grade
    relevant: bool | None = None
    issued: Span | None = None
    work_years_since: float | None = None


class Loose(Strict):
    """What was told without saying of what: it belongs to something that was told before.

    `no_more`: there are no other certificates than those. `day` puts right a day of whatever was dated, in a message that takes something back.
    """

    issued: Span | None = None
    day: Span | None = None
    work_years_since: float | None = None
    relevant: bool | None = None
    major: Major | None = None
    assessed: bool | None = None
    status: Status | None = None
    no_more: bool | None = None


class Trade(Strict):
    """What the person does, in their own word (`said`), and the occupations of the notices whose work that is."""

    said: str
    occupations: tuple[str, ...]


class Situation(Strict):
    """None is not told; an empty tuple is told to be none. `corrects`: what is told replaces what was told before.

    `work_years` is the least of a range; `work_roughly` are the range, or rough words that name no least (快五年).
    `status_assumed`: a school was named without a word on having finished it; it is taken for finished.
    """

    birth: Span | None = None
    age: int | None = None
    work_years: float | None = None
    work_roughly: Roughly | None = None
    trade: Trade | None = None
    unbroken: bool | None = None
    certificates: tuple[HeldCertificate, ...] | None = None
    titles: tuple[HeldTitle, ...] | None = None
    education: tuple[Education, ...] | None = None
    loose: Loose | None = None
    corrects: bool = False
    status_assumed: bool = False

    @property
    def told(self) -> bool:
        """Whether anything was told that a condition looks at."""
        return any(
            value is not None
            for name, value in self.__dict__.items()
            if name not in ("corrects", "status_assumed", "trade")
        )

    def left_open(self) -> str:
        """What was not said of a school or title that was told, as it would have to be; empty where nothing is open."""
        major = any(one.major == "unknown" for one in self.education or ())
        title = any(one.relevant is None for one in self.titles or ())
        open_ = [(major, "所学专业是本专业或相关专业"), (title, "职称的专业和所报职业对应")]
        return "、".join(words for is_open, words in open_ if is_open)

    def applicant(self, reading: Reading, occupation: str | None = None, supposing: bool = False) -> Applicant:
        """The applicant with every inexact date at its latest (never too good) or earliest day.

        A certificate that was named after another occupation than the one applied for is one of another occupation.
        `supposing`: what was left open is taken to be so.
        """
        known: dict[str, Any] = {
            "birth_date": self.birth.day(reading) if self.birth else None,
            "age": None if self.birth else self.age,
            "work_years": self.work_roughly.years(reading) if self.work_roughly else self.work_years,
            "education": self.education,
        }
        if supposing and self.education is not None:
            known["education"] = tuple(_related(one) for one in self.education)
        if self.unbroken is not None:
            known["continuous"] = self.unbroken
        if self.certificates is not None:
            known["certificates"] = tuple(_certificate(one, reading, occupation) for one in self.certificates)
        if self.titles is not None:
            known["titles"] = tuple(_title(one, reading, supposing) for one in self.titles)
        return Applicant(**known)

    def of_others(self, occupation: str | None) -> tuple[HeldCertificate, ...]:
        """Certificates named after another occupation than the one applied for."""
        return tuple(one for one in self.certificates or () if _is_other(one, occupation))


def _is_other(one: HeldCertificate, occupation: str | None) -> bool:
    """Specialisations of one occupation are printed as 美容师(美体师); they are the same or related."""
    if occupation is None or one.occupation is None:
        return one.relation == "other"
    return one.relation == "other" or one.occupation.partition("(")[0] != occupation.partition("(")[0]


def _certificate(one: HeldCertificate, reading: Reading, occupation: str | None) -> Certificate:
    return Certificate(
        level=one.level,
        relation="other" if _is_other(one, occupation) else "same_or_related",
        issued_on=one.issued.day(reading) if one.issued else None,
        work_years_since=one.work_years_since,
    )


def _related(one: Education) -> Education:
    return one.model_copy(update={"major": "same_or_related"}) if one.major == "unknown" else one


def _title(one: HeldTitle, reading: Reading, supposing: bool) -> Title:
    return Title(
        grade=one.grade,
        relevant=True if supposing and one.relevant is None else one.relevant,
        issued_on=one.issued.day(reading) if one.issued else None,
        work_years_since=one.work_years_since,
    )
