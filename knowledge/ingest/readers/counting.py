"""Numbers as automatic numbering prints them: 一, 壹, ①, A, iv."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def chinese(number: int, digits: str = _DIGITS, units: tuple[str, ...] = ("", "十", "百", "千")) -> str:
    """1 … 9999 as 一 … 九千九百九十九; beyond that the figures."""
    if not 0 < number < 10000:
        return str(number)
    text = ""
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += digits[digit] + units[place]
        elif text and not text.endswith(digits[0]):
            text += digits[0]
    text = text.rstrip(digits[0])
    return text[1:] if units[1] == "十" and text.startswith("一十") else text


def formal(number: int) -> str:
    """Formal numerals: 1 … 9999 as 壹 … 玖仟玖佰玖拾玖."""
    return chinese(number, _FORMAL, ("", "拾", "佰", "仟"))


def digitwise(number: int) -> str:
    """The figures one by one: 10 as 一〇."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def circled(number: int) -> str:
    """① … ⑳, beyond that the figures."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def parenthesised(number: int) -> str:
    """⑴ … ⒇, beyond that the figures in brackets."""
    return chr(0x2474 + number - 1) if 1 <= number <= 20 else f"({number})"


def full_width(number: int) -> str:
    """Full-width figures."""
    return str(number).translate(_FULL_WIDTH)


def letters(number: int) -> str:
    """A … Z, AA, BB …, as word processors count."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else str(number)


def roman(number: int) -> str:
    """Roman numerals, lower case."""
    text = ""
    for value, sign in _ROMAN + _ROMAN_SMALL:
        text += sign * (number // value)
        number %= value
    return text


def cyclic(signs: str) -> Callable[[int], str]:
    """Count through the signs (甲乙丙 …), figures beyond the last."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


stems = cyclic("甲乙丙丁戊己庚辛壬癸")
branches = cyclic("子丑寅卯辰巳午未申酉戌亥")


def numbered(number: str, text: str) -> str:
    """Put an automatic number before its text; a space only where figures or letters would run together."""
    runs_together = number[-1:].isascii() and text[:1].isascii() and text[:1].isalnum()
    return f"{number} {text}" if number and runs_together else number + text
