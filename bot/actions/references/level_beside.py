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


# 不用先考个四级垫底吧, in a talk about 三级: a step to that level, and none that is applied for.
_FIRST_STEP = re.compile(
    r"(?:不用|不必|要不要|必须|得|要|非得|需要|用不着|是不是)[^，。,]{0,3}先(?:去)?(?:有|考|拿|取得|报)[个掉出]?[^，。,]{0,8}级"
)


def with_level_beside(turn: Turn) -> Turn:
    """The turn with the level that it names by its place, after a talk about one level; else as it is."""
    found, before = _BESIDE.match(turn.text.strip()), turn.memory.level
    named = turn.mentioned.levels
    if before is not None and named and min(named) > before and _FIRST_STEP.search(turn.text):
        steps = (*turn.mentioned.held_levels, *named)
        return replace(turn, mentioned=replace(turn.mentioned, levels=(), held_levels=steps))
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
