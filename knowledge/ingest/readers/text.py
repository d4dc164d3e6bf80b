"""Plain text and what text extractors write: `#` headings, tab-separated and pipe tables, `<sup>⑤</sup>` marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from knowledge.ingest.document import Document, Paragraph, Table
from knowledge.ingest.readers.blocks import Block, with_typed_footnotes
from knowledge.ingest.readers.encodings import decode
from knowledge.ingest.readers.notes import raised
from knowledge.ingest.readers.radicals import ordinary
from knowledge.ingest.readers.running import is_page_number
from knowledge.ingest.readers.spacing import close_up, tidy

_HEADING = re.compile(r"^#{1,6}\s+")
_BULLET = re.compile(r"^[-*+]\s+(?=\S)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_SUPERSCRIPT = re.compile(r"<sup>\s*(.*?)\s*</sup>|\^([①-⑳])|\[\^(\w+)\]|(?<=\w)\^(\d{1,2})(?!\d)")
_DECORATION = re.compile(r"^(?:[-*_=]\s*){3,}$")
_PIPE_RULE = re.compile(r"^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_SPACED = 2
_ENDED = tuple("。；！？;!?")


def read_text(file: Path, data: bytes) -> Document:
    """Read a text file. Lines are paragraphs; where a line ends without a full stop, `ended` is False.

    Where blank lines part the paragraphs, a line without one below it has not ended either.

    Raises:
        IngestError: no known encoding fits.
    """
    text = ordinary(decode(file, data)).replace("\f", "\n")
    runs = list(_runs(text.splitlines()))
    spaced = _is_spaced(runs)
    blocks = [block for lines in runs for block in _blocks(lines, spaced)]
    blocks, notes = with_typed_footnotes(blocks)
    return Document("text", tuple(blocks), notes)


def _runs(lines: Iterable[str]) -> Iterator[list[str]]:
    """Lines of one kind with nothing between them: a table's, or a paragraph's; what only decorates is left out."""
    wanted = (line.rstrip("\r\n ") for line in lines)
    for kind, run in groupby(wanted, key=_kind):
        if kind:
            yield list(run)
        else:
            for blank, lines_together in groupby(run, key=_is_blank):
                if not blank:
                    yield list(lines_together)


def _is_spaced(runs: list[list[str]]) -> bool:
    """Whether blank lines part the paragraphs: they are much more than the line ends without one."""
    plain = [len(lines) for lines in runs if not _kind(lines[0])]
    return len(plain) > _SPACED * sum(length - 1 for length in plain)


def _is_blank(line: str) -> bool:
    return not line.strip() or _is_decoration(line.strip())


def _kind(line: str) -> str:
    if line.lstrip().startswith("|"):
        return "|"
    return "\t" if "\t" in line.strip(" ") else ""


def _is_decoration(line: str) -> bool:
    return _DECORATION.match(line) is not None or (not line.isdigit() and is_page_number(line))


def _blocks(lines: list[str], spaced: bool) -> list[Block]:
    kind = _kind(lines[0])
    if kind and len(lines) > 1:
        return [_pipe_table(lines) if kind == "|" else _tab_table(lines)]
    paragraphs = [_paragraph(line) for line in lines]
    if spaced:
        paragraphs[:-1] = [replace(one, ended=one.role == "heading") for one in paragraphs[:-1]]
    return list(paragraphs)


def _tab_table(lines: list[str]) -> Table:
    return Table(_rectangular([[_cell(cell) for cell in line.split("\t")] for line in lines]))


def _pipe_table(lines: list[str]) -> Table:
    header = next((i for i, line in enumerate(lines) if i and _PIPE_RULE.match(line.strip())), None)
    wanted = [line.strip() for i, line in enumerate(lines) if i != header]
    rows = [[_cell(cell) for cell in line.removeprefix("|").removesuffix("|").split("|")] for line in wanted]
    return Table(_rectangular(rows), header_rows=header)


def _rectangular(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    width = max(len(row) for row in rows)
    return tuple(tuple(row + [""] * (width - len(row))) for row in rows)


def _cell(text: str) -> str:
    """A cell's lines were joined by spaces, so a space between Chinese characters is the layout's."""
    return close_up(_inline(text))


def _paragraph(line: str) -> Paragraph:
    heading = _HEADING.match(line.strip())
    text = tidy(_inline(_BULLET.sub("", _HEADING.sub("", line.strip()))))
    ended = heading is not None or text.endswith(_ENDED)
    return Paragraph(text, role="heading" if heading else "body", ended=ended)


def _inline(text: str) -> str:
    text = _AUTOLINK.sub(r"\1", text).replace("**", "")
    return _SUPERSCRIPT.sub(
        lambda match: raised(next(group for group in match.groups() if group is not None)), text
    )
