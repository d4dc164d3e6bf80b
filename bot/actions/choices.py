"""Questions back with buttons. A payload is an intent with entities; the gateway checks it before use."""

from __future__ import annotations

import json

from bot.actions.reply import QuickReply, Reply, single

MOST = 8


def quick_reply(title: str, intent: str, **entities: str) -> QuickReply:
    """A button that asks `intent` about the given organisation, occupation or level."""
    return QuickReply(title=title, payload=f"/{intent}{json.dumps(entities, ensure_ascii=False)}")


def ask_occupation(text: str, intent: str, names: list[str]) -> Reply:
    """Ask which occupation is meant."""
    buttons = tuple(quick_reply(name, intent, occupation=name) for name in names[:MOST])
    return single("clarification", text, quick_replies=buttons)


def ask_organisation(text: str, intent: str, names: list[str]) -> Reply:
    """Ask which organisation is meant."""
    buttons = tuple(quick_reply(name, intent, organisation=name) for name in names[:MOST])
    return single("clarification", text, quick_replies=buttons)
