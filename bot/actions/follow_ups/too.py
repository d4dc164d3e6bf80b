"""Going on with the last question of something beside it: 市里面的也给我, 培训师的也说一下."""

from __future__ import annotations

import re

from bot.actions.several_words import asked_for
from bot.actions.turn import INFORM, Turn

_UNSURE = (INFORM, "search", "out_of_scope")
_TOO = re.compile(r"的(?:那个|号码?)?也(?:一起|一并|顺便|麻烦|请)*(?:给|发|告诉|报|讲|说|列|查|来)")


def follow_up(turn: Turn, topic: str) -> str | None:
    """The topic talked about, where its words ask for nothing else."""
    again = topic in _UNSURE and _TOO.search(turn.text) and not asked_for(turn.text)
    return turn.memory.topic if again else None
