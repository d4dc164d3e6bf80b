"""BM25 over one part of the corpus, narrowed to some of its rows, with weights of the whole corpus.

bm25s builds and stores the scores; they are read here, because it cannot narrow a search without touching every row,
nor score one part by how rare a term is in all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Span = tuple[int, int]


@dataclass(frozen=True)
class LexicalPart:
    """Scores by term: those of term t lie at `starts[t]` to `starts[t + 1]`, their rows ascend."""

    places: Mapping[str, int]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    scores: Scores
    size: int

    def count(self, term: str) -> int:
        """How many rows have the term."""
        at = self.places.get(term)
        return 0 if at is None else int(self.starts[at + 1] - self.starts[at])

    def score(self, weights: Mapping[str, float], spans: Sequence[Span] | None = None) -> Scores:
        """The weighted sum for each row, shape [size]; rows outside of `spans` (from, to) are 0."""
        found = np.zeros(self.size, dtype=np.float32)
        for term, weight in weights.items():
            at = self.places.get(term)
            if at is not None:
                first, last = int(self.starts[at]), int(self.starts[at + 1])
                for begin, end in self._within(first, last, spans):
                    found[self.rows[begin:end]] += np.float32(weight) * self.scores[begin:end]
        return found

    def _within(self, first: int, last: int, spans: Sequence[Span] | None) -> Iterable[Span]:
        if spans is None:
            return [(first, last)]
        cuts = first + np.searchsorted(self.rows[first:last], np.asarray(spans, dtype=np.int32))
        return [(int(begin), int(end)) for begin, end in cuts if begin < end]


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
        rows=raw["indices"],
        scores=raw["data"],
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
