"""The day that a person speaks of: 11月7号考的, 上个月20号, 昨天, 三周前, 考完半个月了, 八月那场."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.timespan import months_after
from knowledge.wording.dates import Period, parse_period
from knowledge.wording.numerals import chinese_number

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATED = re.compile(
    rf"20\d\d[-./]\d{{1,2}}[-./]\d{{1,2}}(?!\d)"
    rf"|(?:(?:20\d\d|[去今明前])年)?(?<![\d第]){_N}月份?(?:{_N}[日号]|[底初上中下]旬?)?|(?<![\d.]){_N}/{_N}(?![\d/])"
)
_OF_MONTH = re.compile(rf"(上上|上|这|本|当|下)个?月(?:份?({_N})[日号])?(?!旬)")
# 8号考完: a day without its month, of something that is over.
_BARE = re.compile(r"(?<![月\d./-])(\d{1,2})[日号](?:那天|就|才|刚|去)*考(?:完|的|了|过|掉)")
# 到今天还没动静 tells how long, not when.
_BACK = re.compile(r"(?<!到)(?<!至)(大前|前|昨|今)[天日](?!还|仍|都没|也没)")
_AGO = re.compile(
    r"(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(?:多)?个?(?:多)?(天|日|周|星期|礼拜|月)(?:多)?(?:以?前|之前|了|过去)"
)
_WEEKDAY = re.compile(r"(上上|上|这|本)个?(?:周|星期|礼拜)([一二三四五六日天末])")
_PAST = re.compile(r"考完?[的了过好]|已经|考试?结束|出来?[没了]|没动静|等了|查不到|看不到|没出|还没|被")
_FINISHED = re.compile(r"考完|考掉")  # without 了 or 的 it may be a day to come
_IF = re.compile(r"的话|如果|要是|假如|假设|打算|准备|计划")
_AHEAD = timedelta(days=92)  # whoever speaks of finishing on a later day than this means the last such day
_MONTHS = {"上上": -2, "上": -1, "下": 1}
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "明年": 1}
_DAYS = {"今": 0, "昨": 1, "前": 2, "大前": 3}


@dataclass(frozen=True)
class SpokenDay:
    """From `first` to `last`, equal where one day is named; `words` are the person's own."""

    first: date
    last: date
    words: str


def spoken_day(text: str, today: date) -> SpokenDay | None:
    """The first day that the text names; None where it names none, or one that does not exist.

    A date without a year is the last one before `today` where the words tell of the past, else the nearest.
    """
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, date], Period | None]], ...] = (
        (_DATED, _dated),
        (_OF_MONTH, _of_month),
        (_BARE, _bare),
        (_WEEKDAY, _weekday),
        (_BACK, _back),
        (_AGO, _ago),
    )
    for pattern, read in readers:
        for match in pattern.finditer(text):
            found = read(match, text, today)
            if found and found.end:
                return SpokenDay(found.start or found.end, found.end, match.group())
    return None


def _dated(match: re.Match[str], text: str, today: date) -> Period | None:
    words = match.group()
    for word, offset in _YEARS.items():
        words = words.replace(word, f"{today.year + offset}年")
    read = [parse_period(words, year) for year in (today.year - 1, today.year, today.year + 1)]
    if read[1].dated:
        return read[1]
    known = [one for one in read if one.end]
    latest = _latest(text, today)
    known = [one for one in known if (one.start or one.end or today) <= latest] or known
    return min(known, key=lambda one: abs(((one.end or today) - today).days), default=None)


def _latest(text: str, today: date) -> date:
    """The latest day that the words can mean: today where they tell of the past."""
    if _IF.search(text):
        return date.max
    if _PAST.search(text):
        return today
    return today + _AHEAD if _FINISHED.search(text) else date.max


def _of_month(match: re.Match[str], _: str, today: date) -> Period | None:
    first = months_after(today.replace(day=1), _MONTHS.get(match.group(1), 0))
    day = f"{_number(match.group(2))}日" if match.group(2) else ""
    return parse_period(f"{first.year}年{first.month}月{day}", first.year)


def _bare(match: re.Match[str], _: str, today: date) -> Period | None:
    """The last such day: of this month, or of the one before where it is still to come."""
    ahead = int(match.group(1)) > today.day
    first = months_after(today.replace(day=1), -1 if ahead else 0)
    return parse_period(f"{first.year}年{first.month}月{match.group(1)}日", first.year)


def _weekday(match: re.Match[str], _: str, today: date) -> Period:
    weeks = {"上上": 2, "上": 1}.get(match.group(1), 0)
    monday = today - timedelta(days=today.weekday() + 7 * weeks)
    if match.group(2) == "末":
        return Period(monday + timedelta(days=5), monday + timedelta(days=6), "clear")
    return _one(monday + timedelta(days="一二三四五六日".find(match.group(2).replace("天", "日"))))


def _back(match: re.Match[str], _: str, today: date) -> Period:
    return _one(today - timedelta(days=_DAYS[match.group(1)]))


def _ago(match: re.Match[str], _: str, today: date) -> Period:
    half, unit = match.group(1) == "半", match.group(2)
    count = 1 if half else _number(match.group(1))
    if unit == "月":
        return _one(today - timedelta(days=15) if half else months_after(today, -count))
    return _one(today - timedelta(days=count * (1 if unit in "天日" else 7)))


def _one(day: date) -> Period:
    return Period(day, day, "clear")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text)
