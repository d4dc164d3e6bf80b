"""Which n-grams have a vector, and what each begins with."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from retrieval.analysis import ngrams
from retrieval.static_model import Vectors

UNIGRAMS, BIGRAMS = 6_000, 34_000  # with 256 dimensions of 8 bits: 10 MB
DIMENSIONS = 256
_SEED = 20260101


def choose_terms(weighted: Iterable[tuple[Sequence[str], int]]) -> list[str]:
    """The most frequent n-grams of texts that count with their weights; ties go by code points."""
    counts: Counter[str] = Counter()
    for texts, weight in weighted:
        for text in texts:
            for term in ngrams(text):
                counts[term] += weight
    ranked = sorted(counts, key=lambda term: (-counts[term], term))
    singles = [term for term in ranked if len(term) == 1]
    return singles[:UNIGRAMS] + [term for term in ranked if len(term) > 1][:BIGRAMS]


def first_weights(terms: Sequence[str], texts: Iterable[str]) -> Vectors:
    """A random projection of IDF weights, shape [terms, dimensions]: the model begins as TF-IDF."""
    seen: Counter[str] = Counter()
    total = 0
    for text in texts:
        seen.update(set(ngrams(text)))
        total += 1
    idf = np.array([math.log((1 + total) / (1 + seen[term])) + 1 for term in terms])
    random = np.random.default_rng(_SEED).standard_normal((len(terms), DIMENSIONS)) / math.sqrt(DIMENSIONS)
    weights: Vectors = (random * idf[:, None]).astype(np.float32)
    return weights
