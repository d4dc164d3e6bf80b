"""Differences in and between notices: found by checks, listed in `facts/differences.yml`, told in answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from knowledge.differences.between import catalogue_against_own, telephones
from knowledge.differences.finding import Finding
from knowledge.differences.within import within
from knowledge.facts import DifferenceFact
from knowledge.library import Holding, Library
from knowledge.models import Citation, Source

__all__ = ["Finding", "cite_difference", "find_differences", "listed_differences", "notices_of"]


def find_differences(library: Library) -> list[Finding]:
    """Everything that the checks find, each once."""
    found = (*catalogue_against_own(library), *telephones(library), *within(library))
    unique = {(one.check, one.key, one.notices): one for one in reversed(found)}
    return list(reversed(unique.values()))


def notices_of(holding: Holding, fact: DifferenceFact) -> frozenset[str]:
    """The ids of the notices that a listed difference is about."""
    return frozenset(place.notice or holding.notice.id for place in fact.places)


def listed_differences(
    library: Library, notice_ids: Iterable[str] = (), topics: Iterable[str] = ()
) -> Iterator[tuple[Holding, DifferenceFact]]:
    """Listed differences that concern any of these notices and are told with any of these topics; empty is all."""
    wanted, about = set(notice_ids), set(topics)
    for holding in library.holdings:
        for fact in holding.facts.differences:
            concerned = not wanted or wanted & notices_of(holding, fact)
            if concerned and (not about or about & set(fact.topics)):
                yield holding, fact


def cite_difference(library: Library, holding: Holding, fact: DifferenceFact, as_of: datetime) -> list[Citation]:
    """Citations of both sides."""
    return [
        library.cite(place.notice or holding.notice.id, Source(clause=place.clause, quote=place.quote), as_of)
        for place in fact.places
    ]
