"""A training programme with certificates of its own (推介官): training, the ways to a certificate, targets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from knowledge.certificates import Certificates, certificates_of
from knowledge.enquiries import Enquiries, enquiries_of
from knowledge.facts import PathFact, QuotaFact, TrainingFact
from knowledge.facts.programme import Tier
from knowledge.library import Holding, Library
from knowledge.models import Citation, NoticeStatus, OrganisationRef, Strict

Route = Literal["training", "assessment", "university_examination", "contest"]
_PASSED = re.compile(r"([一二三四五、和及]+)级通过")


class Training(Strict):
    """One kind of training."""

    name: str
    tier: Tier | None
    who: str | None
    providers: str | None
    citations: list[Citation]


class Hours(Strict):
    """How many lessons the training has, and how many of them may be online at most, worked out from the share."""

    lesson_hours: int
    online_at_most_percent: int | None
    online_at_most_hours: int | None
    citations: list[Citation]


class Path(Strict):
    """A way to a certificate."""

    tier: Tier
    route: Route
    who: str
    best_percent: int | None
    supervised_by: str | None
    seal: str | None
    citations: list[Citation]


class Quota(Strict):
    """A target, or a cap in percent."""

    what: str
    ten_thousand_people: int | None
    at_most_percent: int | None
    citations: list[Citation]


class Programme(Strict):
    """All that one notice says of its programme."""

    notice_id: str
    organisation: OrganisationRef
    status: NoticeStatus
    year: int
    hours: tuple[Hours, ...]
    trainings: tuple[Training, ...]
    paths: tuple[Path, ...]
    quotas: tuple[Quota, ...]
    certificates: Certificates
    enquiries: Enquiries

    def by_route(self, routes: Iterable[Route]) -> list[Path]:
        """The ways to a certificate along these routes."""
        wanted = set(routes)
        return [one for one in self.paths if one.route in wanted]


def programmes(library: Library, name: str, as_of: datetime, year: int | None = None) -> list[Programme]:
    """The programmes of that name, in force first; of one year where given."""
    own = {one.id for one in library.programmes(name)}
    rated = [one for _, one in library.by_status(as_of) if one.notice.id in own]
    return [_programme(library, one, as_of) for one in rated if year in (None, one.notice.front.year)]


def of_grade(paths: Iterable[Path], grade: int) -> list[Path]:
    """Of these ways, those that a pass of the university examination at that grade (一级 is 1) opens."""
    return [one for one in paths if any("零一二三四五"[grade] in passed for passed in _PASSED.findall(one.who))]


def _programme(library: Library, holding: Holding, as_of: datetime) -> Programme:
    front, facts = holding.notice.front, holding.facts
    return Programme(
        notice_id=front.id,
        organisation=library.issuer(front),
        status=library.status(front, as_of),
        year=front.year,
        hours=tuple(_hours(library, front.id, one, as_of) for one in facts.training if one.lesson_hours),
        trainings=tuple(_training(library, front.id, one, as_of) for one in facts.training if one.name),
        paths=tuple(_path(library, front.id, one, as_of) for one in facts.paths),
        quotas=tuple(_quota(library, front.id, one, as_of) for one in facts.quotas),
        certificates=certificates_of(library, holding, as_of),
        enquiries=enquiries_of(library, holding, as_of),
    )


def _hours(library: Library, notice_id: str, fact: TrainingFact, as_of: datetime) -> Hours:
    hours, percent = fact.lesson_hours or 0, fact.online_at_most_percent
    return Hours(
        lesson_hours=hours,
        online_at_most_percent=percent,
        online_at_most_hours=None if percent is None else hours * percent // 100,
        citations=library.cite_all(notice_id, fact.sources, as_of),
    )


def _training(library: Library, notice_id: str, fact: TrainingFact, as_of: datetime) -> Training:
    return Training(
        name=fact.name or "",
        tier=fact.tier,
        who=fact.who,
        providers=fact.providers,
        citations=library.cite_all(notice_id, fact.sources, as_of),
    )


def _path(library: Library, notice_id: str, fact: PathFact, as_of: datetime) -> Path:
    return Path(**fact.model_dump(exclude={"sources"}), citations=library.cite_all(notice_id, fact.sources, as_of))


def _quota(library: Library, notice_id: str, fact: QuotaFact, as_of: datetime) -> Quota:
    return Quota(
        **fact.model_dump(exclude={"sources"}), citations=library.cite_all(notice_id, fact.sources, as_of)
    )
