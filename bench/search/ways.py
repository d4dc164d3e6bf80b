"""The ways to rank passages that are compared: what the service does, its parts alone, and what anybody would try first."""

from __future__ import annotations

from collections.abc import Callable

import bm25s
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.search.rankings import DEPTH
from bot.actions.desk import normaliser_of
from retrieval.analysis import bigrams, content_words, ngrams
from retrieval.labelled import Sought
from retrieval.lexical import Scores
from retrieval.opened import Wanted
from retrieval.query import Query
from retrieval.search import Searcher

Way = Callable[[Sought], list[str]]
_ALONE = 100  # passages of one ranking: enough for ten different ones


def ways(searcher: Searcher) -> dict[str, Way]:
    """By name, a function from a question to `twin_key`s, best first."""
    return {**_references(searcher), **_parts(searcher), **_whole(searcher)}


def _references(searcher: Searcher) -> dict[str, Way]:
    """The methods whose figures on other data are known, on this data."""
    passages = list(searcher.index.passages)
    keys = [one.twin_key for one in passages]
    ranker = bm25s.BM25()
    ranker.index([ngrams(one.indexed) for one in passages], show_progress=False)
    counted = TfidfVectorizer(analyzer=ngrams)
    weighed = counted.fit_transform(one.indexed for one in passages)
    vectors = searcher.index.encoder.encode([one.indexed for one in passages])

    def bm25(text: str) -> Scores:
        known = [term for term in ngrams(text) if term in ranker.vocab_dict]
        return np.asarray(ranker.get_scores(known)) if known else np.zeros(len(keys), dtype=np.float32)

    def meant(text: str) -> Scores:
        cosines: Scores = vectors @ searcher.index.encoder.encode([text])[0]
        return cosines

    def half(text: str) -> Scores:
        scores = bm25(text)
        mixed: Scores = 0.5 * scores / (scores.max() or 1) + 0.5 * meant(text)
        return mixed

    def by(score: Callable[[str], Scores]) -> Way:
        return lambda one: [keys[i] for i in np.argsort(-score(one.question), kind="stable")]

    return {
        "BM25, characters 1–2": by(bm25),
        "TF-IDF, characters 1–2": by(lambda text: (weighed @ counted.transform([text]).T).toarray()[:, 0]),
        "½ BM25 characters + ½ dense": by(half),
    }


def _parts(searcher: Searcher) -> dict[str, Way]:
    """Each of our rankings alone, of the question as it was asked."""
    index = searcher.index

    def only(name: str) -> Way:
        def ranked(one: Sought) -> list[str]:
            text = one.question
            wanted = Wanted(content_words(text), bigrams(text), index.encoder.encode([text]))
            return [index.passages[i].twin_key for i in index.rank(wanted, _ALONE)[name]]

        return ranked

    return {
        "BM25, jieba words": only("words"),
        "BM25, character bigrams": only("bigrams"),
        "dense, the shipped model": only("dense"),
    }


def _whole(searcher: Searcher) -> dict[str, Way]:
    def hybrid(understand: Callable[[str], Query]) -> Way:
        return lambda one: [
            hit.passage.twin_key for hit in searcher.search(understand(one.question), one.as_of, limit=DEPTH)
        ]

    normaliser = normaliser_of(searcher.library)
    return {
        "hybrid": hybrid(lambda text: Query(text, text, text, text)),
        "hybrid, the question understood": hybrid(searcher.understand),
        "the same, put right first as in the service": hybrid(
            lambda text: searcher.understand(normaliser.normalise(text).text)
        ),
    }
