"""Which rows of a timetable a question means: the months and days that it names (5月报的, 8月那场, 考11月的)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from knowledge.facts import Period
from knowledge.schedule import Window
from knowledge.timespan import months_after
from knowledge.wording.numerals import chinese_number
from knowledge.wording.plain import plain

Part = Literal["application", "payment", "assessment"]
_MONTH = re.compile(
    r"(?<![\d.第个/])(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(?P<end>底|末|下旬)(?!之?前))?"
    r"|(?P<this>这个?月|本月|当月|(?<![\d一二三四五六七八九十个下上])月底)|(?P<next>下个月|下月)|(?P<half>[上下]半年)"
)
_AFTER = re.compile(
    r"(?P<assessment>考|评价|认定|鉴定|场)|(?P<payment>[缴交]费|[缴交]钱|付)"
    r"|(?P<application>报|申请|申报|递|登记|受理)|(?P<either>[批次期])"
)
_WANTED = re.compile(r"(?:考|赶上?|参加)$")
_NO_LEAP_YEAR = 2026
_STOP = re.compile(r"[,。;；?!！？、\s]")


@dataclass(frozen=True)
class NamedDays:
    """A month, or a day of it, as a person named it. `part`: of what it is the date; None where that is open."""

    months: tuple[int, ...]
    day: int | None
    year: int | None
    part: Part | None
    words: str


def named_days(text: str, today: date) -> list[NamedDays]:
    """Every month or day that the text names, in order. 1月1日到2月15日报的 are both days of application."""
    folded = plain(text)
    matches = [one for one in _MONTH.finditer(folded) if _months(one, today)]
    ends = [*(one.start() for one in matches[1:]), len(folded)]
    found: list[NamedDays] = []
    for match, end in reversed(list(zip(matches, ends, strict=False))):
        after = folded[match.end() : end]
        part = _part(folded[: match.start()], after)
        if part is None and found and re.fullmatch(r"[到至\-~和跟]", after):
            part = found[-1].part
        day = _number(match["d"]) if match["d"] else _last(match) if match["end"] else None
        year = months_after(today, 1).year if match["next"] else today.year if match["this"] else None
        found.append(NamedDays(_months(match, today), day, year, part, match.group()))
    return found[::-1]


def meant(windows: Iterable[Window], named: NamedDays) -> list[Window]:
    """The windows of that date; where none holds the very day, those of its month.

    4月的缴费 is of the sitting in April where nobody pays in that month.
    """
    known = list(windows)
    exact = [one for one in known if any(_holds(period, named) for period in _periods(one, named.part))]
    if not exact and named.part == "payment" and named.day is None:
        return meant(known, replace(named, part="assessment"))
    return exact if exact or named.day is None else meant(known, replace(named, day=None))


def paid_then(windows: Iterable[Window], named: NamedDays) -> list[Window]:
    """The windows in whose days of payment a named day is that is none of theirs to apply or be assessed on."""
    known = list(windows)
    if (
        named.day is None
        or named.part == "payment"
        or any(_holds(one, named) for each in known for one in _periods(each, named.part))
    ):
        return []
    return [one for one in known if one.payment and _holds(one.payment, named)]


def holds_day(window: Window, named: NamedDays) -> bool:
    """Whether the named day is one of application, or of payment where that is what it was named for."""
    period = window.payment if named.part == "payment" else window.application
    return named.day is not None and period is not None and _holds(period, named)


def _part(before: str, after: str) -> Part | None:
    if _WANTED.search(before):
        return "assessment"
    match = _AFTER.search(_STOP.split(after)[0])
    kinds: dict[str, Part] = {"assessment": "assessment", "payment": "payment", "application": "application"}
    return kinds.get(match.lastgroup or "") if match else None


def _months(match: re.Match[str], today: date) -> tuple[int, ...]:
    if match["half"]:
        return tuple(range(1, 7)) if match["half"].startswith("上") else tuple(range(7, 13))
    if match["this"] or match["next"]:
        return (months_after(today, 1 if match["next"] else 0).month,)
    month = _number(match["m"])
    return (month,) if 1 <= month <= 12 else ()


def _last(match: re.Match[str]) -> int:
    """The last day of a month; of February the one that every year has."""
    return monthrange(_NO_LEAP_YEAR, month)[1] if 1 <= (month := _number(match["m"])) <= 12 else 1


def _number(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text)


def _periods(window: Window, part: Part | None) -> list[Period]:
    known = {"application": window.application, "payment": window.payment, "assessment": window.assessment}
    wanted = [known[part]] if part else [window.application, window.assessment]
    return [one for one in wanted if one]


def _holds(period: Period, named: NamedDays) -> bool:
    first, last = period.start or period.end, period.end or period.start
    if first is None or last is None:
        printed = {int(one) for one in re.findall(r"(\d{1,2})月", plain(period.text))}
        return named.day is None and named.year is None and bool(printed & set(named.months))
    if named.day is None:
        span = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
        return any(_is_named((one - 1) // 12, (one - 1) % 12 + 1, named) for one in span)
    days = (_day(year, named.months[0], named.day) for year in {first.year, last.year})
    return any(day is not None and first <= day <= last for day in days)


def _is_named(year: int, month: int, named: NamedDays) -> bool:
    return month in named.months and named.year in (None, year)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
