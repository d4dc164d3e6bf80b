"""A notice's words as another city, organisation or year would print them: every name, date and sum replaced alike."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

HOME = "上海"
_PLAIN = "|".join(
    [
        r"(?P<host>https?://[\w.-]+)",
        r"(?P<decree>(?<=[〕\])）])\d{1,4}(?=号))",
        r"(?P<sum>(?<![\d-])[1-9]\d{1,3}(?=元)|(?<![\d-])[1-9]\d[05](?=$|[ ；]))",
        r"(?P<year>(?<!\d)20\d\d(?!\d|年版))",
        r"(?P<month>(?<!\d)\d{1,2}(?=月))",
        r"(?P<day>(?<!\d)\d{1,2}(?=日(?!内)|、\d{1,2}日))",
        r"(?P<number>(?<!\d)\d{8,})",
    ]
)
_STANDARDS = "biaozhun.osta.org.cn"


@dataclass(frozen=True)
class Wording:
    """How one copy differs: `names` by what stands in the original; sums are multiplied by `fifths` / 5."""

    seed: int
    names: Mapping[str, str]
    years: int
    months: int
    days: int
    fifths: int
    host: str | None = None  # also: telephone, account and document numbers are others

    def __call__(self, text: str) -> str:
        """The text as the copy has it."""
        return self._pattern.sub(self._other, text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True))
        return re.compile(f"(?P<name>{names or '(?!)'})|{_PLAIN}")

    def _other(self, found: re.Match[str]) -> str:
        text, kind = found.group(), found.lastgroup
        if kind == "name":
            return self.names[text]
        if kind == "host":
            return text if self.host is None or _STANDARDS in text else f"https://{self.host}"
        if kind in ("number", "decree"):
            return text if self.host is None else self._digits(text)
        return str(self._count(kind, int(text)))

    def _count(self, kind: str | None, number: int) -> int:
        if kind == "year":
            return number + self.years
        if kind == "month":
            return (number - 1 + self.months) % 12 + 1
        if kind == "day":
            return (number - 1 + self.days) % 28 + 1
        return number * self.fifths // 5

    def _digits(self, text: str) -> str:
        """As many digits, the same wherever the number stands in this copy."""
        return str(zlib.crc32(f"{self.seed} {text}".encode()) * 10**8)[: len(text)]
