"""Which figures a text prints, and whether each stands in its sources.

A figure is a number with what belongs to it (`9:30`, `021-62037717`, `4-04-05-05`, `3月22日`), a web address, or
a Chinese numeral with a unit (`两年`, `三级`). Loading checks facts with it, and the gate in front of every
reply checks the reply: one definition for both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_URL = re.compile(r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#][!-~]*)?")
_NUMBER = re.compile(
    r"(?<![\d-])\d-\d{2}-\d{2}-(?:\d{2}|z\d)(?![\d-])"  # occupation code
    r"|(?<!\d)(?:0\d{2,3}-\d{7,8}|\d{3}-\d{3}-\d{4})(?!\d)"  # telephone
    r"|\d{4}-\d{2}-\d{2}(?![\d-])|\d{1,2}:\d{2}"  # date, time
    r"|\d+(?:[.,]\d+)*%?"
)
_LEVEL = re.compile(r"(?<![一二三四五])([一二三四五])级")
_UNIT = "月|年|日|天|元|课时|小时|分钟|周|次|门|科|岁|倍|折|模块|工作日"
_CHINESE = re.compile(rf"([零〇一二两三四五六七八九十百千万]+)个?({_UNIT})")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
# Words that only look like a numeral with a unit.
_NOT_NUMERALS = re.compile(r"一次性|一年一度|万一|统一|一天天|十分|同一[天日]|唯一|每一|一日之计|之一")
_LEVEL_TWINS = {5: "初级", 4: "中级", 3: "高级", 2: "技师", 1: "高级技师"}


@dataclass(frozen=True)
class Figure:
    """One figure of a text, in folded form. `kind` is url, number, level or numeral."""

    kind: str
    text: str


def fold_figures(text: str) -> str:
    """NFKC, lower case, single spaces, one kind of dash: the form in which figures are compared."""
    folded = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).lower())
    return re.sub(r"[‐-―−]", "-", folded)


def figures(text: str) -> list[Figure]:
    """Every figure that the text prints, each once."""
    rest = fold_figures(text)
    found = [Figure("url", match.group().rstrip(".,;:!?)")) for match in _URL.finditer(rest)]
    rest = _URL.sub("、", rest)
    found += [Figure("number", match.group()) for match in _NUMBER.finditer(rest)]
    rest = _NOT_NUMERALS.sub("、", rest)
    found += [Figure("level", str(_DIGITS[match.group(1)])) for match in _LEVEL.finditer(rest)]
    found += [Figure("numeral", f"{_value(m.group(1))}{m.group(2)}") for m in _CHINESE.finditer(rest)]
    return list(dict.fromkeys(found))


def unsupported(text: str, sources: Iterable[str]) -> list[Figure]:
    """Return the figures of the text that stand in none of the sources."""
    folded = [fold_figures(source) for source in sources]
    known = {figure for source in folded for figure in figures(source)}
    joined = "\n".join(folded)
    return [one for one in figures(text) if one not in known and not _stands_otherwise(one, known, joined)]


def _stands_otherwise(figure: Figure, known: set[Figure], sources: str) -> bool:
    """The same value in another spelling: 三级 as 3, 高级 or in 四、三; 两年 as 2年; a path without its scheme."""
    if figure.kind == "url":
        return figure.text in sources
    if figure.kind == "level":
        char = "零一二三四五"[int(figure.text)]
        listed = re.search(rf"{char}[、,和/]|[、,和/]{char}(?:级|\b)", sources)
        return bool(listed) or Figure("number", figure.text) in known or _LEVEL_TWINS[int(figure.text)] in sources
    if figure.kind == "numeral":
        number, unit = re.fullmatch(r"(\d+)(.+)", figure.text).groups()  # type: ignore[union-attr]
        return f"{number}{unit}" in sources or f"{number}个{unit}" in sources
    return False


def _value(numeral: str) -> int:
    """Read a Chinese numeral: 42 for 四十二."""
    total = current = 0
    for char in numeral:
        if char in _DIGITS:
            current = _DIGITS[char]
        elif char == "万":
            total, current = (total + current) * 10_000, 0
        else:
            total, current = total + (current or 1) * _UNITS[char], 0
    return total + current
