"""Where a turn goes: each hop is called directly with what it gets in a real turn."""

from __future__ import annotations

import statistics
import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from api.conversation import hear
from bench.client import Caller
from bench.rounds import Bounds
from bench.sides import Side
from bench.workload import Conversation, Workload
from bot.actions.desk import normaliser_of
from knowledge.library import load_library


@dataclass(frozen=True)
class Hops:
    """Milliseconds of one turn, as seen by whoever calls that hop; the outer ones contain the inner ones."""

    turn: float
    """The gateway's /v1/chat."""
    rasa: float
    """Rasa's webhook, which calls the action server."""
    parse: float
    """Rasa's /model/parse: tokens, entities, intent."""
    action: float
    """The action server's webhook."""

    @property
    def gateway_alone(self) -> float:
        """What the gateway adds: masking, the gate, the database, HTTP."""
        return self.turn - self.rasa

    @property
    def rasa_rest(self) -> float:
        """What Rasa adds to parsing and to the action: tracker, policies, events, HTTP."""
        return self.rasa - self.parse - self.action


class Probe:
    """Connections to the three programs of one side."""

    def __init__(self, side: Side, stack: ExitStack) -> None:
        self.gateway, self.rasa, self.actions = (
            stack.enter_context(caller) for caller in (side.gateway(), side.rasa(), side.actions())
        )
        self._normaliser = normaliser_of(load_library())
        self._domain = self.rasa.get("/domain").body
        self._version = self.rasa.get("/version").body["version"]

    def conversation(self, talk: Conversation, as_of: str) -> list[Hops]:
        """Hold a conversation with the gateway, and the same one with the hops behind it."""
        sender = uuid.uuid4().hex
        known: dict[str, str] = {}
        found = []
        for text in talk.turns:
            answer = self.gateway.post("/v1/chat", {"text": text, "as_of": as_of, **known})
            known = {"conversation_id": answer.body["conversation_id"]}
            message = hear(text, None, self._normaliser).message
            metadata = {"as_of": f"{as_of}T00:00:00+08:00"}
            body = {"sender": sender, "message": message, "metadata": metadata}
            rasa = self.rasa.post("/webhooks/rest/webhook", body)
            parse = self.rasa.post("/model/parse", {"text": message})
            action = self.actions.post("/webhook", self._call(sender))
            found.append(Hops(answer.ms, rasa.ms, parse.ms, action.ms))
        return found

    def _call(self, sender: str) -> dict[str, Any]:
        """What Rasa has just sent to the action server: the action's name and the tracker as it was then."""
        events = _tracker(self.rasa, sender)["events"]
        said = max(at for at, one in enumerate(events) if one["event"] == "user")
        names = [one["name"] for one in events[said:] if one["event"] == "action"]
        tracker = _tracker(self.rasa, sender, events[said]["timestamp"])
        return {
            "next_action": names[0],
            "sender_id": sender,
            "tracker": tracker,
            "domain": self._domain,
            "version": self._version,
        }


def _tracker(rasa: Caller, sender: str, until: float | None = None) -> dict[str, Any]:
    moment = "" if until is None else f"&until={until!r}"
    tracker: dict[str, Any] = rasa.get(f"/conversations/{sender}/tracker?include_events=ALL{moment}").body
    return tracker


def where_a_turn_goes(sides: Sequence[Side], workload: Workload, bounds: Bounds) -> list[list[Hops]]:
    """Measure every turn of the workload several times over, the sides alternating; returns each side's turns."""
    started = time.monotonic()
    found: list[list[Hops]] = [[] for _ in sides]
    for done in range(1, bounds.rounds + 1):
        for side, hops in zip(sides, found, strict=True):
            with ExitStack() as stack:
                probe = Probe(side, stack)
                for talk in workload.conversations:
                    hops += probe.conversation(talk, workload.as_of)
        taken = time.monotonic() - started
        if taken + taken / done > bounds.seconds:
            break
    return found


def median_of(hops: Sequence[Hops], part: Callable[[Hops], float]) -> float:
    """The median over all turns of one hop or difference."""
    return statistics.median(map(part, hops))
