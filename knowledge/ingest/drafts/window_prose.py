"""Schedules in running text: 报名时间为2026年3月1日至3月15日，考试时间为4月20日."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from knowledge.ingest.drafts.confidence import CONTEXT, DOUBTFUL
from knowledge.ingest.drafts.offers import Offers
from knowledge.ingest.drafts.tables import Passage
from knowledge.ingest.drafts.timetable_columns import Event, ends_at, event_of, is_dated
from knowledge.ingest.drafts.window_rows import Told, WindowRow, in_year_order
from knowledge.models import Level
from knowledge.wording.dates import Period, parse_period
from knowledge.wording.levels import level_spans, ordered
from knowledge.wording.plain import plain, trimmed

_LABEL = re.compile(
    r"(?P<label>[^,.;:。\s()、]{0,12}?(?:时间|日期|期限))(?:安排|段)?(?:暂)?(?:[:为是在于]|定于|定为|如下|(?=另行|待定|以[^,;。]*为准|\d{4}年|\d{1,2}月))+\s*(?P<value>[^,;。\n]+)"
    r"|(?P<bare>(?:网上|个人|团体|集中|现场)?(?:报名|申报|缴费|交费|考试|评价|认定|考核|准考证打印|打印准考证|准考证下载|下载准考证)):\s*(?P<after>[^,;。\n]+)"
)
_VERB = re.compile(
    r"(?:于|自|从|在|(?<![\d年月日/.-]))(?P<value>(?:\d{4}年|\d{1,2}月|[明次]年)[^,;。\n]*?(?:日|号|月|旬|底|初|末|中(?!旬)|前|止)(?:[之以]?前(?!往|来|去|后)|起|止)?)(?:期间|内)?"
    r"(?P<verb>(?![上中下]旬|[底初末中])[^,;。\n\d]{0,8}?(?:报名|申报|缴费|交费|准考证|考试|考核|评价|认定|鉴定))"
)
_DAY = r"(?:(?:\d{4}年|[明次]年)?\d{1,2}月)?\d{1,2}(?:日|号)(?:\s*\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分|整)?))?"
# 缴费截至3月17日16:00, 缴费于9月8日前完成
_UNTIL = re.compile(
    rf"(?P<due>(?:网上|集中|现场)?(?:报名|申报|缴费|交费|付费))(?:工作)?(?:(?P<last>截至|截止(?:到|至|于|日期为)?)|于|在|自|从)\s*"
    rf"(?P<by>(?=\d{{4}}年|\d{{1,2}}月|[明次]年){_DAY}(?:\s*[至到~-]+\s*{_DAY})?(?:[之以]?前|止|起)?)"
)
# 11月22日起受理报名，至12月17日止: the last day of what began with 起
_UP_TO = re.compile(rf"[^,;。\n\d]{{0,8}}[,\s]*(?:(?:截至|截止[到至]?|至|到)\s*{_DAY}止?|{_DAY}(?:截止|为?止))")
_OFFICE = re.compile(r"业务|办公|咨询|接待|上班|营业|服务时间|有效|查询")
_OPEN = re.compile(r"另行|待定|为准|每[月周]|每个月")
_HELD = re.compile(r"开考|开展|开设|组织|安排|举办|适用|[仅只]限|限于")
_EXCEPT = re.compile(r"除外|除了|不含|不包括|不安排|不开考|不再|暂停|取消|以外")


_VALUES = {"bare": "after", "due": "by"}


@dataclass(frozen=True)
class _Telling:
    """One event with its words, which begin at `start` of their passage."""

    event: Event
    told: Told
    passage: Passage
    start: int


def read_schedules(
    passages: list[Passage], offers: Offers, year: int, headings: Mapping[str, list[Passage]]
) -> list[WindowRow]:
    """Windows of running text; `headings` are what stands over each clause.

    An event told for the second time begins a new one.

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
    rows = [row for group in groups for row in _rows(group, groups, passages, offers)]
    return in_year_order([_headed(row, headings, offers) for row in rows])


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
        spoken += [(m, "due") for m in _UNTIL.finditer(folded) if m.start() not in taken]
        taken |= {i for m, _ in spoken for i in range(*m.span())}
        spoken += [(m, "verb") for m in _VERB.finditer(folded) if m.start() not in taken]
        for match, kind in sorted(spoken, key=lambda one: one[0].start()):
            if telling := _telling(match, kind, passage, year):
                yield telling


def _telling(match: re.Match[str], kind: str, passage: Passage, year: int) -> _Telling | None:
    label = match.group(kind)
    event = event_of(label)
    words = match.span(_VALUES.get(kind, "value"))
    if kind == "due" and match.group("last"):
        words = (match.start("last"), words[1])
    text = trimmed(passage.text, *words, edges=" \t,;。:、")
    if event is None or _OFFICE.search(label) or not (is_dated(text) or _OPEN.search(text)):
        return None
    period = parse_period(text, year)
    if ends_at(label) and period.start == period.end:
        period = replace(period, start=None)
    if period.start and period.end is None and period.reading == "clear":
        text, period = _closed(passage, words[0], match.end(), year) or (text, period)
    if period.reading == "open" and event in ("payment", "ticket"):
        return None
    return _Telling(event, Told(text, period), passage, words[0])


def _closed(passage: Passage, start: int, after: int, year: int) -> tuple[str, Period] | None:
    """The words up to the last day, and the whole period, of what is said to begin on a day (起)."""
    tail = _UP_TO.match(plain(passage.text), after)
    text = trimmed(passage.text, start, tail.end()) if tail else ""
    period = parse_period(text, year)
    return (text, period) if period.start and period.end and period.reading == "clear" else None


def _own(group: list[_Telling]) -> list[_Telling]:
    clause = next(one.passage.clause for one in group if one.event == "application")
    return [one for one in group if one.passage.clause == clause]


def _part(telling: _Telling) -> str:
    return telling.passage.clause.split("·")[0] if telling.passage.clause.startswith("附件") else ""


def _rows(
    group: list[_Telling], groups: list[list[_Telling]], passages: list[Passage], offers: Offers
) -> list[WindowRow]:
    """One row; one per occupation where the words before name none and a sentence beside says which are held."""
    row = _row(group, passages, offers)
    if row.occupations:
        return [row]
    clause = group[0].passage.clause
    shared = sum(any(one.passage.clause == clause for one in other) for other in groups) > 1
    near = [one for one in passages if one.clause == clause]
    near = list(dict.fromkeys(one.passage for one in group)) if shared else near
    held, doubtful = _held(near, offers)
    row = replace(row, confidence=DOUBTFUL if doubtful else row.confidence)
    return [
        replace(
            row,
            occupations=names,
            levels=levels or row.levels,
            sources=tuple(dict.fromkeys([*row.sources, passage.source()])),
        )
        for names, levels, passage in held
    ] or [row]


def _held(
    passages: list[Passage], offers: Offers
) -> tuple[list[tuple[tuple[str, ...], tuple[Level, ...], Passage]], bool]:
    """Which occupations are held at which levels; True where a sentence excepts some."""
    found: list[tuple[tuple[str, ...], tuple[Level, ...], Passage]] = []
    doubtful = False
    for passage in passages:
        for sentence in re.split(r"[。；;\n]", passage.text):
            if not offers.named_in(sentence) or not _HELD.search(sentence):
                continue
            doubtful = doubtful or bool(_EXCEPT.search(sentence))
            spans = [span for span in level_spans(sentence) if span.understood]
            starts = [0, *(span.end for span in spans)]
            parts = [(sentence[left : one.start], one.levels) for left, one in zip(starts, spans, strict=False)]
            for words, levels in parts or [(sentence, ())]:
                if names := tuple(offers.named_in(words)):
                    found.append((names, levels, passage))
    return found, doubtful


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


def _headed(row: WindowRow, headings: Mapping[str, list[Passage]], offers: Offers) -> WindowRow:
    """With the occupation that the headings above the clause name, where the row names none."""
    for passage in headings.get(row.sources[0].clause, []):
        names = tuple(offers.named_in(passage.text))
        if row.occupations or not names or is_dated(passage.text):
            continue
        spans = [span for span in level_spans(passage.text) if span.understood]
        levels = row.levels or (spans[0].levels if len(spans) == 1 else ())
        return replace(row, occupations=names, levels=levels, sources=(*row.sources, passage.source()))
    return row


def _sentence(text: str, end: int) -> int:
    return max(plain(text).rfind(mark, 0, end) for mark in ";。\n") + 1


def _heading(passage: Passage, passages: list[Passage]) -> str:
    """The line before, of the same clause, where it is short and no sentence: 养老护理员（五级）."""
    place = passages.index(passage)
    before = passages[place - 1] if place else None
    near = before is not None and before.clause == passage.clause and len(before.text) <= 40
    return before.text if before and near and before.text[-1:] not in "。；" else ""
