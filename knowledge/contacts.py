"""Where, when and how to reach an organisation, as its notice states it."""

from __future__ import annotations

from datetime import datetime

from knowledge.facts import ContactFact, Hours, Phone, Website
from knowledge.library import Holding, Library
from knowledge.models import Citation, NoticeStatus, OrganisationRef, Strict
from knowledge.office_hours import Openness, explain
from knowledge.subject import Subject


class Contact(Strict):
    """The contract's contact. `open_now` is null where no hours, or no holidays of that year, are published.

    `openness` says why; null without hours. `occupations` are those that this office of the organisation serves, null
    where it serves all.
    """

    organisation: OrganisationRef
    occupations: tuple[str, ...] | None
    addresses: tuple[str, ...]
    appointment: bool | None
    phones: tuple[Phone, ...]
    websites: tuple[Website, ...]
    hours: Hours | None
    open_now: bool | None
    next_opening: datetime | None
    openness: Openness | None
    status: NoticeStatus
    year: int
    citations: list[Citation]


def contacts(library: Library, subject: Subject, as_of: datetime) -> list[Contact]:
    """Contacts for the subject at that moment: in force first, one notice per organisation.

    An occupation narrows to the organisations whose own notice offers it.
    """
    found: dict[str, list[Contact]] = {}
    for status, holding in library.by_status(as_of):
        facts = [one for one in holding.facts.contacts if _covers(library, holding, subject, one)]
        for name in [one for one in dict.fromkeys(fact.organisation for fact in facts) if one not in found]:
            found[name] = [
                _contact(library, holding, one, status, as_of) for one in facts if one.organisation == name
            ]
    return [one for group in found.values() for one in group]


def _covers(library: Library, holding: Holding, subject: Subject, fact: ContactFact) -> bool:
    offered = fact.occupations or tuple(one.occupation for one in holding.facts.catalogue)
    in_year = subject.covers_year(holding.notice.front.year)
    return (
        in_year
        and subject.covers_organisation(fact.organisation)
        and (
            subject.occupation is None or any(subject.covers_occupation(library.lexicon, name) for name in offered)
        )
    )


def _contact(
    library: Library, holding: Holding, fact: ContactFact, status: NoticeStatus, as_of: datetime
) -> Contact:
    front = holding.notice.front
    openness = explain(fact.hours, as_of) if fact.hours else None
    return Contact(
        organisation=library.lexicon.organisation(fact.organisation),
        occupations=fact.occupations,
        addresses=fact.addresses,
        appointment=fact.appointment,
        phones=fact.phones,
        websites=fact.websites,
        hours=fact.hours,
        open_now=openness.open_now if openness else None,
        next_opening=openness.next_opening if openness else None,
        openness=openness,
        status=status,
        year=front.year,
        citations=library.cite_all(front.id, fact.sources, as_of),
    )
