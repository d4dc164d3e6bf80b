"""The call to the action server: one kept connection, no history sent, the answer checked by validators built once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any

from jsonschema import Draft202012Validator
from rasa.shared.utils.schemas.events import EVENT_SCHEMA


class ResultCheck:
    """The schema of an action's result, as one small validator for each kind of event.

    Rasa's schema says that exactly one of 23 kinds fits. Each kind fixes the event's name to a constant of its own,
    so only the kind of that name can fit: the others need not be tried.
    """

    def __init__(self) -> None:
        base = {key: value for key, value in EVENT_SCHEMA.items() if key != "oneOf"}
        self._kinds: dict[str, Draft202012Validator] = {
            kind["properties"]["event"]["const"]: Draft202012Validator({"allOf": [base, kind]})
            for kind in EVENT_SCHEMA["oneOf"]
        }
        self._slot_keys = {"event", "timestamp", "name", "value"}

    def accepts(self, result: Any) -> bool:
        """Whether the schema holds."""
        return isinstance(result, dict) and self._events(result) and self._responses(result)

    def _events(self, result: Mapping[str, Any]) -> bool:
        found = result.get("events", [])
        return isinstance(found, list) and all(map(self._event, found))

    def _responses(self, result: Mapping[str, Any]) -> bool:
        found = result.get("responses", [])
        return isinstance(found, list) and all(isinstance(one, dict) for one in found)

    def _event(self, event: Any) -> bool:
        name = event.get("event") if isinstance(event, dict) else None
        kind = self._kinds.get(name) if isinstance(name, str) else None
        return kind is not None and (self._is_plain_slot(event) or bool(kind.is_valid(event)))

    def _is_plain_slot(self, event: Mapping[str, Any]) -> bool:
        """All of an answer's events are such: spelled out, it takes a hundredth of the validator's time."""
        return (
            event["event"] == "slot"
            and event.keys() == self._slot_keys
            and isinstance(event["name"], str)
            and (event["timestamp"] is None or type(event["timestamp"]) in (int, float))
        )


def checked_once_built(original: Callable[..., bool]) -> Callable[..., bool]:
    """For `RemoteAction._validate_action_result`. What does not hold is left to the original, and to its words."""
    check = ResultCheck()

    def validate(self: Any, result: Any) -> bool:
        return check.accepts(result) or original(self, result)

    return validate


def without_events(original: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """For `RemoteAction._action_call_format`: the call without the events before it.

    `selective_domain` leaves the domain out; rasa-sdk 3.21 wants at least an empty one.
    """

    def call_format(self: Any, tracker: Any, domain: Any) -> dict[str, Any]:
        return {"domain": {}, **original(self, WithoutEvents(tracker), domain)}

    return call_format


class WithoutEvents:
    """A tracker whose dump has no events, however many are asked for."""

    def __init__(self, tracker: Any) -> None:
        self._tracker = tracker
        self.sender_id = tracker.sender_id

    def current_state(self, _verbosity: Any = None) -> dict[str, Any]:
        """The tracker's own dump with an empty list of events."""
        return {**self._tracker.current_state(), "events": []}


class Kept:
    """Stands for a session in `async with`, and leaves it open."""

    def __init__(self, session: Any) -> None:
        self._session = session

    async def __aenter__(self) -> Any:
        """The session."""
        return self._session

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing ends."""


def kept_session(original: Callable[[Any], Any]) -> Callable[[Any], Kept]:
    """For `EndpointConfig.session`: the same session for each event loop, with a connection that stays.

    aiohttp drops it after 15 s without use, long before the action server would (120 s): it is never closed in use.
    """

    def session(self: Any) -> Kept:
        loop = asyncio.get_running_loop()
        known: tuple[Any, Any] | None = vars(self).get("_kept")
        if known is None or known[0] is not loop or known[1].closed:
            known = self._kept = (loop, original(self))
        return Kept(known[1])

    return session
