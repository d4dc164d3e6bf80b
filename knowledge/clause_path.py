"""How a clause is numbered and what its path is called (`二（四）`, `附件1·3（2）`)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

CHINESE = "一二三四五六七八九十"
BODY = "正文"

_STYLES = (
    re.compile(rf"^([{CHINESE}]{{1,3}})、"),
    re.compile(rf"^[（(]([{CHINESE}]{{1,3}})[）)]"),
    re.compile(r"^(\d{1,2})[.、](?!\d)"),
    re.compile(r"^[（(](\d{1,2})[）)]"),
)


@dataclass(frozen=True)
class Number:
    """The number that opens a clause: its depth (0 一、 · 1 （一） · 2 1. · 3 （1）) and its bare label."""

    depth: int
    label: str


def leading_number(line: str) -> Number | None:
    """Return the number that the line opens with, or None for an unnumbered paragraph."""
    for depth, style in enumerate(_STYLES):
        if match := style.match(line):
            return Number(depth, match.group(1))
    return None


def join(part: str, numbers: list[Number]) -> str:
    """Name the clause below `part`: brackets and digits attach directly, a digit after 汉字 takes `·`."""
    path = "" if part == BODY else part
    for number in numbers:
        bracketed = number.depth in (1, 3)
        attached = bracketed or path == "" or path.endswith("）")
        label = f"（{number.label}）" if bracketed else number.label
        path += label if attached else f"·{label}"
    return path


def canonical(path: str) -> str:
    """Fold what people type for a path to one form, for look-ups: `二(三)2.` and `二（三）2` are the same."""
    folded = unicodedata.normalize("NFKC", path)
    return re.sub(r"[\s·.、,，第条款]", "", folded)
