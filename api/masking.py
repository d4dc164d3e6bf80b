"""Personal data is masked before anything stores, logs or passes it on.

Found on a folded view (full-width, spaces and dashes between digits, 一三八…) and masked in the original. An
identity number counts by its birth date, for a mistyped check digit makes it no less personal; a bank card by
Luhn. Amounts, dates, document numbers, occupation codes and published telephone numbers stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

_SEPARATORS = "-–—‐_.·"
_SPOKEN = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "幺": "1"}
_ID_LENGTH = 18
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾"
    "毛郝龚邵万钱严覃武戴莫孔向汤尚殷翟俞章洪庄祝柳梅柯翁荆卓简饶曲骆阮左管岳齐康包葛华伍邢欧涂舒耿牟聂詹焦符甘游房辛娄凌屈宁柴鲍裴项兰褚鲁霍冷阎沙温佟季米喻闵苗盛樊"
)
_NAME = re.compile(
    r"(?:我叫|我的?名字[叫是]?|姓名[是为：:]?|本人叫)\s*([一-鿿]{2,4}?)(?=[，,。；;\s！!、]|$)"
    rf"|(?<![一-鿿])本人\s*((?:[{_SURNAMES}]|欧阳|上官|司马|诸葛)[一-鿿]{{1,2}})(?=[，,。；;\s！!、]|$)"  # not 必须本人到场
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


@dataclass(frozen=True)
class Masked:
    """The text with personal data replaced, and which kinds were found."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str) -> Masked:
    """Replace identity, telephone and bank card numbers, e-mail addresses and stated names."""
    found = sorted([*_numbers(text), *_patterns(text)], key=lambda one: (one[0], -one[1]))
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
    yield from ((*m.span(m.lastindex or 0), "姓名") for m in _NAME.finditer(text))


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Digit runs of a view without separators, each digit with its place in the text."""
    for run, places in _runs(text):
        for start, end, kind in _spans(run, 0):
            yield places[start], places[end - 1] + 1, kind


def _spans(run: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """What the run is; an identity number within a longer run leaves the digits beside it to be looked at."""
    for at in range(len(run) - _ID_LENGTH + 1):
        if _is_identity(run[at : at + _ID_LENGTH]):
            yield from _spans(run[:at], offset)
            yield offset + at, offset + at + _ID_LENGTH, "身份证号"
            yield from _spans(run[at + _ID_LENGTH :], offset + at + _ID_LENGTH)
            return
    for kind, check in _WHOLE:
        if check(run):
            yield offset, offset + len(run), kind
            return


def _runs(text: str) -> Iterator[tuple[str, list[int]]]:
    digits: list[str] = []
    places: list[int] = []
    gap = 0
    for i, char in enumerate(text):
        folded = unicodedata.normalize("NFKC", char).lower()
        digit = folded if folded.isdecimal() and folded.isascii() else _SPOKEN.get(char, "")
        if digit or (folded == "x" and len(digits) >= _ID_LENGTH - 1):
            digits.append(digit or "x")
            places.append(i)
            gap = 0
        elif digits and (char in _SEPARATORS or char.isspace()) and gap < 2:
            gap += 1
        else:
            if digits:
                yield "".join(digits), places
            digits, places, gap = [], [], 0
    if digits:
        yield "".join(digits), places


def _is_identity(number: str) -> bool:
    return bool(re.fullmatch(r"[1-8]\d{16}[\dx]", number)) and _is_date(number[6:14])


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


_WHOLE: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("身份证号", _is_old_identity),
    ("手机号", _is_mobile),
    ("银行卡号", _is_bank_card),
)
