"""What somebody studied is a word of their story, though an occupation may be called so: 我中专学的平面设计, 伊读烹饪的."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?:[学读念修](?:的|了|过|是|个)*|专业(?:就|是|叫|为|的)*|毕业于)(?:[^，。,;；\s考报做干]{0,6})$"
)
_AFTER = re.compile(r"^(?:与|和|及)?(?:技术|应用|工程|科学|管理)*(?:专业|系(?!统)|方向的?(?:毕业|本科|大专|中专))")
_WANTED = re.compile(r"(?:想|要|打算|准备|去|先)[学读念]|[学读念](?:哪|什么|啥|会|完)")


def is_studied(text: str, word: str) -> bool:
    """Whether the word names only what was studied; what somebody wants to learn is none of that."""
    at = text.find(word)
    if at < 0 or _WANTED.search(text[:at]):
        return False
    return bool(_BEFORE.search(text[:at]) or _AFTER.match(text[at + len(word) :]))
