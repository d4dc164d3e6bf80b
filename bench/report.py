"""The result as Markdown: what is printed is what is kept."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.hops import Hops, median_of
from bench.models import Trained
from bench.rounds import PEOPLE, WITHOUT_DIALOGUE, Pair, Round

_NOT_COUNTED = frozenset(["no_answer", "clarification", WITHOUT_DIALOGUE])


@dataclass(frozen=True)
class Process:
    """What one side's Rasa costs besides the turns."""

    trained: Trained
    ready_seconds: float
    megabytes: float


@dataclass(frozen=True)
class Result:
    """Everything that one run has measured; pairs are (ours, default)."""

    heading: Sequence[str]
    one_by_one: Sequence[Pair]
    at_once: Sequence[Pair]
    hops: Sequence[Sequence[Hops]]
    processes: tuple[Process, Process]


def markdown(result: Result) -> str:
    """The whole page."""
    parts = [
        "# 问考 against Rasa's default configuration",
        *result.heading,
        "## Turns",
        _table(_turn_rows(result)),
        _rounds_note(result),
        "## What the turns were answered with",
        _table(_status_rows(result.one_by_one[0]), "one pass over the dialogue"),
        _STATUS_NOTE,
        "## Where a turn goes",
        _table(_hop_rows(result.hops[0], result.hops[1]), "median ms"),
        _HOPS_NOTE,
    ]
    return "\n\n".join(parts) + "\n"


Row = tuple[str, str, str, str]


def _table(rows: Sequence[Row], unit: str = "") -> str:
    head = [f"| {unit} | ours | Rasa default | ours / default |", "|---|---:|---:|---:|"]
    return "\n".join([*head, *(f"| {' | '.join(row)} |" for row in rows)])


def _turn_rows(result: Result) -> list[Row]:
    alone, together = "one client after the other", f"{PEOPLE} conversations at once"
    ours, default = result.processes
    return [
        *(_row(f"{alone}: {name}", result.one_by_one, figure) for name, figure in _FIGURES),
        *(_row(f"{together}: {name}", result.at_once, figure) for name, figure in _FIGURES),
        _single("memory of the Rasa process, MB (RSS)", ours.megabytes, default.megabytes, 0),
        _single("start until ready (Rasa is the last), s", ours.ready_seconds, default.ready_seconds, 1),
        _single("training, s", ours.trained.seconds, default.trained.seconds, 0),
    ]


_FIGURES: tuple[tuple[str, Callable[[Round], float]], ...] = (
    ("turns per second", lambda one: one.rate),
    ("p50, ms", lambda one: one.p50),
    ("p95, ms", lambda one: one.p95),
)


def _row(name: str, pairs: Sequence[Pair], figure: Callable[[Round], float]) -> Row:
    ours, default = ([figure(pair[side]) for pair in pairs] for side in (0, 1))
    ratios = [a / b for a, b in zip(ours, default, strict=True)]
    ratio = f"**{statistics.median(ratios):.2f}** ({min(ratios):.2f} – {max(ratios):.2f})"
    return (name, f"{statistics.median(ours):.1f}", f"{statistics.median(default):.1f}", ratio)


def _single(name: str, ours: float, default: float, digits: int) -> Row:
    return (name, f"{ours:.{digits}f}", f"{default:.{digits}f}", f"{ours / default:.2f}")


def _rounds_note(result: Result) -> str:
    note = (
        f"Medians over {len(result.one_by_one)} rounds of {len(result.one_by_one[0][0].turns)} turns and "
        f"{len(result.at_once)} rounds of {len(result.at_once[0][0].turns)}, sides alternating A B A B after a "
        "warm-up; the ratio is the median of the rounds' own ratios (smallest – largest)."
    )
    given_up = [_given_up(result, side) for side in (0, 1)]
    if any(given_up):
        note += (
            f" **Turns that the gateway answered without Rasa: {given_up[0]} and {given_up[1]}: judge with care.**"
        )
    return note


def _given_up(result: Result, side: int) -> int:
    return sum(pair[side].statuses[WITHOUT_DIALOGUE] for pair in (*result.one_by_one, *result.at_once))


def _status_rows(pair: Pair) -> list[Row]:
    counts = [one.statuses for one in pair]
    rows: list[Row] = [
        (status, str(counts[0][status]), str(counts[1][status]), "") for status in sorted(counts[0] | counts[1])
    ]
    shares = [
        sum(count for status, count in one.items() if status not in _NOT_COUNTED) / one.total() for one in counts
    ]
    return [*rows, ("**other than no_answer and clarification**", f"{shares[0]:.0%}", f"{shares[1]:.0%}", "")]


def _hop_rows(ours: Sequence[Hops], default: Sequence[Hops]) -> list[Row]:
    return [_single(name, median_of(ours, part), median_of(default, part), 1) for name, part in _PARTS]


_PARTS: tuple[tuple[str, Callable[[Hops], float]], ...] = (
    ("whole turn (/v1/chat)", lambda one: one.turn),
    ("gateway alone: turn − webhook", lambda one: one.gateway_alone),
    ("Rasa and what it calls (/webhooks/rest/webhook)", lambda one: one.rasa),
    ("— parsing (/model/parse)", lambda one: one.parse),
    ("— action server (/webhook)", lambda one: one.action),
    ("— the rest of Rasa: tracker, policies, events, HTTP", lambda one: one.rasa_rest),
)

_STATUS_NOTE = (
    "Both sides learn the same examples, and their gateways and action servers are the same programs. Rasa's default "
    "has no extractor for names that are not annotated in the examples, and is left as it is: its actions hear of no "
    "occupation, organisation or level, so they ask back, or answer in general, where ours answer with a figure and its "
    "clause. It answers fewer questions; its times are those of doing less."
)
_HOPS_NOTE = (
    "Measured from outside, one turn after the other: the same message goes to the gateway, to Rasa's webhook, to "
    "/model/parse, and the tracker as it then was to the action server. Each part is the median over all turns, so the "
    "parts add up only nearly."
)
