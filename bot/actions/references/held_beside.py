"""The occupation of a certificate that is only held: 三级我能报吗，我手里是某某四级, in a talk about another occupation."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.desk import Desk
from bot.actions.names.understanding import entities_of
from bot.actions.several.words import asks
from bot.actions.turn import Turn

_MARKS = re.compile(r"[,，。;；!！?？\s]")


def without_held(desk: Desk, turn: Turn) -> Turn:
    """The turn about the talk's occupation, where a level is asked about first and the other is named for what is held."""
    new, before = turn.mentioned, turn.memory.occupation
    held = {one.occupation for one in new.situation.certificates or ()}
    if before is None or new.occupation is None or new.occupation == before or new.occupation not in held:
        return turn
    entities = entities_of(desk.library, turn.text)
    named = next((one["start"] for one in entities if one["value"] == new.occupation), 0)
    ends = [one.start() for one in _MARKS.finditer(turn.text[:named])]
    asked = turn.text[: ends[-1]] if ends else ""
    if not asks(asked) or not any(one["entity"] == "level" and one["end"] <= len(asked) for one in entities):
        return turn
    return replace(turn, mentioned=replace(new, occupation=None))
