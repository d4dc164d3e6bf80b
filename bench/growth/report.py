"""The page: a table for what search does, one for what else could be used, and what follows from the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bench.growth.alternatives import CAP, STEPS

Figures = Mapping[int, Mapping[str, Mapping[str, Any]]]
_MOST_MS, _LEAST_RECALL, _MOST_MB = 25.0, 0.97, 1_536.0
_HEADING = """\
# Search in corpora that grow

Made by `make bench ARGS=growth` on {day}; do not edit. {machine}; load average when it began: {load}.

The five notices with copies of them for other cities, organisations and years (`bench/growth/corpora.py`); the labelled
questions are those of `search.md`. A hit counts when it says word for word what the answer says, whichever notice it is
of; *real* counts only the real notices. Milliseconds are of one process, one question after another. *Narrowed* is what
the service does: only notices that fit the names in the question and are in force; *everything* ranks all passages.
Dense recall counts a neighbour whose cosine is that of the exact tenth (less 0.001). Each line was measured in a process of its own.

![latency](../../docs/images/growth-latency.png)
![memory](../../docs/images/growth-memory.png)
![build time](../../docs/images/growth-build.png)
![quality](../../docs/images/growth-quality.png)
"""


def page(figures: Figures, day: str, machine: str, load: str) -> str:
    """The whole page."""
    parts = [_HEADING.format(day=day, machine=machine, load=load), "## Search", _serving(figures)]
    parts += ["## Building and memory", _building(figures)]
    parts += ["## What else could be used", _others(figures)]
    return "\n\n".join([*parts, _follows(figures)]) + "\n"


def _serving(figures: Figures) -> str:
    head = (
        "passages", "recall@1", "recall@5", "MRR@10", "real, recall@5", "narrowed p50", "p95", "queries/s",
        "everything p50", "p95", "queries/s", "dense recall@10",
    )  # fmt: skip
    rows = []
    for size, one in figures.items():
        quality, search, rank = (one["serve"][name] for name in ("quality", "search", "rank"))
        rows.append(
            [f"{size:,}"]
            + [f"{quality[name]:.3f}" for name in ("at 1", "at 5", "reciprocal", "own at 5")]
            + _latency(search)
            + _latency(rank)
            + [f"{one['serve']['recall']:.3f}"]
        )
    return _table(head, rows)


def _building(figures: Figures) -> str:
    head = ("passages", "build, s", "peak, MB", "on disk, MB", "serving: PSS, MB", "own memory, MB")
    rows = [
        [
            f"{size:,}",
            *(f"{one['build'][name]:,.0f}" for name in ("seconds", "peak", "disk")),
            *(f"{one['serve']['memory'][name]:,.0f}" for name in ("pss", "anonymous")),
        ]
        for size, one in figures.items()
    ]
    return _table(head, rows)


def _others(figures: Figures) -> str:
    head = ("", "passages", "recall@10", "p50", "p95", "queries/s", "memory, MB", "build, s")
    rows = []
    for name in STEPS:
        for size, steps in figures.items():
            one = steps[name]
            if "cut" in one:
                rows.append([name, f"{size:,}", one["cut"], *[""] * 5])
                continue
            good = f"{one['recall']:.3f}" if "recall" in one else ""
            build = f"{one['seconds']:,.1f}" if "seconds" in one else ""
            rows.append([name, f"{size:,}", good, *_latency(one), f"{one['memory']:,.0f}", build])
    note = (
        f"Dense ones hold all vectors as one index; lexical ones rank character bigrams of everything. "
        f"What is still being built after {CAP:.0f} s is given up. Memory: of the index (FAISS, Milvus: its size as "
        f"written; bm25s, rank-bm25: what the process grew by; ours: pages that the questions touched)."
    )
    return f"{note}\n\n{_table(head, rows)}"


def _follows(figures: Figures) -> str:
    """What the largest corpus reached, and how cost grew."""
    sizes = list(figures)
    first, last = figures[sizes[0]]["serve"], figures[sizes[-1]]["serve"]
    lines = [
        f"From {sizes[0]:,} to {sizes[-1]:,} passages, {sizes[-1] / sizes[0]:,.0f} times as many, the 95th percentile "
        f"of a search grows {last['search']['p95'] / first['search']['p95']:.1f} times.",
        *(
            f"{what}: {value:.{digits}f}{unit}, aimed at {'at least' if least else 'at most'} {aim:g}{unit}: "
            f"{'reached' if (value >= aim) == least or value == aim else 'not reached'}."
            for what, value, aim, least, digits, unit in (
                ("Search, p95", last["search"]["p95"], _MOST_MS, False, 1, " ms"),
                ("Everything ranked, p95", last["rank"]["p95"], _MOST_MS, False, 1, " ms"),
                ("Dense recall@10", last["recall"], _LEAST_RECALL, True, 3, ""),
                ("Resident memory (PSS)", last["memory"]["pss"], _MOST_MB, False, 0, " MB"),
            )
        ),
    ]
    return f"At {sizes[-1]:,} passages:\n\n" + "\n".join(f"- {line}" for line in lines)


def _latency(one: Mapping[str, float]) -> list[str]:
    return [f"{one['p50']:.1f}", f"{one['p95']:.1f}", f"{one['qps']:,.0f}"]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
