"""What an assessment costs, as the notices state it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from knowledge.facts import Component, FeeFact, Retake
from knowledge.library import Holding, Library
from knowledge.models import Citation, NoticeStatus, OccupationRef, OrganisationRef, Strict
from knowledge.subject import Subject


class Fee(Strict):
    """The contract's fee: money in yuan. `status` says for when it holds; a past year's is never this year's."""

    organisation: OrganisationRef
    occupation: OccupationRef
    level: int
    components: tuple[Component, ...]
    total: float | None
    currency: Literal["CNY"] = "CNY"
    retake: Retake
    status: NoticeStatus
    year: int
    citations: list[Citation]


def fees(library: Library, subject: Subject, as_of: datetime) -> list[Fee]:
    """Fees for the subject at that moment, one per organisation, occupation and level.

    What is in force wins; where nothing is, the latest other notice's fee is returned under its own status.
    """
    found: dict[tuple[str, str, int], Fee] = {}
    for status, holding in library.by_status(as_of):
        organisation = library.issuer(holding.notice.front)
        covered = subject.covers_year(holding.notice.front.year)
        if not (covered and subject.covers_organisation(organisation.name)):
            continue
        for fact in holding.facts.fees:
            key = (organisation.name, fact.occupation, fact.level)
            if _covers(library, subject, fact) and key not in found:
                found[key] = _fee(library, holding, organisation, fact, status, as_of)
    return list(found.values())


def _covers(library: Library, subject: Subject, fact: FeeFact) -> bool:
    return subject.covers_level(fact.level) and subject.covers_occupation(library.lexicon, fact.occupation)


def _fee(
    library: Library,
    holding: Holding,
    organisation: OrganisationRef,
    fact: FeeFact,
    status: NoticeStatus,
    as_of: datetime,
) -> Fee:
    front = holding.notice.front
    return Fee(
        organisation=organisation,
        occupation=library.lexicon.occupation(fact.occupation),
        level=fact.level,
        components=fact.components,
        total=fact.total,
        retake=fact.retake,
        status=status,
        year=front.year,
        citations=library.cite_all(front.id, fact.sources, as_of),
    )
