"""Which figures a text prints, and whether each stands in its sources.

A figure is a number with what belongs to it (`9:30`, `021-62037717`, `4-04-05-05`, `3月22日`), a web address, a level
(`三级`), or a Chinese numeral with a unit (`两年`). Loading checks facts with it, and the gate in front of every reply
checks the reply: one definition for both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.lexicon.matching import level_mentions

_URL = re.compile(r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#][!-~]*)?")
_NUMBER = re.compile(
    r"(?<![\d-])\d-\d{2}-\d{2}-(?:\d{2}|z\d)(?![\d-])"  # occupation code
    r"|(?<!\d)(?:0\d{2,3}-\d{7,8}|\d{3}-\d{3}-\d{4})(?!\d)"  # telephone
    r"|\d{4}-\d{2}-\d{2}(?![\d-])|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}:\d{2}"  # date, time
    r"|\d{1,4}[年月日]|\d+(?:\.\d+)*%?"
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_LEVEL = re.compile(r"(?<![一二三四五])([一二三四五])级")
_UNIT = "个月|月|年|日|天|元|课时|小时|分钟|周|次|门|科|岁|倍|折|模块|工作日|人|名"
_CHINESE = re.compile(rf"(?<!\d)([零〇一二两三四五六七八九十百千万]+)(个月|个?(?:{_UNIT}))")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
# Words that only look like a numeral with a unit.
_NOT_NUMERALS = re.compile(r"一次性|一年一度|万一|统一|一天天|十分|同一[天日名]|唯一|每一|一日之计|之一|一名|一人")


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
    """Every figure that the text prints, each once; `1,500` is one number."""
    return _figures(_THOUSANDS.sub("", fold_figures(text)))


def unsupported(text: str, sources: Iterable[str]) -> list[Figure]:
    """Return the figures of the text that stand in none of the sources."""
    folded = [fold_figures(source) for source in sources]
    # A source's `400,200` may be a list or one number: either reading counts.
    readings = [*folded, *(_THOUSANDS.sub("", source) for source in folded)]
    known = {figure for reading in readings for figure in _figures(reading)}
    known |= {Figure("level", str(level)) for reading in readings for level, _, _ in level_mentions(reading)}
    joined = "\n".join(readings)
    return [one for one in figures(text) if one not in known and not _stands_otherwise(one, known, joined)]


def states(number: int, unit: str, sources: Iterable[str]) -> bool:
    """Whether a source prints the number with this unit: 2 and `年` in 两年 or 2年, 50 and `%` in 50%."""
    for source in map(fold_figures, sources):
        if re.search(rf"(?<![\d.]){number}\s?(?:个)?{re.escape(unit.removeprefix('个'))}", source):
            return True
        numerals = re.finditer(
            rf"([零〇一二两三四五六七八九十百]+)(?:个)?{re.escape(unit.removeprefix('个'))}", source
        )
        if any(_value(match.group(1)) == number for match in numerals):
            return True
    return False


def _figures(folded: str) -> list[Figure]:
    found = [Figure("url", match.group().rstrip(".,;:!?)")) for match in _URL.finditer(folded)]
    rest = _URL.sub("、", folded)
    found += [Figure("number", match.group()) for match in _NUMBER.finditer(rest)]
    rest = _NOT_NUMERALS.sub("、", rest)
    found += [Figure("level", str(_DIGITS[match.group(1)])) for match in _LEVEL.finditer(rest)]
    found += [Figure("numeral", f"{_value(m.group(1))}{_unit(m.group(2))}") for m in _CHINESE.finditer(rest)]
    return list(dict.fromkeys(found))


def _stands_otherwise(figure: Figure, known: set[Figure], sources: str) -> bool:
    """The same value in another spelling: 三级 as the digit of a row, 两年 as 2年, an address without its scheme."""
    if figure.kind == "url":
        bare = re.escape(figure.text)
        return re.search(rf"(?<![\w.-]){bare}(?![\w/-]|\.\w)", sources) is not None
    if figure.kind == "level":
        return Figure("number", figure.text) in known
    if figure.kind == "numeral":
        number, unit = re.fullmatch(r"(\d+)(.+)", figure.text).groups()  # type: ignore[union-attr]
        return re.search(rf"(?<![\d.]){number}{'' if unit == '个月' else '个?'}{unit}", sources) is not None
    bare_year = Figure("number", figure.text.removesuffix("年"))
    return _is_part_of_date(figure.text, sources) or (len(bare_year.text) == 4 and bare_year in known)


def _is_part_of_date(number: str, sources: str) -> bool:
    """A year, month or day (2026年, 3月), or a bare year, may stand in a fuller date."""
    if not re.fullmatch(r"\d{1,4}[年月日]|20\d\d", number):
        return False
    return re.search(rf"(?<!\d){number if number[-1] in '年月日' else number + '年'}", sources) is not None


def _unit(unit: str) -> str:
    return unit if unit == "个月" else unit.removeprefix("个")


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
