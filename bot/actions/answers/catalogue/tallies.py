"""What is counted over the entries of an answer: organisations, levels, and the highest of them."""

from __future__ import annotations

import re

from bot.actions.answers.catalogue.assessors import by_notice
from bot.actions.desk import Desk
from bot.actions.reply import Computed
from bot.actions.turn import Turn
from bot.actions.wording import joined, levels, notice_of
from knowledge.directory import DirectoryEntry
from knowledge.models import LEVEL_NAMES

_HIGHEST = re.compile(r"最高|最多.{0,4}到|(?:级别?|等级)(?:能|会)?(?:更|比较|要|考得)?高")
_HOW_MANY_LEVELS = re.compile(r"几个?(?:等级|级别|级)|哪几级|哪些(?:等级|级别)|分级|多少个?(?:等级|级)")


def organisations(entries: list[DirectoryEntry], name: str, level: int | None) -> tuple[str, list[Computed]]:
    """How many organisations assess it (at the level, if one is asked about); a single one only with its level."""
    offering = [one for one in entries if level is None or level in one.levels]
    names = list(dict.fromkeys(one.organisation.name for one in offering))
    if len(names) < 2:
        return _only_one(entries, name, level, names), []
    count = Computed(text=str(len(names)), explanation=f"{joined(names)}，一共{len(names)}家")
    return f"收录的通知里，能考{name}{LEVEL_NAMES.get(level or 0, '')}的机构一共{len(names)}家。", [count]


def _only_one(entries: list[DirectoryEntry], name: str, level: int | None, names: list[str]) -> str:
    """Who offers the level, unless another of its notices leaves the level out."""
    undoubted = all(level in one.levels for one in entries if one.organisation.name in names)
    return f"能考{name}{LEVEL_NAMES[level]}的是{names[0]}。" if level and names and undoubted else ""


def levels_asked(desk: Desk, turn: Turn, entries: list[DirectoryEntry], name: str) -> tuple[str, list[Computed]]:
    """The highest level, or how many there are, notice by notice, where that is the question."""
    tell = _highest if _HIGHEST.search(turn.text) else _how_many if _HOW_MANY_LEVELS.search(turn.text) else None
    if tell is None:
        return "", []
    lines: list[str] = []
    computed: list[Computed] = []
    for notice_id, group in by_notice(entries).items():
        offered = sorted({level for one in group for level in one.levels}, reverse=True)
        if not offered:
            continue
        front = desk.library.notice(notice_id).front
        line, worked_out = tell(group, name, offered)
        lines.append(f"据{notice_of(front.issuer, front.year, group[0].status, turn.as_of)}，{line}")
        computed += worked_out
    return "\n".join(lines), computed


def _highest(group: list[DirectoryEntry], name: str, offered: list[int]) -> tuple[str, list[Computed]]:
    top = min(offered)
    whose = joined(one.organisation.name for one in group if top in one.levels)
    return f"{name}最高能考到{LEVEL_NAMES[top]}（{whose}）。", []


def _how_many(_: list[DirectoryEntry], name: str, offered: list[int]) -> tuple[str, list[Computed]]:
    count = Computed(text=str(len(offered)), explanation=f"{levels(offered)}，一共{len(offered)}个")
    return f"{name}一共有{len(offered)}个等级：{levels(offered)}。", [count]
