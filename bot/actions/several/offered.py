"""Clauses that are no question of their own beside another: an answer that is offered to it, and wonder before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

# 是不是区人社局, after a question by 谁 or 哪: an answer that is offered to it.
_OFFERED = re.compile(r"(?:会不会|是不是|难道|不会|该不会|应该|还是|是)+(?:就|也)*是?")
_WHICH = re.compile(r"谁|哪|什么|啥")
_ENDS = re.compile(r"(?:吗|么|吧|伐|嘛|呀|啊|的|呢)*")
# 打游戏也能考证？ only wonders before the question that names what is meant.
_WONDERS = re.compile(
    r"^[^,]{0,10}(?:也|还|居然|竟然|真|原来)(?:能|可以|有|算|是)[^,几多哪什怎谁]{0,4}(?:证书?|工种|职业|考试)(?:的|啊|呀|吗|么|嘛|哦)*$"
)


def offers_answer(question: str, text: str, names: Sequence[tuple[int, int]]) -> bool:
    """Whether a clause only offers a name (from where to where it stands) as the answer to the question before it."""
    match = _OFFERED.match(text)
    if match is None or not names or not _WHICH.search(question):
        return False
    start, end = min(one for one, _ in names), max(one for _, one in names)
    return start - match.end() <= 1 and _ENDS.fullmatch(text[end:]) is not None


def wonders(text: str) -> bool:
    """Whether it only wonders that there is such a thing."""
    return _WONDERS.search(text) is not None
