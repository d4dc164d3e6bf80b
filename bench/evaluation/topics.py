"""Which topics the dialogue engine took a message for, read from the conversation's tracker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bench.client import Caller

Event = Mapping[str, Any]
_UNPLACED = ("inform", "nlu_fallback")
_OF_STATUS = {"out_of_scope": ["outside"], "chitchat": ["smalltalk"]}


class TopicReader:
    """Follows one conversation; a conversation's id is also its tracker's. Without an engine nothing is read."""

    def __init__(self, engine: Caller | None) -> None:
        self._engine, self._seen = engine, 0.0

    def latest(self, conversation_id: str) -> tuple[str, ...] | None:
        """The topics of all that the engine was asked since the last call, each once."""
        if self._engine is None:
            return None
        tracker = self._engine.get(f"/conversations/{conversation_id}/tracker?include_events=ALL").body
        events = [one for one in tracker["events"] if one["timestamp"] > self._seen]
        self._seen = max((one["timestamp"] for one in events), default=self._seen)
        return topics_of(events)


def topics_of(events: Sequence[Event]) -> tuple[str, ...]:
    """The topics of the questions in a part of a tracker: one message may be asked as several questions."""
    starts = [at for at, one in enumerate(events) if one["event"] == "user"]
    ends = [*starts[1:], len(events)]
    found = [topic for start, end in zip(starts, ends, strict=False) for topic in _topics(events[start:end])]
    return tuple(dict.fromkeys(found))


@cache
def topics_of_intents() -> dict[str, list[str]]:
    """Which topics an intent of the dialogue engine stands for (`topics.yml`)."""
    file = Path(__file__).with_name("topics.yml")
    table: dict[str, list[str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return table


def _topics(events: Sequence[Event]) -> Iterable[str]:
    """Of one question.

    The topic that is remembered afterwards counts before the classifier's intent, for it holds also where words or
    the talk so far decided otherwise; a question that found no answer leaves the topic of the one before there.
    """
    status, remembered = _status(events), _remembered(events)
    if status in _OF_STATUS:
        return _OF_STATUS[status]
    intent = str((events[0]["parse_data"].get("intent") or {}).get("name"))
    table = topics_of_intents()
    kept = table.get(remembered, []) if status != "no_answer" or intent in _UNPLACED else []
    return kept or table.get(intent, [])


def _status(events: Sequence[Event]) -> str:
    replies = [(one.get("data") or {}).get("custom") or {} for one in events if one["event"] == "bot"]
    return next((str(one["status"]) for one in reversed(replies) if "status" in one), "")


def _remembered(events: Sequence[Event]) -> str:
    slots = [one["value"] for one in events if one["event"] == "slot" and one["name"] == "topic"]
    return str(slots[-1]) if slots else ""
