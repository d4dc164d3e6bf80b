"""An opened index: passages by their numbers, and the three rankings of a question over all parts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any

from retrieval.corpus import Entry
from retrieval.dense import nearest
from retrieval.embedding import Encoder
from retrieval.lexical import LexicalPart, weights_of
from retrieval.narrowing import Rows, rows_of
from retrieval.part import Part
from retrieval.passages import Passage
from retrieval.static_model import Vectors

_KEPT_ROWS = 32  # of a million passages 1 MB each


@dataclass(frozen=True)
class Wanted:
    """What to look for: words and bigrams for the two BM25 rankings, a vector of shape [1, dimensions]."""

    words: Sequence[str]
    bigrams: Sequence[str]
    vector: Vectors


@dataclass(frozen=True)
class Index:
    """An opened index. Passages are numbered from 0 through all parts."""

    parts: tuple[Part, ...]
    encoder: Encoder

    @cached_property
    def passages(self) -> Passages:
        """All passages, read when they are asked for."""
        return Passages(self)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The notices."""
        return tuple(one for part in self.parts for one in part.entries)

    @cached_property
    def firsts(self) -> list[int]:
        """The number of each part's first passage, and the number of all."""
        return list(accumulate((part.size for part in self.parts), initial=0))

    @cached_property
    def frequencies(self) -> Mapping[str, int]:
        """How many passages have each n-gram."""
        total: Counter[str] = Counter()
        for part in self.parts:
            total.update(part.grams)
        return total

    def rank(
        self, wanted: Wanted, limit: int, notices: frozenset[str] | None = None, topic: str | None = None
    ) -> dict[str, dict[int, float]]:
        """The best passages of each ranking with their scores, best first, of these notices and under this topic."""
        narrowed = self._narrowed(notices, topic)
        near = nearest([part.dense for part in self.parts], wanted.vector, limit, narrowed)
        dense = [
            (cosine, first + row)
            for first, each in zip(self.firsts, near, strict=False)
            for cosine, row in each
            if cosine > 0
        ]
        found = {
            "words": self.lexical([part.words for part in self.parts], wanted.words, limit, narrowed),
            "bigrams": self.lexical([part.bigrams for part in self.parts], wanted.bigrams, limit, narrowed),
            "dense": dense,
        }
        return {name: _first(each, limit) for name, each in found.items()}

    def lexical(
        self, rankers: Sequence[LexicalPart], terms: Sequence[str], limit: int, narrowed: Sequence[Rows | None]
    ) -> list[tuple[float, int]]:
        """The best of all parts: what one part has found tells the next what is too little."""
        found: list[tuple[float, int]] = []
        weights = weights_of(rankers, terms)
        for ranker, first, weight, rows in zip(rankers, self.firsts, weights, narrowed, strict=False):
            if rows is None or rows.count:
                floor = found[-1][0] if len(found) == limit else 0.0
                numbers, scores = ranker.best(weight, limit, None if rows is None else rows.mask, floor)
                more = zip(scores.tolist(), (first + numbers).tolist(), strict=True)
                found = sorted([*found, *more], key=_order)[:limit] if len(numbers) else found
        return found

    @cached_property
    def _narrowed(self) -> Callable[[frozenset[str] | None, str | None], tuple[Rows | None, ...]]:
        """The rows of each part to look in; kept, for many searches narrow alike."""
        parts = self.parts
        return lru_cache(_KEPT_ROWS)(lambda notices, topic: tuple(rows_of(part, notices, topic) for part in parts))


class Passages(Sequence[Passage]):
    """The passages of an index by their numbers."""

    def __init__(self, index: Index) -> None:
        self._parts, self._firsts = index.parts, index.firsts

    def __len__(self) -> int:
        return self._firsts[-1]

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        at = bisect_right(self._firsts, number) - 1
        return self._parts[at].lines.read(number - self._firsts[at])

    def __iter__(self) -> Iterator[Passage]:
        return (self[number] for number in range(len(self)))


def _order(one: tuple[float, int]) -> tuple[float, int]:
    return -one[0], one[1]


def _first(found: list[tuple[float, int]], limit: int) -> dict[int, float]:
    ordered = sorted(found, key=_order)[:limit]
    return {number: score for score, number in ordered}
