"""What else could be used, on the same vectors, texts and questions. Each is cut off after a while, and that is told."""

from __future__ import annotations

import ctypes
import gc
import math
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import bm25s
import faiss
import numpy as np

from bench.growth.setting import folder, growth, memory, opened, questions, timed
from retrieval.analysis import bigrams
from retrieval.static_model import Vectors

EXACT = "exact.npz"
CAP = 60.0
"""Seconds after which an alternative that is still being built is given up."""
_IN_PYTHON = 100_000  # passages up to which what keeps everything in Python, or in one file, is tried
_FEW = 40  # questions for what takes a second for each
_AT_ONCE = 20_000
_NEAREST = 10
_PROBES = 32
_EF = 64


def recall(
    found: Sequence[Sequence[int]], vector: Callable[[int], Vectors], queries: Vectors, least: Vectors
) -> float:
    """The share of ten neighbours whose cosine is as good as the exact tenth's: of many ties any will do."""
    good: list[float] = [
        sum(float(vector(number) @ query) >= enough for number in each[:_NEAREST]) / _NEAREST
        for each, query, enough in zip(found, queries, least, strict=True)
    ]
    return sum(good) / len(good)


def _vectors(size: int) -> Vectors:
    files = [part.dense.vectors for part in opened(size).parts]
    return np.vstack([np.asarray(one, dtype=np.float32) for one in files])


def _lists(vectors: int) -> int:
    return int(4 * math.sqrt(vectors))


def _flat(dimensions: int, _: int) -> Any:
    return faiss.IndexFlatIP(dimensions)


def _graph(dimensions: int, _: int) -> Any:
    index = faiss.IndexHNSWFlat(dimensions, 32, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efSearch = _EF
    return index


def _bytes(dimensions: int, vectors: int) -> Any:
    lists = _lists(vectors)
    kind = faiss.ScalarQuantizer.QT_8bit
    return faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(dimensions), dimensions, lists, kind, faiss.METRIC_INNER_PRODUCT
    )


def _codes(dimensions: int, vectors: int) -> Any:
    lists = _lists(vectors)
    return faiss.IndexIVFPQ(faiss.IndexFlatIP(dimensions), dimensions, lists, 64, 8, faiss.METRIC_INNER_PRODUCT)


def _faiss(make: Callable[[int, int], Any], size: int) -> dict[str, Any]:
    vectors = _vectors(size)
    known = np.load(folder(size) / EXACT)
    index = make(vectors.shape[1], len(vectors))
    started = time.perf_counter()
    if not index.is_trained:
        chance = np.random.default_rng(0)
        some = chance.choice(len(vectors), min(len(vectors), max(40 * index.nlist, 10_000)), replace=False)
        index.cp.min_points_per_centroid, index.cp.niter = 1, 6
        if hasattr(index, "pq"):
            index.pq.cp.niter, index.pq.cp.max_points_per_centroid = 6, 64
        index.train(vectors[some])
        index.nprobe = _PROBES
    for at in range(0, len(vectors), _AT_ONCE):
        index.add(vectors[at : at + _AT_ONCE])
        if time.perf_counter() - started > CAP:
            return {"cut": f"given up after {CAP:.0f} s with {index.ntotal:,} of {len(vectors):,}"}
    seconds = time.perf_counter() - started
    with tempfile.TemporaryDirectory(dir=folder(size)) as scratch:
        file = Path(scratch) / "index"
        faiss.write_index(index, str(file))
        held = file.stat().st_size / 1024**2
    asked = known["queries"][: _FEW if make is _flat else None]
    latency, found = timed(partial(index.search, one[None], _NEAREST) for one in asked)
    numbers = [each[1][0].tolist() for each in found]
    good = recall(numbers, vectors.__getitem__, asked, known["least"][: len(asked)])
    return {"seconds": seconds, "memory": held, "recall": good, **latency}


def _milvus(size: int) -> dict[str, Any]:
    if size > _IN_PYTHON:
        return {"cut": f"tried up to {_IN_PYTHON:,}"}
    from pymilvus import MilvusClient

    vectors, known = _vectors(size), np.load(folder(size) / EXACT)
    with tempfile.TemporaryDirectory(dir=folder(size)) as scratch:
        file = Path(scratch) / "all.db"
        client = MilvusClient(str(file))
        try:
            client.create_collection("all", dimension=vectors.shape[1], metric_type="IP")
            started = time.perf_counter()
            for at in range(0, len(vectors), 2_000):
                some = vectors[at : at + 2_000]
                client.insert("all", [{"id": at + i, "vector": one.tolist()} for i, one in enumerate(some)])
                if time.perf_counter() - started > CAP:
                    return {"cut": f"given up after {CAP:.0f} s with {at:,} of {len(vectors):,}"}
            seconds = time.perf_counter() - started
            latency, found = timed(
                partial(client.search, "all", data=[one.tolist()], limit=_NEAREST)
                for one in known["queries"][:_FEW]
            )
            numbers = [[one["id"] for one in each[0]] for each in found]
        finally:
            client.close()
        held = sum(one.stat().st_size for one in Path(scratch).rglob("*") if one.is_file()) / 1024**2
    good = recall(numbers, vectors.__getitem__, known["queries"][:_FEW], known["least"][:_FEW])
    return {"seconds": seconds, "memory": held, "recall": good, **latency}


def _terms(size: int) -> list[list[str]]:
    """The bigrams of every passage; equal texts share one list."""
    kept: dict[str, list[str]] = {}
    corpus = growth().corpus(size)
    texts = (passage.indexed for one in corpus.entries for passage in corpus.read(one.notice_id))
    return [kept[text] if text in kept else kept.setdefault(text, bigrams(text)) for text in texts]


def _plain(size: int) -> dict[str, Any]:
    terms = _terms(size)
    before = _own()
    started = time.perf_counter()
    ranker = bm25s.BM25()
    ranker.index(terms, show_progress=False)
    seconds = time.perf_counter() - started
    held = _own() - before

    def search(asked: list[str]) -> Any:
        scores = ranker.get_scores(asked)
        return np.argpartition(scores, -_NEAREST)[-_NEAREST:]

    latency, _ = timed(partial(search, known) for one in questions() if (known := _known(ranker, one.question)))
    return {"seconds": seconds, "memory": held, **latency}


def _own() -> float:
    """The process's own memory in MB after what is free has been given back."""
    gc.collect()
    ctypes.CDLL("").malloc_trim(0)
    return memory()["anonymous"]


def _known(ranker: Any, question: str) -> list[str]:
    return [term for term in bigrams(question) if term in ranker.vocab_dict]


def _rank_bm25(size: int) -> dict[str, Any]:
    if size > _IN_PYTHON:
        return {"cut": f"tried up to {_IN_PYTHON:,}"}
    from rank_bm25 import BM25Okapi

    terms = _terms(size)
    before = _own()
    started = time.perf_counter()
    ranker = BM25Okapi(terms)
    seconds = time.perf_counter() - started
    held = _own() - before
    latency, _ = timed(partial(ranker.get_scores, bigrams(one.question)) for one in questions()[:_FEW])
    return {"seconds": seconds, "memory": held, **latency}


def _ours(size: int) -> dict[str, Any]:
    index, everything = opened(size), questions()
    rankers = [part.bigrams for part in index.parts]
    narrowed = [None] * len(rankers)
    before = memory()["pss"]
    latency, _ = timed(
        partial(index.lexical, rankers, bigrams(one.question), _NEAREST, narrowed) for one in everything
    )
    return {"memory": memory()["pss"] - before, **latency}


DENSE = {"FAISS Flat": _flat, "FAISS HNSW": _graph, "FAISS IVF+SQ8": _bytes, "FAISS IVF-PQ": _codes}
STEPS: dict[str, Callable[[int], dict[str, Any]]] = {
    **{name: partial(_faiss, make) for name, make in DENSE.items()},
    "Milvus Lite": _milvus,
    "bm25s": _plain,
    "rank-bm25": _rank_bm25,
    "ours, bigrams": _ours,
}
