"""What somebody tells of their work: 一直做薪酬 and 当讲师12年 ask nothing of pay or of what one may become."""

from __future__ import annotations

import re

from bot.actions.clause_marks import BREAK
from bot.actions.several.words import asks
from bot.actions.turn import ELIGIBILITY, INFORM, Turn

_OF_ONESELF = (ELIGIBILITY, INFORM)
# 能做什么 and 去做老师 are no work that is done.
_AT_WORK = re.compile(
    r"(?<![能会以去想要好])(?:负责|从事|做|干|搞|当|管|教)(?:过|了|着|的是)?(?![^,，。]{0,2}(?:什么|啥|哪))"
    r"(?:(?!\d|[一二两三四五六七八九十半几]+年)[^,，。;；?？!！\s可能够]){1,10}"
)
_FOR_YEARS = re.compile(rf"{_AT_WORK.pattern}(?:\d+|[一二两三四五六七八九十半]+)(?:多|几)?年")


def without_work_told(turn: Turn) -> str:
    """The message without the work that is only told of, where somebody tells of themselves."""
    told = turn.mentioned.situation.told or _FOR_YEARS.search(turn.text)
    if not told or turn.intent not in _OF_ONESELF:
        return turn.text
    pieces = [one for one in BREAK.split(turn.text) if one and (asks(one) or not _AT_WORK.search(one))]
    return ",".join(_AT_WORK.sub("", one) for one in pieces)
