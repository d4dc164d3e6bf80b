"""How long the notices let the papers count that were passed."""

from __future__ import annotations

from datetime import date, datetime

from knowledge.facts import RetakeFact
from knowledge.library import Library
from knowledge.models import LEVELS, Citation, NoticeStatus, OrganisationRef, Strict
from knowledge.retakes.notices import Applying, applying
from knowledge.subject import Subject
from knowledge.timespan import months_after, years_after


class Term(Strict):
    """One notice's validity. `levels` are those that it holds for, `offered` those of them that are examined.

    One of `years` and `months` is set.
    """

    organisation: OrganisationRef
    year: int
    status: NoticeStatus
    levels: tuple[int, ...]
    offered: tuple[int, ...]
    years: int | None
    months: int | None
    citations: list[Citation]

    def last_day(self, passed_on: date) -> date:
        """The same day, the term later; 29 February falls back to the 28th.

        Notices print neither from which day the term counts nor the day on which it ends: the day of passing and the
        same day later are this service's reading of their words.
        """
        return years_after(passed_on, self.years) if self.years else months_after(passed_on, self.months or 0)


class Silent(Strict):
    """A notice that applies and states no validity for the level."""

    organisation: OrganisationRef
    year: int
    status: NoticeStatus


def terms(library: Library, subject: Subject, as_of: datetime) -> list[Term]:
    """The validities that apply to the subject, in the order of the notices; all levels where it names none."""
    return [
        term
        for one in applying(library, subject, as_of)
        for fact in one.holding.facts.retakes
        if fact.rule == "validity"
        and ((term := _term(library, subject, as_of, one, fact)).levels)
        and (subject.level is None or subject.level in term.levels)
    ]


def silent_notices(library: Library, subject: Subject, as_of: datetime) -> list[Silent]:
    """Who applies and states no validity for the subject's level (for any level where it names none)."""
    telling = {(one.organisation.id, one.year) for one in terms(library, subject, as_of)}
    return [
        Silent(organisation=one.organisation, year=one.year, status=one.status)
        for one in applying(library, subject, as_of)
        if (one.organisation.id, one.year) not in telling
    ]


def _term(library: Library, subject: Subject, as_of: datetime, one: Applying, fact: RetakeFact) -> Term:
    """A validity whose words name no level holds for all that the notice offers."""
    offered = tuple(level for level in LEVELS if one.offers(level, library, subject))
    levels = fact.levels or offered
    return Term(
        organisation=one.organisation,
        year=one.year,
        status=one.status,
        levels=levels,
        offered=tuple(level for level in levels if level in offered),
        years=fact.valid_years,
        months=fact.valid_months,
        citations=library.cite_all(one.holding.notice.id, fact.sources, as_of),
    )
