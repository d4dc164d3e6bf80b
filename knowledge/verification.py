"""Checks of all facts against the notices. Loading for service fails on the first run of problems.

Each problem names notice, clause, fact and what to do, because the person who mends it is not a programmer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import KnowledgeError, UnknownNameError
from knowledge.facts import CatalogueFact, ContactFact, Fact, FeeFact, NoticeFacts
from knowledge.figures import unsupported
from knowledge.lexicon.matching import fold, level_mentions
from knowledge.library import ROOT, Holding, Library, load_library
from knowledge.models import Source


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, what, and what to do."""

    notice_id: str
    file: str
    fact: str
    message: str

    def __str__(self) -> str:
        return f"knowledge/notices/{self.notice_id}/facts/{self.file}.yml: {self.fact}: {self.message}"


def verified_library(root: Path = ROOT) -> Library:
    """Load everything and refuse it when anything is wrong.

    Raises:
        KnowledgeError: malformed files, or facts that the notices do not bear out; lists every problem.
    """
    library = load_library(root)
    if problems := list(verify(library)):
        raise KnowledgeError("\n".join(str(problem) for problem in problems))
    return library


def verify(library: Library) -> Iterator[Problem]:
    """Every problem of every notice."""
    for holding in library.holdings:
        front = holding.notice.front
        for message in (*_front_matter(library, holding), *_footnotes(holding)):
            yield Problem(front.id, "../notice", "notice.md", message)
        for kind in NoticeFacts.model_fields:
            for fact in getattr(holding.facts, kind):
                sources = fact.sources if isinstance(fact, Fact) else ()
                for message in (*_sources(library, front.id, sources), *_values(library, fact)):
                    yield Problem(front.id, kind, _label(fact), message)
        yield from _overlaps(holding)


def _front_matter(library: Library, holding: Holding) -> Iterator[str]:
    front = holding.notice.front
    if front.in_force_from > front.in_force_until:
        yield "in_force_from lies after in_force_until"
    try:
        library.issuer(front)
    except UnknownNameError as error:
        yield f"{error}; add it to lexicon/organisations.yml"
    others = [one.notice.front for one in library.holdings if one.notice.id != front.id]
    if front.replaces is not None and front.replaces not in {one.id for one in others}:
        yield f"it replaces {front.replaces}, which is not among the notices"
    same_days = [
        one.id
        for one in others
        if (one.issuer, one.subject, one.in_force_from) == (front.issuer, front.subject, front.in_force_from)
    ]
    if same_days:
        yield f"the same issuer, subject and first day as {', '.join(same_days)}; which one prevails?"


def _footnotes(holding: Holding) -> Iterator[str]:
    for clause in holding.notice.clauses.values():
        for line in clause.lines:
            for mark in line.footnotes:
                if mark not in holding.notice.footnotes:
                    yield f"clause {clause.path} marks footnote [^{mark}], which is not defined"


def _sources(library: Library, notice_id: str, sources: tuple[Source, ...]) -> Iterator[str]:
    for source in sources:
        try:
            clause = library.notice(notice_id).clauses[source.clause]
        except KeyError:
            yield f"the notice has no clause {source.clause}; use a path of the notice"
            continue
        if clause.line_of(source.quote) is None:
            yield f"clause {source.clause} does not hold the quote {source.quote!r} in one line"


def _values(library: Library, fact: object) -> Iterator[str]:
    if isinstance(fact, FeeFact):
        yield from _fee(library, fact)
    elif isinstance(fact, ContactFact):
        yield from _contact(library, fact)
    elif isinstance(fact, CatalogueFact):
        yield from _catalogue(library, fact)


def _fee(library: Library, fact: FeeFact) -> Iterator[str]:
    yield from _names(library, occupations=(fact.occupation,))
    amounts = [one.amount for one in (*fact.components, *fact.retake.components)] + [fact.total]
    yield from _unquoted((f"{amount:g}" for amount in amounts), fact.sources)
    if (total := sum(one.amount for one in fact.components)) != fact.total:
        yield f"the components add up to {total:g}, the total says {fact.total:g}"
    if (fact.retake.basis == "not_stated") != (not fact.retake.components):
        yield "a retake that is not_stated has no components, any other has some"
    if not any(_names_level(fact.level, source.quote) for source in fact.sources):
        yield f"no quote names level {fact.level}"


def _names_level(level: int, quote: str) -> bool:
    names = {5: ("五级", "初级"), 4: ("四级", "中级"), 3: ("三级", "高级"), 2: ("二级", "技师"), 1: ("一级",)}
    return any(name in quote for name in names[level])


def _contact(library: Library, fact: ContactFact) -> Iterator[str]:
    yield from _names(library, (fact.organisation,), fact.occupations or ())
    hours = [fact.hours, *(phone.hours for phone in fact.phones)]
    values = [*fact.addresses, *(one.number for one in fact.phones), *(one.url for one in fact.websites)]
    values += [line for one in hours if one for line in one.text.splitlines()]
    quotes = [source.quote for source in fact.sources]
    for value in values:
        stands = any(_plain(value) in _plain(quote) for quote in quotes)
        if not stands or unsupported(value, quotes):
            yield f"{value!r} stands in no quote"
    for one in hours:
        for opening in one.weekly if one else ():
            times = (_clock(opening.opens), _clock(opening.closes))
            yield from _unquoted(times, (Source(clause="-", quote=_plain(one.text)),) if one else ())
            if opening.opens >= opening.closes:
                yield f"opens {opening.opens} after it closes {opening.closes}"


def _clock(time: str) -> str:
    return time.removeprefix("0")


def _plain(text: str) -> str:
    """Full-width colons and brackets are typography, not value."""
    return text.replace("：", ":").replace("（", "(").replace("）", ")").replace(" ", "")


def _catalogue(library: Library, fact: CatalogueFact) -> Iterator[str]:
    yield from _names(library, (fact.organisation,), (fact.occupation,))
    quotes = " ".join(source.quote for source in fact.sources)
    for value in (fact.code, fact.registration_number, fact.occupation, fact.organisation):
        if value and fold(value) not in fold(quotes):
            yield f"{value} stands in no quote"
    for level in fact.levels:
        if not any(level in _levels_of(source.quote) for source in fact.sources):
            yield f"no quote names level {level}"
    if (fact.kind == "skill_level") != bool(fact.levels):
        yield "a skill level has levels, a special ability has none"
    if fact.code and library.lexicon.occupation(fact.occupation).code != fact.code:
        yield f"the lexicon gives {fact.occupation} another code than {fact.code}"


def _levels_of(quote: str) -> set[int]:
    """Levels that a row ends with (`5、4、3`), or that a sentence names (`四、三级`)."""
    row = re.search(r"(?:^|\s)([1-5](?:、[1-5])*)$", quote)
    listed = {int(one) for one in row.group(1).split("、")} if row else set()
    return listed | {level for level, _, _ in level_mentions(fold(quote))}


def _names(library: Library, organisations: Iterable[str] = (), occupations: Iterable[str] = ()) -> Iterator[str]:
    lexicon = library.lexicon
    for kind, names, resolve in (
        ("organisation", organisations, lexicon.organisation),
        ("occupation", occupations, lexicon.occupation),
    ):
        for name in names:
            try:
                official = resolve(name).name
            except UnknownNameError as error:
                yield f"{error}; add it to knowledge/lexicon/{kind}s.yml"
                continue
            if official != name:
                yield f"use the official name {official}, not {name}"


def _unquoted(figures: Iterable[str], sources: tuple[Source, ...]) -> Iterator[str]:
    quotes = [source.quote for source in sources]
    for figure in dict.fromkeys(figures):
        if unsupported(figure, quotes):
            yield f"{figure} stands in no quote"


def _overlaps(holding: Holding) -> Iterator[Problem]:
    seen: set[tuple[str, int]] = set()
    for fee in holding.facts.fees:
        key = (fee.occupation, fee.level)
        if key in seen:
            yield Problem(holding.notice.id, "fees", _label(fee), "a second fee for the same level")
        seen.add(key)


def _label(fact: object) -> str:
    parts = [getattr(fact, name, None) for name in ("organisation", "occupation", "level", "topic")]
    return " ".join(str(part) for part in parts if part) or type(fact).__name__
