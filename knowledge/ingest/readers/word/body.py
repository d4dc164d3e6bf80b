"""The body of a Word file: paragraphs with their numbers, tables, text boxes, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.ingest.document import Paragraph, Table
from knowledge.ingest.readers.counting import numbered
from knowledge.ingest.readers.spacing import collapse, is_wide
from knowledge.ingest.readers.tables import Cell, full_grid
from knowledge.ingest.readers.word.numbering import Numbering
from knowledge.ingest.readers.word.package import Element, W, switched_on, value
from knowledge.ingest.readers.word.runs import BREAK, Reading, inline

Block = Paragraph | Table
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_CELLS_APART, _ROWS_APART = " ", "；"


class Body:
    """Walks the blocks; the numbering and the notes count along."""

    def __init__(self, numbering: Numbering, reading: Reading) -> None:
        self.numbering, self.reading = numbering, reading
        self.carried = ""

    def blocks(self, parent: Element) -> Iterator[Block]:
        """All blocks below an element, wrappers such as content controls opened."""
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child)
            elif child.tag == W + "altChunk":
                self.reading.problems.append("嵌入的外部文档未读取")

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        read = inline(paragraph, self.reading)
        text = self.carried + read.text
        self.carried = ""
        if self._is_joined_to_next(paragraph):
            self.carried = text
            return
        number = "" if not text.strip() and self._is_hidden(paragraph) else self.numbering.number(paragraph)
        role = Paragraph("", role="heading" if self.numbering.styles.is_heading(paragraph) else "body")
        lines = [line for line in map(collapse, text.split(BREAK)) if line]
        for i, line in enumerate(lines):
            yield replace(role, text=numbered(number, line) if i == 0 else line)
        for box in read.boxes:
            yield from self.blocks(box)
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            self.reading.notes.end_section()

    def _is_joined_to_next(self, paragraph: Element) -> bool:
        """A deleted paragraph mark: what is left of the paragraph runs on into the next one."""
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        return marks is not None and any(marks.find(W + name) is not None for name in ("del", "moveFrom"))

    def _is_hidden(self, paragraph: Element) -> bool:
        return switched_on(paragraph, "pPr", "rPr", "vanish")

    def _table(self, table: Element) -> Iterator[Block]:
        rows = [row for row in _rows(table) if not _is_left_out(row)]
        cells = [cell for row in rows for cell in _cells(row)]
        if len(cells) == 1:
            yield from self.blocks(cells[0])
            return
        grid = full_grid(self._placed(rows))
        header = next((i for i, row in enumerate(rows) if not switched_on(row, "trPr", "tblHeader")), len(rows))
        if any(any(row) for row in grid):
            yield Table(grid, header_rows=header or None)

    def _placed(self, rows: list[Element]) -> list[Cell]:
        placed: list[Cell] = []
        open_above: dict[int, int] = {}
        for r, row in enumerate(rows):
            column = int(value(row, "trPr", "gridBefore") or 0)
            for cell in _cells(row):
                width = int(value(cell, "tcPr", "gridSpan") or 1)
                if _continues(cell, "hMerge"):
                    placed[-1] = replace(placed[-1], width=placed[-1].width + width)
                elif _continues(cell, "vMerge") and column in open_above:
                    above = open_above[column]
                    placed[above] = replace(placed[above], height=r - placed[above].row + 1)
                else:
                    open_above[column] = len(placed)
                    placed.append(Cell(r, column, 1, width, self.cell_text(cell)))
                column += width
        return placed

    def cell_text(self, cell: Element) -> str:
        """A cell's paragraphs as one text; a table inside it as its rows, parted by `；`."""
        text = ""
        for block in self.blocks(cell):
            text = _joined(text, block.text if isinstance(block, Paragraph) else _flat(block))
        return text


def _joined(before: str, after: str) -> str:
    """Lines of a cell: nothing between Chinese characters, else a space, for the author ended the line there."""
    apart = before and after and not (is_wide(before[-1]) or is_wide(after[0]))
    return f"{before} {after}" if apart else before + after


def _flat(table: Table) -> str:
    visible = ([cell for cell in row if cell not in ("", "^", "<")] for row in table.rows)
    return _ROWS_APART.join(_CELLS_APART.join(row) for row in visible if row)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == W + "tr":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _is_left_out(row: Element) -> bool:
    properties = row.find(W + "trPr")
    deleted = properties is not None and properties.find(W + "del") is not None
    return deleted or switched_on(row, "trPr", "hidden")


def _continues(cell: Element, kind: str) -> bool:
    merge = cell.find(f"{W}tcPr/{W}{kind}")
    return merge is not None and merge.get(W + "val", "continue") == "continue"
