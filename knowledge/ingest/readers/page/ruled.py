"""Tables with ruling lines: cells from the lines' geometry, merged ones included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from pdfplumber.page import Page

from knowledge.ingest.readers.page.lines import Char, TextLine, lines_of
from knowledge.ingest.readers.spacing import close_up, is_wide, join
from knowledge.ingest.readers.tables import Cell, full_grid

TOLERANCE = 3.0
_PADDING = 14.0
Box = tuple[float, float, float, float]
_SETTINGS = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}


@dataclass(frozen=True)
class RuledCell:
    """A cell between `x0` and `x1` that takes the rows `first` … `last`."""

    x0: float
    x1: float
    first: int
    last: int
    text: str


@dataclass(frozen=True)
class RuledTable:
    """A table or the part of one that stands on one page; `edges` are the verticals' places."""

    page: int
    last_page: int
    top: float
    edges: tuple[float, ...]
    cells: tuple[RuledCell, ...]
    header_rows: int | None = None

    @property
    def rows(self) -> int:
        """Number of rows."""
        return max(cell.last for cell in self.cells) + 1

    def row(self, number: int) -> list[RuledCell]:
        """The cells that begin in a row, from left to right."""
        return sorted((cell for cell in self.cells if cell.first == number), key=lambda cell: cell.x0)

    def grid(self) -> tuple[tuple[str, ...], ...]:
        """The full grid with `^` and `<`."""
        return full_grid(
            Cell(
                cell.first,
                place(self.edges, cell.x0),
                cell.last - cell.first + 1,
                place(self.edges, cell.x1) - place(self.edges, cell.x0),
                cell.text,
            )
            for cell in self.cells
        )


def ruled_tables(page: Page, chars: list[Char]) -> tuple[list[RuledTable], list[Char]]:
    """The tables of a page, from top to bottom, and the characters outside them; a box around text is no table."""
    found: list[RuledTable] = []
    for table in page.find_tables(_SETTINGS):
        boxes = [box for box in table.cells if box[2] - box[0] > TOLERANCE and box[3] - box[1] > TOLERANCE]
        if len(boxes) > 1:
            boxes = _with_open_cells(boxes, chars)
            found.append(_table(boxes, chars, page.page_number))
            chars = [char for char in chars if not any(inside(char, box) for box in boxes)]
    return sorted((one for one in found if any(cell.text for cell in one.cells)), key=lambda one: one.top), chars


def _table(boxes: list[Box], chars: list[Char], page: int) -> RuledTable:
    xs = merged_edges(x for box in boxes for x in (box[0], box[2]))
    ys = merged_edges(y for box in boxes for y in (box[1], box[3]))
    cells = (
        RuledCell(x0, x1, place(ys, top), place(ys, bottom) - 1, _cell_text(chars, (x0, top, x1, bottom), page))
        for x0, top, x1, bottom in boxes
    )
    return RuledTable(page, page, ys[0], xs, tuple(cells))


def _with_open_cells(boxes: list[Box], chars: list[Char]) -> list[Box]:
    """Add the places that hold text although a side is not drawn: a merged cell that the page cuts has no lower line."""
    xs = merged_edges(x for box in boxes for x in (box[0], box[2]))
    ys = merged_edges(y for box in boxes for y in (box[1], box[3]))
    added: list[Box] = []
    for x0, x1 in pairwise(xs):
        free = [
            not any(_covers(box, (x0 + x1) / 2, (top + bottom) / 2) for box in boxes)
            for top, bottom in pairwise(ys)
        ]
        for is_free, run in groupby(range(len(free)), key=free.__getitem__):
            rows = list(run)
            box = (x0, ys[rows[0]], x1, ys[rows[-1] + 1])
            if is_free and any(inside(char, box) and char.text.strip() for char in chars):
                added.append(box)
    return boxes + added


def _covers(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def merged_edges(places: Iterable[float]) -> tuple[float, ...]:
    """Sorted places, those within the tolerance of one another as one."""
    edges: list[float] = []
    for one in sorted(places):
        if not edges or one - edges[-1] > TOLERANCE:
            edges.append(one)
    return tuple(edges)


def place(edges: tuple[float, ...], value: float) -> int:
    """Index of the edge nearest to a place."""
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def inside(char: Char, box: Box) -> bool:
    """Whether a character's middle lies within left, top, right, bottom."""
    x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _cell_text(chars: list[Char], box: Box, page: int) -> str:
    lines = lines_of((char for char in chars if inside(char, box)), page)
    text = ""
    for i, line in enumerate(lines):
        text = line.text if i == 0 else join_in_cell(text, lines[i - 1], line, box[2] - box[0])
    return close_up(text)


def join_in_cell(text: str, before: TextLine, after: TextLine, width: float) -> str:
    """Join a cell's next line: directly where the cell was too narrow for it, by a space where the author broke."""
    if not text or is_wide(text[-1]) or is_wide(after.text[0]):
        return text + after.text
    was_full = width - (before.x1 - before.x0) < after.lead + _PADDING
    return join(text, after.text) if was_full else f"{text} {after.text}"
