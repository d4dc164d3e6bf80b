"""How much of a question a text speaks of: the share of its words, weighted by how rare they are."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from retrieval.analysis import bigrams, content_words, everyday_words, ngrams, synonyms
from retrieval.query import Query

_Grams = Sequence[tuple[str, float]]
_KEPT = 256  # questions: one is compared with many texts


class Coverage:
    """Weighs words by `frequencies`, the number of the corpus' `size` passages that have each n-gram."""

    def __init__(self, frequencies: Mapping[str, int], size: int, unknown: float) -> None:
        self._frequencies, self._size, self._unknown = frequencies, size, unknown
        self._weighed = lru_cache(_KEPT)(self._weigh)

    def of(self, query: Query, text: str) -> float:
        """Share of the question's content that the text speaks of.

        Words of asking do not count; a word counts by those of its bigrams that the text has, so that
        带手机 is covered by 手机 and a word that no notice knows weighs fully against it. An everyday word
        is covered by what the notices call it.
        """
        weights, ways = self._weighed(query)
        if not weights:
            return 0.0
        spoken = frozenset(ngrams(text))
        covered = [max(_share(grams, spoken) for grams in each) for each in ways]
        return sum(share * weight for share, weight in zip(covered, weights, strict=False)) / sum(weights)

    def _weigh(self, query: Query) -> tuple[Sequence[float], Sequence[Sequence[_Grams]]]:
        """What each asked word weighs, and the bigrams of each way to say it with their weights."""
        terms = asked_words(query)
        weights = [sum(self._weight(gram) for gram in bigrams(term)) * _share_of(term) for term in terms]
        if terms and all(len(term) == 1 for term in terms):
            weights = [*weights, self._unknown]  # single characters alone prove little
        ways = [
            [[(gram, self._weight(gram)) for gram in bigrams(one)] for one in (term, *synonyms().get(term, ()))]
            for term in terms
        ]
        return weights, ways

    def _weight(self, gram: str) -> float:
        seen = self._frequencies.get(gram)
        return math.log(1 + self._size / seen) if seen else self._unknown


def asked_words(query: Query) -> list[str]:
    """The words that carry the question: what a passage must speak of to answer it."""
    return list(dict.fromkeys([*content_words(query.asked), *everyday_words(query.asked)]))


def _share(grams: _Grams, spoken: frozenset[str]) -> float:
    total = sum(weight for _, weight in grams)
    return sum(weight for gram, weight in grams if gram in spoken) / total if total else 0.0


def _share_of(term: str) -> float:
    """A single 汉字 stands in many words and says less than a word."""
    return 0.3 if len(term) == 1 else 1.0
