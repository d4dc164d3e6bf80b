"""PDFs with a text layer: paragraphs, tables and footnotes by the geometry of their pages."""

from __future__ import annotations

import io
import logging
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from knowledge.errors import IngestError
from knowledge.ingest.document import Document, Table
from knowledge.ingest.readers.blocks import Block, with_typed_footnotes
from knowledge.ingest.readers.notes import Definition, Footnotes
from knowledge.ingest.readers.page.aligned import AlignedTable, with_aligned_tables
from knowledge.ingest.readers.page.content import PageContent, read_page
from knowledge.ingest.readers.page.continued import continues, joined
from knowledge.ingest.readers.page.foot import split_foot
from knowledge.ingest.readers.page.lines import TextLine
from knowledge.ingest.readers.page.paragraphs import Layout, body_size, layout_of, paragraphs
from knowledge.ingest.readers.page.ruled import RuledTable
from knowledge.ingest.readers.running import without_running

MOST_PAGES = 300
_FEWEST_CHARACTERS = 10
_CONTINUED = re.compile(r"[（(]?续上?表?\s*\d*[）)]?")
_DAMAGED = (
    PdfminerException,
    PSException,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    struct.error,
    RecursionError,
)
Item = TextLine | RuledTable | AlignedTable


def read_pdf(file: Path, data: bytes) -> Document:
    """Read a PDF.

    Raises:
        IngestError: damaged, encrypted, more than 300 pages, or pictures of text without a text layer.
    """
    pages = _read_pages(file, data)
    if sum(page.characters for page in pages) < _FEWEST_CHARACTERS:
        raise IngestError(f"{file}: no text layer (a scan?); have its text recognised first")
    texts = without_running([page.lines for page in pages])
    pages = [replace(page, lines=lines) for page, lines in zip(pages, texts, strict=True)]
    pages, footnotes = _with_footnotes(pages)
    items = _with_whole_tables([item for page in pages for item in _in_order(page)])
    blocks, typed = with_typed_footnotes(list(_blocks(items, pages)))
    problems = tuple(problem for page in pages for problem in page.problems)
    return Document("pdf", tuple(blocks), footnotes.texts | typed, problems)


def _read_pages(file: Path, data: bytes) -> list[PageContent]:
    try:
        with _quiet(), pdfplumber.open(io.BytesIO(data)) as pdf:
            count = len(pdf.pages)
            pages = [read_page(page) for page in pdf.pages] if count <= MOST_PAGES else []
    except _DAMAGED as error:
        if isinstance(error, PDFPasswordIncorrect) or any(
            isinstance(one, PDFPasswordIncorrect) for one in error.args
        ):
            raise IngestError(f"{file}: an encrypted PDF; save it without a password") from error
        raise IngestError(f"{file}: a damaged PDF ({type(error).__name__}); print or save it anew") from error
    if count > MOST_PAGES:
        raise IngestError(f"{file}: {count} pages, more than {MOST_PAGES}; this is no notice")
    if not pages:
        raise IngestError(f"{file}: a damaged PDF (no page found); print or save it anew")
    return pages


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the PDF library's remarks on fonts out of the log: they concern drawing, not text."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _with_footnotes(pages: list[PageContent]) -> tuple[list[PageContent], Footnotes]:
    """Take the notes off the pages' feet and name the marks of each page after its own notes."""
    size = body_size([line for page in pages for line in page.lines])
    definitions: list[Definition] = []
    bodies: list[list[TextLine]] = []
    for page in pages:
        foot = split_foot(page.lines, page.rules, size)
        if foot.carried and not definitions:
            bodies.append(page.lines)
            continue
        if foot.carried:
            definitions[-1] = replace(definitions[-1], text=definitions[-1].text + foot.carried)
        definitions += [Definition(page.number, mark, text) for mark, text in foot.notes]
        bodies.append(foot.lines)
    notes = Footnotes(definitions)
    return [_resolved(page, lines, notes) for page, lines in zip(pages, bodies, strict=True)], notes


def _resolved(page: PageContent, lines: list[TextLine], notes: Footnotes) -> PageContent:
    def named(text: str) -> str:
        return notes.resolve_here(text, page.number)

    tables = [
        replace(one, cells=tuple(replace(cell, text=named(cell.text)) for cell in one.cells))
        for one in page.tables
    ]
    return replace(page, lines=[replace(line, text=named(line.text)) for line in lines], tables=tables)


def _in_order(page: PageContent) -> Iterator[Item]:
    """A page's lines and tables from top to bottom."""
    items: list[TextLine | RuledTable] = sorted([*page.lines, *page.tables], key=lambda item: item.top)
    for is_line, run in groupby(items, key=lambda item: isinstance(item, TextLine)):
        if is_line:
            yield from with_aligned_tables([item for item in run if isinstance(item, TextLine)])
        else:
            yield from run


def _with_whole_tables(items: list[Item]) -> list[Item]:
    """Join the parts of tables that nothing but a page break (or the word `续表`) parts."""
    whole: list[Item] = []
    for item in items:
        caption = len(whole) > 1 and isinstance(whole[-1], TextLine) and _CONTINUED.fullmatch(whole[-1].text)
        last = whole[-2 if caption else -1] if whole else None
        if (
            isinstance(item, RuledTable)
            and isinstance(last, RuledTable)
            and item.page > last.last_page
            and continues(last, item)
        ):
            whole[-2 if caption else -1 :] = [joined(last, item)]
        else:
            whole.append(item)
    return whole


def _blocks(items: list[Item], pages: list[PageContent]) -> Iterator[Block]:
    widths = {page.number: round(page.width) for page in pages}
    layouts = _layouts(pages, widths)
    for key, run in groupby(items, key=lambda item: widths[item.page] if isinstance(item, TextLine) else 0):
        if key:
            yield from paragraphs([item for item in run if isinstance(item, TextLine)], layouts[key])
            continue
        for item in run:
            if isinstance(item, RuledTable):
                yield Table(item.grid(), item.page, item.header_rows)
            elif isinstance(item, AlignedTable):
                yield Table(item.rows, item.page)


def _layouts(pages: list[PageContent], widths: dict[int, int]) -> dict[int, Layout]:
    """The layout of the pages of each width: an annex in landscape has margins of its own."""
    lines: dict[int, list[TextLine]] = {}
    for page in pages:
        lines.setdefault(widths[page.number], []).extend(page.lines)
    return {width: layout_of(those) for width, those in lines.items() if those}
