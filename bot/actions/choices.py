"""Questions back with buttons. A payload is an intent with entities; the gateway checks it before use."""

from __future__ import annotations

import json

from bot.actions.reply import QuickReply, Reply, single
from bot.actions.turn import INFORM

MOST = 8
SAY = "say"  # the intent of a payload that stands for words


def quick_reply(title: str, intent: str, **entities: str) -> QuickReply:
    """A button that asks `intent` about the given organisation, occupation or level."""
    return QuickReply(title=title, payload=f"/{intent}{json.dumps(entities, ensure_ascii=False)}")


def said_by_button(text: str) -> QuickReply:
    """A button that says something in the person's place."""
    return QuickReply(title=text, payload=f"/{SAY}{json.dumps({'text': text}, ensure_ascii=False)}")


def asked_by_button(topic: str | None) -> str:
    """The intent that a button may ask: a free search needs its text, so that a button asks for the catalogue."""
    return "ask_catalogue" if topic in (None, INFORM, "search", "out_of_scope") else str(topic)


def ask_occupation(text: str, intent: str, names: list[str]) -> Reply:
    """Ask which occupation is meant."""
    buttons = tuple(quick_reply(name, intent, occupation=name) for name in names[:MOST])
    return single("clarification", text, quick_replies=buttons)


def ask_organisation(text: str, intent: str, names: list[str]) -> Reply:
    """Ask which organisation is meant."""
    buttons = tuple(quick_reply(name, intent, organisation=name) for name in names[:MOST])
    return single("clarification", text, quick_replies=buttons)
