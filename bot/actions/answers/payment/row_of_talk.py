"""The days of payment of the row of a timetable that was just told: 钱也是那几天交, after one batch's days of application."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.answers.schedule.lines import until
from bot.actions.answers.schedule.named_days import Part, named_days
from bot.actions.answers.schedule.question import Question, Told
from bot.actions.answers.schedule.timetables import Timetable
from bot.actions.answers.schedule.told import tell
from bot.actions.turn import Turn
from knowledge.schedule import Window

_PARTS: dict[str, Part] = {
    "ask_application_window": "application",
    "ask_exam_date": "assessment",
}


def told_of_row(turn: Turn, table: Timetable, asked: Question) -> Told | None:
    """When to pay by the one row that was told; None where none, or several, were told, or something else is asked."""
    row = _row(turn, table, asked)
    if row is None:
        return None
    about, told = table.about(), Told()
    told.say(f"按{table.named(asked.as_of)}{'，' + about if about else ''}：")
    told.show([row], asked.part)
    period = row.payment
    if period and period.start and period.end and period.start <= asked.day:
        over = period.end < asked.day
        left = "这次的缴费时间已经过了。" if over else f"现在可以缴费，{until(period, asked.day, told.computed)}。"
        told.say(left)
    return told


def _row(turn: Turn, table: Timetable, asked: Question) -> Window | None:
    before, memory = _PARTS.get(turn.memory.topic or ""), turn.memory
    new = turn.mentioned
    elsewhere = new.occupation or new.organisation or new.levels or new.year
    if before is None or memory.asked is None or asked.part != "payment" or elsewhere or asked.named or asked.on:
        return None
    text = memory.asked
    rows = tell(
        table, replace(asked, text=text, part=before, named=named_days(text, asked.day), whether=None)
    ).rows
    return rows[0] if len(rows) == 1 and rows[0].payment else None
