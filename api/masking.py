"""Personal data is masked before anything stores, logs or passes it on.

Found on a folded view (full-width, spaces and dashes between digits, 一三八…) and masked in the original. An
identity number counts by its birth date and check digit, a bank card by Luhn; amounts, dates, document numbers,
occupation codes and published telephone numbers stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

_SEPARATORS = " \t-–—‐_.·  "
_SPOKEN = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "幺": "1"}
_RUN = re.compile(r"\d+x?")
_NAME = re.compile(r"(?:我叫|我的?名字[叫是]?|姓名[是为：:]?|本人叫?)\s*([一-鿿]{2,4}?)(?=[，,。；;\s！!、]|$)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True)
class Masked:
    """The text with personal data replaced, and which kinds were found."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str) -> Masked:
    """Replace identity, telephone and bank card numbers, e-mail addresses and stated names."""
    found = sorted({*_numbers(text), *_patterns(text)}, key=lambda one: (one[0], -one[1]))
    pieces, at, kinds = [], 0, []
    for start, end, kind in found:
        if start < at:
            continue
        pieces += [text[at:start], f"［{kind}］"]
        kinds.append(kind)
        at = end
    return Masked("".join([*pieces, text[at:]]), tuple(dict.fromkeys(kinds)))


def _patterns(text: str) -> Iterator[tuple[int, int, str]]:
    yield from ((m.start(), m.end(), "邮箱") for m in _EMAIL.finditer(text))
    yield from ((m.start(1), m.end(1), "姓名") for m in _NAME.finditer(text))


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Digit runs of a view without separators, each digit with its place in the text."""
    for run, places in _runs(text):
        for kind, length, check in _KINDS:
            for at in range(len(run) - length + 1):
                whole = length == len(run) or kind == "身份证号"
                if whole and check(run[at : at + length]):
                    yield places[at], places[at + length - 1] + 1, kind


def _runs(text: str) -> Iterator[tuple[str, list[int]]]:
    digits: list[str] = []
    places: list[int] = []
    gap = 0
    for i, char in enumerate(text):
        folded = unicodedata.normalize("NFKC", char).lower()
        digit = folded if folded.isdecimal() and folded.isascii() else _SPOKEN.get(char, "")
        if digit or (folded == "x" and len(digits) == 17):
            digits.append(digit or "x")
            places.append(i)
            gap = 0
        elif digits and char in _SEPARATORS and gap < 2:
            gap += 1
        else:
            if digits:
                yield "".join(digits), places
            digits, places, gap = [], [], 0
    if digits:
        yield "".join(digits), places


def _is_identity(number: str) -> bool:
    if not re.fullmatch(r"[1-8]\d{16}[\dx]", number) or not _is_date(number[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _ID_WEIGHTS, strict=True))
    return "10x98765432"[total % 11] == number[17]


def _is_old_identity(number: str) -> bool:
    return bool(re.fullmatch(r"[1-8]\d{14}", number)) and _is_date("19" + number[6:12])


def _is_date(text: str) -> bool:
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return 1900 <= day.year <= date.today().year


def _is_mobile(number: str) -> bool:
    return bool(re.fullmatch(r"(?:86)?1[3-9]\d{9}", number))


def _is_bank_card(number: str) -> bool:
    if not re.fullmatch(r"[3-6]\d{15,18}", number):
        return False
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(number))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


_KINDS: tuple[tuple[str, int, Callable[[str], bool]], ...] = (
    ("身份证号", 18, _is_identity),
    ("身份证号", 15, _is_old_identity),
    ("手机号", 11, _is_mobile),
    ("手机号", 13, _is_mobile),
    *(("银行卡号", length, _is_bank_card) for length in (16, 17, 18, 19)),
)
