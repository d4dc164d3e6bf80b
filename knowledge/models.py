"""Notices, clauses, sources and citations: the types that everything above speaks in."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

NoticeStatus = Literal["current", "upcoming", "past_year", "superseded"]
NoticeKind = Literal["organisation", "catalogue", "programme"]
DIGEST_PREFIX = 12
"""Hex digits by which a clause's text is named in addresses: 48 bits, far more than all clauses need."""
Level = Literal[5, 4, 3, 2, 1]
LEVELS: tuple[Level, ...] = (5, 4, 3, 2, 1)
LEVEL_NAMES: dict[int, str] = {5: "五级", 4: "四级", 3: "三级", 2: "二级", 1: "一级"}


class Strict(BaseModel):
    """Base of everything read from files or sent out: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FrontMatter(Strict):
    """What a notice says of itself. Dates that it does not print are None, never guessed.

    `region` is where it applies. `verified_on` is the day on which a person last compared the facts with the notice; None: nobody has.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    issuer: str
    document_number: str | None
    published_on: date | None
    year: int
    in_force_from: date
    in_force_until: date
    kind: NoticeKind
    subject: str
    replaces: str | None
    url: str | None
    verified_on: date | None = None
    region: str = "上海市"


class Line(Strict):
    """One paragraph or table row of a clause. `text` is what a quote is taken from.

    For a row, `columns` are the column headings, `values` the cells with merged ones filled in, and `origins`
    the texts of the rows that those merged values stand in.
    """

    text: str
    kind: Literal["paragraph", "header", "row"]
    footnotes: tuple[str, ...] = ()
    table: int | None = None
    columns: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


class Clause(Strict):
    """The smallest numbered part of a notice, with its own lines (not its children's)."""

    notice_id: str
    path: str
    parent: str | None
    children: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The clause's own lines, one per line."""
        return "\n".join(line.text for line in self.lines)

    @property
    def digest(self) -> str:
        """SHA-256 of the text: what an answer cites stays recognisable after the notice changes."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def line_of(self, quote: str) -> int | None:
        """Index of the first line that holds the quote, or None."""
        return next((i for i, line in enumerate(self.lines) if quote in line.text), None)


class Notice(Strict):
    """A published document: front matter, clauses by path in order of appearance, footnotes by mark."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    front: FrontMatter
    clauses: dict[str, Clause]
    footnotes: dict[str, str]

    @property
    def id(self) -> str:
        """The notice's id."""
        return self.front.id


class Source(Strict):
    """Where a fact was read: a clause of the fact's notice and its verbatim words."""

    clause: str
    quote: str = Field(min_length=1)


class Citation(Strict):
    """The contract's Citation: a source with everything a reader needs to look it up."""

    notice_id: str
    title: str
    issuer: str
    document_number: str | None
    year: int
    clause: str
    quote: str
    status: NoticeStatus
    url: str


class OrganisationRef(Strict):
    """An organisation in an answer."""

    id: str
    name: str


class OccupationRef(Strict):
    """An occupation in an answer; `code` is null where no notice prints one."""

    code: str | None
    name: str
