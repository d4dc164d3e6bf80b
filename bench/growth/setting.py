"""What every step of the measurement shares: folders, questions, percentiles, memory."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from bench.growth.corpora import Growth
from bench.search import QUESTIONS
from knowledge.verification import verified_library
from retrieval.index import open_folder, teach_names
from retrieval.labelled import Sought, load_labelled, sought
from retrieval.opened import Index
from retrieval.settings import RetrievalSettings

FOLDER = Path("var/bench/growth")
BUILT = "built.json"


@cache
def growth() -> Growth:
    """The corpora of the project's own notices."""
    return Growth(verified_library())


def folder(size: int) -> Path:
    """Where everything of one size lies."""
    return FOLDER / str(size)


def settings(size: int) -> RetrievalSettings:
    """The defaults of the service with an index of this size; the shipped model."""
    return RetrievalSettings(wenkao_var=folder(size), embedding_model="")


def opened(size: int) -> Index:
    """The index of this size, which has been built."""
    teach_names(growth().library)
    root = settings(size).index_root
    newest = max(root.glob("*/meta.json"), key=lambda file: file.stat().st_mtime)
    return open_folder(newest.parent, settings(size))


def questions() -> list[Sought]:
    """The labelled questions with the passages of the real notices that answer them."""
    real = growth().real
    found = [passage for one in real.entries for passage in real.read(one.notice_id)]
    return [sought(one, found) for one in load_labelled(QUESTIONS)]


def timed(calls: Iterable[Callable[[], Any]]) -> tuple[dict[str, float], list[Any]]:
    """Median and 95th percentile in milliseconds, calls in a second, and what each call returned."""
    seconds, results = [], []
    for call in calls:
        started = time.perf_counter()
        results.append(call())
        seconds.append(time.perf_counter() - started)
    p50, p95 = np.percentile(seconds, [50, 95]) * 1_000
    return {"p50": float(p50), "p95": float(p95), "qps": len(seconds) / sum(seconds)}, results


def memory() -> dict[str, float]:
    """What this process holds, in MB: its share of all pages (PSS), and its own (anonymous)."""
    lines = [line.split() for line in Path("/proc/self/smaps_rollup").read_text().splitlines()]
    found = {line[0]: int(line[1]) / 1024 for line in lines if line[-1] == "kB"}
    return {"pss": found["Pss:"], "anonymous": found["Anonymous:"]}


def peak() -> float:
    """The most that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
