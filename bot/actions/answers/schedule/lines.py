"""Sentences about windows: dates in the notice's own words, and what was counted from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from bot.actions.answers.schedule.named_days import Part
from bot.actions.reply import Computed
from knowledge.facts import Period
from knowledge.schedule import Window, printed_first_day
from knowledge.timespan import spoken_date

_NEXT_YEAR = re.compile(r"[明次翌]年")
_WEEKDAYS = "一二三四五六日"
_SHORT = 4  # consecutive days of one assessment whose weekdays are told


def row(window: Window, computed: list[Computed], first: Part, state: bool = True) -> str:
    """考试8月22、23日：申报6月29日-7月19日（正在申报），缴费7月20日-7月26日，8月17日起打印准考证.

    The part that was asked for comes first.
    """
    said = (
        {"open": "（正在申报）", "closed": "（已截止）", "upcoming": "（还没开始）"}[window.status]
        if state
        else ""
    )
    parts = {"application": f"申报{window.application.text}{said}"}
    if window.payment:
        parts["payment"] = f"缴费{window.payment.text}"
    if window.admission_ticket and window.admission_ticket.from_:
        parts["ticket"] = f"{window.admission_ticket.text}起打印准考证"
    parts["assessment"] = f"考试{assessment(window, computed)}"
    asked = parts.pop(first, "")
    rest = "，".join(parts.values())
    return f"{asked}{'，' if first == 'application' else '：'}{rest}" if asked else rest


def assessment(window: Window, computed: list[Computed]) -> str:
    """The assessment in the notice's words; 明年1月 with the year that it means."""
    period = window.assessment
    if not _NEXT_YEAR.search(period.text) or not period.start:
        return period.text
    meant = f"{period.start.year}年{period.start.month}月"
    computed.append(Computed(text=meant, explanation=f"{window.year}年的通知写的“{period.text}”"))
    return f"{period.text}（即{meant}）"


def last_day(period: Period, computed: list[Computed]) -> str:
    """The last day as printed, or as it follows from a printed month."""
    if period.end is None:
        return ""
    day = f"{period.end.month}月{period.end.day}日"
    if day not in period.text:
        computed.append(Computed(text=day, explanation=f"“{period.text}”的最后一天"))
    return day


def first_day(period: Period, computed: list[Computed]) -> str:
    """The first day as printed, or as it follows from a printed month; empty where it is not known."""
    if period.start is None:
        return ""
    day = f"{period.start.month}月{period.start.day}日"
    if day not in period.text:
        computed.append(Computed(text=day, explanation=f"“{period.text}”的第一天"))
    return day


def until(period: Period, day: date, computed: list[Computed]) -> str:
    """到7月19日截止，还有18天."""
    if period.end is None:
        return "通知没有写明截止日期"
    left = (period.end - day).days
    last = last_day(period, computed)
    if left == 0:
        return f"到{last}截止，就在今天"
    return f"到{last}截止，还有{counted(left, day, period.end, computed)}"


def begins(period: Period, day: date, computed: list[Computed]) -> str:
    """离开始报名还有20天; empty where the first day is not known."""
    if period.start is None or period.start <= day:
        return ""
    return f"离开始还有{counted((period.start - day).days, day, period.start, computed)}。"


def counted(days: int, since: date, to: date, computed: list[Computed]) -> str:
    """A number of days, with what it was counted from."""
    text = f"{days}天"
    computed.append(Computed(text=text, explanation=f"从{spoken_date(since)}到{spoken_date(to)}"))
    return text


def times(count: int, what: str, computed: list[Computed]) -> str:
    """A number of rows."""
    text = f"{count}次"
    computed.append(Computed(text=text, explanation=f"时间表里{what}的有{count}次"))
    return text


def weekdays(window: Window, computed: list[Computed]) -> str:
    """8月22日是星期六，8月23日是星期日。 Empty where the days are not printed."""
    first, last = printed_first_day(window.assessment, window.year), window.assessment.end
    if first is None or last is None or (last - first).days >= _SHORT:
        return ""
    days = [date.fromordinal(one) for one in range(first.toordinal(), last.toordinal() + 1)]
    said = [f"{one.month}月{one.day}日是星期{_WEEKDAYS[one.weekday()]}" for one in days]
    explained = f"“{window.assessment.text}”，按{first.year}年的日历"
    computed += [Computed(text=one, explanation=explained) for one in said]
    return "，".join(said) + "。"


def unique_changes(windows: Iterable[Window]) -> list[str]:
    """What may move these assessments, each sentence once."""
    return list(dict.fromkeys(change.text for one in windows for change in one.changes))
