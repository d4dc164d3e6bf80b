"""Draft the windows of a notice: when one applies, pays, prints the admission ticket and is assessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from knowledge.ingest.drafts.confidence import CONTEXT, DOUBTFUL
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import DraftWindow, Question
from knowledge.ingest.drafts.offers import Offers, offers_of
from knowledge.ingest.drafts.tables import Passage, Table, above, paragraphs_of, tables_of
from knowledge.ingest.drafts.timetable_columns import is_dated
from knowledge.ingest.drafts.window_prose import read_schedules, read_single_events
from knowledge.ingest.drafts.window_rows import WindowRow, as_window, out_of_order
from knowledge.ingest.drafts.window_tables import WindowTable
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Level, Notice
from knowledge.wording.levels import level_spans
from knowledge.wording.plain import plain

_WHEN = re.compile(
    r"(?:报名|申报|评价|认定|考试|考核|鉴定)(?:的)?(?:时间|日期|截止)|(?:报名|报考|考试|考核|鉴定)[^。；;]{0,10}?(?<!\d)(?:\d{4}年)?\d{1,2}月"
)
_ONLY_IN = re.compile(
    r"(?:仅|只)[^。;,]{0,8}(?:[上下]半年|[春夏秋冬]季|第[^。;,]{1,4}[批期次轮]|[一二三四五六七八九十]+月)"
)
_MAX_HEADING = 40
_APART = ("标题", "文号", "落款", "附件清单")


def draft_windows(notice: Notice, lexicon: Lexicon) -> Drafted[DraftWindow]:
    """Every row of every timetable; schedules in running text where there is no timetable.

    Dates without a printed year are of the notice's year. A window whose row and heading name no occupation holds
    for all that the notice offers: `occupation` None, its name where the notice offers one only.
    """
    offers = offers_of(notice, lexicon)
    passages = [one for one in paragraphs_of(notice) if one.clause not in _APART]
    rows, questions = _of_tables(notice, offers)
    if not rows:
        rows = read_schedules(passages, offers, notice.front.year, _headings(notice))
        read = {source.quote for row in rows for source in row.sources}
        questions = [*_unread(rows), *_unrecognised([one for one in passages if one.text not in read])]
    else:
        if len(rows) == 1:
            rows = [_completed(rows[0], passages, notice.front.year)]
        told = read_schedules(passages, offers, notice.front.year, _headings(notice))
        beside, unclear = _beside(told, rows)
        rows, questions = [*rows, *beside], [*questions, *unclear]
    rows, limits = _limited(rows, passages, offers)
    windows = dict.fromkeys(window for row in rows for window in _windows(row, offers))
    return Drafted(tuple(windows), (*questions, *limits, *_disordered(rows)))


def _headings(notice: Notice) -> dict[str, list[Passage]]:
    """For each clause the short lines that head it, nearest first: its own first line and those above it."""
    found: dict[str, list[Passage]] = {}
    for clause in notice.clauses.values():
        first = [Passage(clause.path, line.text) for line in clause.lines[:1] if line.kind == "paragraph"]
        over = [*first, *above(clause, notice)]
        found[clause.path] = [one for one in over if len(one.text) <= _MAX_HEADING and one.text[-1:] not in "。；"]
    return found


def _of_tables(notice: Notice, offers: Offers) -> tuple[list[WindowRow], list[Question]]:
    rows: list[WindowRow] = []
    questions: list[Question] = []
    for table in tables_of(notice):
        reader = WindowTable(table, offers, notice.front.year)
        if reader.is_one:
            rows += [_introduced(row, table, offers) for row in reader.rows()]
            questions += reader.questions
    return rows, questions


def _introduced(row: WindowRow, table: Table, offers: Offers) -> WindowRow:
    """With the occupation and the levels of the table's caption, where the row names none."""
    if not row.occupations:
        names, passage = offers.introduced_by(table.context)
        if passage and (len(names) == 1 or not _all(names, offers)):
            row = replace(row, occupations=tuple(names), sources=(*row.sources, passage.source()))
    if not row.levels:
        for passage in table.context[:2]:
            spans = level_spans(passage.text)
            if len(spans) == 1 and spans[0].understood:
                return replace(row, levels=spans[0].levels, sources=(*row.sources, passage.source()))
    return row


def _beside(told: list[WindowRow], rows: list[WindowRow]) -> tuple[list[WindowRow], list[Question]]:
    """Windows of the running text beside a timetable that it does not list; a question where they name nobody."""
    listed = {_applying(row) for row in rows}
    apart = [row for row in told if _applying(row) not in listed and "assessment" in row.events]
    whole = [row for row in apart if row.occupations or row.levels]
    unclear = "表外另有一段申报和评价时间，没有写明是哪个职业、等级，未录入，请确认。"
    questions = [
        Question(clause=row.sources[0].clause, quote=row.sources[0].quote, question=unclear)
        for row in apart
        if row not in whole
    ]
    return whole, [*questions, *_unread(whole)]


def _applying(row: WindowRow) -> tuple[date | None, date | None]:
    period = row.events["application"].period if "application" in row.events else None
    return (period.start, period.end) if period else (None, None)


def _limited(
    rows: list[WindowRow], passages: list[Passage], offers: Offers
) -> tuple[list[WindowRow], list[Question]]:
    """Windows that name no occupation are doubtful where a sentence keeps an occupation out of some (仅安排在下半年)."""
    limits = [one for one in passages if _ONLY_IN.search(plain(one.text)) and offers.named_in(one.text)]
    if not limits or len(rows) < 2:
        return rows, []
    question = "这里限定了某个职业的批次，各时间段适用于哪些职业请确认。"
    questions = [Question(clause=one.clause, quote=one.text, question=question) for one in limits]
    doubtful = [row if row.occupations else replace(row, confidence=DOUBTFUL) for row in rows]
    return doubtful, questions


def _completed(row: WindowRow, passages: list[Passage], year: int) -> WindowRow:
    """The only window of a notice, with payment and ticket dates of the running text."""
    for event, (told, passage) in read_single_events(passages, year).items():
        if event not in row.events and told.period.start:
            events = {**row.events, event: told}
            sources = (*row.sources, passage.source())
            row = replace(row, events=events, sources=sources, confidence=min(row.confidence, CONTEXT))
    return row


def _windows(row: WindowRow, offers: Offers) -> Iterable[DraftWindow]:
    names: list[str | None] = [*row.occupations]
    if not names or (len(names) > 1 and _all(row.occupations, offers)):
        names = [offers.only.name if offers.only else None]
    for name in names:
        levels: tuple[Level, ...] = row.levels or offers.levels([name] if name else [])
        yield as_window(replace(row, levels=levels), name)


def _all(names: Iterable[str], offers: Offers) -> bool:
    """Whether the names are everything that the notice offers."""
    named = {one.name for name in names for one in offers.matching(name)}
    return named >= {one.name for one in offers.all}


def _unrecognised(passages: list[Passage]) -> Iterable[Question]:
    """Lines that tell when something happens and were not taken for a schedule."""
    for one in passages:
        if _WHEN.search(one.text) and is_dated(one.text):
            yield Question(
                clause=one.clause, quote=one.text, question="时间安排没有读懂，请确认申报与评价的日期。"
            )


def _unread(rows: list[WindowRow]) -> Iterable[Question]:
    for row in rows:
        for told in row.events.values():
            if told.period.reading in ("unread", "loose"):
                source = next((one for one in row.sources if told.text in one.quote), row.sources[0])
                text = f"“{told.text}”的起止日期没有读懂，请确认。"
                yield Question(clause=source.clause, quote=source.quote, question=text)


def _disordered(rows: list[WindowRow]) -> list[Question]:
    """Rows whose year is not to be told, or whose steps would not follow each other in any year."""
    return [
        Question(
            clause=row.sources[0].clause,
            quote=row.sources[0].quote,
            question="申报、缴费与评价的日期先后不合，或属于哪一年没有写明，请确认。",
        )
        for row in rows
        if row.year_open or out_of_order(row)
    ]
