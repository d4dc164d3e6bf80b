"""Which day a question is about: 明天, 下周一, 周末, 10月8日, 25号, 国庆, told from the day on which it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from knowledge.holidays import Festival, coming_festival, festival_of
from knowledge.validity import SHANGHAI
from knowledge.wording.dates import parse_period
from knowledge.wording.numerals import chinese_number
from knowledge.wording.plain import plain

_LONGEST = 14  # days: whoever names a longer time asks about no day
_WEEKDAYS = "一二三四五六日"
_RELATIVE = {"大后天": 3, "后天": 2, **dict.fromkeys(("明天", "明日", "明儿", "明早", "明晚"), 1)}
_RELATIVE |= dict.fromkeys(("今天", "今日", "今儿", "今早", "今晚"), 0)
_RELATIVE_WORD = re.compile("|".join(_RELATIVE))
_NOT_AFTER = r"(?<![上每几半两\d一二三四五六七八九十])"  # 上周五, 每周六, 一周三次
_WEEK = r"(?:周|星期|礼拜)"
_WEEKDAY = re.compile(
    rf"{_NOT_AFTER}(?P<which>下下个?|下个?|这个?|本)?{_WEEK}(?P<day>[一二三四五六日天])(?!次)(?P<more>[日天](?!\w))?"
)
_WHOLE_WEEK = re.compile(rf"{_NOT_AFTER}(?P<which>下下个?|下个?|这个?|本){_WEEK}(?![一二三四五六日天末内])")
_WEEKEND = re.compile(rf"{_NOT_AFTER}(?P<which>下下个?|下个?|这个?|本)?周末|双休日?")
_SATURDAY_SUNDAY = re.compile(rf"{_WEEK}六[日天]|{_WEEK}六[、和跟及]?{_WEEK}[日天]")
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = re.compile(
    rf"(?<!\d)(?:\d{{4}}年|[今明]年)?{_NUMBER}月{_NUMBER}[日号]?(?:[-~至到、和]+(?:{_NUMBER}月)?{_NUMBER}[日号])?"
)
_DAY_OF_MONTH = re.compile(
    rf"(?<![\d月年.:至到、和~A-Za-z周期拜一二三四五六七八九十-])({_NUMBER})[号日](?![线楼口门馆室院栋弄库A-Za-z])"
)
_FESTIVALS = {
    "元旦": r"元旦",
    "春节": r"春节|过年|除夕|大年",
    "清明": r"清明",
    "劳动节": r"劳动节|(?<![一二三四五六七八九十\d])五一(?![路点月号楼])",
    "端午": r"端午",
    "中秋": r"中秋",
    "国庆节": r"国庆|(?<![一二三四五六七八九十\d])十一(?=期间|长假|假期|黄金周|放假)",
}


@dataclass(frozen=True)
class AskedDays:
    """The days asked about, both inclusive, and the words for them.

    Of a festival whose year's holidays are not published `first` and `last` are None.
    """

    said: str
    first: date | None
    last: date | None
    festival: Festival | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """Every day, in order; empty where they are not known."""
        if self.first is None or self.last is None:
            return ()
        return tuple(self.first + timedelta(days=i) for i in range((self.last - self.first).days + 1))


def asked_days(text: str, as_of: datetime, before: date | None = None) -> AskedDays | None:
    """The day or days that a question names; None where it names none, or several that do not fit together.

    The narrower is what is asked: a date beside the name of a festival, a day within a week. A day without a year is
    the next one; one without a month (28号) is of the month of the day asked about `before`, where that is not over.
    """
    narrow = _narrow(text, as_of, before)
    return narrow[0] if len(narrow) == 1 else None


def asked_festivals(text: str, as_of: datetime) -> tuple[AskedDays, ...]:
    """Several festivals that a question names together (中秋国庆), in order of the calendar; empty where it names no two."""
    narrow = _narrow(text, as_of, None)
    known = sorted((one for one in narrow if one.festival and one.first), key=lambda one: one.first or date.max)
    return tuple(known) if len(known) > 1 and len(known) == len(narrow) else ()


def without_days(text: str) -> str:
    """What is left of a text when all words for days are taken away."""
    folded = _RELATIVE_WORD.sub("", _DATE.sub("", plain(text).replace(" ", "")))
    for pattern in (
        _DAY_OF_MONTH,
        _SATURDAY_SUNDAY,
        _WEEKEND,
        _WEEKDAY,
        _WHOLE_WEEK,
        *map(re.compile, _FESTIVALS.values()),
    ):
        folded = pattern.sub("", folded)
    return folded


def _narrow(text: str, as_of: datetime, before: date | None) -> list[AskedDays]:
    folded, today = plain(text).replace(" ", ""), as_of.astimezone(SHANGHAI).date()
    found: list[AskedDays] = []
    for one in _found(folded, today, before):
        if not any((one.first, one.last) == (known.first, known.last) for known in found):
            found.append(one)
    return [one for one in found if not any(_holds(one, other) for other in found)]


def _holds(wide: AskedDays, other: AskedDays) -> bool:
    if wide is other or not other.days:
        return False
    return not wide.days or set(other.days) < set(wide.days)


def _found(text: str, today: date, before: date | None) -> Iterator[AskedDays]:
    for word in _RELATIVE_WORD.finditer(text):
        yield _one(word.group(), today + timedelta(days=_RELATIVE[word.group()]))
    yield from _weeks(text, today)
    yield from _dates(text, today)
    yield from _days_of_month(text, today, before)
    if not _DATE.search(text):
        yield from _festivals(text, today)


def _festivals(text: str, today: date) -> Iterator[AskedDays]:
    for name, pattern in _FESTIVALS.items():
        if match := re.search(rf"(?:(?P<year>\d{{4}})年|(?P<near>[今明])年)?的?(?:{pattern})", text):
            festival = _festival(name, match["year"], match["near"], today)
            days = festival.days or (None,)
            yield AskedDays(match.group(), days[0], days[-1], festival)


def _festival(name: str, year: str | None, near: str | None, today: date) -> Festival:
    if year or near:
        return festival_of(name, int(year) if year else today.year + (near == "明"))
    return coming_festival(name, today)


def _weeks(text: str, today: date) -> Iterator[AskedDays]:
    for week in _WHOLE_WEEK.finditer(text):
        monday = _monday(week["which"], today)
        yield AskedDays(week.group(), max(monday, today), monday + timedelta(days=6))
    weekend = _WEEKEND.search(text) or _SATURDAY_SUNDAY.search(text)
    if weekend:
        saturday = _weekday(weekend.groupdict().get("which"), 5, today - timedelta(days=today.weekday() == 6))
        yield AskedDays(weekend.group(), max(saturday, today), saturday + timedelta(days=1))
    for match in _WEEKDAY.finditer(_SATURDAY_SUNDAY.sub("", text)):
        day = _weekday(match["which"], _WEEKDAYS.index(match["day"].replace("天", "日")), today)
        if day >= today:
            yield _one(match.group(), day)


def _dates(text: str, today: date) -> Iterator[AskedDays]:
    for match in _DATE.finditer(text):
        period = parse_period(match.group(), today.year)
        if not period.dated and period.end and period.end < today:
            period = parse_period(match.group(), today.year + 1)
        if period.start and period.end and (period.end - period.start).days < _LONGEST:
            yield AskedDays(match.group(), period.start, period.end)


def _days_of_month(text: str, today: date, before: date | None) -> Iterator[AskedDays]:
    starts = [before.replace(day=1)] if before else []
    for match in _DAY_OF_MONTH.finditer(_DATE.sub("", text)):
        number = int(match[1]) if match[1].isdigit() else chinese_number(match[1])
        same_month = [first + timedelta(days=number - 1) for first in starts if number]
        talked_of = [day for day in same_month if today <= day and day.day == number]
        coming = (today + timedelta(days=i) for i in range(62))
        day = next((one for one in (*talked_of, *coming) if one.day == number), None)
        if day:
            yield _one(match.group(), day)


def _weekday(which: str | None, index: int, today: date) -> date:
    """The weekday of the week that is named; without a word for the week the first one from today on."""
    if which:
        return _monday(which, today) + timedelta(days=index)
    return today + timedelta(days=(index - today.weekday()) % 7)


def _monday(which: str, today: date) -> date:
    return today + timedelta(days=7 * which.count("下") - today.weekday())


def _one(said: str, day: date) -> AskedDays:
    return AskedDays(said, day, day)
