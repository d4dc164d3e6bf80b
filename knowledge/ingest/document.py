"""What a reader takes from a file, whatever its format: paragraphs, tables and footnotes in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ABOVE, LEFT = "^", "<"
Role = Literal["heading", "body", "footnote"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of running text, numbers that the format generates included; footnote marks as `[^5]`.

    `page` counts from 1 where the format has pages. `ended` is False where the format cannot tell whether the
    paragraph ends here (a line of a PDF, a line at the foot of a page): whoever restores the text may join it.
    """

    text: str
    page: int | None = None
    role: Role = "body"
    ended: bool = True


@dataclass(frozen=True)
class Table:
    """A table as a full grid: a cell that continues a merged one holds `^` (from above) or `<` (from the left).

    `header_rows` is None where the format does not say. A table that is cut by a page is one table.
    """

    rows: tuple[tuple[str, ...], ...]
    page: int | None = None
    header_rows: int | None = None


@dataclass(frozen=True)
class Document:
    """A file's content in reading order. `footnotes` are by mark; `problems` what a reader could not read."""

    format: Literal["pdf", "docx", "html", "text"]
    blocks: tuple[Paragraph | Table, ...]
    footnotes: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
