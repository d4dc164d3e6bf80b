"""Days that people call by a festival: 前年国庆节那天, 大前年元旦, 22年五一假期, 2023年春节."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

# Month and day; a festival of the lunar calendar can fall on any day from the first to the last of these.
_FIXED = {
    "元旦": (1, 1), "三八": (3, 8), "妇女节": (3, 8), "五一": (5, 1), "劳动节": (5, 1), "五四": (5, 4),
    "青年节": (5, 4), "六一": (6, 1), "儿童节": (6, 1), "七一": (7, 1), "八一": (8, 1), "建军节": (8, 1),
    "教师节": (9, 10), "国庆": (10, 1), "十一": (10, 1), "双十一": (11, 11), "平安夜": (12, 24), "圣诞": (12, 25),
}  # fmt: skip
_LUNAR = {
    "除夕": ((1, 20), (2, 19)), "大年初一": ((1, 21), (2, 20)), "春节": ((1, 21), (2, 20)),
    "过年": ((1, 20), (2, 27)), "元宵": ((2, 4), (3, 6)), "清明": ((4, 4), (4, 6)), "端午": ((5, 27), (6, 26)),
    "七夕": ((7, 31), (8, 30)), "中秋": ((9, 7), (10, 8)), "重阳": ((9, 30), (10, 30)),
}  # fmt: skip
_DAYS_OFF = timedelta(days=7)  # at most, after the festival itself
_NAMES = "|".join(sorted([*_FIXED, *_LUNAR], key=len, reverse=True))
# 国庆前 and 国庆以后 are not the day; 十一月 is a month.
_NAME = (
    rf"(?:{_NAMES})(?!月|年|个|级|[日号]|节?(?:[之以]?[前后]|左右))节?"
    r"(?:(?:小?长假|假期?|放假|期间|黄金周)(?:里|中|的?时候)?|的?(?:那|这|当)一?[天日])?"
)
_YEAR = r"(?:(?P<number>(?<![0-9])(?:19|20)?[0-9]{2})|(?P<back>大前|(?<!目)前|去|今))年的?"
# Without a year it is the latest one, and only of something that was obtained then.
_GOT = r"(?=[^,。;?!]{0,4}?(?:拿|领|考[出到]|取得|获得|评[上的]|发[的了证下]|到手|入职|入行))"
_FESTIVAL = re.compile(rf"{_YEAR}(?P<named>{_NAME})|(?P<alone>{_NAME}){_GOT}")
_HOLIDAY = re.compile("假|期间|黄金周")
_YEARS_BACK = {"今": 0, "去": 1, "前": 2, "大前": 3}


@dataclass(frozen=True)
class Festive:
    """The words at `text[start:end]`, and the first and the last day that they can mean."""

    start: int
    end: int
    first: date
    last: date


def festivals(text: str, day: date) -> Iterator[Festive]:
    """Every festival in a text without white space that names a day of a year."""
    for match in _FESTIVAL.finditer(text):
        said = match["named"] or match["alone"]
        year = _year(match, day)
        first, last = _days(said, year)
        if match["alone"] and first > day:
            first, last = _days(said, year - 1)
        yield Festive(match.start(), match.end(), first, last)


def _year(match: re.Match[str], day: date) -> int:
    if number := match["number"]:
        return int(number) if len(number) > 2 else int(number) + (2000 if 2000 + int(number) <= day.year else 1900)
    return day.year - _YEARS_BACK[match["back"] or "今"]


def _days(said: str, year: int) -> tuple[date, date]:
    """First and last day; of days off (国庆假期) every one of them."""
    name = max((one for one in (*_FIXED, *_LUNAR) if said.startswith(one)), key=len)
    if name in _LUNAR:
        first, last = _LUNAR[name]
        return date(year, *first), date(year, *last)
    on = date(year, *_FIXED[name])
    return on, on + _DAYS_OFF if _HOLIDAY.search(said) else on
