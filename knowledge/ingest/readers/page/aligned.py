"""Tables without ruling lines: short texts that stand in columns over at least three lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.ingest.readers.page.lines import Segment, TextLine
from knowledge.ingest.readers.spacing import close_up

_FEWEST_ROWS = 3
_LONGEST_CELL = 25
_LEADING = 3.0
_LABEL = ("：", ":")


@dataclass(frozen=True)
class AlignedTable:
    """A table by alignment alone: full rows, no merged cells."""

    page: int
    top: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]


def with_aligned_tables(lines: list[TextLine]) -> list[TextLine | AlignedTable]:
    """Replace runs of lines that clearly form a table; where it is not clear, they stay lines."""
    found: list[TextLine | AlignedTable] = []
    for run in _runs(lines):
        table = _table(run)
        found += [table] if table else run
    return found


def _runs(lines: list[TextLine]) -> Iterator[list[TextLine]]:
    """Lines of several pieces that follow closely, together; all other lines alone."""
    run: list[TextLine] = []
    for line in lines:
        fits = len(line.segments) > 1 and (not run or _is_close(run[-1], line))
        if run and not fits:
            yield run
            run = []
        if len(line.segments) > 1:
            run.append(line)
        else:
            yield [line]
    if run:
        yield run


def _is_close(above: TextLine, below: TextLine) -> bool:
    return above.page == below.page and below.top - above.top <= _LEADING * max(above.size, below.size)


def _table(run: list[TextLine]) -> AlignedTable | None:
    if len(run) < _FEWEST_ROWS:
        return None
    columns = _columns(run)
    rows = tuple(_row(line, columns) for line in run)
    cells = [cell for row in rows for cell in row]
    labels = sum(row[0].endswith(_LABEL) or _LABEL[0] in row[0] for row in rows)
    if len(columns) < 2 or max(map(len, cells)) > _LONGEST_CELL or labels * 2 > len(rows):
        return None
    # Columns are real where every one is filled in most rows.
    if any(sum(bool(row[i]) for row in rows) * 3 < len(rows) * 2 for i in range(len(columns))):
        return None
    return AlignedTable(run[0].page, run[0].top, run[-1].bottom, rows)


def _columns(run: list[TextLine]) -> list[tuple[float, float]]:
    """Strips of the page that hold text, between gaps that run through all lines."""
    columns: list[tuple[float, float]] = []
    gap = run[0].size / 2
    for segment in sorted((one for line in run for one in line.segments), key=lambda one: one.x0):
        if columns and segment.x0 <= columns[-1][1] + gap:
            columns[-1] = (columns[-1][0], max(columns[-1][1], segment.x1))
        else:
            columns.append((segment.x0, segment.x1))
    return columns


def _row(line: TextLine, columns: list[tuple[float, float]]) -> tuple[str, ...]:
    return tuple(
        close_up(" ".join(one.text for one in line.segments if _within(one, column))) for column in columns
    )


def _within(segment: Segment, column: tuple[float, float]) -> bool:
    return column[0] <= segment.x0 <= column[1]
