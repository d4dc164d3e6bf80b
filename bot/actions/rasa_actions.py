"""The Rasa actions: read the tracker, let `respond` answer, hand the reply and the memory back.

Each action differs only in how it is called by the rules; what it answers is decided by the intent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter
from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from bot.actions.desk import Desk
from bot.actions.names.understanding import mentioned
from bot.actions.respond import respond
from bot.actions.several.words import asks, is_interrogative
from bot.actions.turn import REMARK, Memory, Turn
from knowledge.validity import now, parse_as_of

NAMES = (
    "action_fees",
    "action_contacts",
    "action_directory",
    "action_notice_topic",
    "action_small_talk",
    "action_follow_up",
)
SEARCH = "action_search"
LEAST_GUESS = 0.2
_MEMORY = TypeAdapter(Memory)
_PLANS = re.compile(r"[考报换改]")  # 那我朋友考五级 tells who sits what, however lightly
_SEARCHED = ("ask_discipline", "ask_promoter")


class AnswerAction(Action):  # type: ignore[misc]  # the library is untyped
    """One action of the rules."""

    def __init__(self, name: str, current: Callable[[], Desk]) -> None:
        self._name, self._current = name, current

    def name(self) -> str:
        """The action's name in the domain."""
        return self._name

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: DomainDict,  # noqa: ARG002
    ) -> list[dict[str, Any]]:
        """Answer the latest message, from one edition."""
        desk = self._current()
        outcome = respond(desk, turn_of(desk, self._name, tracker))
        dispatcher.utter_message(json_message=outcome.reply.model_dump(mode="json"))
        return memory_events(outcome.memory)


def all_actions(current: Callable[[], Desk]) -> list[AnswerAction]:
    """Every action that the domain names; `current` gives the desk of the edition in force."""
    return [AnswerAction(name, current) for name in (*NAMES, SEARCH)]


def turn_of(desk: Desk, action: str, tracker: Tracker) -> Turn:
    """The latest message as a turn. Questions that the classifier could not place are searched for."""
    message: Mapping[str, Any] = tracker.latest_message
    intent = str((message.get("intent") or {}).get("name"))
    about = message.get("metadata") or {}
    moment = parse_as_of(about["as_of"]) if about.get("as_of") else now()
    text = str(message.get("text") or "")
    inquires = asks(text) or is_interrogative(text)
    if (
        intent == REMARK
        and not _only_supposes(message, text)
        and (inquires or (_PLANS.search(text) and message.get("entities")))
    ):
        intent = _next_to_a_remark(message)
    elif action == SEARCH and intent not in _SEARCHED:
        intent = "search"
    return Turn(
        text=text,
        intent=intent,
        as_of=moment,
        mentioned=mentioned(desk.library, text, message.get("entities") or [], moment),
        memory=memory_of(tracker),
        guess=_guess(message, inquires) if intent == "search" else None,
        goes_on=bool(about.get("goes_on")),
        upset=bool(about.get("upset")),
        sighs=bool(about.get("sighs")),
        confidence=_confidence(message),
    )


def _only_supposes(message: Mapping[str, Any], text: str) -> bool:
    """那就当不算吧 settles something: 吧 alone makes no question of what the classifier takes for nothing but a remark."""
    settled = text.rstrip("。!！~ ")
    plain = settled.endswith("吧") and not (asks(settled[:-1]) or is_interrogative(settled[:-1]))
    others = [one["confidence"] for one in _ranked(message) if one["name"] != REMARK]
    return plain and not message.get("entities") and max(others, default=0.0) < LEAST_GUESS


def _next_to_a_remark(message: Mapping[str, Any]) -> str:
    """The intent that is likeliest but for a remark: what asks, or tells who sits what, wants more than to be heard."""
    return next((str(one["name"]) for one in _ranked(message) if one["name"] != REMARK), "search")


def _guess(message: Mapping[str, Any], inquires: bool) -> str | None:
    """The best intent that the classifier was too unsure of, if it was not a mere toss-up; no remark where it inquires."""
    never = {"nlu_fallback", REMARK} if inquires else {"nlu_fallback"}
    ranked = [one for one in _ranked(message) if one["name"] not in never]
    return str(ranked[0]["name"]) if ranked and ranked[0]["confidence"] >= LEAST_GUESS else None


def _confidence(message: Mapping[str, Any]) -> float:
    """How sure the classifier was of its best intent; a quick reply, which it never saw, is sure."""
    ranked = _ranked(message)
    return float(ranked[0]["confidence"]) if ranked else 1.0


def _ranked(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [one for one in message.get("intent_ranking") or [] if one["name"] != "nlu_fallback"]


def memory_of(tracker: Tracker) -> Memory:
    """What the slots remember."""
    slots = {name: tracker.get_slot(name) for name in Memory.__dataclass_fields__}
    return _MEMORY.validate_python({name: value for name, value in slots.items() if value is not None})


def memory_events(memory: Memory) -> list[dict[str, Any]]:
    """Slots for the next turn."""
    slots: dict[str, Any] = _MEMORY.dump_python(memory, mode="json")
    return [dict(SlotSet(name, value)) for name, value in slots.items()]
