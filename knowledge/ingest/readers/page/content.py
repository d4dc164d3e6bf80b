"""A page as read, before headers, footnotes and paragraphs are told apart."""

from __future__ import annotations

from dataclasses import dataclass

from pdfplumber.page import Page

from knowledge.ingest.readers.page.chars import read_chars
from knowledge.ingest.readers.page.foot import short_rules
from knowledge.ingest.readers.page.lines import TextLine, lines_of
from knowledge.ingest.readers.page.ruled import RuledTable, ruled_tables


@dataclass(frozen=True)
class PageContent:
    """A page's lines outside tables, its ruled tables, the heights of short rules; `number` counts from 1."""

    number: int
    width: float
    characters: int
    lines: list[TextLine]
    tables: list[RuledTable]
    rules: list[float]
    problems: list[str]


def read_page(page: Page) -> PageContent:
    """Read one page and free what the PDF library keeps of it."""
    found = read_chars(page)
    tables, rest = ruled_tables(page, found.chars)
    characters = sum(bool(char.text.strip()) for char in found.chars)
    problems = found.problems
    if not characters and page.images:
        problems = [*problems, f"第{page.page_number}页：只有图片，没有文字层"]
    content = PageContent(
        page.page_number,
        float(page.width),
        characters,
        lines_of(rest, page.page_number),
        tables,
        short_rules(page),
        problems,
    )
    page.close()
    return content
