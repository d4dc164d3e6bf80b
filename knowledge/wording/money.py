"""Amounts of money as notices print them: 350, ￥350.00, 1,200元, 三百元, 175元/模块, or a dash for none. In yuan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.wording.numerals import NUMERAL, chinese_number, squeezed
from knowledge.wording.plain import plain

_NONE = re.compile(r"[/\\|\-—×xX*.、]*|无|暂无|不设|不考|不适用|没有|0(?:\.0+)?元?")
_FIGURE = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|[{NUMERAL}]+"
_UNIT = r"(?P<factor>[万千百]?)(?:元整|元|圆|块|RMB)"
_UNITS_COUNTED = "模块|科目|科|项目|项|门|人次|人|次|位|名|场"
_PER = rf"(?:\s*[/每]\s*(?:一)?(?P<per>{_UNITS_COUNTED})(?:[·.、/]?(?:次|人|科|每次))?)?"
_CELL = re.compile(rf"(?:人民币)?[¥￥]?(?P<figure>{_FIGURE})(?:{_UNIT})?{_PER}")
_PROSE = re.compile(
    rf"(?:每(?P<each>{_UNITS_COUNTED}))?(?P<sign>[¥￥])?\s*(?P<figure>{_FIGURE})\s*(?:{_UNIT})?{_PER}"
)
_HEAD_UNIT = re.compile(r"(?:单位[:：为]?\(?|[(\[（]|/)(?P<factor>[万千百]?)元")
_HEAD_PER = re.compile(rf"元?[/每](?:一)?({_UNITS_COUNTED})")
FACTORS = {"": 1, "百": 100, "千": 1000, "万": 10_000}
MODULES = frozenset({"模块", "科目", "科", "项目", "项", "门"})
# Beyond these an amount is more likely a row number, a year or an account than the price of an examination.
_PLAUSIBLE = (20, 20_000)


@dataclass(frozen=True)
class Amount:
    """`value` in yuan, None where the cell names none; `per` what it is priced by (模块, 人 …).

    `understood` is False where the cell says something else; `usual` where unit and size are those of an examination.
    """

    value: float | None
    per: str | None = None
    understood: bool = True
    usual: bool = True


@dataclass(frozen=True)
class AmountSpan:
    """An amount in running text, at `text[start:end]`."""

    amount: Amount
    start: int
    end: int


def read_amount(cell: str, factor: int = 1) -> Amount:
    """The amount of a cell; `factor` is the unit that its heading prints (100 for 百元)."""
    folded = squeezed(cell)
    if _NONE.fullmatch(folded):
        return Amount(None)
    match = _CELL.fullmatch(folded)
    return _amount(match, factor) if match else Amount(None, understood=False)


def amounts_in(text: str) -> list[AmountSpan]:
    """Every amount that a text prints with 元 or ￥, in order."""
    found = [m for m in _PROSE.finditer(plain(text)) if m.group("factor") is not None or m.group("sign")]
    return [AmountSpan(_amount(m, 1, m.group("each")), m.start(), m.end()) for m in found]


def unit_factor(words: str) -> int | None:
    """What the unit of a heading multiplies by, 1 for 元; None where it prints no unit."""
    match = _HEAD_UNIT.search(squeezed(words))
    return FACTORS[match.group("factor")] if match else None


def priced_by(words: str) -> str | None:
    """What a heading prices by: 模块 for 元/模块."""
    match = _HEAD_PER.search(squeezed(words))
    return match.group(1) if match else None


def _amount(match: re.Match[str], factor: int, each: str | None = None) -> Amount:
    figure = match.group("figure").replace(",", "")
    number = float(figure) if figure[0].isdigit() else float(chinese_number(figure))
    own = FACTORS[match.group("factor")] if match.group("factor") else 1
    value = round(number * factor * own, 2)
    colloquial = re.search(r"[百千][一二三四五六七八九]$", figure)  # 一百二 is 120 to some and 102 to others
    usual = not colloquial and factor == own == 1 and _PLAUSIBLE[0] <= value <= _PLAUSIBLE[1]
    return Amount(value or None, match.group("per") or each, bool(value), usual)
