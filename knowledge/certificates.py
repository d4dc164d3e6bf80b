"""Who issues certificates, in which form, who collects them where, and what to do when one is lost."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from knowledge.applying import notices_saying
from knowledge.facts import CertificateFact
from knowledge.facts.procedure import Way
from knowledge.library import Holding, Library
from knowledge.models import Citation, NoticeStatus, OrganisationRef, Strict
from knowledge.subject import Subject

About = Literal["issue", "form", "collection", "loss"]


class CertificateRule(Strict):
    """One statement on certificates; None and empty where the notice does not say."""

    about: About
    way: Way | None
    issuer: str | None
    forms: tuple[Literal["electronic", "paper"], ...]
    collected_by: str | None
    collected_at: str | None
    courier_paid_by_applicant: bool | None
    bring: tuple[str, ...]
    citations: list[Citation]


class Certificates(Strict):
    """All that one notice says about its certificates. `not_stated`: topics that a person looked for in vain."""

    notice_id: str
    organisation: OrganisationRef
    status: NoticeStatus
    year: int
    rules: tuple[CertificateRule, ...]
    not_stated: tuple[str, ...]

    def about(self, what: About, way: Way | None = None) -> list[CertificateRule]:
        """The statements on one thing; with `way`, those for it and those for both ways."""
        return [one for one in self.rules if one.about == what and (way is None or one.way in (None, way))]


def certificates(library: Library, subject: Subject, as_of: datetime) -> list[Certificates]:
    """What the notices that apply say about certificates, those in force first; else what the catalogue says."""
    saying = notices_saying(library, subject, as_of, lambda holding: bool(holding.facts.certificates))
    return [certificates_of(library, holding, as_of) for _, holding in saying]


def certificates_of(library: Library, holding: Holding, as_of: datetime) -> Certificates:
    """What one notice says about certificates."""
    front = holding.notice.front
    return Certificates(
        notice_id=front.id,
        organisation=library.issuer(front),
        status=library.status(front, as_of),
        year=front.year,
        rules=tuple(_rule(library, front.id, fact, as_of) for fact in holding.facts.certificates),
        not_stated=tuple(one.topic for one in holding.facts.not_stated if one.topic.startswith("certificate_")),
    )


def _rule(library: Library, notice_id: str, fact: CertificateFact, as_of: datetime) -> CertificateRule:
    return CertificateRule(
        **fact.model_dump(exclude={"sources"}), citations=library.cite_all(notice_id, fact.sources, as_of)
    )
