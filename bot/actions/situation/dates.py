"""The days that speech about one's own past names: 2023年6月, 98年, 去年6月, 去年国庆; never a day still to come."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.actions.passed_dates import passed_on
from bot.actions.situation.festivals import festivals
from bot.actions.situation.spans import Span
from knowledge.timespan import months_after
from knowledge.validity import SHANGHAI
from knowledge.wording.numerals import chinese_number

_DIGITS = "零〇一二三四五六七八九"
_N = r"(?:[0-9]{1,2}|十[一二]?|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
# A year of two digits is told from a number of years by what stands around it: 98年的, but 干了12年, 12年的经验.
_TWO = r"(?:[0-9]{2}|[九零〇][零〇一二三四五六七八九]|[五六七八][零〇一二三四五六七八九](?=年出?生|年的$)|一[零〇一三四五六七八九]|二[零〇一二四五六七八九])"
_NOT_AFTER = r"(?:(?<=不过)|(?<![0-9第了有过满干做作近累共龄验]))"
# Where a clause may begin, 18年又干 and 98年进 tell when; 做人事18年 tells how long.
_BEGINS = r"(?:(?<=[从自打在于是我他她咱俺拉侬伊后但过的])|(?<![0-9一-鿿\ue000-\uf8ff]))"
_COMES = r"(?:进|来的|转(?!眼)|改(?!革)|回(?!头)|辞|离(?!不)|退|复工|重新|被裁|上岗|应聘|加入|注册|成立|报到|到岗)"
_SHORT = (
    rf"(?:{_NOT_AFTER}{_TWO}(?=年(?:(?:{_N}|元)月|[出生底初拿考取评获入参毕进起领办]|发[的了证下]|就?开始|(?:才|又|刚)+{_COMES}|[到至~-](?:[0-9]{{2,4}}年)|的(?!工|经|从|相|标|这|本|[\ue000-\ue0ff])))"
    rf"|{_NOT_AFTER}(?:0[0-9]|[零〇][零〇一二三四五六七八九])(?=年)|(?<=[年月日号][到至~-]){_TWO}(?=年)"
    rf"|(?:(?<=干到)|(?<=做到)|(?<=待到)|(?<=呆到)){_TWO}(?=年(?![才就可能以左多]|[^,，。]{{0,3}}[能可]))"
    rf"|{_BEGINS}{_TWO}(?=年(?:就|才|又|刚|正式|中途|在[^,，。]{{1,6}}?|一直|份)*(?:{_COMES}|[到至~-](?:现在|今)|(?:做|干|当|搞|走|停|歇|上班|工作|下岗|结束)))"
    # 入行也就21年: what is so little is no span of 21 years.
    r"|(?<=入行也就|入职也就|转行也就|改行也就|上岗也就|入行都是|入行就是|入职就是)(?:1[89]|2[0-9])(?=年(?![了多整来头以]))"
    r"|(?<=入行才|入职才|转行才|改行才|上岗才|入行是|入职是|转行是|改行是|入行在|入职在|入行于|入职于)(?:1[89]|2[0-9])(?=年(?![了多整来头以])))"
)
_YEAR = rf"(?P<year>(?<![0-9])(?:19|20)[0-9]{{2}}|[一二][九零〇][{_DIGITS}]{{2}}|{_SHORT})"
_PRINTED = re.compile(
    rf"{_YEAR}年(?!级|制|龄)份?(?:的?(?P<month>{_N}|元)月份?(?:(?P<day>{_N})[日号]|(?P<bare>[0-9]{{1,2}})(?![0-9年个月岁级人元块天])"
    rf"|[上中下]旬|[底初末]|中(?=[拿考取]))?|年?[底初末])?"
    r"|(?<![0-9])(?P<iso>(?:19|20)[0-9]{2}(?P<sep>[-./])[0-9]{1,2}(?:(?P=sep)[0-9]{1,2})?)(?![0-9])"
    r"|(?<=[:是日期月生])(?P<row>(?:19|20)[0-9]{2}[01][0-9][0-3][0-9])(?![0-9])"
)
_DECADE = r"(?<![0-9一二第])[零〇0九9八8]几年(?!级)"
_SPOKEN = re.compile(
    rf"{_DECADE}|(?:大前|(?<!目)前|去)年(?!龄|纪)的?(?:{_N}月份?(?:{_N}[日号]|[底初末]|[上中下]旬)?|年?[底初末]|[上下]半年)?"
    rf"|今年的?(?:{_N}月份?(?:{_N}[日号]|[底初末]|[上中下]旬)?|(?=刚?才?(?:拿|领|发[的了证]|考出|考到|取得|获得|评上|入职|入行|开始|年?初|辞|离职|离开|被裁|退休|回来|转行)))"
    rf"|上上?个?月(?:{_N}[日号])?|上周|上星期|昨天|前天"
    rf"|(?:{_N}年半?|半年|{_N}个半?月)多?[之以]?前"
    rf"|(?<![0-9年一二三四五六七八九十]){_N}月份?(?:{_N}[日号])?(?=刚?才?(?:拿|领|发[的了证]|考出|考到|取得|评上|入职|入行))"
)
# The months that 年初 and 年底 can mean, taken widely.
_PART_OF_YEAR = {"初": (1, 4), "底": (9, 12), "末": (9, 12)}


@dataclass(frozen=True)
class Dated:
    """A date at `text[start:end]`; `span` is None where it lies ahead or is no day at all."""

    start: int
    end: int
    span: Span | None


def dates(text: str, as_of: datetime) -> Iterator[Dated]:
    """Every date in a text without white space; a span that has begun ends on the day of the question."""
    day = as_of.astimezone(SHANGHAI).date()
    festive = [Dated(one.start, one.end, Span(start=one.first, end=one.last)) for one in festivals(text, day)]
    found = [
        Dated(*match.span(), _spoken(match.group(), as_of) if match["spoken"] else _printed(match, day))
        for match in re.finditer(f"{_PRINTED.pattern}|(?P<spoken>{_SPOKEN.pattern})", text)
        if not any(one.start < match.end() and match.start() < one.end for one in festive)
    ]
    for one in sorted([*festive, *found], key=lambda one: one.start):
        yield replace(one, span=_past(one.span, day))


def months_between(start: date, day: date) -> int:
    """Whole months from `start` to `day`, not below 0."""
    months = (day.year - start.year) * 12 + day.month - start.month
    return max(0, months if months_after(start, months) <= day else months - 1)


def _past(span: Span | None, day: date) -> Span | None:
    if span is None or span.start > day:
        return None
    return Span(start=span.start, end=min(span.end, day))


def _spoken(words: str, as_of: datetime) -> Span | None:
    if words.endswith("几年"):
        decade = {"九": 1990, "9": 1990, "八": 1980, "8": 1980}.get(words[0], 2000)
        return Span(start=date(decade, 1, 1), end=date(decade + 9, 12, 31))
    passed = passed_on(words, as_of)
    return Span(start=passed.first, end=passed.last) if passed else None


def _printed(match: re.Match[str], day: date) -> Span | None:
    if match["iso"]:
        year, month, *rest = (int(part) for part in re.split(r"[-./]", match["iso"]))
        return _span(year, month, rest[0] if rest else None)
    if row := match["row"]:
        return _span(int(row[:4]), int(row[4:6]), int(row[6:]))
    number = match["day"] or match["bare"]
    if match["year"] and not match["month"] and match.group()[-1] in _PART_OF_YEAR:
        first, last = _PART_OF_YEAR[match.group()[-1]]
        year = _year(match["year"], day)
        return Span(start=date(year, first, 1), end=date(year, last, calendar.monthrange(year, last)[1]))
    return _span(
        _year(match["year"], day),
        _number(match["month"]) if match["month"] else None,
        _number(number) if number else None,
    )


def _year(words: str, day: date) -> int:
    year = int("".join(str(chinese_number(one)) if one in _DIGITS else one for one in words))
    if year >= 100:
        return year
    return year + (2000 if 2000 + year <= day.year else 1900)


def _number(words: str) -> int:
    if words == "元":
        return 1
    return int(words) if words.isdigit() else chinese_number(words)


def _span(year: int, month: int | None, day: int | None) -> Span | None:
    """All days of the year, of the month, or the one day; None where there is none."""
    if month is None:
        return Span(start=date(year, 1, 1), end=date(year, 12, 31))
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        return None
    return Span(start=date(year, month, day or 1), end=date(year, month, day or last))
