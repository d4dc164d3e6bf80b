"""Footnote marks: `⑤`, `[5]`, `5` and `*` as they are printed, `[^5]` as the project writes them."""

from __future__ import annotations

import re

_CIRCLED = {chr(0x2460 + i): str(i + 1) for i in range(20)} | {chr(0x2776 + i): str(i + 1) for i in range(10)}
_PLAIN = re.compile(r"[\[［〔(（]?\s*(\d{1,3}|[①-⑳❶-❿]|\*{1,3}|[a-z])\s*[\]］〕)）]?")


def mark_of(printed: str) -> str | None:
    """The bare mark of a raised sign (`⑤` → `5`, `[5]` → `5`, `*` → `star1`), or None where it is none."""
    match = _PLAIN.fullmatch(printed.strip())
    if not match:
        return None
    sign = match.group(1)
    return f"star{len(sign)}" if sign.startswith("*") else _CIRCLED.get(sign, sign)


def written(mark: str) -> str:
    """The mark as the project writes it in running text."""
    return f"[^{mark}]"
