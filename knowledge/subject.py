"""Whom or what a question is about, resolved to official names."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import OccupationRef, OrganisationRef


@dataclass(frozen=True)
class Subject:
    """Organisation, occupation, level and year of the notice that narrow a question; None is any."""

    organisation: OrganisationRef | None = None
    occupation: OccupationRef | None = None
    level: int | None = None
    year: int | None = None

    def covers_occupation(self, lexicon: Lexicon, name: str) -> bool:
        """Whether an occupation of a fact is meant: the base name covers its specialisations."""
        if self.occupation is None or self.occupation.name == name:
            return True
        asked = self.occupation.name
        return not lexicon.is_specialisation(asked) and lexicon.base_name(name) == asked

    def covers_organisation(self, name: str) -> bool:
        """Whether an organisation of a fact is meant."""
        return self.organisation is None or self.organisation.name == name

    def covers_level(self, level: int) -> bool:
        """Whether a level of a fact is meant."""
        return self.level is None or self.level == level

    def covers_year(self, year: int) -> bool:
        """Whether a notice's year is meant."""
        return self.year is None or self.year == year


def resolve_subject(
    lexicon: Lexicon, organisation: str | None = None, occupation: str | None = None, level: int | None = None
) -> Subject:
    """Resolve what a person or a client named. Raises UnknownNameError."""
    return Subject(
        organisation=lexicon.organisation(organisation) if organisation else None,
        occupation=lexicon.occupation(occupation) if occupation else None,
        level=level,
    )
