"""Runs in Rasa's own environment, called by test_engine.py: each exchanged function beside the one it replaces.

Prints JSON: what the original and the replacement did, under the name of the comparison.
"""

from __future__ import annotations

import asyncio
import copy
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.core.tracker_store import SQLTrackerStore
from rasa.engine.graph import GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.utils.schemas.events import EVENT_SCHEMA

from bot.engine import action_call, events, graph
from bot.engine.tracker_store import WINDOW, RecentEventsStore

SLOT = {"event": "slot", "timestamp": None, "name": "level", "value": 3}
RESULTS: list[Any] = [
    {},
    {"events": [], "responses": []},
    {"events": [SLOT], "responses": [{"custom": {"status": "answered"}}]},
    {"events": [{**SLOT, "timestamp": 1.5, "metadata": {"model_id": "x"}}]},
    {"events": [{"event": "restart"}, {"event": "action", "name": None, "confidence": 0.5}]},
    {"events": [{"event": "entities", "entities": [{"entity": "level", "value": "3"}]}]},
    # and what is refused
    [],
    None,
    {"events": {}},
    {"events": [7]},
    {"events": [{"name": "level", "value": 3}]},
    {"events": [{"event": None}]},
    {"events": [{"event": "no such event"}]},
    {"events": [{**SLOT, "name": 3}]},
    {"events": [{**SLOT, "timestamp": "now"}]},
    {"events": [{**SLOT, "timestamp": True}]},
    {"events": [{**SLOT, "metadata": []}]},
    {"events": [{"event": "slot", "timestamp": None, "name": "level"}]},
    {"events": [{"event": "entities", "entities": [{"entity": "level"}]}]},
    {"events": [{"event": "action", "confidence": "high"}]},
    {"responses": {}},
    {"responses": ["hello"]},
]


def verdict(validate: Any, result: Any) -> str:
    try:
        return str(validate(RemoteAction("action_fees", None), copy.deepcopy(result)))
    except ValidationError as error:
        return error.message


def validation() -> list[list[str]]:
    original = RemoteAction._validate_action_result
    replaced = action_call.checked_once_built(original)
    kinds = [one["properties"]["event"]["const"] for one in EVENT_SCHEMA["oneOf"]]
    results = [*RESULTS, *({"events": [{"event": kind}]} for kind in kinds)]
    return [[verdict(original, one), verdict(replaced, one)] for one in results]


def event_names() -> list[list[str]]:
    original = vars(Event)["resolve_by_type"]
    replaced = events.remembered(original)

    def both(name: str, default: Any = None) -> list[str]:
        found = []
        for resolve in (original.__func__, replaced.__func__):
            try:
                found.append(str(resolve(name, default)))
            except ValueError as error:
                found.append(str(error))
        return found

    return [
        both(name, default)
        for name in ("slot", "user", "slot", "topic", "none")
        for default in (None, UserUttered)
    ]


class Nodes(DaskGraphRunner):
    """A graph of plain functions: two inputs, of which one may be missing, and three nodes."""

    def __init__(self) -> None:
        needs = {
            "a": {"text": "message"},
            "b": {"left": "a", "other": "elsewhere"},
            "c": {"left": "a", "right": "b"},
        }
        self._graph_schema = GraphSchema(
            {name: SchemaNode(need, GraphComponent, "create", "run", {}) for name, need in needs.items()}
        )
        self._instantiated_nodes = {name: self.node(name) for name in needs}
        self._execution_context = None

    @staticmethod
    def node(name: str) -> Any:
        return lambda *given: (name, [name, *given])


def graphs() -> list[list[Any]]:
    replaced = graph.planned_once(DaskGraphRunner.run)
    asked = [
        ({"message": ["hi"]}, ["c"]),
        ({"message": 5, "elsewhere": 6}, ["c", "a"]),
        ({"message": "hi"}, ["b"]),
    ]
    return [
        [run(Nodes(), inputs, targets) for run in (DaskGraphRunner.run, replaced)] for inputs, targets in asked
    ]


SLOTS = "version: '3.1'\nslots:\n" + "".join(
    f"  {name}:\n    type: any\n    mappings:\n      - type: custom\n" for name in ("level", "topic")
)


async def conversation(folder: Path, turns: int, level_until: int) -> dict[str, Any]:
    """Talk through one store, read by the other. `level` is set in the first turns, `topic` in all."""
    domain = Domain.from_yaml(SLOTS)
    ours = RecentEventsStore(domain, db=str(folder / f"{turns}-{level_until}.db"))
    tracker = await ours.get_or_create_tracker("one", append_action_listen=False)
    tracker.update_with_events([ActionExecuted("action_session_start"), SessionStarted()], domain)
    await ours.save(tracker)
    for turn in range(turns):
        tracker = await ours.get_or_create_tracker("one", append_action_listen=False)
        said = [UserUttered(f"{turn}"), ActionExecuted("action_fees"), BotUttered(f"answer {turn}")]
        slots = [SlotSet("topic", turn)] + ([SlotSet("level", turn)] if turn < level_until else [])
        tracker.update_with_events([*said, *slots, ActionExecuted("action_listen")], domain)
        await ours.save(tracker)
    read = await ours.retrieve("one")
    whole = await SQLTrackerStore(domain, db=str(folder / f"{turns}-{level_until}.db")).retrieve("one")
    return {
        "said": [one.text for one in whole.events if isinstance(one, UserUttered)],
        "slots": [one.current_slot_values() for one in (whole, read)],
        "latest": [one.latest_message.text for one in (whole, read)],
        "read": len(read.events),
        "window": WINDOW,
        "same_end": list(whole.events)[-len(read.events) :] == list(read.events),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        talks = [asyncio.run(conversation(Path(folder), *one)) for one in ((2, 2), (40, 40), (40, 5))]
    found = {
        "validation": validation(),
        "event_names": event_names(),
        "graphs": graphs(),
        "conversations": talks,
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
