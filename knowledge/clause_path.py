"""How a clause is numbered and what its path is called (`二（四）`, `附件1·3（2）`)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

CHINESE = "一二三四五六七八九十"
BODY = "正文"

_STYLES = (
    (0, re.compile(rf"^([{CHINESE}]{{1,3}})[、．.]")),
    (0, re.compile(rf"^(第[{CHINESE}]{{1,4}}条)(?![第款项的规所中之、，和与及至到])")),
    (1, re.compile(rf"^[（(]([{CHINESE}]{{1,3}})[）)]")),
    # 4、3 is a list of levels, 1.5 a figure; 1、2026年 is a first clause.
    (2, re.compile(r"^(\d{1,2})[.．、](?:(?!\d)|(?=20\d\d年))")),
    (3, re.compile(r"^[（(](\d{1,2})[）)]")),
    (4, re.compile(r"^([①-⑳])")),
)
_BRACKETED, _CIRCLED = (1, 3), 4
_COMPOSED = re.compile("^[㈠-㈩⑴-⒇⒈-⒛]")


@dataclass(frozen=True)
class Number:
    """The number that opens a clause: its depth (0 一、 第一条 · 1 （一） · 2 1. · 3 （1） · 4 ①) and its bare label."""

    depth: int
    label: str

    @property
    def value(self) -> int:
        """The number counted: 12 for 十二, 2 for ②."""
        folded = unicodedata.normalize("NFKC", self.label).strip("第条")
        if folded.isdigit():
            return int(folded)
        tens, ten, ones = folded.rpartition("十")
        return (10 * (_digit(tens) or 1) if ten else 0) + _digit(ones)


def _digit(numeral: str) -> int:
    return CHINESE.index(numeral) + 1 if numeral else 0


def leading_number(line: str) -> Number | None:
    """Return the number that the line opens with, or None for an unnumbered paragraph."""
    line = _COMPOSED.sub(lambda sign: unicodedata.normalize("NFKC", sign.group()), line)
    for depth, style in _STYLES:
        if match := style.match(line):
            label = match.group(1)
            return Number(depth, label if depth == _CIRCLED else unicodedata.normalize("NFKC", label))
    return None


def join(part: str, numbers: list[Number]) -> str:
    """Name the clause below `part`: brackets and digits attach directly, a digit after 汉字 takes `·`."""
    path = "" if part == BODY else part
    for place, number in enumerate(numbers):
        bracketed = number.depth in _BRACKETED
        attached = bracketed or path == "" or path.endswith("）") or (number.depth == _CIRCLED and place > 0)
        label = f"（{number.label}）" if bracketed else number.label
        path += label if attached else f"·{label}"
    return path


def canonical(path: str) -> str:
    """Fold what people type for a path to one form, for look-ups: `二(三)2.` and `二（三）2` are the same."""
    folded = unicodedata.normalize("NFKC", path)
    return re.sub(r"[\s·.、,，第条款]", "", folded)


def is_under(clause: str, path: str) -> bool:
    """Whether a path is that of the clause, or of one below it; 附件1·1 does not hold 附件1·10."""
    wanted, found = (re.sub(r"\s", "", unicodedata.normalize("NFKC", one)) for one in (clause, path))
    return found.startswith(wanted) and not (wanted[-1:].isdigit() and found[len(wanted) :][:1].isdigit())
