"""Fees: figures quoted, totals equal their parts, each level once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.facts import FeeFact
from knowledge.figures import states, unsupported
from knowledge.lexicon.matching import fold
from knowledge.library import Holding, Library
from knowledge.models import Source
from knowledge.verification.names import names
from knowledge.verification.problem import Complaint

_LEVEL_WORDS = {5: ("五级", "初级"), 4: ("四级", "中级"), 3: ("三级", "高级"), 2: ("二级", "技师"), 1: ("一级",)}
_ROW_LEVEL = r"(?<![\d.]){level}(?:级|$|\s)"


def fee(library: Library, holding: Holding, fact: FeeFact) -> Iterator[Complaint]:
    """Check one fee."""
    yield from names(library, occupations=(fact.occupation,))
    amounts = [one.amount for one in (*fact.components, *fact.retake.components)]
    amounts += [] if fact.total is None else [fact.total]
    yield from unquoted((f"{amount:g}" for amount in amounts), fact.sources)
    total = sum(one.amount for one in fact.components)
    if fact.total is not None and total != fact.total:
        yield Complaint(
            f"the components add up to {total:g}, the total says {fact.total:g}; compare all with the row"
        )
    if (fact.retake.basis == "not_stated") != (not fact.retake.components):
        yield Complaint("a retake that is not_stated has no components, any other has some; decide which it is")
    if not any(_names_level(source.quote, fact.level) for source in fact.sources):
        yield Complaint(f"no quote names level {fact.level}; quote the row or heading that does")


def _names_level(quote: str, level: int) -> bool:
    """五级, 初级, 5级, or a cell of a row that holds the digit alone."""
    by_digit = re.search(_ROW_LEVEL.format(level=level), fold(quote))
    return any(word in quote for word in _LEVEL_WORDS[level]) or by_digit is not None


def second_fees(holding: Holding) -> Iterator[tuple[int, Complaint]]:
    """Fees whose occupation and level another one has already priced, by index."""
    seen: set[tuple[str, int]] = set()
    for index, one in enumerate(holding.facts.fees):
        key = (one.occupation, one.level)
        if key in seen:
            yield index, Complaint("a second fee for the same level; keep the one that the notice prints")
        seen.add(key)


def unquoted(figures: Iterable[str], sources: tuple[Source, ...]) -> Iterator[Complaint]:
    """Figures that stand in no quote."""
    quotes = [source.quote for source in sources]
    for figure in dict.fromkeys(figures):
        in_words = figure.isdecimal() and states(int(figure), "元", quotes)
        if unsupported(figure, quotes) and not in_words:
            yield Complaint(f"{figure} stands in no quote; correct it, or quote the words that print it")
