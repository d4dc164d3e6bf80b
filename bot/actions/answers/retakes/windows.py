"""The application windows that are left to somebody who wants to retake a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.actions.answers.schedule.named_days import NamedDays, meant, named_days
from bot.actions.desk import Desk
from bot.actions.turn import Turn
from bot.actions.wording import joined
from knowledge.models import Citation
from knowledge.retakes.windows import RetakeWindow, windows_within
from knowledge.schedule import Window, windows
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI

MOST = 3
NONE_LEFT = "这份通知的时间表里，已经没有有效期内还能报的时间了；之后的安排要看新的通知。"
_ASK = "通知没有写这样算不算，报名前请先问机构"


@dataclass(frozen=True)
class Windows:
    """Lines on windows with their sources, and whether one can still retake in them (None: undecided)."""

    lines: list[str]
    citations: list[Citation]
    in_time: bool | None


def still_open(desk: Desk, turn: Turn, own: Subject, until: tuple[date, date] | None) -> Windows:
    """The windows of the subject's notice in which one can apply by the first possible `until` (None: on any day).

    A notice without timetable, or not in force, yields no lines and leaves `in_time` True: it speaks against nothing.
    """
    found = _each_once(windows_within(desk.library, own, until[0] if until else date.max, turn.as_of))
    if not found:
        timetable = [one for one in windows(desk.library, own, turn.as_of) if one.notice_status == "current"]
        if not (until and timetable):
            return Windows([], [], True)
        return Windows([NONE_LEFT], [each for one in timetable for each in one.citations], None)
    head = f"{'有效期内' if until else '通知里'}还可以报的时间（照通知的时间表）："
    lines = [head, *(_line(one, until, _today(turn)) for one in found[:MOST])]
    citations = [citation for one in found[:MOST] for citation in one.window.citations]
    return Windows(lines, citations, any(one.assessment_inside is not False for one in found) or None)


def asked_window(desk: Desk, turn: Turn, own: Subject, until: tuple[date, date], text: str) -> Windows | None:
    """Of the windows in the months that the text names, how they lie to the first and the last possible `until`.

    None where the text names no month, or no timetable is in force.
    """
    current = [one for one in windows(desk.library, own, turn.as_of) if one.notice_status == "current"]
    asked = [_as_applied_for(one, text) for one in named_days(text, _today(turn))]
    named = [one for day in asked for one in meant(current, day)]
    found = list({(one.application.text, one.assessment.text): one for one in named}.values())[:MOST]
    if not found:
        return _besides(desk, turn, own, until, asked) if asked and current else None
    told = [_told(one, until, _today(turn)) for one in found]
    verdicts = [verdict for _, verdict in told]
    in_time = True if True in verdicts else None if None in verdicts else False
    return Windows([line for line, _ in told], [each for one in found for each in one.citations], in_time)


def _as_applied_for(day: NamedDays, text: str) -> NamedDays:
    """赶上11月的报名 names when to apply, whatever 赶上 is said of elsewhere."""
    applying = re.search(rf"{re.escape(day.words)}的?(?:报|申)", text)
    return replace(day, part="application") if applying else day


def _besides(desk: Desk, turn: Turn, own: Subject, until: tuple[date, date], asked: list[NamedDays]) -> Windows:
    """The timetable has nothing in the month that was asked for: what there is."""
    left = still_open(desk, turn, own, until)
    none = f"通知的时间表里没有{joined(one.words for one in asked)}的报名或考试。"
    return Windows([none, *left.lines], left.citations, None)


def _told(window: Window, until: tuple[date, date], today: date) -> tuple[str, bool | None]:
    """One window in words, and whether applying and being assessed in it lie within the validity."""
    said = f"申报{window.application.text}，考试{window.assessment.text}："
    if window.status == "closed":
        return f"{said}申报已经截止。", False
    if max(window.application.start or today, today) > until[1]:
        return f"{said}申报开始的时候，成绩已经过期。", False
    start, end = window.assessment.start, window.assessment.end
    last_day = _last_day(window, today)
    if end and end <= until[0]:
        return f"{said}考试在有效期内{last_day}。", True
    if start and start > until[1]:
        return f"{said}考试在有效期之后{last_day}。有效期内报名、过期后才考，{_ASK}。", False
    return f"{said}考试可能在有效期之后{last_day}，{_ASK}。", None


def _last_day(window: Window, today: date) -> str:
    return "，申报今天截止" if window.application.end == today else ""


def _today(turn: Turn) -> date:
    return turn.as_of.astimezone(SHANGHAI).date()


def _each_once(found: Iterable[RetakeWindow]) -> list[RetakeWindow]:
    """Occupations that share a timetable share its rows."""
    return list({(one.window.application.text, one.window.assessment.text): one for one in found}.values())


def _line(one: RetakeWindow, until: tuple[date, date] | None, today: date) -> str:
    window = one.window
    said = f"申报{window.application.text}，考试{window.assessment.text}{_last_day(window, today)}"
    if until and one.assessment_inside is False:
        late = window.assessment.start and window.assessment.start > until[1]
        return f"{said}（考试{'' if late else '可能'}在有效期之后，{_ASK}）"
    return said
