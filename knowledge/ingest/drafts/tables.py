"""The tables of a notice with what stands around them: captions, headings, and header rows that a reader missed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.models import Clause, Line, Notice, Source
from knowledge.wording.levels import parse_levels
from knowledge.wording.numerals import squeezed

_LABEL = re.compile(
    r"理论|操作|实操|评审|[合总共]计|费|收取|时间|日期|等级|级别|职业|工种|项目|科目|[序编]号|名称|备注|月份|批次|编码|模块"
)
_ABOVE = "^"
_MAX_ANCESTOR_LINES = 3


@dataclass(frozen=True)
class Passage:
    """One line of a clause, as something that can be cited."""

    clause: str
    text: str

    def source(self) -> Source:
        """The whole line as a source."""
        return Source(clause=self.clause, quote=self.text)


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells with merged ones filled in, and its line."""

    values: tuple[str, ...]
    line: Line
    passage: Passage

    @property
    def band(self) -> str | None:
        """The text of a row that is one cell over the whole width, else None."""
        filled = [value for value in self.values if value]
        alone = (len(filled) == 1 and bool(self.values[0])) or len(set(self.values)) == 1
        return filled[0] if len(self.values) > 1 and filled and alone and self.line.text == filled[0] else None

    def sources(self) -> tuple[Source, ...]:
        """The row, and the rows in which its merged cells are printed."""
        origins = [Source(clause=self.passage.clause, quote=text) for text in self.line.origins if text]
        own = [self.passage.source()] if self.passage.text else []
        return (*own, *origins)


@dataclass(frozen=True)
class Table:
    """`context` are the lines that introduce the table, nearest first; `notes` those that follow it in its clause.

    `header` are the printed lines of the headings, as far as the reader took them for headings.
    """

    clause: str
    columns: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    context: tuple[Passage, ...]
    notes: tuple[Passage, ...]

    def column(self, index: int) -> list[str]:
        """The cells of one column, without those of rows that are one cell."""
        return [row.values[index] for row in self.rows if row.band is None]

    def heading_sources(self) -> tuple[Source, ...]:
        """The printed lines of the headings."""
        return tuple(Source(clause=self.clause, quote=text) for text in self.header)

    def transposed(self) -> Table | None:
        """Rows as columns: for a table whose labels stand in its first column. None without a second column or rows."""
        kept = [row for row in self.rows if row.band is None]
        if len(self.columns) < 2 or not kept:
            return None
        columns = (self.columns[0], *(row.values[0] for row in kept))
        rows = tuple(self._column_as_row(i, kept) for i in range(1, len(self.columns)))
        return Table(self.clause, columns, (), rows, self.context, self.notes)

    def _column_as_row(self, index: int, kept: list[Row]) -> Row:
        """A column's cells; it cites every row that it is read from, the headings too."""
        values = (self.columns[index], *(row.values[index] for row in kept))
        texts = [*self.header, *(row.line.text for row in kept)]
        line = Line(text=texts[0], kind="row", origins=tuple(texts[1:]))
        return Row(values, line, Passage(self.clause, line.text))


def tables_of(notice: Notice) -> list[Table]:
    """Every table of a notice, in order."""
    return [table for clause in notice.clauses.values() for table in _tables_of(clause, notice)]


def paragraphs_of(notice: Notice) -> Iterator[Passage]:
    """Every paragraph of the notice, and every table row that is one cell over the whole width."""
    for clause in notice.clauses.values():
        for line in clause.lines:
            row = Row(line.values, line, Passage(clause.path, line.text))
            if line.kind == "paragraph" or (line.kind == "row" and row.band):
                yield row.passage


def _tables_of(clause: Clause, notice: Notice) -> Iterator[Table]:
    for number in dict.fromkeys(line.table for line in clause.lines if line.table is not None):
        places = [i for i, line in enumerate(clause.lines) if line.table == number]
        rows = [line for line in clause.lines if line.table == number and line.kind == "row"]
        if rows:
            before = list(_before(clause, places[0], notice))
            table = _table(clause, rows, before, list(_after(clause, places[-1])))
            header = [line.text for line in clause.lines if line.table == number and line.kind == "header"]
            yield replace(table, header=tuple(text for text in (*header, *table.header) if text))


def _table(clause: Clause, lines: list[Line], before: list[Passage], after: list[Passage]) -> Table:
    columns = [_parts(column) for column in lines[0].columns]
    rows = [Row(line.values, line, Passage(clause.path, line.text)) for line in lines]
    second: list[str] = []
    while rows and _continues_header(rows[0], columns):
        second.append(rows[0].line.text)
        for parts, value in zip(columns, rows[0].values, strict=True):
            parts += [value] if value not in ("", _ABOVE, *parts) else []
        rows = rows[1:]
    captions: list[Passage] = []
    while len(columns) > 1 and all(len(parts) > 1 and parts[0] == columns[0][0] for parts in columns):
        captions.append(Passage(clause.path, columns[0][0]))
        columns = [parts[1:] for parts in columns]
    headings = tuple(" ".join(parts) for parts in columns)
    return Table(clause.path, headings, tuple(second), tuple(rows), (*captions, *before), tuple(after))


def _parts(column: str) -> list[str]:
    return column.split(" ") if column else [""]


def _continues_header(row: Row, columns: list[list[str]]) -> bool:
    """A second line of headings that stands among the rows: labels and levels only, no figure."""
    if _ABOVE in row.values:
        return True
    filled = [value for value in row.values if value]
    labels = [value for value in filled if _LABEL.search(value) and not re.search(r"\d", value)]
    levels = [value for value in filled if parse_levels(value).understood and not value.isdigit()]
    if row.band or len(filled) < 2 or len({*labels, *levels}) < len(set(filled)):
        return False
    return bool(labels) or row.values[0] in ("", *columns[0])


def _before(clause: Clause, first: int, notice: Notice) -> Iterator[Passage]:
    """Paragraphs up to the table before, then the clause's first line, then those above it in the numbering."""
    near: list[Passage] = []
    for line in reversed(clause.lines[:first]):
        if line.kind != "paragraph":
            break
        near.append(Passage(clause.path, line.text))
    yield from near
    if clause.lines[0].text not in [one.text for one in near] and clause.lines[0].kind == "paragraph":
        yield Passage(clause.path, clause.lines[0].text)
    yield from above(clause, notice)


def above(clause: Clause, notice: Notice) -> Iterator[Passage]:
    """What stands over a clause: the first lines of those above it in the numbering, and the name of its annex."""
    path = clause.parent
    while path is not None and path in notice.clauses:
        for line in reversed(notice.clauses[path].lines[:_MAX_ANCESTOR_LINES]):
            if line.kind == "paragraph":
                yield Passage(path, line.text)
        path = notice.clauses[path].parent
    yield from _listed(clause.path, notice)


def _listed(path: str, notice: Notice) -> Iterator[Passage]:
    """What the list of annexes calls the annex."""
    annex = re.match(r"附件\d+", path)
    listing = notice.clauses.get("附件清单")
    if annex and listing:
        for line in listing.lines:
            if re.match(rf"{annex.group()}(?!\d)", squeezed(line.text)):
                yield Passage(listing.path, line.text)


def _after(clause: Clause, last: int) -> Iterator[Passage]:
    for line in clause.lines[last + 1 :]:
        if line.kind != "paragraph":
            return
        yield Passage(clause.path, line.text)
