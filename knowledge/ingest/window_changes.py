"""Dates that moved: windows are the same by the month and order of their assessment, else by their application."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.ingest.alignment import folded, same
from knowledge.ingest.drafts.models import DraftPeriod, DraftTicket, DraftWindow
from knowledge.ingest.fact_changes import FactChange, fact_change

_Pair = tuple[DraftWindow | None, DraftWindow | None]


def window_changes(old: tuple[DraftWindow, ...], new: tuple[DraftWindow, ...], years: int) -> Iterator[FactChange]:
    """Every date that did not merely move by so many `years`; a window that came or went as one change."""
    several = len({one.occupation for one in (*old, *new)}) > 1
    for before, after in _pairs(old, new):
        if before and after:
            yield from _dates(before, after, years, several)
            continue
        known = after or before
        assert known is not None
        lines = known.citations
        text = f"申报{known.application.text}，评价{known.assessment.text}"
        values = (known.application.text, known.assessment.text)
        if after:
            yield fact_change(f"新增批次（{_name(known, several)}）", None, text, (), lines, values)
        else:
            yield fact_change(f"取消批次（{_name(known, several)}）", text, None, lines, (), values)


def _pairs(old: Sequence[DraftWindow], new: Sequence[DraftWindow]) -> list[_Pair]:
    rest = list(old)
    found: list[_Pair] = [(None, one) for one in new]
    for alike in (_by_month, _by_application):
        for i, (before, after) in enumerate(found):
            if (
                before is None
                and after is not None
                and (match := next((o for o in rest if alike(o, after)), None))
            ):
                rest.remove(match)
                found[i] = (match, after)
    return [*found, *((one, None) for one in rest)]


def _of_same(old: DraftWindow, new: DraftWindow) -> bool:
    return old.occupation == new.occupation and bool(set(old.levels) & set(new.levels) or old.levels == new.levels)


def _by_month(old: DraftWindow, new: DraftWindow) -> bool:
    return _of_same(old, new) and _month(old.assessment) == _month(new.assessment) is not None


def _by_application(old: DraftWindow, new: DraftWindow) -> bool:
    texts = folded(old.application.text), folded(new.application.text)
    return _of_same(old, new) and (
        texts[0] == texts[1] or _month(old.application) == _month(new.application) is not None
    )


def _month(period: DraftPeriod) -> int | None:
    known = period.start or period.end
    if known:
        return known.month
    text = re.search(r"(\d{1,2})月", period.text)
    return int(text.group(1)) if text else None


def _name(window: DraftWindow, several: bool) -> str:
    """By its month, and by its occupation where the notices have windows of several."""
    month = _month(window.assessment)
    name = f"{month}月评价" if month else window.assessment.text
    return f"{window.occupation}，{name}" if several and window.occupation else name


def _dates(old: DraftWindow, new: DraftWindow, years: int, several: bool) -> Iterator[FactChange]:
    name = _name(new, several)
    # Levels that no window prints come from the catalogue and are reported there.
    if old.levels != new.levels and _row(old) != _row(new):
        levels = ["、".join(str(level) for level in one.levels) for one in (old, new)]
        yield fact_change(f"评价等级（{name}）", levels[0], levels[1], old.citations, new.citations)
    for label, a, b in (
        ("申报时间", old.application, new.application),
        ("缴费时间", old.payment, new.payment),
        ("打印准考证时间", old.admission_ticket, new.admission_ticket),
        ("评价时间", old.assessment, new.assessment),
    ):
        before, after = _text(a), _text(b)
        if not same(folded(before or ""), folded(after or ""), years):
            yield fact_change(f"{label}（{name}）", before, after, old.citations, new.citations)


def _row(window: DraftWindow) -> str:
    return folded(window.citations[0].quote) if window.citations else ""


def _text(period: DraftPeriod | DraftTicket | None) -> str | None:
    return period.text if period else None
