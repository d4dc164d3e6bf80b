"""Tables of a page: which hold data and which only the layout, and their cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bs4 import Tag

from knowledge.ingest.document import Table
from knowledge.ingest.readers.tables import Cell, full_grid
from knowledge.ingest.readers.web.hidden import text_length

_LONG_CELL = 300
_BLOCKS = ["p", "div", "ul", "ol", "h1", "h2", "h3"]
_MANY_BLOCKS = 3
_WIDEST = 1000


def is_layout(table: Tag) -> bool:
    """Whether a table only places things on the page: marked so, one cell wide, around others or around an article."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = list(_rows(table))
    if all(len(_cells(row)) <= 1 for row in rows):
        return table.find("th") is None
    inner = sum(text_length(one) for one in table.find_all("table") if one.find_parent("table") is table)
    if inner and inner * 2 >= text_length(table):
        return True
    return any(_holds_an_article(cell) for row in rows for cell in _cells(row))


def cells_of(table: Tag) -> list[Tag]:
    """The cells in order."""
    return [cell for row in _rows(table) for cell in _cells(row)]


def data_table(table: Tag, text: Callable[[Tag], str]) -> Table | None:
    """The full grid; `text` reads a cell. Header rows are those of `thead`, else leading rows of `th` alone."""
    rows = list(_rows(table))
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        column = 0
        for tag in _cells(row):
            while (r, column) in taken:
                column += 1
            width = min(_span(tag, "colspan") or 1, _WIDEST)
            height = _span(tag, "rowspan")
            height = min(len(rows) - r if height == 0 else height or 1, len(rows) - r)
            cells.append(Cell(r, column, height, width, text(tag)))
            taken |= {(r + i, column + k) for i in range(height) for k in range(width)}
            column += width
    grid = full_grid(cells)
    return Table(grid, header_rows=_header_rows(rows)) if any(any(row) for row in grid) else None


def _rows(table: Tag) -> Iterator[Tag]:
    """The table's own rows, the head first and the foot last, as browsers place them."""
    sections = table.find_all(["thead", "tbody", "tfoot", "tr"], recursive=False)
    order = {"thead": 0, "tbody": 1, "tr": 1, "tfoot": 2}
    for section in sorted(sections, key=lambda one: order[one.name]):
        if section.name == "tr":
            yield section
        else:
            yield from section.find_all("tr", recursive=False)


def _cells(row: Tag) -> list[Tag]:
    return list(row.find_all(["td", "th"], recursive=False))


def _span(tag: Tag, name: str) -> int | None:
    value = str(tag.get(name, "")).strip()
    return int(value) if value.isdigit() else None


def _header_rows(rows: list[Tag]) -> int | None:
    count = 0
    for row in rows:
        heads = [cell.name == "th" for cell in _cells(row)]
        if not ((row.parent is not None and row.parent.name == "thead") or (heads and all(heads))):
            break
        count += 1
    return count or None


def _holds_an_article(cell: Tag) -> bool:
    return text_length(cell) > _LONG_CELL and len(cell.find_all(_BLOCKS)) >= _MANY_BLOCKS
