"""What a notice prints, in order: the paragraphs, tables and footnotes that the renderers lay out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ABOVE, LEFT = "^", "<"
MARK = re.compile(r"\[\^(\w+)\]")
_NUMBER = re.compile(
    r"^(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)]|(\d{1,2})[.、](?!\d)|[（(](\d{1,2})[）)])"
)
_FOOTNOTE = re.compile(r"^\[\^(\w+)\]: (.+)$")
_RULE = re.compile(r"^\|(:?-+:?\|)+$")


@dataclass(frozen=True)
class Text:
    """A paragraph: `part` as the notice names it, footnote marks as `[^5]`, `depth` 0…3 where a number opens it."""

    part: str
    text: str
    depth: int | None
    first: bool

    @property
    def number(self) -> str:
        """The number that opens it, as printed; empty without one."""
        match = _NUMBER.match(self.text) if self.depth is not None else None
        return match.group(0) if match else ""


@dataclass(frozen=True)
class Grid:
    """A table: full rows with `^` and `<` for merged cells, of which the first `header` are headings."""

    part: str
    header: int
    rows: tuple[tuple[str, ...], ...]

    def spans(self) -> Iterator[tuple[int, int, int, int]]:
        """Row, column, height and width of every printed cell."""
        for r, row in enumerate(self.rows):
            for c, cell in enumerate(row):
                if cell not in (ABOVE, LEFT):
                    yield r, c, *self._extent(r, c)

    def _extent(self, r: int, c: int) -> tuple[int, int]:
        row = self.rows[r]
        width = 1
        while c + width < len(row) and row[c + width] == LEFT:
            width += 1
        height = 1
        while r + height < len(self.rows) and self.rows[r + height][c] == ABOVE:
            height += 1
        return height, width


@dataclass(frozen=True)
class Script:
    """A notice as it is to be printed."""

    title: str
    blocks: tuple[Text | Grid, ...]
    footnotes: dict[str, str]


def read_script(notice_md: Path) -> Script:
    """Read a `notice.md`, keeping the places of the footnote marks and the shape of the tables."""
    _, head, body = notice_md.read_text(encoding="utf-8").split("---\n", 2)
    blocks: list[Text | Grid] = []
    footnotes: dict[str, str] = {}
    table: list[str] = []
    part, first = "", True
    for line in [*(raw.strip() for raw in body.splitlines()), ""]:
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            blocks.append(_grid(part, table))
            table = []
        if line.startswith("## "):
            part, first = line[3:], True
        elif match := _FOOTNOTE.match(line):
            footnotes[match.group(1)] = match.group(2)
        elif line:
            blocks.append(Text(part, line, _depth(part, line), first))
            first = False
    return Script(yaml.safe_load(head)["title"], tuple(blocks), footnotes)


def _depth(part: str, line: str) -> int | None:
    match = _NUMBER.match(line) if part not in ("标题", "文号", "落款", "附件清单") else None
    return next(i for i, group in enumerate(match.groups()) if group) if match else None


def _grid(part: str, lines: list[str]) -> Grid:
    rule = next(i for i, line in enumerate(lines) if _RULE.match(line))
    rows = [tuple(cell.strip() for cell in line[1:-1].split("|")) for line in lines if not _RULE.match(line)]
    return Grid(part, rule, tuple(rows))


def is_annex(part: str) -> bool:
    """An annex begins on a page of its own; `附件清单` only lists them."""
    return re.fullmatch(r"附件\d*", part) is not None


def circled(mark: str) -> str:
    """The mark as such notices print it: ① … ⑳, else the bare mark."""
    return chr(0x2460 + int(mark) - 1) if mark.isdigit() and 1 <= int(mark) <= 20 else mark
