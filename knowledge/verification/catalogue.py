"""Catalogue rows: names, codes, registration numbers and levels as the row prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import CatalogueFact
from knowledge.lexicon.matching import fold, level_mentions
from knowledge.library import Holding, Library
from knowledge.verification.names import names
from knowledge.verification.problem import Complaint


def catalogue(library: Library, holding: Holding, fact: CatalogueFact) -> Iterator[Complaint]:  # noqa: ARG001
    """Check one row."""
    yield from names(library, (fact.organisation,), (fact.occupation,))
    quotes = " ".join(source.quote for source in fact.sources)
    for value in (fact.code, fact.registration_number, fact.occupation, fact.organisation):
        if value and fold(value) not in fold(quotes):
            yield Complaint(f"{value} stands in no quote")
    for level in fact.levels:
        if not any(level in levels_of(source.quote) for source in fact.sources):
            yield Complaint(f"no quote names level {level}")
    if (fact.kind == "skill_level") != bool(fact.levels):
        yield Complaint("a skill level has levels, a special ability has none")
    if fact.code and library.lexicon.occupation(fact.occupation).code != fact.code:
        yield Complaint(f"the lexicon gives {fact.occupation} another code than {fact.code}")


def levels_of(quote: str) -> set[int]:
    """Levels that a row ends with (`5、4、3`), or that a sentence names (`四、三级`)."""
    row = re.search(r"(?:^|\s)([1-5](?:、[1-5])*)$", quote)
    listed = {int(one) for one in row.group(1).split("、")} if row else set()
    return listed | {level for level, _, _ in level_mentions(fold(quote))}
