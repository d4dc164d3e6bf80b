"""Checks of all facts against the notices. Loading for service fails, and tells every problem at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from knowledge.differences import find_differences
from knowledge.errors import KnowledgeError
from knowledge.facts import Fact, NoticeFacts
from knowledge.library import ROOT, Holding, Library, load_library
from knowledge.verification import completeness
from knowledge.verification.ambiguous import ambiguous_words
from knowledge.verification.catalogue import catalogue
from knowledge.verification.conditions import condition, partly_typed
from knowledge.verification.contacts import contact
from knowledge.verification.differences import difference, gone, unlisted
from knowledge.verification.fees import fee, second_fees
from knowledge.verification.front_matter import footnotes, front_matter
from knowledge.verification.marks import marks
from knowledge.verification.outcome import discipline, quota, retake
from knowledge.verification.problem import Complaint, Problem, label, line_of_entry, line_of_text
from knowledge.verification.published_text import published_text
from knowledge.verification.schedule import overlapping, window
from knowledge.verification.sources import sources

__all__ = ["Problem", "of_fact", "verified_library", "verify"]

Check = Callable[[Library, Holding, Any], Iterable[Complaint]]
_BY_KIND: dict[str, Check] = {
    "fees": fee,
    "contacts": contact,
    "catalogue": catalogue,
    "conditions": condition,
    "windows": window,
    "retakes": retake,
    "discipline": discipline,
    "quotas": quota,
    "differences": difference,
}
_BY_INDEX: tuple[tuple[str, Callable[[Holding], Iterable[tuple[int, Complaint]]]], ...] = (
    ("fees", second_fees),
    ("windows", overlapping),
    ("text_only", completeness.text_only),
    ("not_stated", completeness.not_stated),
    ("as_text", completeness.as_text),
)


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
    """Every problem of the names and of every notice."""
    yield from ambiguous_words(library.lexicon)
    for holding in library.holdings:
        yield from _of_notice(library, holding)
        for kind in NoticeFacts.model_fields:
            for index, fact in enumerate(getattr(holding.facts, kind)):
                for complaint in of_fact(library, holding, kind, fact):
                    yield _problem(holding, kind, index, complaint)
        for kind, check in _BY_INDEX:
            for index, complaint in check(holding):
                yield _problem(holding, kind, index, complaint)
    found = find_differences(library)
    for notice_id, complaint in unlisted(library, found):
        yield _notice_problem(library.holding(notice_id), complaint)
    for holding, index, complaint in gone(library, found):
        yield _problem(holding, "differences", index, complaint)


def _of_notice(library: Library, holding: Holding) -> Iterator[Problem]:
    checks = (
        front_matter(library, holding),
        footnotes(holding),
        published_text(holding, holding.folder),
        completeness.covered(holding),
        completeness.undecided(holding),
        partly_typed(holding),
    )
    for check in checks:
        for complaint in check:
            yield _notice_problem(holding, complaint)


def _notice_problem(holding: Holding, complaint: Complaint) -> Problem:
    clause = holding.notice.clauses.get(complaint.clause or "")
    first = clause.lines[0].text if clause and clause.lines else None
    line = line_of_text(holding.folder / "notice.md", first) if first else None
    front = holding.notice.front
    return Problem(front.id, "notice.md", line, complaint.clause, front.issuer, complaint.message)


def of_fact(library: Library, holding: Holding, kind: str, fact: object) -> Iterator[Complaint]:
    """What is wrong with one fact by itself."""
    if isinstance(fact, Fact):
        yield from sources(holding.notice, fact.sources)
        yield from marks(fact)
    if kind in _BY_KIND:
        yield from _BY_KIND[kind](library, holding, fact)


def _problem(holding: Holding, kind: str, index: int, complaint: Complaint) -> Problem:
    fact = getattr(holding.facts, kind)[index]
    named = fact.sources[0].clause if isinstance(fact, Fact) else None
    return Problem(
        notice_id=holding.notice.id,
        file=f"facts/{kind}.yml",
        line=line_of_entry(holding.folder / "facts" / f"{kind}.yml", index),
        clause=complaint.clause or named,
        fact=label(fact),
        message=complaint.message,
    )
