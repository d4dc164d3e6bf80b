"""Read a notice in the project's form (docs/notices.md): front matter, parts, numbered clauses, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from knowledge.clause_path import BODY, Number, join, leading_number
from knowledge.errors import KnowledgeError
from knowledge.models import Clause, FrontMatter, Line, Notice

_PART = re.compile(r"^## (.+)$")
_FOOTNOTE = re.compile(r"^\[\^(\w+)\]: (.+)$")
# Parts of a notice that is numbered 1, 1.1, 1.1.1: each stands below the one that its name goes on from.
_DECIMAL = re.compile(r"\d{1,2}(?:·\d{1,2}(?:\.\d{1,2}){1,2}){1,2}")
_MARK = re.compile(r"\[\^(\w+)\]")
_PREAMBLE = "引言"
CELL_END = re.compile(r"(?<!\\)\|")
ESCAPE = "\\"
UNNUMBERED_PARTS = ("标题", "文号", "附件清单", "落款")
_ABOVE, _LEFT = "^", "<"


@dataclass
class _Draft:
    """A clause while its lines are being collected."""

    path: str
    parent: str | None
    lines: list[Line] = field(default_factory=list)


def read_notice(file: Path) -> Notice:
    """Parse one `notice.md`.

    Raises:
        KnowledgeError: the front matter, a table or a clause number is malformed; names file and line.
    """
    return parse_notice(file.read_text(encoding="utf-8"), str(file))


def parse_notice(text: str, name: str) -> Notice:
    """Parse the text of a `notice.md`; `name` is what errors call it.

    Raises:
        KnowledgeError: the front matter, a table or a clause number is malformed; names the line.
    """
    try:
        _, head, body = text.split("---\n", 2)
        front = FrontMatter.model_validate(yaml.safe_load(head))
    except (ValueError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{name}: unreadable front matter: {error}") from error
    offset = head.count("\n") + 2
    return _Reader(name, front, offset).read(body)


class _Reader:
    """Walks the body line by line; keeps the part, the open numbers and the clauses so far."""

    def __init__(self, name: str, front: FrontMatter, offset: int) -> None:
        self.name, self.front, self.offset = name, front, offset
        self.part: str | None = None
        self.open: list[Number] = []
        self.drafts: dict[str, _Draft] = {}
        self.footnotes: dict[str, str] = {}
        self.current: _Draft | None = None
        self.table: list[str] = []
        self.tables = 0

    def read(self, body: str) -> Notice:
        lines = body.splitlines()
        for number, raw in enumerate([*lines, ""], start=self.offset + 1):
            self._take(number, raw.strip())
        clauses = {path: self._finish(draft) for path, draft in self.drafts.items()}
        return Notice(front=self.front, clauses=clauses, footnotes=self.footnotes)

    def _take(self, number: int, line: str) -> None:
        if line.startswith("|"):
            self.table.append(line)
            return
        if self.table:
            self._flush_table(number)
        if match := _PART.match(line):
            self._start_part(match.group(1))
        elif match := _FOOTNOTE.match(line):
            self.footnotes[match.group(1)] = match.group(2)
        elif line:
            self._paragraph(number, line)

    def _start_part(self, name: str) -> None:
        self.part, self.open = name, []
        above = name.rpartition("·")[0] if _DECIMAL.fullmatch(name) else ""
        self.current = self._draft(_PREAMBLE if name == BODY else name, above or None, 0)

    def _paragraph(self, number: int, line: str) -> None:
        if self.part is None or self.current is None:
            raise KnowledgeError(f"{self.name}:{number}: text before the first part (`## 标题`, `## 正文` …)")
        opened = leading_number(line) if self.part not in UNNUMBERED_PARTS else None
        if opened:
            self._open_clause(opened, number)
        line = line.removeprefix(ESCAPE)
        marks = tuple(_MARK.findall(line))
        self.current.lines.append(Line(text=_MARK.sub("", line), kind="paragraph", footnotes=marks))

    def _open_clause(self, opened: Number, number: int) -> None:
        assert self.part is not None
        self.open = [one for one in self.open if one.depth < opened.depth]
        parent = join(self.part, self.open) or None
        self.open.append(opened)
        self.current = self._draft(join(self.part, self.open), parent, number)

    def _draft(self, path: str, parent: str | None, number: int) -> _Draft:
        if path in self.drafts:
            raise KnowledgeError(f"{self.name}:{number}: clause {path} appears twice")
        if parent is not None and parent not in self.drafts:
            raise KnowledgeError(f"{self.name}:{number}: clause {path} has no parent {parent}")
        self.drafts[path] = _Draft(path, parent)
        return self.drafts[path]

    def _flush_table(self, number: int) -> None:
        if self.current is None:
            raise KnowledgeError(f"{self.name}:{number}: a table before the first part")
        self.tables += 1
        self.current.lines.extend(_table_lines(self.table, f"{self.name}:{number}", self.tables))
        self.table = []

    def _finish(self, draft: _Draft) -> Clause:
        children = tuple(path for path, other in self.drafts.items() if other.parent == draft.path)
        return Clause(
            notice_id=self.front.id,
            path=draft.path,
            parent=draft.parent,
            children=children,
            lines=tuple(draft.lines),
        )


def _table_lines(raw: list[str], where: str, table: int) -> list[Line]:
    grid = [[cell.strip().replace(r"\|", "|") for cell in CELL_END.split(line)[1:-1]] for line in raw]
    rule = next((i for i, row in enumerate(grid) if all(re.fullmatch(r":?-+:?", c) for c in row)), None)
    if not rule:
        raise KnowledgeError(f"{where}: the table above has no header and `|---|` line")
    width = len(grid[rule])
    if wrong := next((i for i, row in enumerate(grid) if len(row) != width), None):
        raise KnowledgeError(f"{where}: row {wrong + 1} of the table above has not {width} cells: {raw[wrong]}")
    header, body = _merged(grid[:rule]), grid[rule + 1 :]
    columns = tuple(" ".join(dict.fromkeys(row[i] for row in header if row[i])) for i in range(width))
    lines = [Line(text=_visible(row), kind="header", table=table) for row in grid[:rule] if any(row)]
    for i, (cells, values) in enumerate(zip(body, _merged(body), strict=True)):
        above = {_origin(body, i, column) for column in range(width)} - {i}
        origins = tuple(_visible(body[j]) for j in sorted(above))
        text = _visible(cells)
        lines.append(
            Line(text=text, kind="row", table=table, columns=columns, values=tuple(values), origins=origins)
        )
    return lines


def _origin(body: list[list[str]], row: int, column: int) -> int:
    """The row in which the value of a merged cell is printed."""
    while row and body[row][column] == _ABOVE:
        row -= 1
    return row


def _visible(cells: list[str]) -> str:
    return " ".join(cell for cell in cells if cell not in ("", _ABOVE, _LEFT))


def _merged(rows: list[list[str]]) -> list[list[str]]:
    """Fill merged cells with the value that they continue."""
    filled: list[list[str]] = []
    for row in rows:
        values: list[str] = []
        for column, cell in enumerate(row):
            if cell == _ABOVE and filled:
                values.append(filled[-1][column])
            elif cell == _LEFT and values:
                values.append(values[-1])
            else:
                values.append(cell)
        filled.append(values)
    return filled
