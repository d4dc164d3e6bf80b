"""Levels that are not named but meant: 再高一级, 最低那一级, 这一级."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.eligibility.eligibility import levels_open
from bot.actions.desk import Desk
from bot.actions.names.understanding import entities_of
from bot.actions.turn import ELIGIBILITY, Mentioned, Turn, subject_of
from knowledge.directory import directory
from knowledge.models import LEVEL_NAMES, LEVELS

_HIGHER, _LOWER = re.compile(r"(?:再|更)?高一级(?!技)"), re.compile(r"(?:再|更)?低一级")
# 都报这一级 is of the level talked about, and never level one.
_THIS_LEVEL = re.compile(r"[这同此]一(?:个)?级(?:别)?|(?<=[报考])那一级")
_EXTREME = re.compile(
    r"最(?P<which>低|初级|入门|高|便宜|贵)(?:(?:的|那|这|一|个)*(?:等级|级别|级)(?!能|可以|可|是|有|到|考到|多少|几(?![钿块百]))|的?[那这]一?个?(?:等级|级别|级|档))"
)


def with_level(desk: Desk, turn: Turn, text: str) -> str:
    """再高一级 counts from the level talked about, 最低那一级 among those that are examined."""
    known = turn.memory.level
    for pattern, step in ((_HIGHER, -1), (_LOWER, 1)):
        match = pattern.search(text)
        if match and known is not None and known + step in LEVELS:
            return f"{text[: match.start()]}{LEVEL_NAMES[known + step]}{text[match.end() :]}"
    if this := _THIS_LEVEL.search(text):
        level = known or _level_open(desk, turn)
        return f"{text[: this.start()]}{LEVEL_NAMES[level] if level else '这个等级'}{text[this.end() :]}"
    match = _EXTREME.search(text)
    if match is None:
        return text
    unknown = f"{text[: match.start()]}最{match['which']}等级{text[match.end() :]}"  # 那一级 is not level one
    found = entities_of(desk.library, text)
    names = {str(one["entity"]): str(one["value"]) for one in found}
    memory = turn.memory  # 协会最高那级 is of what that house examines, not of the house talked of before
    named = replace(
        memory,
        occupation=names.get("occupation", memory.occupation),
        organisation=names.get("organisation", None if "occupation" in names else memory.organisation),
        level=None,
    )
    if named.occupation is None or len({one["value"] for one in found if one["entity"] == "occupation"}) > 1:
        return unknown  # 两个里面最低那一级: each has its own
    entries = directory(desk.library, subject_of(desk.library.lexicon, named), turn.as_of)
    entries = [one for one in entries if one.status == "current"] or entries
    offered = {level for one in entries for level in one.levels}
    if not offered:
        return unknown
    level = min(offered) if match["which"] in ("高", "贵") else max(offered)
    return f"{text[: match.start()]}{LEVEL_NAMES[level]}{text[match.end() :]}"


def _level_open(desk: Desk, turn: Turn) -> int | None:
    """The one level that was answered to be open to the person who asked for which they may apply."""
    if turn.memory.topic != ELIGIBILITY:
        return None
    told = replace(turn, text="", mentioned=Mentioned())
    found = levels_open(desk, told, subject_of(desk.library.lexicon, turn.memory))
    return found[0] if len(found) == 1 else None
