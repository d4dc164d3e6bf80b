"""The words of a period: dates as far as they are printed, and the signs between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from knowledge.wording.numerals import chinese_number, squeezed

# P a date or a part of one · - range · , list · < before · > from · ? alternative · x anything else
Sign = Literal["P", "-", ",", "<", ">", "?", "x"]
Part = Literal["上旬", "中旬", "下旬", "底", "初", "中", "季度"]
_RELATIVE = {"明": 1, "次": 1, "翌": 1, "下": 1, "今": 0, "当": 0, "本": 0, "去": -1, "上": -1}
_PARTS: dict[str, Part] = {
    **{"上旬": "上旬", "中旬": "中旬", "下旬": "下旬"},
    **{"底": "底", "末": "底", "月底": "底", "月末": "底", "初": "初", "月初": "初", "中": "中", "月中": "中"},
}
_CHINESE = re.compile(r"[一二三四五六七八九十]{1,3}(?=月|日|号|季度)")
# Times of the day, weekdays and remarks in brackets say nothing about the day.
_CLOCK = re.compile(
    r"(?:上午|下午|中午|晚上?|早上?|凌晨)?(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}[时点](?:整|\d{1,2}分?|半)?)"
    r"(?:[-至到](?=\D*\d{1,2}[:时点])(?:上午|下午|中午|晚上?)?(?:\d{1,2}:\d{2}|\d{1,2}[时点]整?))?"
)
_ASIDE = re.compile(
    r"\([^()\d]*\)|\[[^\[\]\d]*\]|(?:周|星期|礼拜)[一二三四五六日天末](?:[、至和-][一二三四五六日天])?"
)
_WORD = re.compile(
    r"(?P<y1>\d{4})(?:年|[-./])(?P<m1>\d{1,2})(?:月|[-./])(?P<d1>\d{1,2})(?:日|号|(?!\d))"
    r"|(?P<y2>\d{4})(?:年(?!度)|[-./])(?P<m2>\d{1,2})(?:月份?(?P<p2>上旬|中旬|下旬|底|末|初|中)?|(?![\d.]))"
    r"|(?:(?P<y3>\d{4})年度?)?(?P<q3>第?[1-4])季度"
    r"|(?:(?P<r4>[明次翌下今当本去上])一?年度?)?(?P<m4>\d{1,2})月份?(?:(?P<d4>\d{1,2})(?:日|号|(?!\d|月))"
    r"|(?P<p4>上旬|中旬|下旬|底|末|初|中)?)"
    r"|(?P<m5>\d{1,2})[./](?P<d5>\d{1,2})(?:日|号|(?![\d./]))"
    r"|(?P<d6>\d{1,2})(?:日|号)|(?P<p7>上旬|中旬|下旬|月底|月末|月初|月中)|(?P<n8>\d{1,2})(?!\d)"
    r"|(?P<before>(?:之|以)?前|为?止|截止到?|截至)|(?P<after>之后|以后|后|起始|起|开始)|(?P<range>-+|至|到|~)"
    r"|(?P<list>[、,;和及与/])|(?P<or>或)|(?P<noise>[自从于在为::。.|]|即日|日期|时间|期间|上午|下午|全天|内|\(|\))|(?P<other>.)"
)


@dataclass(frozen=True)
class Word:
    """One symbol; for `P` what is printed of the date. `number` is a bare number whose neighbour says what it counts."""

    sign: Sign
    year: int | None = None
    relative: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    number: int | None = None


def words(text: str) -> list[Word]:
    """Spell a period."""
    folded = re.sub(r"[―─~]", "-", squeezed(text))
    folded = _CHINESE.sub(lambda m: str(chinese_number(m.group())), _ASIDE.sub("", folded))
    folded = _CLOCK.sub("", folded)
    return [word for match in _WORD.finditer(folded) if (word := _word(match))]


def _word(match: re.Match[str]) -> Word | None:
    kind = match.lastgroup or ""
    simple: dict[str, Sign] = {"before": "<", "after": ">", "range": "-", "list": ",", "or": "?", "other": "x"}
    if kind == "noise":
        return None
    if kind in simple:
        return Word(simple[kind])
    return _date_word({key[0]: value for key, value in match.groupdict().items() if value and key[1:].isdigit()})


def _date_word(found: dict[str, str]) -> Word:
    """`found` by letter: y year, r relative year, m month, d day, p part of a month, q quarter, n bare number."""
    year = int(found["y"]) if "y" in found else None
    relative = _RELATIVE[found["r"]] if "r" in found else None
    if "q" in found:
        return Word("P", year, relative, month=int(found["q"][-1]) * 3 - 2, part="季度")
    numbers = {
        key: int(found[letter])
        for letter, key in (("m", "month"), ("d", "day"), ("n", "number"))
        if letter in found
    }
    part = _PARTS[found["p"]] if "p" in found else None
    return Word("P", year, relative, part=part, **numbers)
