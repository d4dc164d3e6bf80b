"""A notice as a PDF on A4: page numbers, ruled tables that break across pages, footnotes at the foot of their page."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tests.knowledge.ingest.rendering.script import MARK, Grid, Script, Text, circled, is_annex, read_script

_FONT = "STSong-Light"
_MARGIN = 28 * mm
_WIDTH = A4[0] - 2 * _MARGIN
_GAP = 6


class _Note(Flowable):
    """Takes no room; tells the page on which it lands that a footnote belongs at its foot."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self.mark = mark

    def wrap(self, *_: Any) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.notes = [*getattr(self.canv, "notes", []), self.mark]


def render_pdf(notice_md: Path, out: Path) -> None:
    """Write the notice as a PDF with a text layer; an annex begins on a page of its own."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    script = read_script(notice_md)
    notes = {
        mark: Paragraph(f"<super>{circled(mark)}</super> {escape(text)}", _style("note"))
        for mark, text in script.footnotes.items()
    }
    room = sum(note.wrap(_WIDTH, A4[1])[1] for note in notes.values())
    document = BaseDocTemplate(str(out), pagesize=A4, title=script.title)
    document.addPageTemplates([_page("plain", 0, notes), _page("noted", room, notes)])
    document.build(_story(script))


def _page(name: str, room: float, notes: dict[str, Paragraph]) -> PageTemplate:
    frame = Frame(_MARGIN, _MARGIN + room, _WIDTH, A4[1] - 2 * _MARGIN - room, 0, 0, 0, 0)

    def foot(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont(_FONT, 10.5)
        canvas.drawCentredString(A4[0] / 2, 15 * mm, f"— {canvas.getPageNumber()} —")
        top = _MARGIN + room - _GAP
        marks = getattr(canvas, "notes", [])
        if marks:
            canvas.line(_MARGIN, top + 2, _MARGIN + 140, top + 2)
        for mark in marks:
            _, height = notes[mark].wrap(_WIDTH, A4[1])
            top -= height
            notes[mark].drawOn(canvas, _MARGIN, top)
        canvas.notes = []

    return PageTemplate(name, [frame], onPageEnd=foot)


def _story(script: Script) -> list[Flowable]:
    noted = {block.part for block in script.blocks if isinstance(block, Text) and MARK.search(block.text)}
    story: list[Flowable] = []
    for block in script.blocks:
        if isinstance(block, Grid):
            story += [Spacer(0, _GAP), _table(block), Spacer(0, _GAP)]
            continue
        if is_annex(block.part) and block.first:
            story += [NextPageTemplate("noted" if block.part in noted else "plain"), PageBreak()]
        marked = MARK.sub(lambda match: f"<super>{circled(match.group(1))}</super>", escape(block.text))
        story.append(Paragraph(marked, _style_of(block)))
        story += [_Note(mark) for mark in MARK.findall(block.text)]
    return story


def _style_of(block: Text) -> ParagraphStyle:
    if block.part in ("标题", "文号"):
        return _style("title" if block.part == "标题" else "centre")
    if block.part == "落款":
        return _style("right")
    return _style("plain" if (is_annex(block.part) and block.first) or block.text.endswith("单位：") else "body")


def _style(name: str) -> ParagraphStyle:
    shapes: dict[str, dict[str, Any]] = {
        "title": {"fontSize": 18, "leading": 28, "alignment": TA_CENTER, "spaceAfter": 14},
        "centre": {"alignment": TA_CENTER},
        "right": {"alignment": TA_RIGHT},
        "plain": {},
        "body": {"firstLineIndent": 28, "alignment": TA_JUSTIFY},
        "note": {"fontSize": 9, "leading": 12},
        "cell": {"fontSize": 10.5, "leading": 14, "alignment": TA_CENTER},
    }
    base = {"fontName": _FONT, "fontSize": 14, "leading": 24, "wordWrap": "CJK"}
    return ParagraphStyle(name, **{**base, **shapes[name]})


def _table(grid: Grid) -> Table:
    cells: list[list[Any]] = [[""] * len(row) for row in grid.rows]
    commands: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    for r, c, height, width in grid.spans():
        cells[r][c] = Paragraph(escape(grid.rows[r][c]), _style("cell"))
        if height > 1 or width > 1:
            commands.append(("SPAN", (c, r), (c + width - 1, r + height - 1)))
    table = Table(cells, colWidths=_widths(grid), repeatRows=grid.header)
    table.setStyle(commands)
    return table


def _widths(grid: Grid) -> list[float]:
    """Columns by their longest cell, within limits, so that the long ones break lines inside the cell."""
    longest = [max(len(row[c]) for row in grid.rows) for c in range(len(grid.rows[0]))]
    weights = [min(max(length, 3), 13) for length in longest]
    return [_WIDTH * weight / sum(weights) for weight in weights]
