"""Typography out of the way without moving a character: what is found in the plain text is cut from the printed one."""

from __future__ import annotations

import re

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_OTHERS = {
    0x3000: " ",
    0xA0: " ",
    0x2010: "-",
    0x2011: "-",
    0x2012: "-",
    0x2013: "-",
    0x2014: "-",
    0x2015: "-",
    0x2212: "-",
}
_TILDES = dict.fromkeys((0x301C, 0x223C, 0x2053), "~")
_TABLE: dict[int, int | str] = {**_WIDE, **_OTHERS, **_TILDES}
_NUMBER = re.compile(r"^\s*(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|[(]?\d{1,2}(?:[)、]|\.(?!\d)))[、.]?\s*")
_EDGES = " \t,;。:、.!/()[]“”\"'→"


def plain(text: str) -> str:
    """Full-width letters, digits, punctuation and all dashes as their ASCII forms; the length stays."""
    return text.translate(_TABLE)


def unnumbered(text: str) -> str:
    """The plain text without the number that it opens with."""
    return _NUMBER.sub("", plain(text), count=1)


def trimmed(text: str, start: int, end: int, edges: str = _EDGES) -> str:
    """`text[start:end]` as printed, without the white space and punctuation around it."""
    folded = plain(text)
    while start < end and folded[start] in edges:
        start += 1
    while end > start and folded[end - 1] in edges:
        end -= 1
    return text[start:end]
