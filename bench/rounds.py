"""Plays the dialogue against one side and the other in turn, and times every turn."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from api.conversation import LIMITED
from bench.client import Caller
from bench.sides import Side
from bench.workload import Conversation, Workload

PEOPLE = 8
_EACH = 3
WITHOUT_DIALOGUE = "(without Rasa)"
"""In place of a status: the gateway gave Rasa up and answered by itself, which is quick and proves nothing."""


@dataclass(frozen=True)
class Taken:
    """One turn: how long it took, and what became of it."""

    ms: float
    status: str


@dataclass(frozen=True)
class Round:
    """All turns of one pass over one side."""

    seconds: float
    turns: tuple[Taken, ...]

    @property
    def rate(self) -> float:
        """Turns per second."""
        return len(self.turns) / self.seconds

    @property
    def p50(self) -> float:
        """The median turn in milliseconds."""
        return statistics.median(one.ms for one in self.turns)

    @property
    def p95(self) -> float:
        """The turn in milliseconds that 95 of 100 do not exceed."""
        return statistics.quantiles((one.ms for one in self.turns), n=20, method="inclusive")[-1]

    @property
    def statuses(self) -> Counter[str]:
        """How many turns got each status."""
        return Counter(one.status for one in self.turns)


@dataclass(frozen=True)
class Bounds:
    """No more rounds than `rounds`, and none that would probably end after `seconds`."""

    rounds: int
    seconds: float


Pass = Callable[[Side, Workload], Round]
Pair = tuple[Round, Round]


def one_by_one(side: Side, workload: Workload) -> Round:
    """One person after the other holds every conversation."""
    started = time.perf_counter()
    with side.gateway() as caller:
        turns = [one for talk in workload.conversations for one in _hold(caller, talk, workload.as_of)]
    return Round(time.perf_counter() - started, tuple(turns))


def at_once(side: Side, workload: Workload) -> Round:
    """Eight people at the same time hold three conversations each, beginning with different ones."""
    started = time.perf_counter()
    with ThreadPoolExecutor(PEOPLE) as pool:
        turns = pool.map(lambda person: _some(side, workload, person), range(PEOPLE))
        together = tuple(one for many in turns for one in many)
    return Round(time.perf_counter() - started, together)


def interleaved(one_pass: Pass, sides: Sequence[Side], workload: Workload, bounds: Bounds) -> list[Pair]:
    """Measure A B A B …, so that whatever else the machine does meets both sides alike."""
    started = time.monotonic()
    pairs: list[Pair] = []
    while len(pairs) < bounds.rounds:
        first, second = sides
        pairs.append((one_pass(first, workload), one_pass(second, workload)))
        taken = time.monotonic() - started
        if taken + taken / len(pairs) > bounds.seconds:
            break
    return pairs


def _some(side: Side, workload: Workload, person: int) -> list[Taken]:
    talks = workload.conversations
    chosen = [talks[(person + step) % len(talks)] for step in range(_EACH)]
    with side.gateway() as caller:
        return [one for talk in chosen for one in _hold(caller, talk, workload.as_of)]


def _hold(caller: Caller, conversation: Conversation, as_of: str) -> list[Taken]:
    taken = []
    known: dict[str, str] = {}
    for text in conversation.turns:
        response = caller.post("/v1/chat", {"text": text, "as_of": as_of, **known})
        known = {"conversation_id": response.body["conversation_id"]}
        limited = response.body["messages"][0]["text"].startswith(LIMITED)
        taken.append(Taken(response.ms, WITHOUT_DIALOGUE if limited else response.body["status"]))
    return taken
