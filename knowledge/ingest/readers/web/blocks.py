"""The page's paragraphs and tables in order, as a browser breaks the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from knowledge.ingest.document import Paragraph, Table
from knowledge.ingest.readers.counting import numbered
from knowledge.ingest.readers.notes import raised
from knowledge.ingest.readers.spacing import collapse, is_wide
from knowledge.ingest.readers.web.hidden import declarations
from knowledge.ingest.readers.web.lists import item_number
from knowledge.ingest.readers.web.page_chrome import is_chrome_line
from knowledge.ingest.readers.web.tables import cells_of, data_table, is_layout

Block = Paragraph | Table
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = {
    *_HEADINGS, "p", "div", "section", "article", "main", "header", "footer", "aside", "form", "fieldset", "center",
    "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "address", "figure", "figcaption", "details", "summary",
    "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "hr", "body", "html",
}  # fmt: skip
_STRUCK = ("del", "s", "strike")
_SPACES = re.compile(r"[ \t\r\n]+")
_BACK = re.compile(r"\s*[↩↑⏎]\ufe0e?\s*$")


class Walk:
    """Collects inline text until a block begins or ends."""

    def __init__(self, page: BeautifulSoup, notes: dict[str, str]) -> None:
        self.notes = notes
        styled = [(selector, body) for selector, body in declarations(page) if "list-style" in body]
        self.sheet = [(tag, body) for selector, body in styled for tag in page.select(selector)]
        self.problems: list[str] = []
        self.text = self.number = self.sign = ""
        self.heading = False

    def blocks(self, tag: Tag) -> Iterator[Block]:
        """All blocks below an element."""
        for child in tag.children:
            yield from self._element(child)
        yield from self._flush()

    def _element(self, child: PageElement) -> Iterator[Block]:
        if isinstance(child, NavigableString):
            if not isinstance(child, PreformattedString):
                self.text += _SPACES.sub(" ", child)
        elif isinstance(child, Tag):
            yield from self._tag(child)

    def _tag(self, tag: Tag) -> Iterator[Block]:
        if tag.name == "br":
            yield from self._flush()
        elif tag.name == "table":
            yield from self._flush()
            yield from self._table(tag)
        elif tag.name in _BLOCKS:
            yield from self._block(tag)
        elif tag.name in _STRUCK:
            self._struck(tag)
        else:
            yield from self._inline(tag)

    def _block(self, tag: Tag) -> Iterator[Block]:
        yield from self._flush()
        if tag.name == "li":
            self.number = item_number(tag, self.sheet)
        self.heading = tag.name in _HEADINGS
        self._note_begins(tag)
        for child in tag.children:
            yield from self._element(child)
        yield from self._flush()
        self.heading = False
        self.number = ""

    def _inline(self, tag: Tag) -> Iterator[Block]:
        sign = _sign(tag)
        if sign is not None:
            self.text += raised(sign)
            return
        self._note_begins(tag)
        if self._repeats_sign(tag):
            return
        for child in tag.children:
            yield from self._element(child)

    def _note_begins(self, tag: Tag) -> None:
        """Where a link of a raised sign leads to: the sign opens the footnote, printed there or not."""
        if not self.text.strip():
            self.sign = self.notes.get(_anchor(tag), self.sign)

    def _repeats_sign(self, tag: Tag) -> bool:
        """Whether a link back to the text only prints the sign that opens the footnote."""
        return (
            tag.name == "a" and not self.text.strip() and bool(self.sign) and collapse(tag.get_text()) == self.sign
        )

    def _flush(self) -> Iterator[Block]:
        text, self.text = collapse(_BACK.sub("", self.text)), ""
        if not text or is_chrome_line(text):
            return
        number, sign = self.number, self.sign
        self.number = self.sign = ""
        if sign:
            number, text = "", text if text.startswith(raised(sign)) else raised(sign) + text
        yield Paragraph(numbered(number, text), role="heading" if self.heading else "body")

    def _table(self, table: Tag) -> Iterator[Block]:
        caption = table.find("caption", recursive=False)
        if isinstance(caption, Tag):
            yield from self._block(caption)
        if is_layout(table):
            for cell in cells_of(table):
                yield from self.blocks(cell)
            return
        found = data_table(table, self._cell)
        if found:
            yield found

    def _cell(self, cell: Tag) -> str:
        text = ""
        for block in list(self.blocks(cell)):
            piece = block.text if isinstance(block, Paragraph) else _flat(block)
            apart = text and piece and not (is_wide(text[-1]) or is_wide(piece[0]))
            text += f" {piece}" if apart else piece
        return text

    def _struck(self, tag: Tag) -> None:
        text = collapse(tag.get_text())
        if text:
            self.problems.append(f"有删除线，未采用：{text}")


def _sign(tag: Tag) -> str | None:
    """The raised sign that a `<sup>`, or a link around one, prints."""
    inner = tag if tag.name == "sup" else tag.find("sup") if tag.name == "a" else None
    if not isinstance(inner, Tag) or collapse(tag.get_text()) != collapse(inner.get_text()):
        return None
    return collapse(inner.get_text()) or None


def _anchor(tag: Tag) -> str:
    return str(tag.get("id") or (tag.get("name") if tag.name == "a" else "") or "")


def _flat(table: Table) -> str:
    visible = ([cell for cell in row if cell not in ("", "^", "<")] for row in table.rows)
    return "；".join(" ".join(row) for row in visible if row)
