"""Building an index in Milvus: passages by the batch, then the tables, and last the mark that it is whole.

A build that was cut off goes on: rows that are there are not written again. Nothing that is being served is touched.
"""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
from filelock import FileLock
from tqdm import tqdm

from knowledge.library import Library
from retrieval.analysis import add_terms, ngrams
from retrieval.corpus import Corpus, corpus_of
from retrieval.embedding import Encoder, open_encoder
from retrieval.index import KEPT, LOCK, IndexUnusableError, Say, fingerprint_of
from retrieval.milvus import flaw
from retrieval.milvus_store import (
    BUILD_SECONDS,
    INDEXES,
    LARGEST,
    Listed,
    Store,
    as_text,
    index_of,
    name_of,
    now_ms,
    tables_of,
)
from retrieval.part import RANKERS
from retrieval.passages import Passage
from retrieval.settings import RetrievalSettings

AT_ONCE = 512
"""Passages in one call."""
_CHARACTERS = LARGEST // 4  # of the tables in one row, whatever they are
_GIVEN_UP = 24 * 60 * 60 * 1000  # milliseconds after which nobody goes on with a build that was begun


def build(library: Library, settings: RetrievalSettings, say: Say, bar: bool = False) -> bool:
    """Build the index of this knowledge beside the others; do nothing where it is there.

    On one machine one process builds at a time. Indexes that were opened longest ago are removed.

    Returns:
        Whether anything was built.

    Raises:
        IndexUnusableError: the server does not answer, or cannot hold a passage.
    """
    corpus = corpus_of(library)
    mark = fingerprint_of(corpus, settings)
    settings.index_root.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(Store(settings)) as store:
        if not flaw(store, mark):
            return False
        with FileLock(settings.index_root / LOCK):
            if not flaw(store, mark):
                return False
            build_corpus(corpus, settings, store, say, bar)
    return True


def build_corpus(corpus: Corpus, settings: RetrievalSettings, store: Store, say: Say, bar: bool = False) -> str:
    """Write what is not there yet of a corpus' index, then that it is whole; returns the collection's name.

    `bar` shows on a terminal how far it is. Whoever calls this holds the lock.

    Raises:
        IndexUnusableError: the server does not answer, or cannot hold a passage.
    """
    add_terms(corpus.names)
    mark, encoder = fingerprint_of(corpus, settings), open_encoder(settings.embedding_model)
    name, total = name_of(mark), sum(one.passages for one in corpus.entries)
    say(f"{total} passages of {len(corpus.entries)} notices, {settings.embedding_model or 'shipped model'}")
    store.note(Listed(name, mark, passages=-1, tables=-1, opened=now_ms()))
    store.make_passages(name, encoder.encode(["一"]).shape[1])
    store.make_tables(name)
    grams: Counter[str] = Counter()
    with tqdm(total=total, unit=" passages", disable=not bar, leave=False) as progress:
        for first, some in _batches(corpus):
            _write(store, name, first, some, encoder)
            for one in some:
                grams.update(set(ngrams(one.indexed)))
            say(f"Milvus: {first + len(some)} of {total}")
            progress.update(len(some))
    rows = _cut({"entries": [one.model_dump() for one in _entries(corpus)], "grams": grams})
    store.write_tables(name, rows)
    _finish(store, Listed(name, mark, passages=total, tables=len(rows), opened=now_ms()))
    _remove_old(store, name)
    return name


def _entries(corpus: Corpus) -> list[Any]:
    """In the order in which passages are numbered, which is that of the index on disk."""
    return [one for part in corpus.parts() for one in part]


def _batches(corpus: Corpus) -> Iterator[tuple[int, list[Passage]]]:
    """Passages by the batch, each with the number of its first."""
    every = (passage for one in _entries(corpus) for passage in corpus.read(one.notice_id))
    first = 0
    while some := list(islice(every, AT_ONCE)):
        yield first, some
        first += len(some)


def _write(store: Store, name: str, first: int, some: Sequence[Passage], encoder: Encoder) -> None:
    there = {int(row["number"]) for row in store.rows(name, first, first + len(some))}
    missing = [(first + at, one) for at, one in enumerate(some) if first + at not in there]
    if not missing:
        return
    vectors = encoder.encode([one.indexed for _, one in missing])
    vectors = vectors.astype(np.float16).astype(np.float32)  # as exact as on disk, so that both rank alike
    rows = [_row(number, one, vector) for (number, one), vector in zip(missing, vectors, strict=True)]
    store.call("upsert", name, rows, seconds=BUILD_SECONDS)


def _row(number: int, passage: Passage, vector: Any) -> dict[str, Any]:
    texts = {"passage": passage.model_dump_json()}
    texts |= {ranking: as_text(analyse(passage.indexed)) for ranking, analyse in RANKERS.items()}
    for what, text in texts.items():
        if (size := len(text.encode())) > LARGEST:
            raise IndexUnusableError(
                f"{passage.notice_id} {passage.clause}: its {what} take {size} bytes, and Milvus holds {LARGEST};"
                " divide the paragraph, or leave MILVUS_URI empty and run `python -m retrieval build`"
            )
    return {
        "number": number,
        "notice": passage.notice_id,
        "topics": list(passage.topics),
        "dense": vector,
        **texts,
    }


def _cut(tables: dict[str, Any]) -> list[str]:
    """The tables as JSON, cut into strings that Milvus takes."""
    text = json.dumps(tables, ensure_ascii=False)
    return [text[at : at + _CHARACTERS] for at in range(0, len(text), _CHARACTERS)]


def _finish(store: Store, whole: Listed) -> None:
    """See that every row is there, then write that it is so."""
    for collection, rows in ((whole.name, whole.passages), (tables_of(whole.name), whole.tables)):
        store.call("flush", collection, seconds=BUILD_SECONDS)
        if (there := store.count(collection)) != rows:
            store.drop(whole.name)
            raise IndexUnusableError(
                f"{store.place}, {collection}: {there} rows were written, not {rows}; it was removed,"
                " run `python -m retrieval build` again, on one machine alone"
            )
    store.note(whole)
    store.call("flush", INDEXES, seconds=BUILD_SECONDS)


def _remove_old(store: Store, newest: str) -> None:
    """Keep the newest index, the few that were opened last, and those that somebody else may be building."""
    listed = [one for one in store.listed() if one.name != newest]
    finished = sorted((one for one in listed if one.finished), key=lambda one: one.opened, reverse=True)
    begun = [one for one in listed if not one.finished and now_ms() - one.opened < _GIVEN_UP]
    kept = {newest, *(one.name for one in [*finished[:KEPT], *begun])}
    there = {name for one in store.collections() if (name := index_of(one)) is not None}
    for name in sorted((there | {one.name for one in listed}) - kept):
        store.drop(name)
