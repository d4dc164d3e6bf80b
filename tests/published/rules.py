"""How long passed papers count (四), and who may apply (附件1): sentences of the notices."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.published.text import LEVELS, clause, parts, visible

YEARS = {"一": 1, "两": 2, "三": 3}


def validity(notice_id: str) -> dict[int, int]:
    """Years by level, as 四 prints them (五级、四级、三级成绩有效期均为两年)."""
    found = re.findall(
        r"((?:[一二三四五]级、?)+)(?:成绩|补考)有效期(?:均?为)?([一两三])年", clause(notice_id, "四")
    )
    return {LEVELS[level]: YEARS[years] for levels, years in found for level in re.findall("(.)级", levels)}


class Item(NamedTuple):
    """One item of the annex: its level, `附件1·2（3）`, and its line."""

    level: int
    clause: str
    line: str


def items(notice_id: str) -> list[Item]:
    """The items in the order of the annex."""
    found: list[Item] = []
    group = level = 0
    for line in map(visible, parts(notice_id)["附件1"].splitlines()):
        if head := re.match(r"(\d)\.具备以下条件之一者[，,]可申报(.)级", line):
            group, level = int(head[1]), LEVELS[head[2]]
        elif item := re.match(r"\((\d)\)", line):
            found.append(Item(level, f"附件1·{group}（{item[1]}）", line))
    return found
