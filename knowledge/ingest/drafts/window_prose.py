"""Schedules in running text: 报名时间为2026年3月1日至3月15日，考试时间为4月20日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.ingest.drafts.confidence import CONTEXT
from knowledge.ingest.drafts.dates import parse_period
from knowledge.ingest.drafts.levels import level_spans, ordered
from knowledge.ingest.drafts.offers import Offers
from knowledge.ingest.drafts.plain import plain, trimmed
from knowledge.ingest.drafts.tables import Passage
from knowledge.ingest.drafts.timetable_columns import Event, ends_at, event_of, is_dated
from knowledge.ingest.drafts.window_rows import Told, WindowRow, in_year_order

_LABEL = re.compile(
    r"(?P<label>[^,.;:。\s()、]{0,12}?(?:时间|日期|期限))(?:安排|段)?(?:暂)?(?:[:为是在于]|定于|定为|如下|(?=另行|待定|以[^,;。]*为准|\d{4}年|\d{1,2}月))+\s*(?P<value>[^,;。\n]+)"
    r"|(?P<bare>(?:网上|个人|团体|集中|现场)?(?:报名|申报|缴费|交费|考试|评价|认定|考核|准考证打印|打印准考证|准考证下载|下载准考证)):\s*(?P<after>[^,;。\n]+)"
)
_VERB = re.compile(
    r"(?:于|自|从|在|定于)(?P<value>(?:\d{4}年|\d{1,2}月|[明次]年)[^,;。\n]*?(?:日|号|月|旬|底|前|止)起?)(?:期间|内)?"
    r"(?P<verb>[^,;。\n\d]{0,8}?(?:报名|申报|缴费|交费|准考证|考试|考核|评价|认定|鉴定))"
)
_OFFICE = re.compile(r"业务|办公|咨询|接待|上班|营业|服务时间|有效|查询")
_OPEN = re.compile(r"另行|待定|为准|每[月周]|每个月")


@dataclass(frozen=True)
class _Telling:
    """One event with its words, which begin at `start` of their passage."""

    event: Event
    told: Told
    passage: Passage
    start: int


def read_schedules(passages: list[Passage], offers: Offers, year: int) -> list[WindowRow]:
    """Windows of running text. An event told for the second time begins a new one.

    Where there are several windows, each keeps only what its own clause says; a window needs an application.
    """
    groups: list[list[_Telling]] = []
    for one in _tellings(passages, year):
        if not groups or one.event in {other.event for other in groups[-1]} or _part(groups[-1][0]) != _part(one):
            groups.append([])
        groups[-1].append(one)
    groups = [group for group in groups if any(one.event == "application" for one in group)]
    if len(groups) > 1:
        groups = [_own(group) for group in groups]
    return in_year_order([_row(group, passages, offers) for group in groups])


def read_single_events(passages: list[Passage], year: int) -> dict[Event, tuple[Told, Passage]]:
    """Payment and ticket dates that running text tells exactly once, for a timetable of one row."""
    found: dict[Event, list[tuple[Told, Passage]]] = {}
    for one in _tellings(passages, year):
        found.setdefault(one.event, []).append((one.told, one.passage))
    return {event: told[0] for event, told in found.items() if len(told) == 1 and event in ("payment", "ticket")}


def _tellings(passages: list[Passage], year: int) -> Iterator[_Telling]:
    for passage in passages:
        folded = plain(passage.text)
        spoken = [(m, "label" if m.group("label") is not None else "bare") for m in _LABEL.finditer(folded)]
        taken = {i for m, _ in spoken for i in range(*m.span())}
        spoken += [(m, "verb") for m in _VERB.finditer(folded) if m.start() not in taken]
        for match, kind in sorted(spoken, key=lambda one: one[0].start()):
            if telling := _telling(match, kind, passage, year):
                yield telling


def _telling(match: re.Match[str], kind: str, passage: Passage, year: int) -> _Telling | None:
    label = match.group(kind)
    event = event_of(label)
    words = match.span("after" if kind == "bare" else "value")
    text = trimmed(passage.text, *words, edges=" \t,;。:、")
    if event is None or _OFFICE.search(label) or not (is_dated(text) or _OPEN.search(text)):
        return None
    period = parse_period(text, year)
    if ends_at(label) and period.start == period.end:
        period = replace(period, start=None)
    if period.reading == "open" and event in ("payment", "ticket"):
        return None
    return _Telling(event, Told(text, period), passage, words[0])


def _own(group: list[_Telling]) -> list[_Telling]:
    clause = next(one.passage.clause for one in group if one.event == "application")
    return [one for one in group if one.passage.clause == clause]


def _part(telling: _Telling) -> str:
    return telling.passage.clause.split("·")[0] if telling.passage.clause.startswith("附件") else ""


def _row(group: list[_Telling], passages: list[Passage], offers: Offers) -> WindowRow:
    first = group[0]
    before = first.passage.text[_sentence(first.passage.text, first.start) : first.start]
    heading = _heading(first.passage, passages)
    names = tuple(offers.named_in(before) or offers.named_in(heading))
    spans = level_spans(before) or level_spans(heading)
    sure = [span for span in spans if span.understood]
    return WindowRow(
        events={one.event: one.told for one in group},
        levels=ordered(level for span in sure for level in span.levels),
        occupations=names,
        sources=tuple(dict.fromkeys(one.passage.source() for one in group)),
        confidence=CONTEXT,
    )


def _sentence(text: str, end: int) -> int:
    return max(plain(text).rfind(mark, 0, end) for mark in ";。\n") + 1


def _heading(passage: Passage, passages: list[Passage]) -> str:
    """The line before, of the same clause, where it is short: 养老护理员（五级）."""
    place = passages.index(passage)
    before = passages[place - 1] if place else None
    near = before is not None and before.clause == passage.clause and len(before.text) <= 40
    return before.text if before and near else ""
