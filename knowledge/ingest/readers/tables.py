"""From cells with a place and an extent to the full grid of `Table.rows`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.ingest.document import ABOVE, LEFT

_LOOKALIKES = {ABOVE: "＾", LEFT: "＜"}


@dataclass(frozen=True)
class Cell:
    """A printed cell: where it begins (from 0), how many rows and columns it takes, what it says."""

    row: int
    column: int
    height: int
    width: int
    text: str


def full_grid(cells: Iterable[Cell]) -> tuple[tuple[str, ...], ...]:
    """Lay the cells out: the text at its first place, `<` to the right of it, `^` in every row below; gaps empty."""
    cells = list(cells)
    rows = max((cell.row + cell.height for cell in cells), default=0)
    columns = max((cell.column + cell.width for cell in cells), default=0)
    grid = [[""] * columns for _ in range(rows)]
    for cell in cells:
        for row in range(cell.row, cell.row + cell.height):
            for column in range(cell.column, cell.column + cell.width):
                grid[row][column] = ABOVE if row > cell.row else LEFT
        grid[cell.row][cell.column] = _LOOKALIKES.get(cell.text, cell.text)
    return _without_doubles(grid)


def _without_doubles(grid: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Leave out rows and columns that only continue others: traces of a layout that nobody sees."""
    rows = [row for row in grid if not _LOOKALIKES.keys() >= set(row)]
    columns = [column for column in zip(*rows, strict=True) if not _LOOKALIKES.keys() >= set(column)]
    return tuple(zip(*columns, strict=True))
