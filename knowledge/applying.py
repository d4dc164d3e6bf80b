"""Which notices answer a question about a subject."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from knowledge.library import Holding, Library
from knowledge.models import NoticeStatus
from knowledge.subject import Subject

Rated = tuple[NoticeStatus, Holding]


def own_notices(library: Library, subject: Subject, as_of: datetime) -> list[Rated]:
    """Notices of the organisations themselves: those in force where any is, else others under their own status."""
    own = [pair for pair in _of_year(library, subject, as_of) if _is_own(library, pair[1], subject)]
    return [pair for pair in own if pair[0] == "current"] or own


def notices_saying(
    library: Library, subject: Subject, as_of: datetime, says: Callable[[Holding], bool]
) -> list[Rated]:
    """Own notices that say it; else the general catalogue's, the first of them by status."""
    own = [pair for pair in own_notices(library, subject, as_of) if says(pair[1])]
    known = _of_year(library, subject, as_of)
    return own or [pair for pair in known if pair[1].notice.front.kind == "catalogue" and says(pair[1])][:1]


def _of_year(library: Library, subject: Subject, as_of: datetime) -> list[Rated]:
    return [pair for pair in library.by_status(as_of) if subject.covers_year(pair[1].notice.front.year)]


def _is_own(library: Library, holding: Holding, subject: Subject) -> bool:
    front = holding.notice.front
    if front.kind != "organisation" or not subject.covers_organisation(library.issuer(front).name):
        return False
    offered = {one.occupation for one in holding.facts.catalogue}
    return subject.occupation is None or any(subject.covers_occupation(library.lexicon, one) for one in offered)
