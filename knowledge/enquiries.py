"""Where results and certificates are looked up, and by when they usually are there."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Literal

from knowledge.applying import notices_saying
from knowledge.facts import EnquiryFact
from knowledge.library import Holding, Library
from knowledge.models import Citation, NoticeStatus, OrganisationRef, Strict
from knowledge.subject import Subject
from knowledge.working_days import working_days_after

Looked = Literal["results", "certificate"]
_SEARCHED = re.compile("直接搜索“([^”]+)”")


class Enquiry(Strict):
    """One way to look something up. `search`: the words to type where the notice offers a search of its own.

    Working days count from the day on which all papers were taken; the notices say 一般 (usually).
    """

    what: tuple[Looked, ...]
    case: str | None
    within_working_days: int | None
    after_working_days: int | None
    channel: str | None
    path: str | None
    search: str | None
    url: str | None
    citations: list[Citation]


class Enquiries(Strict):
    """All that one notice says about looking up."""

    notice_id: str
    organisation: OrganisationRef
    status: NoticeStatus
    year: int
    ways: tuple[Enquiry, ...]


class DueDay(Strict):
    """By when (`latest`) or from when on the result is there; `day` is None where holidays are not published yet."""

    case: str | None
    working_days: int
    latest: bool
    day: date | None


def enquiries(library: Library, subject: Subject, as_of: datetime, what: Looked) -> list[Enquiries]:
    """What the notices that apply say about looking up `what`; the catalogue where no own notice does."""

    def says(holding: Holding) -> bool:
        return any(what in fact.what for fact in holding.facts.enquiries)

    return [enquiries_of(library, holding, as_of) for _, holding in notices_saying(library, subject, as_of, says)]


def enquiries_of(library: Library, holding: Holding, as_of: datetime) -> Enquiries:
    """What one notice says about looking up; `ways` is empty where it says nothing."""
    front = holding.notice.front
    return Enquiries(
        notice_id=front.id,
        organisation=library.issuer(front),
        status=library.status(front, as_of),
        year=front.year,
        ways=tuple(_enquiry(library, front.id, fact, as_of) for fact in holding.facts.enquiries),
    )


def due_days(found: Enquiries, finished: date) -> list[DueDay]:
    """When results are there for who took the last paper on `finished`, case by case as the notice counts."""
    counted = [(one, one.within_working_days or one.after_working_days) for one in found.ways]
    return [
        DueDay(
            case=one.case,
            working_days=count,
            latest=one.within_working_days is not None,
            day=working_days_after(finished, count),
        )
        for one, count in counted
        if count and "results" in one.what
    ]


def _enquiry(library: Library, notice_id: str, fact: EnquiryFact, as_of: datetime) -> Enquiry:
    searched = (_SEARCHED.search(source.quote) for source in fact.sources if fact.path)
    return Enquiry(
        **fact.model_dump(exclude={"sources"}),
        search=next((match.group(1) for match in searched if match), None),
        citations=library.cite_all(notice_id, fact.sources, as_of),
    )
