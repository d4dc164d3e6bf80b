"""Until which day a passed paper counts, and whether it still does: the contract's retake validity."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

from knowledge.fees import Fee, fees
from knowledge.library import Library
from knowledge.models import Citation, NoticeStatus, OrganisationRef, Strict
from knowledge.retakes.provisions import Provision, provisions
from knowledge.retakes.terms import Silent, Term, silent_notices, terms
from knowledge.retakes.windows import RetakeWindow, windows_within
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI

ValueT = TypeVar("ValueT")
CLOSE = 31
"""Days around the last one within which the organisation should be asked: no notice prints the exact day."""


class NoticeValidity(Strict):
    """What follows from one notice. `valid` is null without a date and where the notice is not in force."""

    organisation: OrganisationRef
    year: int
    status: NoticeStatus
    valid_years: int | None
    valid_months: int | None
    expires_on: date | None
    valid: bool | None
    citations: list[Citation]


class RetakeValidity(Strict):
    """The contract's answer and what belongs to it.

    The single values are those on which all notices that apply and state one agree, else null; `notices` holds what
    each says, `not_stated_by` who states nothing for the level. `valid` is true up to and on `expires_on`, and null
    where no notice in force decides. `days_left` counts from the day of the question: 0 on the last. `close` warns
    that this day is within `CLOSE` days of the last one. `status` is what the prevailing notice is worth.
    """

    level: int
    passed_on: date | None
    valid_years: int | None
    valid_months: int | None
    expires_on: date | None
    valid: bool | None
    days_left: int | None
    close: bool
    status: NoticeStatus | None
    agreed: bool
    citations: list[Citation]
    notices: list[NoticeValidity]
    not_stated_by: list[Silent]
    windows: list[RetakeWindow]
    retake_fees: list[Fee]
    forfeits: list[Provision]
    mode_change: list[Provision]


def retake_validity(library: Library, subject: Subject, passed_on: date | None, as_of: datetime) -> RetakeValidity:
    """How long a paper of the subject's level counts that was passed on that day.

    What is in force rules; where nothing is, the latest other notice's words are returned under their own status
    and decide nothing (`valid` null).

    Raises:
        ValueError: the subject has no level, or `passed_on` lies after the day of `as_of`.
    """
    day = as_of.astimezone(SHANGHAI).date()
    if subject.level is None:
        raise ValueError("a retake's validity is that of a level; the subject names none")
    if passed_on and passed_on > day:
        raise ValueError(f"passed_on {passed_on} lies after the day of the question, {day}")
    found = terms(library, subject, as_of)
    each = [_of_notice(term, passed_on, day) for term in found]
    expires_on = _common(one.expires_on for one in each)
    valid = _common(one.valid for one in each)
    return RetakeValidity(
        level=subject.level,
        passed_on=passed_on,
        valid_years=_common(one.valid_years for one in each),
        valid_months=_common(one.valid_months for one in each),
        expires_on=expires_on,
        valid=valid,
        days_left=(expires_on - day).days if expires_on and valid else None,
        close=expires_on is not None and abs((expires_on - day).days) <= CLOSE,
        status=each[0].status if each else None,
        agreed=len({(one.valid_years, one.valid_months) for one in each}) < 2,
        citations=_citations(each),
        notices=each,
        not_stated_by=silent_notices(library, subject, as_of),
        windows=[one for term in found for one in _windows(library, subject, term, passed_on, as_of)],
        retake_fees=_retake_fees(library, subject, found, as_of),
        forfeits=provisions(library, subject, as_of, "reapplied", "competition"),
        mode_change=provisions(library, subject, as_of, "mode_change"),
    )


def _of_notice(term: Term, passed_on: date | None, day: date) -> NoticeValidity:
    expires_on = term.last_day(passed_on) if passed_on else None
    decides = expires_on is not None and term.status == "current"
    return NoticeValidity(
        organisation=term.organisation,
        year=term.year,
        status=term.status,
        valid_years=term.years,
        valid_months=term.months,
        expires_on=expires_on,
        valid=day <= expires_on if expires_on and decides else None,
        citations=term.citations,
    )


def _common(values: Iterable[ValueT]) -> ValueT | None:
    """The value that all share; None where they differ or there is none."""
    different = set(values)
    return different.pop() if len(different) == 1 else None


def _citations(each: list[NoticeValidity]) -> list[Citation]:
    """The prevailing notice's; where another says otherwise, everybody's."""
    if len({(one.valid_years, one.valid_months) for one in each}) < 2:
        return each[0].citations if each else []
    return [citation for one in each for citation in one.citations]


def _windows(
    library: Library, subject: Subject, term: Term, passed_on: date | None, as_of: datetime
) -> list[RetakeWindow]:
    if passed_on is None or term.status != "current":
        return []
    whose = Subject(term.organisation, subject.occupation, subject.level, term.year)
    return windows_within(library, whose, term.last_day(passed_on), as_of)


def _retake_fees(library: Library, subject: Subject, found: list[Term], as_of: datetime) -> list[Fee]:
    """Of the same notices, under their own status."""
    telling = {(one.organisation.id, one.year) for one in found}
    return [one for one in fees(library, subject, as_of) if (one.organisation.id, one.year) in telling]
