"""What is known of whom: for each organisation, occupation and level, which topics its notice states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from knowledge.coverage_sources import source_of
from knowledge.differences import listed_differences
from knowledge.facts import CatalogueFact, Fact, Kind, NoticeFacts
from knowledge.library import Holding, Library, clause_url
from knowledge.models import NoticeKind, NoticeStatus, OccupationRef, OrganisationRef, Source, Strict
from knowledge.statements import BY_ID, TOPICS, is_stated
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI

State = Literal["stated", "not_stated", "unknown"]
SOON = timedelta(days=60)
"""A notice that ends within this time is due to be followed by the next one."""
GROUPS: dict[str, tuple[str, ...]] = {
    "申报": ("group_application", "individual_application", "appointment", "materials"),
    "时间": ("windows", "postponement"),
    "费用与缴费": ("fees", "retake_fee", "payment_window", "payment_method", "paid_when", "refund"),
    "准考证": ("group_ticket", "individual_ticket", "ticket_date"),
    "成绩与证书": (
        "results",
        "certificate_enquiry",
        "certificate_issue",
        "certificate_form",
        "certificate_collection",
        "certificate_loss",
    ),
    "补考": ("retake_validity", "retake_rules"),
    "联系": ("address", "hours", "enquiry_phone", "supervision_phone"),
    "纪律": ("discipline",),
}


class CoverageTopic(Strict):
    """A column: a topic of the statements with the group that it stands in."""

    id: str
    label: str
    group: str


class TopicSource(Strict):
    """Where the row's notice states a topic."""

    clause: str
    quote: str
    url: str


class TopicState(Strict):
    """Whether a topic is stated; `source` only where it is."""

    state: State
    source: TopicSource | None = None


class Dated(Strict):
    """A notice at the moment asked for. `verified_on`: when a person last compared its facts with it."""

    notice_id: str
    year: int
    status: NoticeStatus
    verified_on: date | None
    expires_on: date
    expiring_soon: bool


class CoverageRow(Dated):
    """One level (None: a special ability) of an organisation's occupation. A topic not in `topics` is unknown.

    `listed`: where the notice says that it is assessed. `catalogue_only`: the catalogue lists it, and the organisation's own notice of that year is not held.
    """

    organisation: OrganisationRef
    occupation: OccupationRef
    level: int | None
    kind: Kind
    listed: TopicSource
    catalogue_only: bool
    topics: dict[str, TopicState]

    def state(self, topic: str) -> State:
        """The state of any topic."""
        return self.topics[topic].state if topic in self.topics else "unknown"


class NoticeCoverage(Dated):
    """One notice: its clauses, facts of each kind, and known differences in it or with others, all counted."""

    title: str
    issuer: str
    document_number: str | None
    kind: NoticeKind
    clauses: int
    facts: dict[str, int]
    known_differences: int


class Coverage(Strict):
    """Everything that is held, and what is not, on that day."""

    as_of: date
    topics: tuple[CoverageTopic, ...]
    notices: tuple[NoticeCoverage, ...]
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True)
class _Stated:
    """A fact, and the topics that it alone makes stated."""

    fact: Fact
    topics: frozenset[str]


def coverage(library: Library, as_of: datetime, subject: Subject | None = None) -> Coverage:
    """Rows of the subject (all, without one), those of notices in force first, then the catalogue's."""
    wanted = subject or Subject()
    rated = [pair for pair in library.by_status(as_of) if wanted.covers_year(pair[1].notice.front.year)]
    rows = [row for _, one in rated for row in _rows(library, one, wanted, as_of)]
    own = {_key(row) for row in rows if not row.catalogue_only}
    rows = [row for row in rows if not (row.catalogue_only and _key(row) in own)]
    narrowed = wanted.organisation is not None or wanted.occupation is not None
    used = {row.notice_id for row in rows}
    return Coverage(
        as_of=as_of.astimezone(SHANGHAI).date(),
        topics=columns(),
        notices=tuple(_notice(library, one, as_of) for _, one in rated if one.notice.id in used or not narrowed),
        rows=tuple(sorted(rows, key=lambda row: row.catalogue_only)),
    )


def columns() -> tuple[CoverageTopic, ...]:
    """All topics in the order of their groups."""
    return tuple(
        CoverageTopic(id=topic, label=BY_ID[topic].label, group=group)
        for group, topics in GROUPS.items()
        for topic in topics
    )


def _key(row: CoverageRow) -> tuple[str, str, int | None, int]:
    return row.organisation.id, row.occupation.name, row.level, row.year


def _dated(library: Library, holding: Holding, as_of: datetime) -> Dated:
    front, day = holding.notice.front, as_of.astimezone(SHANGHAI).date()
    status = library.status(front, as_of)
    return Dated(
        notice_id=front.id,
        year=front.year,
        status=status,
        verified_on=front.verified_on,
        expires_on=front.in_force_until,
        expiring_soon=status == "current" and front.in_force_until - day <= SOON,
    )


def _notice(library: Library, holding: Holding, as_of: datetime) -> NoticeCoverage:
    front = holding.notice.front
    counts = {kind: len(getattr(holding.facts, kind)) for kind in NoticeFacts.model_fields}
    return NoticeCoverage(
        **_dated(library, holding, as_of).model_dump(),
        title=front.title,
        issuer=front.issuer,
        document_number=front.document_number,
        kind=front.kind,
        clauses=len(holding.notice.clauses),
        facts={kind: count for kind, count in counts.items() if count},
        known_differences=sum(1 for _ in listed_differences(library, [front.id])),
    )


def _rows(library: Library, holding: Holding, subject: Subject, as_of: datetime) -> Iterator[CoverageRow]:
    dated = _dated(library, holding, as_of).model_dump()
    catalogue_only = holding.notice.front.kind == "catalogue"
    statements = [] if catalogue_only else list(_statements(holding.facts))
    for fact in holding.facts.catalogue:
        if not (
            subject.covers_organisation(fact.organisation)
            and subject.covers_occupation(library.lexicon, fact.occupation)
        ):
            continue
        for level in sorted(fact.levels, reverse=True) or (None,):
            yield CoverageRow(
                **dated,
                organisation=library.lexicon.organisation(fact.organisation),
                occupation=library.lexicon.occupation(fact.occupation),
                level=level,
                kind=fact.kind,
                listed=_source(holding, fact.sources[0]),
                catalogue_only=catalogue_only,
                topics={} if catalogue_only else _topics(library, holding, statements, fact, level),
            )


def _statements(facts: NoticeFacts) -> Iterator[_Stated]:
    nothing = NoticeFacts()
    for kind in NoticeFacts.model_fields:
        for fact in getattr(facts, kind):
            alone = nothing.model_copy(update={kind: (fact,)})
            topics = frozenset(topic.id for topic in TOPICS if is_stated(topic, alone))
            if topics:
                yield _Stated(fact, topics)


def _topics(
    library: Library, holding: Holding, statements: list[_Stated], row: CatalogueFact, level: int | None
) -> dict[str, TopicState]:
    """What holds for the row; a topic that the notice states for other rows alone is not stated for this one."""
    somewhere = {topic for one in statements for topic in one.topics}
    nowhere = {one.topic for one in holding.facts.not_stated}
    found = {topic: TopicState(state="not_stated") for topic in BY_ID if topic in somewhere | nowhere}
    for one in reversed(statements):  # the first fact of a topic prevails
        if _covers(library, one.fact, row.occupation, level):
            for topic in one.topics:
                source = _source(holding, source_of(topic, one.fact))
                found[topic] = TopicState(state="stated", source=source)
    return found


def _covers(library: Library, fact: Fact, occupation: str, level: int | None) -> bool:
    subject = Subject(occupation=library.lexicon.occupation(occupation), level=level)
    named = getattr(fact, "occupations", None) or (
        (single,) if (single := getattr(fact, "occupation", None)) else ()
    )
    levels = getattr(fact, "levels", ()) or ((single,) if (single := getattr(fact, "level", None)) else ())
    return (not named or any(subject.covers_occupation(library.lexicon, name) for name in named)) and (
        not levels or any(map(subject.covers_level, levels))
    )


def _source(holding: Holding, source: Source) -> TopicSource:
    clause = holding.notice.clauses[source.clause]
    return TopicSource(clause=clause.path, quote=source.quote, url=clause_url(clause, source.quote))
