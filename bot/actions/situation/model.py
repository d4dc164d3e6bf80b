"""What a person has told of themselves so far, with the inexactness of speech: a year or a month stands for its days."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from bot.actions.situation.spans import Reading, Roughly, Span
from knowledge.eligibility import Applicant, Certificate, Education, History, Period, Title, Told, Worker
from knowledge.eligibility.applicant import MOST_YEARS
from knowledge.facts.conditions import Grade
from knowledge.models import Level, Strict
from knowledge.timespan import months_after

Major = Literal["same_or_related", "other", "unknown"]
Status = Literal["graduated", "final_year", "enrolled"]


class Stretch(Strict):
    """A stretch of work in the field. Without `end` or `months` it goes on; `again`: it is not the first.

    Without `start` it is the end of what was told before, or months of which no days are told (negative: a pause).
    """

    start: Span | None = None
    end: Span | None = None
    months: int | None = None
    again: bool = False
    told_on: date

    @property
    def goes_on(self) -> bool:
        """Whether it lasts until today."""
        return self.end is None and self.months is None

    def period(self, reading: Reading) -> Period | None:
        """Its days: read so that it is as short, or as long, as can be."""
        if self.start is None:
            return None
        first = self.start.day(reading)
        if self.months is not None:
            return Period(start=first, end=months_after(first, self.months))
        last = self.end.day("earliest" if reading == "latest" else "latest") if self.end else None
        return Period(start=first, end=None if last is None else max(first, last))


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


class PutRight(Strict):
    """Another day for the beginning, or the end, of a stretch of work by its number from 0 (-1: the last)."""

    number: int
    start: Span | None = None
    end: Span | None = None


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
    stretch: PutRight | None = None


class Trade(Strict):
    """What the person does, in their own word (`said`), and the occupations of the notices whose work that is."""

    said: str
    occupations: tuple[str, ...]


class OtherWork(Strict):
    """Work at something else, in the person's own words: whether it is related work no notice says."""

    said: str
    months: int


class Situation(Strict):
    """None is not told; an empty tuple is told to be none. `corrects`: what is told replaces what was told before.

    `stretches` are the work told by its days, and `work_years` then what it comes to.
    `work_years` is the least of a range; `work_roughly` are the range, or rough words that name no least (快五年).
    `lacks` are levels of which no certificate is held, whatever others are.
    `status_assumed`: a school was named without a word on having finished it; it is taken for finished.
    """

    birth: Span | None = None
    age: int | None = None
    work_years: float | None = None
    work_roughly: Roughly | None = None
    stretches: tuple[Stretch, ...] | None = None
    trade: Trade | None = None
    other_work: OtherWork | None = None
    unbroken: bool | None = None
    certificates: tuple[HeldCertificate, ...] | None = None
    lacks: tuple[Level, ...] | None = None
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
            if name not in ("corrects", "status_assumed", "trade", "other_work")
        )

    @property
    def told_of_breaks_alone(self) -> bool:
        """Whether nothing was told but that the work was broken off, or not."""
        return self.unbroken is not None and not self.model_copy(update={"unbroken": None}).told

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
            "education": _with_first_degree(self.education),
        }
        if supposing and self.education is not None:
            known["education"] = tuple(_related(one) for one in known["education"])
        if self.unbroken is not None:
            known["continuous"] = self.unbroken
        if self.certificates is not None:
            known["certificates"] = tuple(_certificate(one, reading, occupation) for one in self.certificates)
        if self.titles is not None:
            known["titles"] = tuple(_title(one, reading, supposing) for one in self.titles)
        known["lacks"] = self.lacks or ()
        history = self.history(reading)
        return Worker(**known, history=history) if history else Told(**known)

    def with_other_work(self) -> Situation:
        """The situation if the other work counted, too."""
        if self.other_work is None:
            return self
        months = self.other_work.months
        more: dict[str, Any] = {"work_years": min((self.work_years or 0) + months / 12, MOST_YEARS)}
        if self.work_roughly:
            bounds = {
                name: min(getattr(self.work_roughly, name) + months / 12, MOST_YEARS) for name in ("least", "most")
            }
            more["work_roughly"] = self.work_roughly.model_copy(update=bounds)
        if self.stretches:
            undated = Stretch(months=months, told_on=self.stretches[0].told_on)
            more["stretches"] = (*self.stretches, undated)
        return self.model_copy(update=more)

    def history(self, reading: Reading) -> History | None:
        """The work by its days; None where no days of it are told, or it is another's."""
        if self.work_years is None:
            return None
        return history_of(self.stretches or (), reading)

    def of_others(self, occupation: str | None) -> tuple[HeldCertificate, ...]:
        """Certificates named after another occupation than the one applied for."""
        return tuple(one for one in self.certificates or () if _is_other(one, occupation))


def reckoned(stretches: tuple[Stretch, ...]) -> dict[str, Any] | None:
    """The stretches, and the years that they come to on the day they were told; None where that is not known."""
    shortest, longest = history_of(stretches, "latest"), history_of(stretches, "earliest")
    if shortest is None or longest is None:
        return None
    day = max(one.told_on for one in stretches)
    least, most = (
        min(max(0, total.years * 12 + total.months) / 12, MOST_YEARS)
        for total in (shortest.worked(day), longest.worked(day))
    )
    exact = all(span.exact for one in stretches for span in (one.start, one.end) if span)
    if least == 0 and not exact:
        return None
    roughly = None if exact else Roughly(said="", least=least, most=most)
    return {"work_years": least, "work_roughly": roughly, "stretches": stretches}


def history_of(stretches: tuple[Stretch, ...], reading: Reading) -> History | None:
    """The stretches, as short or as long as they can be; None where there are none of known days."""
    periods = [one.period(reading) for one in stretches if one.start is not None]
    if not periods:
        return None
    undated = sum(one.months or 0 for one in stretches if one.start is None)
    return History(periods=tuple(one for one in periods if one is not None), months=undated)


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


def _with_first_degree(schools: tuple[Education, ...] | None) -> tuple[Education, ...] | None:
    """Who attends a master's course has finished the one before it, of which nothing else is known."""
    attends = any(one.kind in ("master", "doctor") and one.status == "enrolled" for one in schools or ())
    if schools is None or not attends or any(one.kind == "bachelor" for one in schools):
        return schools
    return (*schools, Education(kind="bachelor", major="unknown", status="graduated"))


def _related(one: Education) -> Education:
    return one.model_copy(update={"major": "same_or_related"}) if one.major == "unknown" else one


def _title(one: HeldTitle, reading: Reading, supposing: bool) -> Title:
    return Title(
        grade=one.grade,
        relevant=True if supposing and one.relevant is None else one.relevant,
        issued_on=one.issued.day(reading) if one.issued else None,
        work_years_since=one.work_years_since,
    )
