"""What follows from how a person tells of themselves: roughly, as a pupil, or of a school alone."""

from __future__ import annotations

import re

from bot.actions.situation import Situation, merged
from bot.actions.turn import Turn
from knowledge.eligibility import LevelVerdict
from knowledge.eligibility.rules import Rules

_CLASS = re.compile(r"[中初]级工?班|普通班|中级工")
# 要是不靠证，纯按工龄算呢
_WITHOUT_PAPER = re.compile(
    r"(?:不靠|不算|不看|不凭|不管|撇开|抛开|除开)(?:这|那|我)?(?:张|本|个)?的?[一二三四五1-5]?级?证(?!明)"
)
_PUPILS = ("senior_high", "secondary_vocational", "technical", "technical_senior_class")


def schooling_is_short(read: Rules, situation: Situation, level: LevelVerdict, text: str = "") -> bool:
    """Whether the person told a school, and none of the conditions that ask for nothing but one is met by it."""
    alone = [
        verdict
        for fact, verdict in zip(read.of_level(level.level), level.conditions, strict=True)
        if fact.education and not (fact.certificate or fact.title or fact.worked_years)
    ]
    # Which class of a technical school it was decides, and is not told by 技校毕业.
    classes = any("高级工班" in source.quote for fact in read.of_level(level.level) for source in fact.sources)
    if classes and not _CLASS.search(text) and any(one.kind == "technical" for one in situation.education or ()):
        return False
    return bool(situation.education) and bool(alone) and all(one.outcome == "not_met" for one in alone)


def is_rough(situation: Situation) -> bool:
    """Whether the years of work are told as a range or roughly."""
    told = situation.work_roughly
    return told is not None and told.least < told.most


def may_be_young(situation: Situation) -> bool:
    """Whether the age is in doubt: a pupil, or somebody with no more than the first years of school."""
    if situation.work_years or situation.work_roughly or situation.certificates or situation.titles:
        return False
    schools = situation.education or ()
    early = [
        one for one in schools if one.kind == "junior_high" or (one.kind in _PUPILS and one.status != "graduated")
    ]
    return bool(schools) and len(early) == len(schools)


def told_so_far(turn: Turn) -> Situation:
    """What was told until now; without certificates for who asks what follows without one (要是不靠证，纯按工龄算呢)."""
    situation = merged(turn.memory.situation, turn.mentioned.situation)
    return situation.model_copy(update={"certificates": None}) if _WITHOUT_PAPER.search(turn.text) else situation
