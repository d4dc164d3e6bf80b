"""When the person passed a paper, as far as the message says: 去年6月, 24年5月, 上个月, 两年半前, 2024年6月15日."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from knowledge.timespan import months_after
from knowledge.validity import SHANGHAI
from knowledge.wording.date_words import words
from knowledge.wording.numerals import NUMERAL, chinese_number, squeezed
from knowledge.wording.partial_dates import resolve

_YEARS_BACK = {"今": 0, "本": 0, "去": 1, "上一": 1, "前": 2, "大前": 3}
_DAYS_BACK = {"今天": 0, "昨天": 1, "前天": 2}
_NUMBER = rf"\d{{1,2}}|[{NUMERAL}]{{1,3}}"
_MONTH = rf"(?P<month>{_NUMBER})月份?"
_YEAR = (
    r"(?:(?P<full>20\d\d|二[零〇][零〇一二三四五六七八九]{2})(?!\d)年?|(?<!\d)(?P<short>[012]\d)年"
    r"|(?P<said>大前|前|去|今|本|上一)年)"
)
_HAS_YEAR = re.compile(r"年|\d{4}")
_IN_A_YEAR = re.compile(rf"(?<!个)(?:\d|[{NUMERAL}])月")  # 6月15日, 12月; not 上个月, 三天前
# 去年11月两门都没过 names no day.
_DAY = rf"(?P<day>{_NUMBER})(?:[日号]|(?![{NUMERAL}\d门科个次级年]))|(?P<part>上旬|中旬|下旬|底|末|初|中)"
_DATE = re.compile(
    r"(?<!\d)(?P<iso>20\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?)(?!\d)"
    r"|(?<![\d.])(?P<dotted>\d{1,2}\.\d{1,2})(?![\d.])(?=[号日]?(?:我|刚|才|去|那天|的?考|考|过|通过|就))"
    rf"|{_YEAR}?的?{_MONTH}(?:{_DAY})?|{_YEAR.replace('P<', 'P<y_')}(?:(?P<half>[上下])半年)?"
)
_AGO = re.compile(
    rf"(?P<n>{_NUMBER}|半)(?P<more>个?半)?个?(?P<unit>年|月|周|星期|礼拜|天|日)(?P<half>半)?(?:多)?(?:之|以)?前"
)
# 理论过了两年半: so long ago. 过了两年有效期 and 超过两年 count something else.
_SINCE = re.compile(
    rf"(?<!超)(?:考过|通过|过了|过)了?(?:已经|有|快|都)?(?P<n>{_NUMBER}|半)(?P<more>个?半)?个?(?P<unit>年|月)(?P<half>半)?"
    r"(?!\d|的?有效|的?期|前|份)"
)
_NEAR = re.compile(
    r"(?P<lastmonth>上上?个月|上上?月)|(?P<thismonth>这个月|本月)|(?P<day>今天|昨天|前天)|(?P<week>上周|上星期)"
)
_PASSED_AFTER = re.compile(
    r"^[^，。,；;？?\d]{0,14}?(?:(?<!没)(?:过了|过的|考过)|考的(?!话)|考了|(?<![没未不])(?:通过|合格|及格)|成绩|拿到|考出|考完)"
)
# 去年11月考的，操作没过: on that day another paper may have been passed.
_FAILED = r"(?:[没未](?:有)?(?:能)?(?:考)?(?:过(?!期)|通过|合格|及格)|不(?:合格|及格)|挂了?|差了?.分)"
_FAILED_AFTER = re.compile(rf"^[^。；;？?\d]{{0,18}}?{_FAILED}")
_ALSO_PASSED = re.compile(r"(?<![没未有])(?:过了|过的|考过|(?<![没未不有考])(?:通过|合格|及格))(?!.?(?:吗|没|不))")
_PASSED_BEFORE = re.compile(r"(?:通过|合格|考过|过的|成绩)(?:时间|日期)?[^，。,；;？?\d到至期]{0,4}$")
# Whoever speaks of these looks ahead.
_AHEAD_AFTER = re.compile(
    r"^[^，。,；;？?]{0,8}?(?:补考|重考|再考|报名|申报|报考|考试|去考|到期|过期|之?前|通知|规定|政策|举行|开考)"
)
_AHEAD_BEFORE = re.compile(r"[明后来次]年的?$|(?:想|打算|准备|要|计划|到|至|报)[^，。,；;？?]{0,4}$")
_UNTIL = re.compile(r"[到至~～—-]")
# So does whoever speaks of these with a month that has no year: 赶得上4月那场吗, 这次11月能补不.
_SOON_AFTER = re.compile(r"^的?(?:那|这)?(?:场|批|次|回|补|赶|来得及|还?(?:能|可以|可不可以)(?:补|考|报|赶))")
_SOON_BEFORE = re.compile(r"(?:赶得?[上及]|来得及|参加|[这下]一?[次回批])[^，。,；;？?]{0,4}$")


@dataclass(frozen=True)
class Passed:
    """The first and the last day that the words can mean; `said` are those words.

    `failed`: the person speaks of what they did not pass then; whether another paper was passed is not said.
    """

    first: date
    last: date
    said: str
    failed: bool = False

    @property
    def exact(self) -> bool:
        """Whether the words name one day."""
        return self.first == self.last


@dataclass(frozen=True)
class _Found:
    passed: Passed
    start: int
    end: int


def passed_on(text: str, as_of: datetime) -> Passed | None:
    """The day of passing, or the span of days that the words leave open, in the text; None where it names none.

    Of several dates the one that speaks of passing counts; a date alone counts unless its words look ahead
    (8月补考). A span that has begun ends on the day of the question; one that lies wholly after it is returned as
    it is: the person has mistyped. A day that does not exist is None.
    """
    day = as_of.astimezone(SHANGHAI).date()
    plain = squeezed(text)
    found = _dates(plain, day)
    telling = [one for one in found if _speaks_of_passing(plain, one, found)]
    telling = telling or [one for one in found if _speaks_of_failing(plain, one, found)]
    alone = [one for one in found if not _looks_ahead(plain, one) and one.passed.first <= day]
    chosen = telling or (alone if len(found) == 1 else [])
    if not chosen:
        return None
    passed = replace(chosen[0].passed, failed=_speaks_of_failing(plain, chosen[0], found))
    return replace(passed, last=day) if passed.first <= day < passed.last else passed


def without_past(text: str, as_of: datetime) -> str:
    """The text without the days on which something was passed or failed: what is left of months lies ahead."""
    plain = squeezed(text)
    found = _dates(plain, as_of.astimezone(SHANGHAI).date())
    chosen = passed_on(text, as_of)
    past = [one for one in found if _speaks_of_passing(plain, one, found) or _speaks_of_failing(plain, one, found)]
    past += [one for one in found if chosen and one.passed.said == chosen.said and one not in past]
    for one in sorted(past, key=lambda one: -one.start):
        plain = plain[: one.start] + plain[one.end :]
    return plain if past else text


def completed(now: Passed, before: Passed, corrects: bool = False) -> Passed:
    """The days that `now` names, in the year told before: 「去年6月」, then 「是6月15日」; 「2024年」, then 「12月」.

    A month that `corrects` another one (2025年8月, 其实是9月) lies in its year.
    """
    if (before.exact and not corrects) or _HAS_YEAR.search(now.said) or not _IN_A_YEAR.search(now.said):
        return now
    for year in range(before.first.year, before.last.year + 1):
        with contextlib.suppress(ValueError):  # 29 February
            first, last = now.first.replace(year=year), _of_same_month(now, year)
            inside = before.first <= first and last <= before.last
            if inside or (corrects and before.first.year == before.last.year):
                return Passed(first, last, f"{before.said}，{now.said}", before.failed)
    return now


def _of_same_month(now: Passed, year: int) -> date:
    """The last day that is meant, in another year: of a month its last, of a day that day."""
    if now.exact:
        return now.last.replace(year=year)
    return months_after(date(year, now.first.month, 1), 1) - timedelta(days=1)


def _dates(text: str, day: date) -> list[_Found]:
    """Everything that reads as a time in the past, in order, without overlaps."""
    readings = ((_SINCE, _ago), (_AGO, _ago), (_NEAR, _near), (_DATE, _calendar))
    found: list[_Found] = []
    for pattern, read in readings:
        for match in pattern.finditer(text):
            taken = any(match.start() < one.end and one.start < match.end() for one in found)
            span = None if taken else read(match, day)
            if span:
                found.append(_Found(Passed(*span, match.group()), match.start(), match.end()))
    return _joined(text, sorted(found, key=lambda one: one.start))


def _joined(text: str, found: list[_Found]) -> list[_Found]:
    """2024年6月到8月 is one span, in the year named first."""
    joined: list[_Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and _UNTIL.fullmatch(text[before.end : one.start]) and not _HAS_YEAR.search(one.passed.said):
            day = one.passed.last
            last = months_after(date(before.passed.first.year, day.month, 1), 1) - timedelta(days=1)
            last = min(last, last.replace(day=min(day.day, last.day)))
            span = Passed(before.passed.first, last, text[before.start : one.end])
            joined[-1] = _Found(span, before.start, one.end)
        else:
            joined.append(one)
    return joined


def _speaks_of_passing(text: str, one: _Found, found: list[_Found]) -> bool:
    """Whether the words around the date, up to the next date, say that something was passed then."""
    if _SINCE.fullmatch(one.passed.said):
        return True
    since = max((other.end for other in found if other.end <= one.start), default=0)
    after, before = _after(text, one, found), text[since : one.start]
    return bool(_PASSED_AFTER.match(after)) or bool(_PASSED_BEFORE.search(before))


def _speaks_of_failing(text: str, one: _Found, found: list[_Found]) -> bool:
    after = _after(text, one, found)
    soon = _is_soon(text, one)
    return not soon and bool(_FAILED_AFTER.match(after)) and not _ALSO_PASSED.search(after)


def _after(text: str, one: _Found, found: list[_Found]) -> str:
    """The words after the date, up to the next one."""
    return text[one.end : min((other.start for other in found if other.start >= one.end), default=len(text))]


def _looks_ahead(text: str, one: _Found) -> bool:
    before, after = text[: one.start], text[one.end :]
    return bool(_is_soon(text, one) or _AHEAD_AFTER.match(after) or _AHEAD_BEFORE.search(before))


def _is_soon(text: str, one: _Found) -> bool:
    yearless = not _HAS_YEAR.search(one.passed.said)
    if one.passed.said.startswith(("今年", "本年")) and _SOON_BEFORE.search(text[: one.start]):
        return True  # 还能赶上今年的吗
    return yearless and bool(_SOON_AFTER.match(text[one.end :]) or _SOON_BEFORE.search(text[: one.start]))


def _calendar(match: re.Match[str], day: date) -> tuple[date, date] | None:
    found = {key: value for key, value in match.groupdict().items() if value}
    if iso := found.get("iso"):
        return _printed(iso, day.year)
    if dotted := found.get("dotted"):
        return _printed(f"{day.year}.{dotted}", day.year)
    year = _year({key.removeprefix("y_"): value for key, value in found.items()}, day)
    if "month" not in found:
        return _of_year(year, found.get("half")) if year else None
    rest = match.group()[match.start("month") - match.start() :]
    span = _printed(rest, year or day.year)
    if span and year is None and span[0] > day:  # a month without year is the latest one
        span = _printed(rest, day.year - 1)
    return span


def _year(found: dict[str, str], day: date) -> int | None:
    if "full" in found:
        return int("".join(str(chinese_number(char)) if char in NUMERAL else char for char in found["full"]))
    if "short" in found:
        return 2000 + int(found["short"])
    return day.year - _YEARS_BACK[found["said"]] if "said" in found else None


def _of_year(year: int, half: str | None) -> tuple[date, date]:
    first, last = {"上": (1, 6), "下": (7, 12)}.get(half or "", (1, 12))
    return date(year, first, 1), months_after(date(year, first, 1), last - first + 1) - timedelta(days=1)


def _printed(text: str, year: int) -> tuple[date, date] | None:
    """The days of one printed date; 月初 and 月底 are taken for the whole month, which nothing is lost by."""
    text = re.sub(r"月份?(?:初|中|底|末)$", "月", text)
    text = re.sub(rf"[{NUMERAL}]+(?=[月日号]|$)", lambda match: str(chinese_number(match.group())), text)
    spans = resolve([one for one in words(text) if one.sign == "P"], ranged=False, year=year)
    if not spans or len(spans) != 1 or spans[0].start is None or spans[0].end is None:
        return None
    return spans[0].start, spans[0].end


def _ago(match: re.Match[str], day: date) -> tuple[date, date]:
    """So long ago, give or take half a unit: 两年前 is from two and a half to one and a half years ago."""
    number = (
        0.5 if match["n"] == "半" else float(match["n"] if match["n"].isdigit() else chinese_number(match["n"]))
    )
    halved = bool(match["more"] or match["half"])
    unit = match["unit"]
    if unit in "天日":
        return (when := day - timedelta(days=int(number))), when
    if unit in ("周", "星期", "礼拜"):
        middle = day - timedelta(weeks=number)
        return middle - timedelta(days=3), middle + timedelta(days=3)
    months = round((number + halved / 2) * (12 if unit == "年" else 1))
    blur = (3 if halved or number < 1 else 6) if unit == "年" else 1
    return months_after(day, -months - blur), min(day, months_after(day, blur - months))


def _near(match: re.Match[str], day: date) -> tuple[date, date]:
    if match["day"]:
        return (when := day - timedelta(days=_DAYS_BACK[match["day"]])), when
    if match["week"]:
        monday = day - timedelta(days=day.weekday() + 7)
        return monday, monday + timedelta(days=6)
    back = 0 if match["thismonth"] else match["lastmonth"].count("上")
    first = months_after(day.replace(day=1), -back)
    return first, months_after(first, 1) - timedelta(days=1)
