"""Chinese numerals and the folded form in which cells and headings are compared."""

from __future__ import annotations

import re

from knowledge.wording.plain import plain

NUMERAL = "零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟"
_DIGITS = {char: i for i, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGITS |= {char: i for i, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}


def chinese_number(numeral: str) -> int:
    """Read a Chinese numeral below ten thousand: 350 for 三百五十, 1200 for 一千二百, 380 for 叁佰捌拾.

    Raises:
        KeyError: a character is no numeral.
    """
    total = current = 0
    for char in numeral:
        if char in _UNITS:
            total, current = total + (current or 1) * _UNITS[char], 0
        else:
            current = _DIGITS[char]
    return total + current


def squeezed(text: str) -> str:
    """Plain and without white space."""
    return re.sub(r"\s+", "", plain(text))
