"""How a form asks, and the buttons that go with its question."""

from __future__ import annotations

from bot.actions.choices import said_by_button
from bot.actions.form.words import CANCEL, CHANGEABLE, INPUTS, SKIP, WHY
from bot.actions.reply import QuickReply
from bot.actions.situation import Situation


def asking(asked: str) -> tuple[QuickReply, ...]:
    """Likely answers to the question, and the ways around it."""
    return tuple(said_by_button(one) for one in (*INPUTS[asked].buttons, SKIP, WHY, CANCEL))


def changing(situation: Situation) -> tuple[QuickReply, ...]:
    """A button for each thing that was told, to tell it anew."""
    told: dict[str, str] = {}
    for name, (fields, asked) in CHANGEABLE.items():
        if any(getattr(situation, field) is not None for field in fields):
            told.setdefault(asked, name)
    return tuple(said_by_button(f"修改{name}") for name in told.values())
