"""What a column of a timetable holds: application, payment, admission ticket, assessment, levels, occupation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from knowledge.ingest.drafts.headings import common_role
from knowledge.ingest.drafts.tables import Table
from knowledge.wording.levels import parse_levels
from knowledge.wording.numerals import squeezed

Event = Literal["application", "payment", "ticket", "assessment"]
EVENTS: tuple[Event, ...] = ("application", "payment", "ticket", "assessment")

_APPLY = re.compile(r"申报|报名|报考|受理|登记")
_PAY = re.compile(r"缴费|交费|付费|缴纳")
_TICKET = re.compile(r"准考证")
_OTHER = re.compile(r"成绩|证书|发证|公布|公示|领取|补考|培训|开班|注册")
_CHECK = re.compile(r"审核|审查|初审|复核")
_ASSESS = re.compile(r"评价|认定|考试|考核|鉴定|测评|评审|理论|实操|操作|技能|开考|笔试")
_TIME = re.compile(r"时间|日期|日程|期限|起止|安排|时段|^.{0,4}期$|考期|截止|截至|日$")
_MONTH = re.compile(r"月份|月$|月度|月次")
_NO_TIME = re.compile(
    r"地点|方式|人数|科目|等级|级别|项目|职业|工种|机构|内容|形式|时长|分钟|费|元|网址|要求|条件"
)
_HAS_MONTH = re.compile(r"[\d一二三四五六七八九十]\s*月|(?<![:\d])\d{1,4}[./-]\d{1,2}(?![:\d])|季度")
_END = re.compile(r"截止|截至|结束|终止")
_DAYS_ONLY = re.compile(r"\d{1,2}日?(?:[-—~至到、,]\d{1,2})?日")
_ROUND = re.compile(r"^第.{1,3}[次批期轮场]|^[上下]半年|季度$")
_OPEN = re.compile(r"另行|待定|为准")


@dataclass(frozen=True)
class Timetable:
    """Places of the columns by what they hold; several for one event where it is split (理论, 操作)."""

    events: dict[Event, tuple[int, ...]]
    levels: int | None
    occupation: int | None
    remark: int | None
    month: int | None


def ends_at(label: str) -> bool:
    """报名截止时间: the date is a last day."""
    return bool(_END.search(squeezed(label)))


def event_of(label: str) -> Event | None:
    """The event that a label or heading names, with or without 时间."""
    folded = squeezed(label)
    if _TICKET.search(folded):
        return "ticket"
    if _OTHER.search(folded):
        return None
    if _APPLY.search(folded):
        return "application"
    if _PAY.search(folded):
        return "payment"
    if _CHECK.search(folded):
        return None
    return "assessment" if _ASSESS.search(folded) else None


def timetables_of(table: Table) -> list[Timetable]:
    """The table's columns as a timetable; as one per round where rounds stand side by side (第一批 报名时间 …)."""
    heads = [heading.split(" ")[0] for heading in table.columns]
    rounds = list(dict.fromkeys(head for head in heads if _ROUND.search(head)))
    outside = [i for i, head in enumerate(heads) if head not in rounds]
    places = [[*outside, *(i for i, head in enumerate(heads) if head == one)] for one in rounds]
    found = [_timetable(table, one) for one in (places if len(rounds) > 1 else [list(range(len(heads)))])]
    return [one for one in found if one]


def _timetable(table: Table, places: list[int]) -> Timetable | None:
    """None where there is no column of dates for applying or for assessing among these places."""
    dated: dict[Event, list[int]] = {}
    monthly: dict[Event, list[int]] = {}
    for i in places:
        heading = table.columns[i]
        event = _event_column(heading, table.column(i))
        if event and _MONTH.search(squeezed(heading)) and not _TIME.search(squeezed(heading)):
            monthly.setdefault(event, []).append(i)
        elif event:
            dated.setdefault(event, []).append(i)
    for event, months in monthly.items():
        dated.setdefault(event, months)
    if not {"application", "assessment"} & dated.keys():
        return None
    return Timetable(
        events={event: tuple(found) for event, found in dated.items()},
        levels=_place(table, "level"),
        occupation=_place(table, "occupation")
        if _place(table, "occupation") is not None
        else _place(table, "specialisation"),
        remark=_place(table, "remark"),
        month=next((i for i, one in enumerate(table.columns) if squeezed(one) in ("月份", "月")), None),
    )


def also_payment(heading: str) -> bool:
    """申报及缴费时间: one period for both."""
    folded = squeezed(heading)
    return bool(_APPLY.search(folded) and _PAY.search(folded))


def is_days_only(cell: str) -> bool:
    """1日-10日: days whose month stands elsewhere."""
    return bool(_DAYS_ONLY.fullmatch(squeezed(cell)))


def is_dated(cell: str) -> bool:
    """Whether the cell prints a month or a date."""
    return bool(_HAS_MONTH.search(squeezed(cell)))


def _event_column(heading: str, cells: list[str]) -> Event | None:
    """Cells must print dates: 受理时间 of an office (周一至周五) is no date."""
    folded = squeezed(heading)
    event = event_of(folded)
    timed = _TIME.search(folded) or _MONTH.search(folded)
    if event is None or (_NO_TIME.search(folded) and not timed):
        return None
    filled = [cell for cell in cells if cell.strip()]
    if timed and filled and all(_OPEN.search(cell) for cell in filled):
        return event
    readable = [cell for cell in filled if is_dated(cell) or is_days_only(cell)]
    return event if readable and len(readable) * 2 >= len(filled) else None


def _place(table: Table, role: str) -> int | None:
    for i, heading in enumerate(table.columns):
        if common_role(heading) == role and not _TIME.search(heading):
            cells = [cell for cell in table.column(i) if cell.strip()]
            if role != "level" or any(parse_levels(cell).levels for cell in cells):
                return i
    return None
