"""The sentences of a notice, each with the headings that it stands under; nothing is moved, so every cut is verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from knowledge.ingest.drafts.models import Question
from knowledge.models import Clause, Notice, Source
from knowledge.wording.plain import plain, trimmed

_OUTSIDE = ("标题", "文号", "附件清单", "落款")
_NUMBER = re.compile(
    r"\s*(?:(?:备?注|说明)\s*:\s*)?(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|第[一二三四五六七八九十]+条|\d{1,2}(?:\.\d{1,2})+"
    r"|[(]\d{1,2}[)]|\d{1,2}(?:[)、]|\.(?!\d)))[、.]?\s*"
)
_TITLE = re.compile(r"([^,。:;“”()\d]{2,12})[。:]\s*(?=\S)")
_OPENING, _CLOSING = "(“《", ")”》"
_HEADING_LENGTH = 30


@dataclass(frozen=True)
class Sentence:
    """One sentence, or a piece of one, as printed.

    `headings` are the headings above it, nearest first; `title` is what its line opens with before `。` or `：`
    (团体申报), `line` the whole line.
    """

    clause: str
    text: str
    line: str
    headings: tuple[str, ...]
    title: str = ""

    @cached_property
    def plain(self) -> str:
        """The text with plain punctuation; offsets are those of `text`."""
        return plain(self.text)

    @property
    def body(self) -> int:
        """Where the text begins after its number and title."""
        number = _NUMBER.match(self.plain) if self.line.startswith(self.text) else None
        start = number.end() if number else 0
        title = _TITLE.match(self.plain, start)
        return title.end() if title and self.title and title.group(1) == self.title else start

    def cut(self, match: re.Match[str], group: str | int = 1) -> str:
        """What a match on `plain` found, as printed."""
        return trimmed(self.text, match.start(group), match.end(group), " ,;。:、")

    def source(self) -> Source:
        """The sentence as a source."""
        return Source(clause=self.clause, quote=self.text)

    def line_source(self) -> Source:
        """Its whole line as a source."""
        return Source(clause=self.clause, quote=self.line)

    def ask(self, question: str) -> Question:
        """A question about the sentence."""
        return Question(clause=self.clause, quote=self.text, question=question)

    def pieces(self) -> list[Sentence]:
        """The parts between semicolons outside brackets."""
        return [replace(self, text=one) for one in split(self.text, ";")]


def sentences(notice: Notice) -> list[Sentence]:
    """Every sentence of the paragraphs, in order; headings, tables, title, letterhead and signature are left out."""
    return [
        one
        for path, clause in notice.clauses.items()
        if path not in _OUTSIDE
        for one in _of_clause(notice, clause)
    ]


def split(text: str, ends: str) -> list[str]:
    """The text cut after each of the signs outside brackets and quotation marks; also after a bracketed sentence."""
    folded, found, depth, start = plain(text), [], 0, 0
    for i, char in enumerate(folded):
        depth = max(0, depth + (char in _OPENING) - (char in _CLOSING))
        whole = char == ")" and folded[i - 1] in ends
        follows = folded[i + 1 : i + 2]
        if depth == 0 and (char in ends or whole) and follows not in tuple(_CLOSING):
            found.append(text[start : i + 1])
            start = i + 1
    return [one.strip() for one in [*found, text[start:]] if one.strip()]


def unnumbered(text: str) -> str:
    """The printed text without the number that it opens with."""
    number = _NUMBER.match(plain(text))
    return text[number.end() :] if number else text


def is_heading(text: str) -> bool:
    """Whether a line is a heading: short, and no sentence."""
    return len(text) <= _HEADING_LENGTH and not re.search(r"[。;,:]|\d{5}|www|http", plain(text))


def above(notice: Notice, clause: Clause) -> tuple[str, ...]:
    """The headings of the clauses that a clause lies in, nearest first."""
    found = []
    path = clause.parent
    while path is not None:
        parent = notice.clauses[path]
        first = parent.lines[0].text if parent.lines else ""
        found += [unnumbered(first)] if is_heading(first) else []
        path = parent.parent
    return tuple(found)


def _of_clause(notice: Notice, clause: Clause) -> Iterator[Sentence]:
    outer, inner = above(notice, clause), ""
    for line in clause.lines:
        if line.kind != "paragraph":
            continue
        if is_heading(line.text) and (clause.children or len(clause.lines) > 1):
            inner = unnumbered(line.text)
            continue
        yield from _of_line(clause.path, line.text, (inner, *outer) if inner else outer)


def _of_line(clause: str, line: str, headings: tuple[str, ...]) -> Iterator[Sentence]:
    title = _TITLE.match(plain(unnumbered(line)))
    name = title.group(1).strip() if title else ""
    texts = split(line, "。!?")
    if len(texts) > 1 and plain(unnumbered(texts[0])) == f"{name}。":
        together = line[line.index(texts[0]) : line.index(texts[1]) + len(texts[1])]
        texts = [together, *texts[2:]]
    for text in texts:
        yield Sentence(clause, text, line, headings, name)
