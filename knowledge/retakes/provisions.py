"""The rules on retakes besides their validity, notice by notice, in the notices' words."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from knowledge.library import Library
from knowledge.models import Citation, NoticeStatus, OrganisationRef, Strict
from knowledge.retakes.notices import applying
from knowledge.subject import Subject

Rule = Literal["allowed", "validity", "expired", "reapplied", "mode_change", "competition"]


class Provision(Strict):
    """One rule of one notice; `text` is the notice's own wording (see `RetakeFact` for the kinds)."""

    rule: Rule
    organisation: OrganisationRef
    year: int
    status: NoticeStatus
    text: str
    citations: list[Citation]


def provisions(library: Library, subject: Subject, as_of: datetime, *rules: Rule) -> list[Provision]:
    """Rules of these kinds that apply to the subject, whatever its level."""
    return [
        Provision(
            rule=fact.rule,
            organisation=one.organisation,
            year=one.year,
            status=one.status,
            text="".join(source.quote for source in fact.sources),
            citations=library.cite_all(one.holding.notice.id, fact.sources, as_of),
        )
        for one in applying(library, subject, as_of)
        for fact in one.holding.facts.retakes
        if fact.rule in rules
    ]
