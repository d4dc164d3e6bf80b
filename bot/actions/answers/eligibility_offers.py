"""Where a level is examined, and the first application that is in time, for somebody whose case was judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.actions.answers.verdicts import Line
from bot.actions.desk import Desk
from bot.actions.turn import Turn
from bot.actions.wording import joined, notice_of
from knowledge.directory import DirectoryEntry, directory
from knowledge.eligibility import LevelVerdict
from knowledge.models import LEVEL_NAMES
from knowledge.schedule import windows
from knowledge.subject import Subject


def offer_lines(desk: Desk, turn: Turn, level: LevelVerdict, named: Subject) -> Iterator[Line]:
    """Who examines the level that was asked for, and the first application that is in time."""
    if named.organisation is None and named.occupation is None:
        return
    what = f"{named.occupation.name if named.occupation else ''}{LEVEL_NAMES[level.level]}"
    if not level.offered_by:
        yield Line(f"不过，收录的现行通知里没有查到评价{what}的机构{_formerly(level)}。")
    elif level.outcome == "eligible" and level.window is None:
        if _had_windows(desk, turn, named, level):
            yield Line(f"{what}：收录的现行通知里，今年的报名都已经截止，后面的时间还没有收录。")
    elif level.window is not None and level.outcome == "eligible":
        window = level.window
        head = notice_of(window.organisation.name, window.year, window.notice_status, turn.as_of)
        text = f"{what}最近能赶上的报名：{head}，申报{window.application.text}，考试{window.assessment.text}。"
        title = desk.library.cite_title(window.notice_id, turn.as_of)
        yield Line(text, citations=(*window.citations[:1], title))


def only_level(desk: Desk, turn: Turn, named: Subject) -> int | None:
    """The level of an occupation that the notices in force offer at one level alone; None where there are several."""
    offered = {level for one in _in_force(desk, turn, named) for level in one.levels}
    return offered.pop() if len(offered) == 1 else None


def not_offered(desk: Desk, turn: Turn, named: Subject, asked: Sequence[int]) -> Iterator[Line]:
    """That a level asked about is not there, of an occupation that is offered at another one alone."""
    only = only_level(desk, turn, named)
    missing = [one for one in asked if one != only]
    if only is None or not missing:
        return
    entry = _in_force(desk, turn, named)[0]
    front = desk.library.notice(entry.citations[0].notice_id).front
    head = notice_of(front.issuer, front.year, entry.status, turn.as_of)
    absent = joined(LEVEL_NAMES[one] for one in missing)
    text = f"据{head}，{entry.occupation.name}只开展{LEVEL_NAMES[only]}，没有{absent}；下面按{LEVEL_NAMES[only]}判断。"
    yield Line(text, citations=tuple(entry.citations))


def _in_force(desk: Desk, turn: Turn, named: Subject) -> list[DirectoryEntry]:
    if named.occupation is None:
        return []
    found = directory(desk.library, Subject(named.organisation, named.occupation), turn.as_of)
    return [one for one in found if one.status == "current" and one.levels]


def _had_windows(desk: Desk, turn: Turn, named: Subject, level: LevelVerdict) -> bool:
    """Whether a notice in force has a timetable for the level."""
    known = windows(desk.library, Subject(named.organisation, named.occupation, level.level), turn.as_of)
    return any(one.notice_status == "current" for one in known)


def _formerly(level: LevelVerdict) -> str:
    if not level.formerly_offered_by:
        return ""
    names = joined(one.name for one in level.formerly_offered_by)
    return f"；别的年份的通知里有{names}，不能当作今年的"
