"""Whose rules on retakes apply to a question at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from knowledge.applying import own_notices
from knowledge.library import Holding, Library
from knowledge.models import NoticeStatus, OrganisationRef
from knowledge.subject import Subject


@dataclass(frozen=True)
class Applying:
    """A notice that rules the question, its organisation, and what it is worth at that moment."""

    organisation: OrganisationRef
    holding: Holding
    status: NoticeStatus

    @property
    def year(self) -> int:
        """The notice's year."""
        return self.holding.notice.front.year

    def offers(self, level: int, library: Library, subject: Subject) -> bool:
        """Whether the organisation offers the level, of the occupation where the subject names one."""
        return any(
            level in fact.levels
            for fact in self.holding.facts.catalogue
            if subject.covers_occupation(library.lexicon, fact.occupation)
        )


def applying(library: Library, subject: Subject, as_of: datetime) -> list[Applying]:
    """The organisations' own notices for the subject (its level aside): those in force.

    Where none is in force, the latest of each organisation under its own status: a caller must say so, and nothing
    may be decided by it for today.
    """
    found = [
        Applying(library.issuer(holding.notice.front), holding, status)
        for status, holding in own_notices(library, subject, as_of)
    ]
    latest = {one.organisation.id: one for one in reversed(found)}
    return [one for one in found if one.status == "current" or one is latest[one.organisation.id]]
