"""Going on about a programme (推介官): what its notice has words for, though the classifier takes it for nothing."""

from __future__ import annotations

import re

from bot.actions.answers.programme.asked import APPLY, HOURS, STILL_NEEDED
from bot.actions.answers.programme.matters import matter_of
from bot.actions.talk import PROMOTER
from bot.actions.turn import Turn

_NAME = "推介官"
_UNSURE = ("search", "out_of_scope")
_OF_ITS_FACTS = re.compile(r"课时|线上|线下|网课|高级|基础|证书?|培训|学|班|章|指标|名额|占|排|奖|第\d+名?|题")


def follow_up(turn: Turn, topic: str) -> str | None:
    """The programme's topic for a question without any other subject in a talk about it."""
    before, new = turn.memory.occupation or "", turn.mentioned
    if not before.endswith(_NAME) or topic not in _UNSURE or new.occupation or new.organisation or new.code:
        return None
    stated = any(one.search(turn.text) for one in (HOURS, _OF_ITS_FACTS, APPLY, STILL_NEEDED))
    return PROMOTER if stated or matter_of(turn.text) else None
