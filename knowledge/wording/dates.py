"""Periods as notices print them: 2月23日-3月22日, 2026.3.1-3.15, 4月25、26日, 3月上旬, 2月底前, 明年1月, 另行通知.

`parse_period` reads a cell or the words after a label. It spells the words as a row of symbols (a date, a dash, a
comma, 前, 起, anything else) and accepts only the rows of symbols that have one meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from knowledge.wording.date_words import Word, words
from knowledge.wording.partial_dates import Span, resolve
from knowledge.wording.plain import plain

Reading = Literal["clear", "open", "loose", "unread"]

_OPEN = re.compile(
    r"另行|另定|待定|待通知|为准|根据.*(?:安排|情况)|视.*(?:安排|情况)|随时|常年|全年|详见|见.*通知"
    r"|考前|[评认鉴考][价定试核]前|(?:报名|申报|审核|通过|缴费|考试|评价|认定)后|次日|当[日天]|同[日期]|同上"
)
_RECURRING = re.compile(
    r"每[月周年日季]|每个[月周]|[上下次当]个?月|前[一二三两\d]+个?[月周日天工]|周内|第.{1,2}个?周"
)
_UNCERTAIN = re.compile(r"暂定|预计|拟定?|左右|约|大概")
_POINTS = "P"
# 11月22日起受理报名，至12月17日止; 11月22日起报名，12月17日截止
_BEGUN = re.compile(
    r"起始?[^,;。\d起止至到]{0,8}[,\s]*(?:截至|截止[到至]?|至|到)(?=\s*\d)"
    r"|起始?[^,;。\d起止至到]{0,8},\s*(?=[\d年月\s]+[日号]\s*(?:截止|为?止))"
)


@dataclass(frozen=True)
class Period:
    """First and last day, both inclusive, None where the words leave it open.

    `reading`: `clear` every word was understood; `open` the words say that no date is fixed yet, or name another event instead (考前一周); `loose` there are
    dates, but words besides that may change them; `unread` dates are None because the words have no single meaning.
    `dated` is whether a year is printed. A range without one from late in the year to early in another (12月16日-1月15日)
    ends in the next year: `wraps`. Any other range that ends before it begins is unread.
    """

    start: date | None
    end: date | None
    reading: Reading
    dated: bool = False
    wraps: bool = False


def parse_period(text: str, year: int) -> Period:
    """Read one period; a date without a printed year is one of `year`.

    A month is its first to last day; 上旬, 中旬, 下旬 are the days 1-10, 11-20, 21 to the end; 前 and 底前 leave the
    start open, 起 the end. A day that does not exist (2月30日), a list of separate periods, and alternatives (或) are
    unread.
    """
    found = words(_BEGUN.sub("起至", plain(text)))
    signs = "".join(one.sign for one in found)
    points = [one for one in found if one.sign == _POINTS]
    if not any(one.month for one in points):
        return Period(None, None, "open" if _OPEN.search(text) and not _RECURRING.match(text) else "unread")
    if _RECURRING.search(text) or "?" in signs:
        return Period(None, None, "unread")
    spans = resolve(points, "-" in signs, year)
    if spans is None:
        return Period(None, None, "unread")
    bounds = _bounds(signs.replace("x", ""), spans)
    if bounds is None:
        return Period(None, None, "unread")
    return _period(bounds, spans, found, text)


def _period(bounds: tuple[date | None, date | None], spans: list[Span], found: list[Word], text: str) -> Period:
    start, end = bounds
    ends_before = start is None and found[-1].sign == "<"  # 2月底前 is no vaguer than 2月28日前
    sure = (ends_before or not any(one.fuzzy for one in spans)) and not any(one.sign == "x" for one in found)
    sure = sure and not _UNCERTAIN.search(text) and _adjacent(spans, found)
    if start and end and end < start:
        return Period(None, None, "unread")
    dated = any(one.year or one.relative for one in found)
    return Period(start, end, "clear" if sure else "loose", dated, any(one.wrapped for one in spans))


def _adjacent(spans: list[Span], found: list[Word]) -> bool:
    """In a list (25、26日) the days or months follow each other; else from first to last would say too much."""
    if not any(one.sign == "," for one in found):
        return True
    pairs = pairwise(spans)
    return all(a.end and b.start and (b.start - a.end).days == 1 for a, b in pairs)


def _bounds(signs: str, spans: list[Span]) -> tuple[date | None, date | None] | None:
    """First and last day by the row of symbols; None where it has no single meaning."""
    first, last = spans[0], spans[-1]
    if re.fullmatch(r"<?P-P<?|P>-P<?|P(?:,P)+", signs):
        return first.start, last.end
    if re.fullmatch(r"<P<?|P<|>-P<?", signs):
        return None, last.end
    if signs == "P>":
        return first.start, None
    return (first.start, first.end) if signs == "P" else None
