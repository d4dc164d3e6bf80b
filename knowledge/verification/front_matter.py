"""A notice's front matter and footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import UnknownNameError
from knowledge.library import Holding, Library
from knowledge.verification.problem import Complaint


def front_matter(library: Library, holding: Holding) -> Iterator[Complaint]:
    """The issuer is known, the days are in order, and no two notices hold for the same days."""
    front = holding.notice.front
    if front.in_force_from > front.in_force_until:
        yield Complaint("in_force_from lies after in_force_until; correct the front matter")
    try:
        library.issuer(front)
    except UnknownNameError as error:
        yield Complaint(f"{error}; add it to lexicon/organisations.yml")
    others = [one.notice.front for one in library.holdings if one.notice.id != front.id]
    if front.replaces is not None and front.replaces not in {one.id for one in others}:
        yield Complaint(f"it replaces {front.replaces}, which is not among the notices; name one that is, or null")
    same_days = [
        one.id
        for one in others
        if (one.issuer, one.subject, one.in_force_from) == (front.issuer, front.subject, front.in_force_from)
    ]
    if same_days:
        yield Complaint(f"the same issuer, subject and first day as {', '.join(same_days)}; which one prevails?")


def footnotes(holding: Holding) -> Iterator[Complaint]:
    """Every mark has its note: the notes are part of the rule."""
    for clause in holding.notice.clauses.values():
        for line in clause.lines:
            for mark in line.footnotes:
                if mark not in holding.notice.footnotes:
                    yield Complaint(
                        f"footnote [^{mark}] is marked but not defined; add the line `[^{mark}]: …`", clause.path
                    )
