"""Lengths of time as they are spoken: 六年, 两年半, 3年多, 5年7个月, 一年零两个月, 半年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.eligibility.applicant import MOST_YEARS
from knowledge.wording.numerals import chinese_number

_HAN = r"[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
_N = rf"(?:[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?|{_HAN})"
_BEFORE = r"(?<![0-9.第每前头上下哪近最初末级\-~一二两三四五六七八九十几零百千])"
_TERM = re.compile(
    rf"(?P<unsure>快要?|将近|接近|差不多|大概|大约|约|(?<!最)近|不到|不满|不足|没到|没满|未满|还差|还有|差|小(?=[十0-9]))?"
    rf"(?:快|有|了|是|满)?(?:{_BEFORE}|(?<=[最将接]近)|(?<=[位评考]上))"
    rf"(?P<term>(?:(?P<years>{_N})(?P<some>多)?个?年头?(?:(?P<half>半)(?!载)|[零又加]?(?P<months>{_N})个(?:多)?月|多)?"
    rf"|(?P<half_year>大半年|(?<![大小上下])半年)多?|(?P<only>{_N})个(?:多|半)?月))"
    r"(?![级制期前内度龄检份底初末]|[之以][前内]|半载)(?P<after>左右|上下|不到|不满|差一?点)?"
)
_UNSURE = re.compile(r"(?:快要?|将近|接近|不到|不满|不足|没到|没满|还差|还有|差)$")
_RANGE = re.compile(
    rf"{_BEFORE}(?:(?P<ten>十)?(?P<least>[一两二三四五六七八])(?P<most>[二两三四五六七八九])|(?P<some>[二三四]?十)几"
    rf"|(?P<low>{_N})[-~到至](?P<high>{_N}))个?年(?![级制期前内度龄检份底初末]|[之以][前内])"
)


@dataclass(frozen=True)
class Term:
    """A length of time at `text[start:end]` in whole `months`, rounded down; None where it is only roughly told.

    `most` is of a range (两三年), and `months` the least that it can be; `nominal` is the number in 快五年.
    """

    start: int
    end: int
    months: int | None
    most: int | None = None
    nominal: int = 0


def terms(text: str) -> Iterator[Term]:
    """Every length of time in a text without white space."""
    end = -1
    for match in _RANGE.finditer(text):
        years = _range(match)
        if years and not _UNSURE.search(text[: match.start()]):
            end = match.end()
            yield Term(match.start(), end, years[0] * 12, most=years[1] * 12 + 11)
    for match in _TERM.finditer(text):
        if match.end("term") == end:
            continue  # the higher end of a range
        rough = bool(match["unsure"] or match["after"])
        months = _months(match)
        known = None if rough or months > MOST_YEARS * 12 else months
        yield Term(match.start("term"), match.end("term"), known, nominal=min(months, MOST_YEARS * 12))


def _range(match: re.Match[str]) -> tuple[int, int] | None:
    """Least and most of 两三年, 十几年, 3-5年 in years; None where the words are no range."""
    if match["some"]:
        ten = chinese_number(match["some"])
        return ten, ten + 9
    if match["low"]:
        low, high = int(_number(match["low"])), int(_number(match["high"]))
        return (low, high) if low < high <= MOST_YEARS - 1 else None
    ten = 10 if match["ten"] else 0
    least, most = ten + chinese_number(match["least"]), ten + chinese_number(match["most"])
    return (least, most) if most == least + 1 else None


def _months(match: re.Match[str]) -> int:
    if match["half_year"]:
        return 6
    if match["only"]:
        return int(_number(match["only"]))
    return (
        int(_number(match["years"]) * 12 + 1e-6)
        + (6 if match["half"] else 0)
        + int(_number(match["months"] or "0"))
    )


def _number(words: str) -> float:
    return float(words) if words[0].isdigit() else float(chinese_number(words))
