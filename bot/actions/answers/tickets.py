"""How and from when the admission ticket is printed, for group and individual applicants."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.actions.answers.schedule.lines import assessment, counted
from bot.actions.answers.schedule.named_days import meant, named_days
from bot.actions.answers.schedule.question import COUNTS_DAYS
from bot.actions.answers.schedule.timetables import Timetable, applying, assessment_over, timetables, today
from bot.actions.answers.unstated import unstated
from bot.actions.desk import Desk
from bot.actions.reply import Card, Computed, Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import unique
from knowledge.models import Citation
from knowledge.schedule import Ticket, Way, Window, next_window, notice_tickets, windows
from knowledge.subject import Subject
from knowledge.timespan import spoken_date

LABEL, TICKET = "准考证打印", "ask_admission_ticket"
_GROUP = re.compile(r"团体|集体|学校|院校|单位|培训(?:机构|班|学校)|老师发|统一(?:报|打|发)")
_ALONE = re.compile(r"个人|自己报|我?自己去?报|散报")
_WAYS: dict[Way, str] = {"group": "团体申报", "individual": "个人申报"}
# What people ask of a ticket and no notice prints.
_UNPRINTED = {
    "准考证打成彩色还是黑白、用什么纸、打几张": re.compile(
        r"彩[打印色]|黑白|A4|[aA]4纸|什么纸|纸张|(?:打|印|带)(?:几|多少)[张份]"
    ),
    "准考证能不能用电子版或截图": re.compile(
        r"截[图屏]|电子[版档的]|(?:手机|平板)[^，。]{0,8}(?:看|出示|存|给|展示|行|可以)|不打印|不用打|拍[张个]?照"
    ),
    "准考证丢了怎样补打": re.compile(
        r"(?:丢|遗失|弄没|搞丢|找不到|不见|忘[了记]?带|没带|撕|弄坏|弄湿)[^，。]{0,10}"
    ),
    "准考证网站打不开、登录不上怎么办": re.compile(
        r"打不开|(?:登|进)(?:录|陆)?不(?:上|去|了|进)|登[录陆]失败|报错|崩了|卡[住死]|查无|白屏|404"
    ),
    "准考证上的信息错了怎样改": re.compile(
        r"(?:名字|姓名|照片|信息|身份证|证件号)[^，。]{0,8}(?:错|不对|有误|不符|不一致|打错)"
    ),
}
_ASKS_DAY = re.compile(r"几[号月日]|哪[天日]|什么(?:时候|时间|日子)|啥时|何时|几时|日期|时间")
_SITE = re.compile(r"网[站址]|链接")  # printed for one way only, it is told to either
_MOST = 3  # rows whose ticket dates are told


@dataclass
class _Told:
    lines: list[str] = field(default_factory=list)
    rows: list[Window] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    computed: list[Computed] = field(default_factory=list)
    stated: bool = False


def answer_ticket(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The rule of each way in the notice's words, then the dates that follow for what is still to come."""
    if unprinted := next((label for label, words in _UNPRINTED.items() if words.search(turn.text)), ""):
        return _beside_the_rule(desk, turn, subject, unprinted)
    return _rule(desk, turn, subject)


def _beside_the_rule(desk: Desk, turn: Turn, subject: Subject, unprinted: str) -> Reply:
    """What no notice prints of a ticket; with the rule, where it is known whose."""
    silent = unstated(desk, turn, replace(subject, level=None, year=None), unprinted)
    if subject.organisation is None and subject.occupation is None:
        return silent
    rule = _rule(desk, turn, subject)
    first, second = silent.messages[0], rule.messages[0]
    if rule.status != "answered":
        return silent
    return single(
        "not_stated",
        f"{first.text}\n写明的是：\n{second.text}",
        citations=unique([*first.citations, *second.citations]),
        computed=second.computed,
        card=second.card,
    )


def _rule(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    known = windows(desk.library, replace(subject, level=None), turn.as_of)
    tables, note = applying(timetables(known), subject)
    tables = list({one.first.notice_id: one for one in tables}.values())
    told = [_tell(desk, turn, subject, one) for one in tables]
    told = [one for one in told if one.lines]
    if not told:
        return unstated(desk, turn, replace(subject, level=None), LABEL)
    if not any(one.stated for one in told) and subject.year is None:
        ways = "、".join(_WAYS[one] for one in _ways_asked(turn))
        return unstated(desk, turn, replace(subject, level=None), f"{ways}怎样打印准考证")
    named = subject.organisation or subject.occupation
    return single(
        "answered" if any(one.stated for one in told) else "not_stated",
        "\n".join([*(line for one in told for line in one.lines), *([note] if note and named else [])]),
        citations=unique([quote for one in told for quote in one.citations]),
        computed=tuple({one.text: one for each in told for one in each.computed}.values()),
        card=_card(tables, [window for one in told for window in one.rows]),
    )


def _tell(desk: Desk, turn: Turn, subject: Subject, table: Timetable) -> _Told:
    told, notice_id = _Told(), table.first.notice_id
    rules = notice_tickets(desk.library, desk.library.holding(notice_id), turn.as_of)
    ways = _ways_asked(turn)
    wanted = [one for one in rules if one.way in ways]
    if not rules and not any(one.admission_ticket for one in table.heads):
        return told
    named = table.named(turn.as_of)
    if wanted:
        told.lines.append(f"按{named}：")
        told.lines += _rules(wanted)
    elif rules:
        told.lines.append(f"{named}没有写明{'、'.join(_WAYS[one] for one in ways)}怎样打印准考证。")
    told.stated = bool(wanted) or not rules
    if told.stated and (subject.organisation or subject.occupation):
        _dates(told, turn, table, ways)
    told.citations += [quote for one in wanted for quote in one.citations]
    told.citations.append(desk.library.cite_title(notice_id, turn.as_of))
    return told


def _ways_asked(turn: Turn) -> tuple[Way, ...]:
    """The way of applying that the message names, or the one before it in a talk about tickets."""
    group, alone = bool(_GROUP.search(turn.text)), bool(_ALONE.search(turn.text))
    before = turn.memory.asked if turn.memory.topic == TICKET and not _SITE.search(turn.text) else None
    if group == alone and before:
        group, alone = bool(_GROUP.search(before)), bool(_ALONE.search(before))
    if group == alone:
        return ("group", "individual")
    return ("group",) if group else ("individual",)


def _rules(rules: Iterable[Ticket]) -> list[str]:
    """The notice's sentences without their numbers; one that holds for both ways is said once."""
    quotes = ("\n".join(one.quote for one in rule.citations) for rule in rules)
    return list(dict.fromkeys(re.sub(r"^\d+[.、]", "", quote) for quote in quotes))


def _dates(told: _Told, turn: Turn, table: Timetable, ways: tuple[Way, ...]) -> None:
    """The date for each row that is asked for or still to come; one sentence where none is known yet."""
    asked = named_days(turn.text, today(turn.as_of))
    chosen = list({one.id: one for named in asked for one in meant(table.heads, named)}.values())
    if not chosen and table.status in ("current", "upcoming"):
        chosen = [one for one in table.heads if not assessment_over(one, today(turn.as_of))][:_MOST]
        if not chosen:
            chosen = table.heads[-1:] if _ASKS_DAY.search(turn.text) else []
            told.lines.append(f"通知里列出的考试都已经结束了{'，最后那次是：' if chosen else '。'}")
    dated = [one for one in chosen if any(ticket.from_ for ticket in one.tickets)]
    for window in dated:
        told.lines += _dated(told, window, ways)
    _days_to(told, turn, dated)
    told.rows += dated
    told.citations += [quote for one in dated for quote in one.citations]
    undated = [one for one in chosen if one not in dated]
    if undated:
        reasons = [one.computed for one in undated[0].tickets if one.way in ways and one.computed]
        told.lines += [f"{reason}。" for reason in dict.fromkeys(reasons)]


def _days_to(told: _Told, turn: Turn, dated: list[Window]) -> None:
    """离能打印还有23天, for who asks; to the first day that is still to come."""
    day = today(turn.as_of)
    firsts = [ticket.from_ for window in dated for ticket in window.tickets if ticket.from_ and ticket.from_ > day]
    if firsts and COUNTS_DAYS.search(turn.text):
        told.lines.append(f"离能打印还有{counted((min(firsts) - day).days, day, min(firsts), told.computed)}。")


def _dated(told: _Told, window: Window, ways: tuple[Way, ...]) -> list[str]:
    exam = f"考试{assessment(window, told.computed)}"
    if window.admission_ticket and window.admission_ticket.from_:
        return [f"{exam}的，{window.admission_ticket.text}起可以打印准考证。"]
    lines = []
    for ticket in window.tickets:
        if ticket.from_ and ticket.way in ways:
            day = spoken_date(ticket.from_)
            told.computed.append(Computed(text=day, explanation=ticket.computed or ticket.text))
            whose = f"{_WAYS[ticket.way]}的，" if ticket.way else ""
            lines.append(f"{exam}，{whose}按“{ticket.text}”推算，{day}起可以打印准考证。")
    return lines


def _card(tables: list[Timetable], rows: list[Window]) -> Card | None:
    spoken = [window for table in tables for window in table.windows_of(rows) if window.notice_id in _ids(rows)]
    if not spoken:
        return None
    following = next_window(window for table in tables for row in table.rows for window in row)
    return Card(
        type="schedule",
        data={
            "windows": [one.model_dump(mode="json", by_alias=True) for one in spoken],
            "next": following.model_dump(mode="json", by_alias=True) if following else None,
        },
    )


def _ids(rows: list[Window]) -> set[str]:
    return {one.notice_id for one in rows}
