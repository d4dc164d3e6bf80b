"""BM25 over one part of the corpus, narrowed to some of its rows, with weights of the whole corpus.

bm25s builds and stores the scores; they are read here, because it cannot narrow a search without touching every row,
nor score one part by how rare a term is in all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_FEW = 20_000  # scores of all terms in a part up to which they are simply added up
_ROUNDING = 1e-3  # sums of 32-bit numbers differ by less
_STEPS = 32  # looking one row up among a term's costs as much as copying so many of its scores


@dataclass(frozen=True)
class _Term:
    """A term of the question: its weight, where its scores lie, and the most that a row can have by it."""

    weight: np.float32
    first: int
    last: int
    most: float


@dataclass(frozen=True)
class LexicalPart:
    """Scores by term: those of term t lie at `starts[t]` to `starts[t + 1]`, their rows ascend."""

    places: Mapping[str, int]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    scores: Scores
    size: int
    maxima: dict[int, float] = field(default_factory=dict)

    def count(self, term: str) -> int:
        """How many rows have the term."""
        at = self.places.get(term)
        return 0 if at is None else int(self.starts[at + 1] - self.starts[at])

    def best(
        self,
        weights: Mapping[str, float],
        limit: int,
        mask: NDArray[np.bool_] | None = None,
        floor: float = 0.0,
    ) -> tuple[NDArray[np.int64], Scores]:
        """The best rows above 0 and their weighted sums, among equals those that come first; `mask` narrows.

        Rows of no more than `floor` are left out. Of many scores, those of the commonest terms are looked up only for
        rows that can still be among the best: the result is the same.
        """
        terms = [term for name, weight in weights.items() if (term := self._term(name, weight))]
        rows = None
        if sum(one.last - one.first for one in terms) > _FEW:
            rows = self._promising(terms, limit, mask, floor)
        if rows is None:
            found = self._added(terms)
            rows = _above(found, floor, mask)
            sums = found[rows]
        else:
            sums = np.zeros(len(rows), dtype=np.float32)
            for one in terms:
                sums += one.weight * self._scores_of(one, rows)
            rows, sums = rows[sums > floor], sums[sums > floor]
        if len(rows) > limit:
            kept = sums >= np.partition(sums, -limit)[-limit]
            rows, sums = rows[kept], sums[kept]
        order = np.argsort(-sums, kind="stable")[:limit]
        return rows[order], sums[order]

    def _term(self, name: str, weight: float) -> _Term | None:
        at = self.places.get(name)
        if at is None:
            return None
        first, last = int(self.starts[at]), int(self.starts[at + 1])
        if at not in self.maxima:
            self.maxima[at] = float(self.scores[first:last].max(initial=0))
        return _Term(np.float32(weight), first, last, weight * self.maxima[at])

    def _added(self, terms: Iterable[_Term]) -> Scores:
        found = np.zeros(self.size, dtype=np.float32)
        for one in terms:
            self._add(one, found)
        return found

    def _add(self, term: _Term, to: Scores) -> None:
        to[self.rows[term.first : term.last]] += term.weight * self.scores[term.first : term.last]

    def _promising(
        self, terms: Sequence[_Term], limit: int, mask: NDArray[np.bool_] | None, floor: float
    ) -> NDArray[np.int64] | None:
        """Rows among which the best are, ascending; None: too many to look the rest up for each."""
        ordered = sorted(terms, key=lambda one: -one.most)
        rest, missing = sum(one.most for one in ordered), sum(one.last - one.first for one in ordered)
        found = np.zeros(self.size, dtype=np.float32)
        for one in ordered:
            self._add(one, found)
            rest, missing = rest - one.most, missing - (one.last - one.first)
            if missing <= _FEW:
                return None
            rows = _above(found, max(0.0, floor - rest - _ROUNDING), mask)
            least = floor
            if least <= rest + _ROUNDING and len(rows) >= limit:
                sums = found[rows]
                least = float(np.partition(sums, -limit)[-limit])
                rows = rows[sums > least - rest - _ROUNDING]
            if least > rest + _ROUNDING and len(rows) * len(terms) < missing:
                return rows
        return None

    def _scores_of(self, term: _Term, rows: NDArray[np.int64]) -> Scores:
        """The term's scores in these rows, which ascend."""
        own, scores = self.rows[term.first : term.last], self.scores[term.first : term.last]
        if len(rows) * _STEPS > len(own):
            found = np.zeros(self.size, dtype=np.float32)
            found[own] = scores
            return found[rows]
        at = np.minimum(np.searchsorted(own, rows.astype(np.int32)), len(own) - 1)
        return np.where(own[at] == rows, scores[at], np.float32(0))


def _above(found: Scores, least: float, mask: NDArray[np.bool_] | None) -> NDArray[np.int64]:
    """The rows of more than `least`."""
    above = found > np.float32(least)
    return np.flatnonzero(above if mask is None else above & mask)


def build_lexical(texts: Iterable[Sequence[str]], folder: Path) -> None:
    """Score texts that are cut into terms already, and write them."""
    ranker = bm25s.BM25()
    ranker.index(list(texts), show_progress=False)
    ranker.save(str(folder), show_progress=False)


def open_lexical(folder: Path) -> LexicalPart:
    """Open what `build_lexical` wrote; the files stay on disk and are mapped."""
    ranker = bm25s.BM25.load(str(folder), mmap=True, load_corpus=False, show_progress=False)
    raw = ranker.scores
    return LexicalPart(
        places=ranker.vocab_dict,
        starts=np.asarray(raw["indptr"]),
        rows=np.asarray(raw["indices"]),
        scores=np.asarray(raw["data"]),
        size=int(raw["num_docs"]),
    )


def weights_of(parts: Sequence[LexicalPart], terms: Sequence[str]) -> list[dict[str, float]]:
    """What each term counts in each part: bm25s stored the part's own rarity, the whole corpus' is meant."""
    size = sum(one.size for one in parts)
    counted = {term: sum(one.count(term) for one in parts) for term in terms}
    found = []
    for one in parts:
        own = {term: (times, one.count(term)) for term, times in Counter(terms).items()}
        found.append(
            {
                term: times * _rarity(size, counted[term]) / _rarity(one.size, count)
                for term, (times, count) in own.items()
                if count
            }
        )
    return found


def _rarity(size: int, count: int) -> float:
    """The inverse document frequency of Lucene's BM25, as bm25s counts it."""
    return float(np.log(1 + (size - count + 0.5) / (count + 0.5)))
