"""Catalogue rows: names, codes, registration numbers and levels as the row prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import CatalogueFact
from knowledge.lexicon.matching import fold, level_mentions
from knowledge.library import Holding, Library
from knowledge.verification.names import names
from knowledge.verification.problem import Complaint
from knowledge.wording.levels import level_spans, parse_levels


def catalogue(library: Library, holding: Holding, fact: CatalogueFact) -> Iterator[Complaint]:
    """Check one row."""
    yield from names(library, (fact.organisation,), (fact.occupation,))
    quotes = " ".join(source.quote for source in fact.sources)
    for value in (fact.code, fact.registration_number, fact.occupation, fact.organisation):
        if value and not _stands(value, fold(quotes)):
            yield Complaint(f"{value} stands in no quote; correct it, or quote the words that print it")
    for level in fact.levels:
        if not any(level in levels_of(source.quote) for source in fact.sources):
            yield Complaint(f"no quote names level {level}; correct the levels, or quote the words that name it")
    if (fact.kind == "skill_level") != bool(fact.levels):
        yield Complaint("a skill level has levels, a special ability has none; correct kind or levels")
    if fact.code and library.lexicon.occupation(fact.occupation).code != fact.code:
        yield Complaint(
            f"the lexicon gives {fact.occupation} another code than {fact.code}; correct the one that the notice does not print"
        )


def _stands(value: str, quotes: str) -> bool:
    """The value itself, or both halves of 焊工（电焊工） where the notice lists 电焊工 below 焊工."""
    halves = re.fullmatch(r"(.+)\((.+)\)", fold(value))
    return fold(value) in quotes or bool(halves and halves[1] in quotes and halves[2] in quotes)


def levels_of(quote: str) -> set[int]:
    """Levels that a sentence names (`四、三级`, `五级至三级`), that a cell lists (`5、4、3`), or that a row ends with."""
    last = re.search(r"(?:^|\s)([1-5])$", quote)
    found = {int(last[1])} if last else set()
    for cell in re.findall(r"(?:^|\s)([1-5](?:[、,，-][1-5])+)(?=\s|$)", quote):
        found.update(parse_levels(cell).levels)
    found.update(level for span in level_spans(quote) for level in span.levels)
    return found | {level for level, _, _ in level_mentions(fold(quote))}
