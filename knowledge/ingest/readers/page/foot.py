"""Footnotes at the foot of a page: small print that opens with a mark, mostly below a short rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pdfplumber.page import Page

from knowledge.ingest.readers.marks import mark_of
from knowledge.ingest.readers.notes import lowered, marks_in, opening
from knowledge.ingest.readers.page.lines import TextLine
from knowledge.ingest.readers.spacing import join, tidy

_SMALL = 0.93
_THIN, _SHORTEST, _LONGEST_SHARE = 2.0, 40.0, 0.6
_NEAR = 40.0
_TYPED = re.compile(r"([①-⑳]|\[\d{1,2}\]|\d{1,2}(?![\d.．、)）年月日]))\s*(.+)")


@dataclass(frozen=True)
class Foot:
    """A page's footnotes as mark and text; `carried` is what ends the last one of the page before."""

    lines: list[TextLine]
    notes: list[tuple[str, str]]
    carried: str


def split_foot(lines: list[TextLine], rules: list[float], body_size: float) -> Foot:
    """Part a page's lines from the footnotes below them. `rules` are the heights of short horizontal lines."""
    start = _start(lines, rules, body_size)
    notes: list[tuple[str, str]] = []
    carried = ""
    for line in lines[start:]:
        opened = opening(line.text) or (_typed(line.text) if _is_below_rule(line, rules) or notes else None)
        if opened:
            notes.append(opened)
        elif notes:
            notes[-1] = (notes[-1][0], join(notes[-1][1], lowered(line.text)))
        else:
            carried = join(carried, lowered(line.text))
    return Foot(lines[:start], [(mark, tidy(text)) for mark, text in notes], carried)


def short_rules(page: Page) -> list[float]:
    """Heights of the horizontal lines that are long enough for a rule and shorter than the text is wide."""
    lines = [one for one in (*page.lines, *page.rects) if one["bottom"] - one["top"] <= _THIN]
    return [
        one["top"] for one in lines if _SHORTEST <= one["x1"] - one["x0"] <= _LONGEST_SHARE * float(page.width)
    ]


def _start(lines: list[TextLine], rules: list[float], body_size: float) -> int:
    """Index of the first line of the footnotes: from there on all is small print, or a short rule and a mark tell."""
    small = len(lines)
    while small and lines[small - 1].size <= _SMALL * body_size:
        small -= 1
    used = {mark for line in lines for mark in marks_in(line.text)}
    for i, line in enumerate(lines):
        below = any(_is_between(rule, lines[i - 1] if i else None, line) for rule in rules)
        opened = opening(line.text) or (_typed(line.text) if below else None)
        if (i >= small and (below or opened)) or (below and opened and opened[0] in used):
            return i
    return len(lines)


def _is_between(rule: float, above: TextLine | None, below: TextLine) -> bool:
    middle = (below.top + below.bottom) / 2
    return (
        rule <= middle and (above is None or rule >= (above.top + above.bottom) / 2) and below.top - rule <= _NEAR
    )


def _is_below_rule(line: TextLine, rules: list[float]) -> bool:
    return any(rule <= line.bottom for rule in rules)


def _typed(text: str) -> tuple[str, str] | None:
    match = _TYPED.match(text)
    mark = mark_of(match.group(1)) if match else None
    return (mark, match.group(2)) if match and mark else None
