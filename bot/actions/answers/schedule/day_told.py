"""Whether one can apply or pay on a day to come: 明天还能报吗, 下周一来得及吗, 国庆能交钱吗."""

from __future__ import annotations

import re
from datetime import date

from bot.actions.answers.schedule.lines import begins, last_day, row, until
from bot.actions.answers.schedule.named_days import meant
from bot.actions.answers.schedule.question import Question, Told
from bot.actions.answers.schedule.timetables import Timetable
from bot.actions.answers.schedule.yes_no import spoken
from bot.actions.reply import Computed
from knowledge.facts import Period
from knowledge.schedule import Window
from knowledge.timespan import spoken_date

_APPLYING = re.compile(r"报|申请|申报")
_DATES = {"application": "申报时间", "payment": "缴费时间"}


def asks_of_a_day(table: Timetable, asked: Question) -> bool:
    """Whether the timetable is held against the days asked about; an old one never is, one to come only for its year."""
    fitting = asked.part in _DATES or bool(_APPLYING.search(asked.text))
    if asked.on is None or not asked.on.days or not fitting:
        return False
    coming = table.status == "upcoming" and table.first.year == asked.on.days[0].year
    return coming or table.status == "current"


def tell_day(told: Told, table: Timetable, asked: Question) -> bool:
    """Say whether the days are within a window. False where no notice for them is held; then nothing is decided."""
    assert asked.on is not None
    part, days = ("payment" if asked.part == "payment" else "application"), asked.on.days
    said = _said(told, asked)
    rows = [one for one in _meant(table, asked) if _period(one, part)]
    if days[0].year > table.first.year:
        year = f"{days[0].year}年"
        told.computed.append(Computed(text=year, explanation=f"“{asked.on.said}”所在的年份"))
        told.say(
            f"{said}已经是{year}，{year}的通知还没有收录，能不能{'缴费' if part == 'payment' else '报名'}还不知道。"
        )
        return False
    inside = next((one for one in rows if _shared(_period(one, part), days, table)), None)
    if inside:
        told.verdict = spoken(asked.kind, part, yes=True)
        _inside(told, table, asked, inside, part)
    else:
        _outside(told, table, asked, rows, part)
    return True


def _no(asked: Question, part: str, begun: bool) -> str:
    kind = asked.kind
    if kind == "can":
        return f"不能{'交' if part == 'payment' else '报'}。"
    return spoken(kind, part, yes=False) if begun or kind is None else "那天还没开始。"


def _inside(told: Told, table: Timetable, asked: Question, window: Window, part: str) -> None:
    assert asked.on is not None
    period = _period(window, part)
    assert period is not None
    shared = _shared(period, asked.on.days, table)
    said = _said(told, asked)
    if len(shared) < len(asked.on.days):
        told.say(f"{said}里，只有{_span(told, asked, shared[0], shared[-1])}在{_DATES[part]}里。")
    else:
        told.say(f"{said}在{_DATES[part]}里。")
    told.say(f"{until(period, asked.day, told.computed)}。")
    told.show([window], asked.part, state=False)


def _outside(told: Told, table: Timetable, asked: Question, rows: list[Window], part: str) -> None:
    assert asked.on is not None
    told.say(f"{_said(told, asked)}不在{_DATES[part]}里。")
    day = asked.on.days[0]
    dated = [(one, period) for one in rows if (period := _period(one, part)) is not None]
    before = [(one, period) for one, period in dated if period.end and period.end < day]
    after = [(one, period) for one, period in dated if period.start and period.start > day]
    told.verdict = _no(asked, part, bool(before))
    if before:
        window, period = before[-1]
        over = period.end is not None and period.end < asked.day
        end = last_day(period, told.computed)
        told.say(f"上次已经在{end}截止。" if over else f"这次{until(period, asked.day, told.computed)}。")
        told.rows.append(window)
    if after:
        window, period = after[0]
        told.say(f"接下来：{row(window, told.computed, asked.part, state=False)}。")
        told.say(begins(period, asked.day, told.computed))
        told.rows.append(window)
    elif before:
        told.say("今年后面没有了，明年的通知还没有收录。")


def _meant(table: Timetable, asked: Question) -> list[Window]:
    """The rows of the months named beside the day (9月报的名，国庆能交钱吗); all where there are none."""
    rows = [window for named in asked.named if named.part for window in meant(table.heads, named)]
    return rows or table.heads


def _period(window: Window, part: str) -> Period | None:
    return window.payment if part == "payment" else window.application


def _shared(period: Period | None, days: tuple[date, ...], table: Timetable) -> tuple[date, ...]:
    if period is None or period.end is None:
        return ()
    first = period.start or date(table.first.year, 1, 1)
    return tuple(one for one in days if first <= one <= period.end)


def _said(told: Told, asked: Question) -> str:
    assert asked.on is not None
    days = asked.on.days
    return f"{asked.on.said}（{_span(told, asked, days[0], days[-1])}）"


def _span(told: Told, asked: Question, first: date, last: date) -> str:
    assert asked.on is not None
    years = first.year != asked.day.year
    names = [spoken_date(one) if years else f"{one.month}月{one.day}日" for one in dict.fromkeys((first, last))]
    text = "到".join(names)
    told.computed.append(
        Computed(text=text, explanation=f"今天是{spoken_date(asked.day)}，照日历算“{asked.on.said}”")
    )
    return text
