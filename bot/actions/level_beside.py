"""A level named by its place beside the one talked about: 低一级的呢, 那再高一级."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.turn import INFORM, Turn
from knowledge.models import LEVEL_NAMES, LEVELS

_BESIDE = re.compile(
    r"^(?:那|那么|要是|如果|换|考|想考|再|更|往)*(?P<way>[低下高上])一?个?(?:等级|级别?|档)(?:的|别)*"
    r"(?P<asked>(?:是|要|得|收|呢|多少|几|钱|块|元|费|一样|怎么|什么|时候|考|报名|吗|的话|补考|补|理论|操作|实操|一?门)*)[？?。！!]*$"
)


def with_level_beside(turn: Turn) -> Turn:
    """The turn with the level that it names by its place, after a talk about one level; else as it is."""
    found, before = _BESIDE.match(turn.text.strip()), turn.memory.level
    if found is None or before is None or turn.mentioned.levels:
        return turn
    level = before + (1 if found["way"] in "低下" else -1)
    if level not in LEVELS:
        return turn
    text = f"那{LEVEL_NAMES[level]}{found['asked']}"
    return replace(turn, text=text, mentioned=replace(turn.mentioned, levels=(level,)), intent=_asked(turn))


def _asked(turn: Turn) -> str:
    """A fragment asks the last question again, whatever the classifier made of it."""
    return INFORM if turn.memory.topic else turn.intent
