"""Going on with the last question of something beside it: 市里面的也给我, 培训师的也说一下, 人力那边也这么算吗."""

from __future__ import annotations

import re

from bot.actions.several.words import asked_for
from bot.actions.turn import FEES, INFORM, RETAKE, Turn

_UNSURE = (INFORM, "search", "out_of_scope")
_TOO = re.compile(r"的(?:那个|号码?)?也(?:一起|一并|顺便|麻烦|请)*(?:给|发|告诉|报|讲|说|列|查|来)")
# 也是这么规定的, 也跟着这张表走, 也按这个来, 同样处理吗: whether what was told holds for another.
_SAME_RULE = re.compile(
    r"(?:也|同样|一样)(?:是|都|要|会|得|算)*(?:这么|这样|那么|那样|如此|照|按|跟着?|依|适用|同样|一样)"
    r"|(?:规定|规矩|规则|做法|说法|标准|安排|待遇|处理|罚法)(?:也|都|是|也是|都是)*(?:一样|相同|同样|一致)|(?:是不是|是否|会不会)(?:也|都)?(?:这么|这样|一样|同样)"
)
_MOST = 24  # characters of a message that only asks this
# How these go on with another is read by their own words.
_OWN_WORDS = (None, "search", "ask_catalogue", RETAKE, *FEES)


def follow_up(turn: Turn, topic: str) -> str | None:
    """The topic talked about, where its words ask for nothing else."""
    again = topic in _UNSURE and _TOO.search(turn.text) and not asked_for(turn.text)
    return turn.memory.topic if again else None


def same_of_another(turn: Turn, topic: str) -> str | None:
    """The topic talked about, asked of another occupation or organisation by no word but that it be the same."""
    another = turn.mentioned.occupation or turn.mentioned.organisation
    if turn.memory.topic in _OWN_WORDS or not another or len(turn.text) > _MOST or asked_for(turn.text):
        return None
    return turn.memory.topic if _SAME_RULE.search(turn.text) else None
