"""Passages: what search ranks. One paragraph or table row, with the headings that give it its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import yaml

from knowledge.facts import NoticeFacts
from knowledge.library import Library
from knowledge.models import Clause, Line, Notice, NoticeKind, Strict

_HEADING = re.compile(r"^[^。；，]{1,40}$")
_SKIPPED = ("标题", "附件清单")
_PART_TERMS = {"文号": "文号 发文字号 文件编号", "落款": "发布日期 印发日期 什么时候发布 哪天发的"}


class Passage(Strict):
    """A line of a clause. `text` is what is ranked and shown, `quote` the notice's own words.

    `origins` are the rows that a table row's merged cells stand in, `keywords` the
    everyday words for its topics, `levels` those that its row or its heading is for; `context` holds the headings and lead-in sentences above it, outermost first.
    """

    notice_id: str
    clause: str
    line: int
    text: str
    quote: str
    origins: tuple[str, ...]
    context: str
    topics: tuple[str, ...]
    keywords: str
    organisation: str
    occupations: tuple[str, ...]
    levels: tuple[int, ...] = ()
    year: int
    kind: NoticeKind

    @property
    def indexed(self) -> str:
        """Everything that is searched."""
        return f"{self.context} {self.text} {self.keywords}"

    @property
    def twin_key(self) -> str:
        """Equal for passages that say the same in several notices (the shared annexes)."""
        return re.sub(r"\W", "", self.text)


def topic_terms(topic: str) -> str:
    """The everyday words for a topic."""
    return _topic_terms().get(topic, "")


def passages(library: Library) -> list[Passage]:
    """All passages of all notices, in order."""
    return [
        passage
        for holding in library.holdings
        for clause in holding.notice.clauses.values()
        if clause.path not in _SKIPPED
        for passage in _of_clause(library, holding.notice, clause)
    ]


def _of_clause(library: Library, notice: Notice, clause: Clause) -> Iterator[Passage]:
    occupations = _notice_occupations(library, notice)
    above = [_lead(one) for one in library.lead(clause)][::-1]
    for i, line in enumerate(clause.lines):
        if line.kind == "header" or _is_caption(clause, i, line):
            continue
        own = [_lead(clause)] if i else []
        notes = [notice.footnotes[mark] for mark in line.footnotes if mark in notice.footnotes]
        yield Passage(
            notice_id=notice.id,
            clause=clause.path,
            line=i,
            text=_readable(line),
            quote=line.text,
            origins=line.origins,
            context=" ".join(filter(None, [*above, *own, *notes])),
            topics=(topics := _topics(library.holding(notice.id).facts, clause, line)),
            keywords=_keywords(topics, clause),
            organisation=notice.front.issuer,
            occupations=_row_occupation(library, line) or occupations,
            levels=_levels(library, line, own or above),
            year=notice.front.year,
            kind=notice.front.kind,
        )


@cache
def _topic_terms() -> dict[str, str]:
    """Words by which people ask for the topics of the rule facts."""
    file = Path(__file__).with_name("topic_terms.yml")
    terms: dict[str, str] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return terms


def _topics(facts: NoticeFacts, clause: Clause, line: Line) -> tuple[str, ...]:
    """The topics under which rule facts file the line."""
    found = [
        rule.topic
        for rule in facts.rules
        if any(one.clause == clause.path and one.quote in line.text for one in rule.sources)
    ]
    return tuple(dict.fromkeys(found))


def _keywords(topics: tuple[str, ...], clause: Clause) -> str:
    terms = [_topic_terms().get(topic, "") for topic in topics]
    return " ".join([*terms, _PART_TERMS.get(clause.path, "")]).strip()


def _notice_occupations(library: Library, notice: Notice) -> tuple[str, ...]:
    """What the whole notice is about: an organisation's own list, or what a programme's title names."""
    if notice.front.kind == "organisation":
        return tuple(dict.fromkeys(one.occupation for one in library.holding(notice.id).facts.catalogue))
    found = library.lexicon.matcher.find(notice.front.title) if notice.front.kind == "programme" else []
    return tuple(dict.fromkeys(one.value for one in found if one.kind == "occupation"))


def is_heading(line: Line) -> bool:
    """A short paragraph without sentence punctuation."""
    return line.kind == "paragraph" and bool(_HEADING.match(line.text))


def _is_caption(clause: Clause, i: int, line: Line) -> bool:
    """A heading says nothing by itself; it is context for what stands below."""
    in_annex = clause.path.startswith("附件") and not any(char.isdigit() for char in line.text)
    return is_heading(line) and ((i == 0 and _has_more(clause)) or in_annex)


def _has_more(clause: Clause) -> bool:
    return len(clause.lines) > 1 or bool(clause.children)


def _lead(clause: Clause) -> str:
    """The clause's heading or, where it begins with a sentence, that sentence (一、参评人员有下列行为之一的…)."""
    return clause.lines[0].text if clause.lines and clause.lines[0].kind == "paragraph" else ""


def _readable(line: Line) -> str:
    if line.kind != "row":
        return line.text
    pairs = zip(line.columns, line.values, strict=True)
    return "；".join(f"{column}：{value}" for column, value in pairs if value)


def _levels(library: Library, line: Line, context: Sequence[str]) -> tuple[int, ...]:
    """The levels in a row's cell of levels; else those in the heading, for below it other levels are conditions."""
    if line.kind == "row":
        cells = [value for column, value in zip(line.columns, line.values, strict=True) if "等级" in column]
        return _levels_in(library, " ".join(cell if "级" in cell else f"{cell}级" for cell in cells))
    heading = _levels_in(library, context[-1]) if context else ()
    return heading or _levels_in(library, line.text)


def _levels_in(library: Library, text: str) -> tuple[int, ...]:
    found = [int(one.value) for one in library.lexicon.matcher.find(text) if one.kind == "level"]
    return tuple(dict.fromkeys(found))


def _row_occupation(library: Library, line: Line) -> tuple[str, ...]:
    if line.kind != "row":
        return ()
    found = library.lexicon.matcher.find(" ".join(line.values))
    return tuple(dict.fromkeys(one.value for one in found if one.kind == "occupation"))
