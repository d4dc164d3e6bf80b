"""A table that a page break cuts becomes one table again."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ingest.readers.page.ruled import TOLERANCE, RuledCell, RuledTable, merged_edges
from knowledge.ingest.readers.spacing import join


def continues(first: RuledTable, second: RuledTable) -> bool:
    """Whether the second part has the columns of the first; the caller knows that only a page break is between."""
    if abs(first.edges[0] - second.edges[0]) > TOLERANCE or abs(first.edges[-1] - second.edges[-1]) > TOLERANCE:
        return False
    few, many = sorted((first.edges, second.edges), key=len)
    return all(any(abs(edge - other) <= TOLERANCE for other in many) for edge in few)


def joined(first: RuledTable, second: RuledTable) -> RuledTable:
    """Append the second part: without the header that it repeats, merged cells and cut rows closed over the break."""
    repeated = _repeated_rows(first, second)
    rest = [
        replace(cell, first=cell.first - repeated, last=cell.last - repeated)
        for cell in second.cells
        if cell.first >= repeated
    ]
    edges = merged_edges((*first.edges, *second.edges))
    header = max(repeated, first.header_rows or 0) or None
    whole = replace(first, edges=edges, last_page=second.last_page, header_rows=header)
    if not rest:
        return whole
    opening = sorted((cell for cell in rest if cell.first == 0), key=lambda cell: cell.x0)
    if _is_cut_row(first, opening, rest):
        return replace(whole, cells=_with_cut_row(first, rest))
    return replace(whole, cells=_with_open_cells(first, rest))


def _repeated_rows(first: RuledTable, second: RuledTable) -> int:
    """Leading rows that say in both parts the same, cell by cell."""
    count = 0
    while (
        count < min(first.rows, second.rows)
        and _texts(first, count) == _texts(second, count)
        and any(_texts(second, count))
    ):
        count += 1
    while any(cell.first < count <= cell.last for cell in second.cells):
        count -= 1
    return count


def _texts(table: RuledTable, row: int) -> list[str]:
    return [cell.text for cell in table.row(row)]


def _last_in_column(table: RuledTable, cell: RuledCell) -> RuledCell | None:
    """The cell of the same width at the foot of the table."""
    return next((one for one in table.cells if one.last == table.rows - 1 and _same_column(one, cell)), None)


def _same_column(one: RuledCell, other: RuledCell) -> bool:
    return abs(one.x0 - other.x0) <= TOLERANCE and abs(one.x1 - other.x1) <= TOLERANCE


def _is_open(first: RuledTable, cell: RuledCell, others: list[RuledCell]) -> bool:
    """Whether a cell at the top goes on from the page before.

    Then one of its parts is empty, in a column that merges cells and has no other gap.
    """
    above = _last_in_column(first, cell)
    if above is None or (cell.text and above.text):
        return False
    column = [
        one for one in (*first.cells, *others) if _same_column(one, cell) and one is not cell and one is not above
    ]
    merges = any(one.last > one.first for one in (cell, above, *column))
    return merges and all(one.text for one in column) and bool(cell.text or above.text)


def _is_cut_row(first: RuledTable, opening: list[RuledCell], rest: list[RuledCell]) -> bool:
    """Whether the first row only ends the last one before the break: empty where every other row has text."""
    gaps = [cell for cell in opening if not cell.text and not _is_open(first, cell, rest)]
    if len(opening) < 2 or not gaps or all(not cell.text for cell in opening):
        return False

    def always_filled(gap: RuledCell) -> bool:
        column = [one for one in (*first.cells, *rest) if _same_column(one, gap) and one is not gap]
        return len(column) > 1 and all(one.text and one.first == one.last for one in column)

    return any(always_filled(gap) for gap in gaps)


def _with_cut_row(first: RuledTable, rest: list[RuledCell]) -> tuple[RuledCell, ...]:
    shift = first.rows - 1
    cells = list(first.cells)
    for cell in rest:
        above = _last_in_column(first, cell) if cell.first == 0 else None
        if above is None:
            cells.append(replace(cell, first=cell.first + shift, last=cell.last + shift))
        else:
            whole = join(above.text, cell.text)
            cells[cells.index(above)] = replace(above, text=whole, last=cell.last + shift)
    return tuple(cells)


def _with_open_cells(first: RuledTable, rest: list[RuledCell]) -> tuple[RuledCell, ...]:
    cells = list(first.cells)
    for cell in rest:
        above = _last_in_column(first, cell) if cell.first == 0 and _is_open(first, cell, rest) else None
        moved = replace(cell, first=cell.first + first.rows, last=cell.last + first.rows)
        if above is None:
            cells.append(moved)
        else:
            cells[cells.index(above)] = replace(above, last=moved.last, text=above.text or moved.text)
    return tuple(cells)
