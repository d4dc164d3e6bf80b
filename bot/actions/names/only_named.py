"""A message that only names what it is about, and asks nothing of it yet: 你好，想咨询一下人工智能训练师."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.clause_marks import BREAK
from bot.actions.several.words import asked_for, asks, is_interrogative
from bot.actions.turn import INFORM, Turn
from knowledge.library import Library

# What opens a talk, and the words for what is examined; what of it is wanted is not among them.
_OPENING = re.compile(
    r"(?:你们?好|您好|哈喽|哈啰|嗨|喂|hi|hello|在吗|老师|师傅|亲|请问|请教|麻烦|打扰|我|咱们?|俺|想要?|要|来|先|就是?|打算|准备"
    r"|问问?|咨询|了解|打听|知道|看看|看|查查|查|说说|讲讲|介绍|聊聊|帮|给|跟|和你|您|你|一?下下?|一些|点|关于|对于|有关|相关|的|这个|那个|这块|这方面|那"
    r"|不对|不是|[说问讲搞弄]?错了?|不好意思|抱歉|(?:说|问|讲|指)的?就?是|事儿?|事情|情况|问题|方面|信息|内容|考试|考证|证书?|职业|工种|技能|等级|认定|项目|吧|呢|啊|呀|哦|嗯|哈|哒|喔|了|～|[\s，。,.!！~…?？、])+",
    re.IGNORECASE,
)

# 人工智能协会的, 交大的呢: in a talk, whose the answer is to be.
_WHOSE = re.compile(r"(?:那么?|的|呢|吧|啊|呀|哦|[\s，。,.!！~…?？、])+")
_OPENS = re.compile(r"问|咨询|了解|打听|关于|对于|有关|介绍|说说|讲讲|聊聊|看看|知道|你们?好|您好")


def _tells_of_whom(turn: Turn) -> bool:
    """人力三级的，我没时间考了, after 退费怎么弄 of nobody: it asks nothing, and tells of whom the question was."""
    memory, text = turn.memory, turn.text
    known = memory.topic is None or memory.occupation or memory.organisation
    if known or not turn.mentioned.occupation or asks(text) or is_interrogative(text):
        return False
    first, *others = [one for one in BREAK.split(text) if one]
    return bool(others) and not any(asked_for(one) for one in others) and first.endswith("的")


def with_names_only(library: Library, turn: Turn) -> Turn:
    """The turn as one that only names, whatever the classifier took its few words for."""
    named = turn.mentioned.occupation or turn.mentioned.organisation or turn.mentioned.levels
    if (
        not named
        or turn.mentioned.situation.told
        or turn.question is not None
        or turn.text.startswith("/")
        or not turn.text
    ):
        return turn
    if _tells_of_whom(turn):
        return replace(turn, intent=INFORM, guess=None)
    if turn.memory.topic is not None and not _OPENS.search(turn.text):
        # 训练师的证书呢 asks of its certificate
        only = turn.mentioned.organisation is not None and bool(_WHOSE.fullmatch(_unnamed(library, turn.text)))
    else:
        only = only_names(library, turn.text)
    return replace(turn, intent=INFORM, guess=None) if only else turn


def only_names(library: Library, text: str) -> bool:
    """Whether the text is a name and what opens a talk (想咨询推介官), or puts a name right (不对，我问的是推介官)."""
    rest = _unnamed(library, text)
    return not rest or _OPENING.fullmatch(rest) is not None


def _unnamed(library: Library, text: str) -> str:
    """The text without the names in it."""
    rest, end = "", 0
    for one in library.lexicon.matcher.find(text):
        rest += text[end : one.start]
        end = one.end
    return (rest + text[end:]).strip()
