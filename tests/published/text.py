"""The published notices read anew: lines, clauses and tables of `notice.md`, without the code that is tested by them.

That `notice.md` says what was published, character by character, is held by tests/knowledge/test_published_text.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

NOTICES = Path(__file__).parent.parent.parent / "knowledge" / "notices"
SAIA, SJTU, SHTA = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr"
CATALOGUE, PROMOTER = "shhrss-2025-catalogue", "shhrss-2026-ai-promoter"
ORGANISATIONS = (SAIA, SJTU, SHTA)
"""The notices of those who examine."""
LEVELS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
ABOVE, LEFT = "^", "<"


def body(notice_id: str) -> str:
    """Everything below the front matter."""
    return (NOTICES / notice_id / "notice.md").read_text(encoding="utf-8").split("---\n", 2)[2]


def parts(notice_id: str) -> dict[str, str]:
    """The text under each `## ` heading."""
    _, *pieces = re.split(r"^## (.+)$", body(notice_id), flags=re.MULTILINE)
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


def issuer_and_year(notice_id: str) -> tuple[str, int]:
    """As the title prints them."""
    found = re.search(r"^(.+?)关于(?:开展)?(\d{4})年", parts(notice_id)["标题"].strip())
    assert found, notice_id
    return found[1], int(found[2])


def clause(notice_id: str, number: str) -> str:
    """What stands in the body below `六、…` up to the next such heading."""
    _, *pieces = re.split(r"^([一二三四五六七八])、.+$", parts(notice_id)["正文"], flags=re.MULTILINE)
    return dict(zip(pieces[::2], pieces[1::2], strict=True))[number]


def plain(name: str) -> str:
    """One spelling: notices print the same name with full-width and half-width brackets, and break it over lines."""
    return bare(name).translate(str.maketrans("（）", "()"))


def bare(text: str) -> str:
    """Without white space."""
    return re.sub(r"\s", "", text)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def visible(line: str) -> str:
    """A line as a reader sees it: no marks of footnotes; of a row the printed cells, a blank between."""
    if line.startswith("|"):
        return " ".join(cell for cell in cells(line) if cell not in ("", ABOVE, LEFT))
    return re.sub(r"^\[\^\w+\]: |\[\^\w+\]", "", line.strip())


def visible_lines(notice_id: str) -> list[str]:
    """All lines, footnotes among them."""
    return [shown for line in body(notice_id).splitlines() if (shown := visible(line))]


@dataclass(frozen=True)
class Column:
    """Its own heading, and the heading that it shares with its neighbours ("" where it shares none)."""

    name: str
    group: str


@dataclass(frozen=True)
class Table:
    """A table with merged cells filled in; `part` is the `## ` heading above it."""

    part: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def values(self, *names: str) -> list[str]:
        """The column that has one of these names, top down; empty where none has."""
        found = next((i for i, one in enumerate(self.columns) if one.name in names), None)
        return [] if found is None else [row[found] for row in self.rows]


def tables(notice_id: str) -> list[Table]:
    """Every table of the notice in order."""
    return [
        _table(part, block.strip().splitlines())
        for part, text in parts(notice_id).items()
        for block in re.findall(r"(?:^\|.*\|\n?)+", text, flags=re.MULTILINE)
    ]


def _table(part: str, lines: list[str]) -> Table:
    rule = next(i for i, line in enumerate(lines) if not line.strip("|-"))
    header = [cells(line) for line in lines[:rule]]
    rows: list[tuple[str, ...]] = []
    for line in lines[rule + 1 :]:
        row = cells(line)
        assert len(row) == len(header[0]), line
        rows.append(tuple(rows[-1][i] if cell == ABOVE else cell for i, cell in enumerate(row)))
    return Table(part, tuple(_column(header, i) for i in range(len(header[0]))), tuple(rows))


def _column(header: list[list[str]], at: int) -> Column:
    own, shared = "", ""
    for row in header:
        first = at
        while row[first] == LEFT:
            first -= 1
        spans = first != at or row[at + 1 : at + 2] == [LEFT]
        text = "" if row[first] == ABOVE else row[first]
        own, shared = (own, shared + text) if spans else (own + text, shared)
    return Column(own, shared)
