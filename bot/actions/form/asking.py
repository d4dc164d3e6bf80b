"""How a form asks, and the buttons that go with its question."""

from __future__ import annotations

from collections.abc import Iterable

from bot.actions.choices import said_by_button
from bot.actions.form.eligibility_inputs import CHANGEABLE
from bot.actions.form.eligibility_inputs import INPUTS as OF_ELIGIBILITY
from bot.actions.form.words import CANCEL, INPUTS, SKIP, WHY
from bot.actions.reply import QuickReply
from bot.actions.situation import Situation

_NO_SUM = "不算了"


def asking(asked: str, likely: Iterable[str] = ()) -> tuple[QuickReply, ...]:
    """Likely answers to the question (`likely` in place of the usual ones), and the ways around it."""
    cancel = CANCEL if asked in OF_ELIGIBILITY else _NO_SUM
    return tuple(said_by_button(one) for one in (*(tuple(likely) or INPUTS[asked].buttons), SKIP, WHY, cancel))


def changing(situation: Situation) -> tuple[QuickReply, ...]:
    """A button for each thing that was told of oneself, to tell it anew."""
    told: dict[str, str] = {}
    for name, (fields, asked) in CHANGEABLE.items():
        if any(getattr(situation, field) is not None for field in fields):
            told.setdefault(asked, name)
    return changing_named(told.values())


def changing_named(names: Iterable[str]) -> tuple[QuickReply, ...]:
    """A button for each thing of these names, to tell it anew."""
    return tuple(said_by_button(f"修改{name}") for name in names)
