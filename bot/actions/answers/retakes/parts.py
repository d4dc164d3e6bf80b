"""What one notice contributes to an answer on retakes, and setting several of them out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.actions.answers.retakes.dates import Told
from bot.actions.wording import joined
from knowledge.models import Citation

_NUMBERING = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十\d]{1,2}[、.．])\s*")


@dataclass
class Part:
    """Lines of one notice, named by `head`, with their citations; `unsaid` is what it leaves open.

    `in_time`: whether one can still retake in the windows that are told.
    """

    head: str
    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    in_time: list[bool | None] = field(default_factory=list)
    unsaid: str | None = None
    level_stated: bool = False

    def quote(self, text: str, citations: Sequence[Citation]) -> None:
        """Add the notice's words, without the number of their clause and once."""
        words = _NUMBERING.sub("", text)
        words += "" if words.endswith(("。", "！", "；")) else "。"
        if words not in self.lines:
            self.lines.append(words)
        self.citations += citations

    def add(self, lines: Sequence[str], citations: Sequence[Citation]) -> None:
        """Add lines of this service's own wording."""
        self.lines += lines
        self.citations += citations


def merged(parts: Sequence[Part]) -> list[str]:
    """Notices that say the very same share one paragraph."""
    heads: dict[tuple[str, ...], list[Part]] = {}
    for part in parts:
        gist = tuple("".join(filter(str.isalnum, line)) for line in [part.unsaid or "", *part.lines])
        heads.setdefault(gist, []).append(part)
    return [line for same in heads.values() for line in _paragraph(same)]


def _paragraph(same: Sequence[Part]) -> list[str]:
    named, first = joined(one.head for one in same), same[0]
    unsaid = [f"{named}里讲补考的条款没有写{first.unsaid}。"] if first.unsaid else []
    return [*unsaid, f"{'通知写的是' if unsaid else f'按{named}'}：", *first.lines]
