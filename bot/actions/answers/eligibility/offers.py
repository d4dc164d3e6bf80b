"""Where a level is examined, and the first application that is in time, for somebody whose case was judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.actions.answers.eligibility.verdicts import Line
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.several.words import asked_for
from bot.actions.turn import ELIGIBILITY, Turn
from bot.actions.wording import joined, notice_of, unique
from knowledge.directory import DirectoryEntry, directory
from knowledge.eligibility import LevelVerdict
from knowledge.models import LEVEL_NAMES
from knowledge.schedule import windows
from knowledge.subject import Subject

_OF_THE_RULE = re.compile(r"条件|要求|资格|几年|多少年|多久|多长|年限")
_DAYS = frozenset(("apply_when", "exam_when"))
_OF_ONESELF = re.compile(r"我|够")


def offer_lines(desk: Desk, turn: Turn, level: LevelVerdict, named: Subject) -> Iterator[Line]:
    """Who examines the level that was asked for, and the first application that is in time."""
    if named.organisation is None and named.occupation is None:
        return
    what = f"{named.occupation.name if named.occupation else ''}{LEVEL_NAMES[level.level]}"
    if levels_missing(desk, turn, named, [level.level]):
        if level.formerly_offered_by:  # that it is not there now was said first
            yield Line(f"{_formerly(level).removeprefix('；')}。")
        return
    if not level.offered_by:
        yield Line(f"不过，收录的现行通知里没有查到评价{what}的机构{_formerly(level)}。")
    elif level.outcome == "eligible" and level.window is None:
        if _had_windows(desk, turn, named, level):
            later = "明年的通知" if asks_of_a_later_year(turn) else "后面的时间"
            yield Line(f"{what}：收录的现行通知里，今年的报名都已经截止，{later}还没有收录。")
    elif level.window is not None and level.outcome == "eligible":
        window = level.window
        head = notice_of(window.organisation.name, window.year, window.notice_status, turn.as_of)
        text = f"{what}最近能赶上的报名：{head}，申报{window.application.text}，考试{window.assessment.text}。"
        title = desk.library.cite_title(window.notice_id, turn.as_of)
        yield Line(text, citations=(*window.citations[:1], title))


def asks_of_a_later_year(turn: Turn) -> bool:
    """Whether the days of a year that no notice is for yet are asked for, beside a verdict (明年那批几号报名)."""
    year = turn.mentioned.year
    return year is not None and year > turn.as_of.year and bool(asked_for(turn.text) & _DAYS)


def only_level(desk: Desk, turn: Turn, named: Subject) -> int | None:
    """The level of an occupation that the notices in force offer at one level alone; None where there are several."""
    offered = {level for one in _in_force(desk, turn, named) for level in one.levels}
    return offered.pop() if len(offered) == 1 else None


def levels_missing(desk: Desk, turn: Turn, named: Subject, asked: Sequence[int]) -> list[int]:
    """The levels asked for at which nobody examines the occupation now, while it is examined at others."""
    offered = {level for one in _in_force(desk, turn, named) for level in one.levels}
    return [one for one in asked if one not in offered] if offered else []


def is_absent_now(desk: Desk, turn: Turn, named: Subject, topic: str) -> bool:
    """Whether the level asked about is not examined this year, of an occupation that is at others; by who tells nothing."""
    new, memory = turn.mentioned, turn.memory
    if named.occupation is None or named.year or not new.levels or new.situation.told:
        return False
    if _OF_THE_RULE.search(turn.text):
        return False  # 二级要什么条件: they are the same wherever it is examined
    if topic == ELIGIBILITY and memory.topic == ELIGIBILITY:
        return False  # 一级呢, in a talk about conditions: they are told after it
    if memory.situation.told and _OF_ONESELF.search(turn.text):
        return False
    return levels_missing(desk, turn, named, new.levels) == list(new.levels)


def answer_absent(desk: Desk, turn: Turn, named: Subject) -> Reply:
    """That the level asked about is not there this year, whatever of it was asked for: a date, a way, whether one may."""
    line = absent_line(desk, turn, named, turn.mentioned.levels)
    return single("answered", line.text, citations=unique(list(line.citations)))


def absent_line(desk: Desk, turn: Turn, named: Subject, levels: Sequence[int]) -> Line:
    """That nobody examines these levels of the occupation this year, and at which it is examined."""
    entry = _in_force(desk, turn, named)[0]
    front = desk.library.notice(entry.citations[0].notice_id).front
    there, absent = (joined(LEVEL_NAMES[one] for one in each) for each in (entry.levels, levels))
    head = notice_of(front.issuer, front.year, entry.status, turn.as_of)
    text = f"今年没有{absent}可以报：据{head}，{entry.occupation.name}只开展{there}。"
    own = [one for one in entry.citations if one.notice_id == front.id]
    return Line(text, citations=(*own, desk.library.cite_title(front.id, turn.as_of)))


def not_offered(desk: Desk, turn: Turn, named: Subject, asked: Sequence[int]) -> Iterator[Line]:
    """That a level asked about is not there, of an occupation that is offered at others."""
    only = only_level(desk, turn, named)
    missing = levels_missing(desk, turn, named, asked)
    if not missing:
        return
    entry = _in_force(desk, turn, named)[0]
    front = desk.library.notice(entry.citations[0].notice_id).front
    head = notice_of(front.issuer, front.year, entry.status, turn.as_of)
    absent = joined(LEVEL_NAMES[one] for one in missing)
    if only is not None:
        text = f"据{head}，{entry.occupation.name}只开展{LEVEL_NAMES[only]}，没有{absent}；下面按{LEVEL_NAMES[only]}判断。"
    else:
        there = joined(LEVEL_NAMES[one] for one in entry.levels)
        text = f"不能报{absent}：据{head}，{entry.occupation.name}只开展{there}，没有{absent}；收录的现行通知里也没有查到评价{absent}的别的机构。"
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
