"""Levels of which somebody says that they hold no certificate (没四级证, 四级没考过), whatever others they may hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from bot.actions.situation.certificate_words import LEVELS, NAME, OUTSIDE
from bot.actions.situation.heard import END, LEVEL, Clause, Heard
from knowledge.models import Level

_NOT = r"(?<!有)(?:(?:也|还|都|压根|根本|从来)*(?:没有?|未|无|没得)(?:去)?(?P<taken>考(?:过|出来?|到)?|拿(?:过|到)?|取得|持有)?)"
_MINE = r"(?:我|自己|本人|手[里上])"
# 没四级证, 没考过四级; and the other way round, 四级证没有, 四级我没考过.
_FRONT = re.compile(
    rf"{_NOT}(?:{NAME}|那个?|这个?|什么|任何|相关|的)*{LEVELS}工?(?:职业|技能|等级|资格|的)*(?P<paper>证书?)?(?={END[3:-1]}|[能可想也行吗伐嘛就只和跟、直没无])"
)
_BEHIND = re.compile(
    rf"{LEVELS}工?(?:职业|技能|等级|资格|的)*(?P<paper>证书?)?(?:{_MINE}|也|都|还|根本|压根)*(?:没有|没得|(?:没有?|未)(?:去)?(?P<taken>考过?|拿(?:过|到)?))(?:呢|啊|呀|的)?(?={END[3:-1]}|[能可])"
)


def read_lacking(heard: Heard, held: Sequence[int]) -> tuple[Level, ...] | None:
    """The levels, highest number first, without those that the message itself says are held; None where there are none."""
    found = [
        level
        for index, clause in enumerate(heard.clauses)
        if not clause.supposed and not OUTSIDE.search(clause.text)
        for level in _in_clause(heard, index, clause)
    ]
    lacking = sorted(set(found) - set(held), reverse=True)
    return tuple(cast("Level", one) for one in lacking) or None


def _in_clause(heard: Heard, index: int, clause: Clause) -> list[int]:
    for pattern in (_FRONT, _BEHIND):
        match = pattern.search(clause.marked)
        if match is None or not _of_a_paper(heard, index, clause, match):
            continue
        start = clause.start + match.start("levels")
        return [heard.level_at(start + one.start()) for one in re.finditer(LEVEL, match["levels"])]
    return []


def _of_a_paper(heard: Heard, index: int, clause: Clause, match: re.Match[str]) -> bool:
    """没四级 alone may say that nobody examines it: a paper, an examination or the speaker must be named, or other facts beside."""
    if match["paper"] or match["taken"] or re.search(_MINE, clause.text):
        return True
    whole = match.group() == clause.marked
    return whole and len(heard.clauses) > 1 and not heard.asks_at(index) and bool(heard.terms)
