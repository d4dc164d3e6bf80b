"""The time of day that a question names: 下午四点半, 16:00, 早上9点."""

from __future__ import annotations

import re
from datetime import time

from knowledge.wording.numerals import chinese_number
from knowledge.wording.plain import plain

_MORNING, _LATER = "上午|早上|早晨|清早|凌晨", "下午|傍晚|晚上|夜里|今晚|明晚"
_CLOCK = re.compile(
    rf"(?P<part>{_MORNING}|中午|{_LATER})?(?P<hour>\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})"
    r"(?:点钟?(?P<part2>半|一刻|三刻|[0-5]\d分?)?|:(?P<minute>[0-5]\d))(?!以?[前后]?下班)"
)
_MINUTES = {"半": 30, "一刻": 15, "三刻": 45}
_EARLIEST = 7  # before seven in the morning nobody asks for an office: 四点半 is in the afternoon


def asked_clock(text: str) -> time | None:
    """The one time of day that is named; None where none or several are. 几点 names none."""
    found = {one for match in _CLOCK.finditer(plain(text).replace(" ", "")) if (one := _time(match))}
    return found.pop() if len(found) == 1 else None


def without_clock(text: str) -> str:
    """What is left of a text when all times of day are taken away."""
    return _CLOCK.sub("", plain(text).replace(" ", ""))


def _time(match: re.Match[str]) -> time | None:
    hour = int(match["hour"]) if match["hour"].isdigit() else chinese_number(match["hour"])
    part, rest = match["part"] or "", match["part2"] or ""
    late_morning = part == "中午" and hour >= 10  # 中午11点半
    later = not re.fullmatch(_MORNING, part) and not late_morning if part else hour < _EARLIEST
    hour += 12 if hour < 12 and later else 0
    minute = int(match["minute"] or 0) or _MINUTES.get(rest) or int(rest.removesuffix("分") or 0)
    return time(hour, minute) if hour < 24 else None
