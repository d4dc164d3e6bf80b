"""Who assesses which occupation at which levels: the catalogue and the organisations' own notices."""

from __future__ import annotations

from datetime import datetime

from knowledge.facts import CatalogueFact, Kind
from knowledge.kept import kept
from knowledge.library import Holding, Library
from knowledge.models import Citation, NoticeStatus, OccupationRef, OrganisationRef, Strict
from knowledge.subject import Subject


class DirectoryEntry(Strict):
    """The contract's directory entry. `status` and `year` are those of the notice that prevails in it."""

    organisation: OrganisationRef
    occupation: OccupationRef
    levels: tuple[int, ...]
    kind: Kind
    registration_number: str | None
    status: NoticeStatus
    year: int
    citations: list[Citation]


def directory(
    library: Library, subject: Subject, as_of: datetime, code: str | None = None
) -> list[DirectoryEntry]:
    """Entries for the subject at that moment, what is in force first.

    Two notices that say the same of an organisation's occupation become one entry with both citations; where
    their levels differ, each stays an entry of its own.
    """
    found: dict[tuple[str, str, tuple[int, ...]], DirectoryEntry] = {}
    for status, holding in library.by_status(as_of):
        if not subject.covers_year(holding.notice.front.year):
            continue
        for fact in holding.facts.catalogue:
            if not _covers(library, subject, code, fact):
                continue
            entry = _entry(library, holding, fact, status, as_of)
            key = (fact.organisation, fact.occupation, fact.levels)
            found[key] = _merge(found[key], entry) if key in found else entry
    return list(found.values())


def assesses(library: Library, organisation: str, occupation: str) -> bool:
    """Whether any notice lists the occupation, or a specialisation of it, for the organisation."""
    subject = Subject(occupation=library.lexicon.occupation(occupation))
    return any(
        fact.organisation == organisation and subject.covers_occupation(library.lexicon, fact.occupation)
        for holding in library.holdings
        for fact in holding.facts.catalogue
    )


def organisation_registered_as(library: Library, number: str) -> str | None:
    """The organisation that a notice lists under the registration number; None where none is."""
    facts = (fact for holding in library.holdings for fact in holding.facts.catalogue)
    return next((fact.organisation for fact in facts if fact.registration_number == number), None)


@kept(1)
def special_abilities(library: Library) -> frozenset[str]:
    """Names that notices list as special abilities (专项职业能力) and none as an occupation with levels."""
    facts = [fact for holding in library.holdings for fact in holding.facts.catalogue]
    levelled = {fact.occupation for fact in facts if fact.kind == "skill_level"}
    return frozenset(fact.occupation for fact in facts) - levelled


def _merge(prevailing: DirectoryEntry, other: DirectoryEntry) -> DirectoryEntry:
    return prevailing.model_copy(
        update={
            "citations": [*prevailing.citations, *other.citations],
            "registration_number": prevailing.registration_number or other.registration_number,
        }
    )


def _covers(library: Library, subject: Subject, code: str | None, fact: CatalogueFact) -> bool:
    return (
        subject.covers_organisation(fact.organisation)
        and subject.covers_occupation(library.lexicon, fact.occupation)
        and (code is None or library.lexicon.occupation(fact.occupation).code == code)
        and (subject.level is None or subject.level in fact.levels)
    )


def _entry(
    library: Library, holding: Holding, fact: CatalogueFact, status: NoticeStatus, as_of: datetime
) -> DirectoryEntry:
    front = holding.notice.front
    return DirectoryEntry(
        organisation=library.lexicon.organisation(fact.organisation),
        occupation=library.lexicon.occupation(fact.occupation),
        levels=fact.levels,
        kind=fact.kind,
        registration_number=fact.registration_number,
        status=status,
        year=front.year,
        citations=library.cite_all(front.id, fact.sources, as_of),
    )
