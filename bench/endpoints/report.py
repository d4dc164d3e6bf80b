"""The result as Markdown: what is printed is what is kept."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench.endpoints.results import Pair, Pass


@dataclass(frozen=True)
class Result:
    """Passes (ours, bare) by endpoint; ours where nobody has asked the same before; mean bytes of an answer; how many connections were kept busy."""

    heading: Sequence[str]
    pairs: Mapping[str, Sequence[Pair]]
    first_time: Mapping[str, Pass]
    sizes: Mapping[str, float]
    connections: int


def markdown(result: Result) -> str:
    """The whole page."""
    parts = [
        "# The fact endpoints against bare FastAPI",
        *result.heading,
        "## Requests per second",
        _table(
            ("endpoint", "bytes", "ours", "bare", "ours / bare", "ours, first time", "/ bare"),
            [
                (name, f"{result.sizes[name]:,.0f}", *_rates(pairs), *_first(result, name))
                for name, pairs in result.pairs.items()
            ],
        ),
        _note(result),
        "## Times",
        _table(
            (
                "ms",
                "p50 ours",
                "p50 bare",
                "p95 ours",
                "p95 bare",
                "processor ours",
                "processor bare",
                "bare / ours",
            ),
            [(name, *_times(pairs)) for name, pairs in result.pairs.items()],
        ),
        _TIMES_NOTE,
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ("---", *("---:" for _ in head[1:])), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _rates(pairs: Sequence[Pair]) -> tuple[str, ...]:
    ratios = [ours.rate / bare.rate for ours, bare in pairs]
    spread = f"**{statistics.median(ratios):.2f}** ({min(ratios):.2f} – {max(ratios):.2f})"
    return (*(f"{one:,.0f}" for one in _medians(pairs, lambda one: one.rate)), spread)


def _first(result: Result, name: str) -> tuple[str, str]:
    """Its rate, and that by the bare one's; an endpoint that keeps nothing is always asked for the first time."""
    if name not in result.first_time:
        return "as before", ""
    rate = result.first_time[name].rate
    return f"{rate:,.0f}", f"{rate / _medians(result.pairs[name], lambda one: one.rate)[1]:.2f}"


def _times(pairs: Sequence[Pair]) -> Sequence[str]:
    p50, p95, cost = (
        _medians(pairs, figure) for figure in (lambda one: one.p50, lambda one: one.p95, lambda one: one.cost)
    )
    return [*(f"{one:.1f}" for one in (*p50, *p95)), *(f"{one:.3f}" for one in cost), f"{cost[1] / cost[0]:.2f}"]


def _medians(pairs: Sequence[Pair], figure: Callable[[Pass], float]) -> tuple[float, float]:
    ours, bare = (statistics.median(figure(pair[side]) for pair in pairs) for side in (0, 1))
    return ours, bare


def _note(result: Result) -> str:
    rounds = len(next(iter(result.pairs.values())))
    return (
        f"Medians over {rounds} rounds, the sides alternating A B A B after a warm-up, {result.connections} kept "
        "connections always busy; the ratio is the median of the rounds' own ratios (smallest – largest)."
    )


_TIMES_NOTE = (
    "p50 and p95 are seen from outside with every connection waiting its turn, so they are mostly the queue of one "
    "process. *Processor* is what the server's process uses for one answer, whatever else the machine does."
)
