"""What can be done with a window on the day of the question, in one sentence."""

from __future__ import annotations

from datetime import date

from bot.actions.answers.schedule.lines import begins, first_day, last_day, until
from bot.actions.answers.schedule.question import Question, Told
from bot.actions.answers.schedule.timetables import Timetable, assessment_over
from bot.actions.reply import Computed
from knowledge.facts import Period
from knowledge.schedule import Window
from knowledge.timespan import spoken_date


def not_yet(table: Timetable, asked: Question) -> str:
    """That the next notice is not known; a date of this one is no hint at the next year's."""
    if table.first.organisation.id in asked.announced:
        return ""
    return f"{'明年' if table.first.year == asked.day.year else '今年'}的通知还没有收录。"


def state(told: Told, window: Window, asked: Question) -> str:
    """What can be done now: pay, where payment is asked for and due; else apply."""
    if asked.part == "payment":
        return _paying(told, window.payment, asked.day) if window.payment else ""
    if asked.part == "assessment" and assessment_over(window, asked.day):
        return ""
    if window.status == "open":
        return f"现在可以报名，{until(window.application, asked.day, told.computed)}。"
    if window.status == "closed" and asked.part == "application" and window.application.end:
        return f"这次的报名已经在{_last_of(window, asked, told.computed)}截止。"
    return ""


def _last_of(window: Window, asked: Question, computed: list[Computed]) -> str:
    """The last day of application, with its year where that is not this year's."""
    end = window.application.end
    if end is None or end.year == asked.day.year:
        return last_day(window.application, computed)
    day = spoken_date(end)
    computed.append(
        Computed(text=day, explanation=f"{window.year}年的通知写的“{window.application.text}”的最后一天")
    )
    return day


def _paying(told: Told, payment: Period, day: date) -> str:
    if (payment.start or day) <= day <= (payment.end or day):
        return f"现在可以缴费，{until(payment, day, told.computed)}。"
    if payment.end and payment.end < day:
        return f"这次的缴费已经在{last_day(payment, told.computed)}截止。"
    if payment.start and payment.end:
        first = first_day(payment, told.computed)
        until_then = f"{first}开始，到{last_day(payment, told.computed)}截止"
        return f"缴费还没开始，{until_then}。{begins(payment, day, told.computed)}"
    return ""
