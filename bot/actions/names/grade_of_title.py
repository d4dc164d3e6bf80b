"""A bare grade after talk of titles: 「2024年拿的初级」 is a title then, and no certificate of the lowest level."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.situation import HeldCertificate, HeldTitle, Situation
from bot.actions.turn import ELIGIBILITY, Memory, Turn
from knowledge.facts.conditions import Grade

_GRADES: dict[int, tuple[str, Grade]] = {5: ("初级", "junior"), 4: ("中级", "intermediate"), 3: ("高级", "senior")}
# Words of a certificate after the grade, or a level by its number, say that it is one.
_OF_LEVELS = re.compile(r"[初中高]级(?:的)?(?:工|证|职业|技能|资格|班|技师)|[一二三四五1-5]级")


def with_grades(turn: Turn) -> Turn:
    """The turn with its bare grades read as titles, where titles and no certificates were talked of."""
    held = turn.mentioned.situation.certificates
    if not held or turn.mentioned.situation.titles or not _about_titles(turn.memory):
        return turn
    if _OF_LEVELS.search(turn.text) or not all(
        one.level in _GRADES and _GRADES[one.level][0] in turn.text for one in held
    ):
        return turn
    told = turn.mentioned.situation.model_copy(
        update={"certificates": None, "titles": tuple(_as_title(one) for one in held)}
    )
    return replace(turn, mentioned=replace(turn.mentioned, situation=told, levels=(), held_levels=()))


def _about_titles(memory: Memory) -> bool:
    """Whether the talk is about a title: that of the person, or of the other who was told of just before."""
    if memory.form and memory.form.asked == "titles":
        return True
    told = memory.situation if memory.situation.told else (memory.other.situation if memory.other else Situation())
    return memory.topic == ELIGIBILITY and bool(told.titles) and not told.certificates


def _as_title(one: HeldCertificate) -> HeldTitle:
    return HeldTitle(grade=_GRADES[one.level][1], issued=one.issued, work_years_since=one.work_years_since)
