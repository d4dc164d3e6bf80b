"""Small documents for the tests, written as they would lie on a desk."""

from __future__ import annotations

import textwrap

from knowledge.ingest.document import Document, Paragraph, Table

TITLE = "上海市钟表行业协会关于开展2027年上海市钟表维修工项目社会化职业技能等级认定有关操作事项的通知"


def word(text: str) -> Document:
    """A Word file: every line is a paragraph, lines with `|` are a table's rows."""
    return Document("docx", tuple(_blocks(text, ended=True)))


def scanned(text: str) -> Document:
    """A text file: no line is known to end a paragraph, merged cells are merely empty."""
    return Document("text", tuple(_blocks(text, ended=False)))


def notice(body: str) -> Document:
    """A Word file with a title above the given body."""
    return word(f"{TITLE}\n各有关单位：\n{textwrap.dedent(body)}")


def _blocks(text: str, ended: bool) -> list[Paragraph | Table]:
    blocks: list[Paragraph | Table] = []
    rows: list[tuple[str, ...]] = []
    for line in [*textwrap.dedent(text).strip().splitlines(), ""]:
        if "|" in line:
            rows.append(tuple(cell.strip() for cell in line.split("|")))
            continue
        if rows:
            blocks.append(Table(tuple(rows)))
            rows = []
        if line.strip():
            blocks.append(Paragraph(line.strip(), ended=ended or line.strip()[-1] in "。；！？"))
    return blocks
