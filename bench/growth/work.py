"""`python -m bench.growth.work STEP SIZE`: one measurement in a process of its own; the last line it prints is JSON."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from bench.growth import alternatives
from bench.growth.corpora import Growth
from bench.growth.setting import BUILT, folder, growth, memory, opened, peak, questions, settings, timed
from bench.search.rankings import judge
from retrieval.index import build_corpus
from retrieval.labelled import Sought
from retrieval.opened import Index
from retrieval.search import Hit, Searcher
from retrieval.static_model import Vectors

_WARM = 10  # questions before the clock runs
_CLOSE = 1e-3  # as good as the exact tenth
_NEAREST = 10
_AT_ONCE = 16_384


def build(size: int) -> dict[str, Any]:
    """Build the index, or say what an earlier run that built it measured."""
    file = folder(size) / BUILT
    if not file.exists():
        shutil.rmtree(settings(size).index_root, ignore_errors=True)  # of a build that nobody timed
        started = time.perf_counter()
        build_corpus(growth().corpus(size), settings(size), lambda _: None)
        seconds = time.perf_counter() - started
        sizes = [one.stat().st_size for one in settings(size).index_root.rglob("*") if one.is_file()]
        file.write_text(json.dumps({"seconds": seconds, "peak": peak(), "disk": sum(sizes) / 1024**2}))
    found: dict[str, Any] = json.loads(file.read_text())
    return found


def serve(size: int) -> dict[str, Any]:
    """Search as the service does, and un-narrowed; then compare the nearest with the exactly nearest."""
    asked = questions()
    index = opened(size)
    searcher = _searcher(growth(), size, index)

    def search(one: Sought) -> list[Hit]:
        return searcher.search(searcher.understand(one.question), one.as_of)

    for one in asked[:_WARM]:
        search(one)
    latency, hits = timed(partial(search, one) for one in asked)
    wanted = [searcher.wanted(searcher.understand(one.question)) for one in asked]
    limit = searcher.settings.candidates
    for each in wanted[:_WARM]:
        index.rank(each, limit)
    everything, ranks = timed(partial(index.rank, each, limit) for each in wanted)
    held = memory()
    queries = np.vstack([one.vector for one in wanted])
    exact = _tenth(index, queries)
    np.savez(folder(size) / alternatives.EXACT, queries=queries, least=exact - _CLOSE)
    found = [list(one["dense"])[:_NEAREST] for one in ranks]
    recall = alternatives.recall(found, lambda number: _vector(index, number), queries, exact - _CLOSE)
    return {
        "search": latency,
        "rank": everything,
        "memory": held,
        "recall": recall,
        "quality": _quality(asked, hits, {one.notice_id for one in growth().real.entries}),
    }


def _searcher(made: Growth, size: int, index: Index) -> Searcher:
    return Searcher(made.library_of(made.corpus(size)), settings(size), index)


def _quality(asked: Sequence[Sought], hits: Sequence[Sequence[Hit]], real: set[str]) -> dict[str, float]:
    """A hit that says word for word what the answer says counts; `own`: only if it is of a real notice."""
    said = judge(asked, [[hit.passage.twin_key for hit in each] for each in hits])
    own = judge(
        asked,
        [
            [hit.passage.twin_key if hit.passage.notice_id in real else f"? {i}" for i, hit in enumerate(each)]
            for each in hits
        ],
    )
    return {
        "at 1": said.recall[1].share,
        "at 5": said.recall[5].share,
        "reciprocal": said.reciprocal,
        "own at 5": own.recall[5].share,
    }


def _vector(index: Index, number: int) -> Vectors:
    at = int(np.searchsorted(index.firsts, number, side="right")) - 1
    return np.asarray(index.parts[at].dense.vectors[number - index.firsts[at]], dtype=np.float32)


def _tenth(index: Index, queries: Vectors) -> Vectors:
    """The cosine of the tenth nearest of all passages, for each query."""
    best = np.full((len(queries), _NEAREST), -1, dtype=np.float32)
    for part in index.parts:
        for at in range(0, part.size, _AT_ONCE):
            some = np.asarray(part.dense.vectors[at : at + _AT_ONCE], dtype=np.float32)
            together = np.hstack([best, queries @ some.T])
            best = np.partition(together, -_NEAREST, axis=1)[:, -_NEAREST:]
    tenth: Vectors = best.min(axis=1)
    return tenth


STEPS: dict[str, Callable[[int], dict[str, Any]]] = {"build": build, "serve": serve, **alternatives.STEPS}


if __name__ == "__main__":
    print(json.dumps(STEPS[sys.argv[1]](int(sys.argv[2]))))
