"""那几月考, after the month in which somebody means to apply: the sitting asked about is the one of that month."""

from __future__ import annotations

import re

from bot.actions.answers.schedule.named_days import named_days
from bot.actions.answers.schedule.timetables import today
from bot.actions.turn import Turn

_WINDOW = "ask_application_window"
_WHEN_SAT = re.compile(
    r"(?:那么?|这样|的话|我|就|是|大概|具体|一般|最快|,|，)*(?:什么时候|啥时候?|何时|几时|几月|几号|哪[天月]|哪一天)(?:能|可以|才能|才|会|去|开始)*考试?(?:[呢啊呀的]|[？?])*"
)
_APPLIES = re.compile(r"报|申")


def with_month_applied(turn: Turn, text: str) -> str:
    """The question with the one month of application that the message before it named (12月底报还行吗)."""
    before = turn.memory.asked
    if turn.memory.topic != _WINDOW or not before or not _WHEN_SAT.fullmatch(text) or not _APPLIES.search(before):
        return text
    named = [one for one in named_days(before, today(turn.as_of)) if one.part in ("application", None)]
    months = {month for one in named for month in one.months}
    return f"{months.pop()}月报的，{text}" if len(months) == 1 else text
