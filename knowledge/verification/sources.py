"""Quotes stand in the clauses that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.models import Notice, Source
from knowledge.verification.problem import Complaint


def sources(notice: Notice, found: Iterable[Source]) -> Iterator[Complaint]:
    """Every quote is an exact part of one line of its clause; the message says where it stands instead."""
    for source in found:
        clause = notice.clauses.get(source.clause)
        if clause is None:
            message = f"the notice has no clause {source.clause}; use a path of the notice"
            yield Complaint(message + _instead(notice, source.quote), source.clause)
        elif clause.line_of(source.quote) is None:
            message = f"clause {source.clause} does not hold the quote {source.quote!r} in one line"
            yield Complaint(message + _instead(notice, source.quote), source.clause)


def _instead(notice: Notice, quote: str) -> str:
    places = [clause.path for clause in notice.clauses.values() if clause.line_of(quote) is not None]
    return f"; it stands in {'、'.join(places[:3])}" if places else ""
