"""What one row, or one item of a list, says of who may assess what: the common form of tables and running text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.facts import Kind
from knowledge.ingest.drafts.models import DraftCatalogueEntry, DraftOccupation, DraftOrganisation
from knowledge.models import Level, Source
from knowledge.wording.levels import ordered


@dataclass(frozen=True)
class CatalogueRow:
    """`organisation` is None where the row names none: the issuer."""

    occupation: str
    levels: tuple[Level, ...]
    sources: tuple[Source, ...]
    confidence: float
    code: str | None = None
    organisation: str | None = None
    registration_number: str | None = None
    kind: Kind = "skill_level"


def merged(rows: Iterable[CatalogueRow]) -> list[CatalogueRow]:
    """One row per organisation and occupation: its levels may stand on several lines (5级； 4级； 3级。)."""
    found: dict[tuple[str | None, str | None, str, Kind], CatalogueRow] = {}
    for row in rows:
        key = (row.organisation, row.code, row.occupation, row.kind)
        found[key] = _both(found[key], row) if key in found else row
    return list(found.values())


def _both(first: CatalogueRow, second: CatalogueRow) -> CatalogueRow:
    return replace(
        first,
        levels=ordered([*first.levels, *second.levels]),
        sources=tuple(dict.fromkeys([*first.sources, *second.sources])),
        confidence=min(first.confidence, second.confidence),
    )


def as_entry(row: CatalogueRow, issuer: str) -> DraftCatalogueEntry:
    """The row as a draft."""
    return DraftCatalogueEntry(
        organisation=DraftOrganisation(name=row.organisation or issuer),
        registration_number=row.registration_number,
        occupation=DraftOccupation(code=row.code, name=row.occupation),
        levels=row.levels,
        kind=row.kind,
        citations=row.sources,
        confidence=row.confidence,
    )
