"""Every difference that a check finds is listed, every listed one is found, and its words are the notices'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.differences import Finding, notices_of
from knowledge.facts import DifferenceFact
from knowledge.figures import unsupported
from knowledge.library import Holding, Library
from knowledge.models import Source
from knowledge.statements import BY_ID
from knowledge.verification.problem import Complaint
from knowledge.verification.sources import sources


def unlisted(library: Library, found: Iterable[Finding]) -> Iterator[tuple[str, Complaint]]:
    """Differences that no `facts/differences.yml` lists, with the notice that should."""
    listed = {
        (fact.check, fact.key, notices_of(holding, fact))
        for holding in library.holdings
        for fact in holding.facts.differences
    }
    for one in found:
        if (one.check, one.key, one.notices) not in listed:
            newest = max(one.notices, key=lambda notice_id: library.notice(notice_id).front.year)
            message = f"unlisted difference {one.check} {one.key!r}: {one.message}; mend it, or list it"
            path = one.clause if one.clause in library.notice(newest).clauses else None
            yield newest, Complaint(f"{message} in facts/differences.yml", path)


def gone(library: Library, found: Iterable[Finding]) -> Iterator[tuple[Holding, int, Complaint]]:
    """Listed differences that their check finds no more, with their index; `reading` has no check."""
    held = {one.notice.id for one in library.holdings}
    known = {(one.check, one.key, one.notices) for one in found}
    for holding in library.holdings:
        for index, fact in enumerate(holding.facts.differences):
            concerned = notices_of(holding, fact)
            if fact.check == "reading" or not concerned <= held or (fact.check, fact.key, concerned) in known:
                continue
            message = f"{fact.check} {fact.key!r} is no longer found between {sorted(concerned)}; delete it"
            yield holding, index, Complaint(message)


def difference(library: Library, holding: Holding, fact: DifferenceFact) -> Iterator[Complaint]:
    """Check one listed difference; what concerns a notice that is not held is left alone."""
    concerned = notices_of(holding, fact)
    if not concerned <= {one.notice.id for one in library.holdings}:
        return
    for place in fact.places:
        notice = library.notice(place.notice or holding.notice.id)
        yield from sources(notice, [Source(clause=place.clause, quote=place.quote)])
    if fact.prevails is not None and fact.prevails not in concerned:
        yield Complaint(
            f"prevails names {fact.prevails}, which is not one of {sorted(concerned)}; name one of them, or null"
        )
    titles = [library.notice(one).front.title for one in concerned]
    quotes = [*(place.quote for place in fact.places), *titles]
    for figure in unsupported(f"{fact.about}\n{fact.reason}", quotes):
        yield Complaint(f"{figure.text} stands in no quote of the difference; quote it, or leave it out")
    for topic in fact.topics:
        if topic not in BY_ID and topic != "directory":
            yield Complaint(f"unknown topic {topic}; allowed: directory, {', '.join(BY_ID)}")
