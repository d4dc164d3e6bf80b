"""The notices themselves, and search in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import AfterValidator, BaseModel

from api.parameters import AsOf, Name, printable
from api.problems import Problem
from api.state import Shared, State
from knowledge.models import DIGEST_PREFIX, Citation, Clause, Line, Notice, NoticeStatus, Source
from knowledge.provenance import ClauseText, text_today
from knowledge.validity import now
from retrieval.search import Hit

router = APIRouter(prefix="/v1", tags=["notices"])
Digest = Annotated[str, Path(pattern=rf"^[0-9a-f]{{{DIGEST_PREFIX},64}}$", description="SHA-256，至少前12位")]
NoticeId = Annotated[str | None, Query(pattern=r"^[a-z0-9-]{1,100}$")]


class NoticeHead(BaseModel):
    """A notice without its text; `status` holds at `as_of`."""

    id: str
    title: str
    issuer: str
    document_number: str | None
    published_on: date | None
    year: int
    in_force_from: date
    in_force_until: date
    kind: str
    replaces: str | None
    status: NoticeStatus


class NoticeClause(BaseModel):
    """A clause with its own lines; `text` is them joined, `digest` the SHA-256 of that."""

    clause: str
    digest: str
    parent: str | None
    children: list[str]
    text: str
    lines: list[Line]


class WholeNotice(NoticeHead):
    """A notice with all its clauses in order, and its footnotes by mark."""

    clauses: list[NoticeClause]
    footnotes: dict[str, str]


class Notices(BaseModel):
    """All notices, those in force first."""

    notices: list[NoticeHead]


class OneClause(NoticeClause):
    """A clause with its citation."""

    notice_id: str
    citations: list[Citation]


class SearchQuery(BaseModel):
    """How the question was understood."""

    text: str
    normalised: str
    organisation: str | None
    occupation: str | None
    level: int | None


class SearchResult(BaseModel):
    """A passage. `accepted`: confident enough to be given as an answer in a conversation."""

    notice_id: str
    clause: str
    title: str
    text: str
    score: float
    confidence: float
    accepted: bool
    status: NoticeStatus
    parts: dict[str, int]
    twins: list[str]
    citations: list[Citation]


class SearchResults(BaseModel):
    """Passages, best first, rejected ones among them."""

    query: SearchQuery
    results: list[SearchResult]


@router.get("/notices")
def list_notices(state: Shared, as_of: AsOf = None) -> Notices:
    """All notices."""
    rated = state.desk.library.by_status(as_of or now())
    return Notices(notices=[_head(one.notice, status) for status, one in rated])


@router.get("/notices/{notice_id}")
def read_notice(notice_id: str, state: Shared, as_of: AsOf = None) -> WholeNotice:
    """One notice with its clauses."""
    notice = state.desk.library.notice(notice_id)
    status = state.desk.library.status(notice.front, as_of or now())
    clauses = [NoticeClause.model_validate(_clause(one)) for one in notice.clauses.values()]
    return WholeNotice(**_head(notice, status).model_dump(), clauses=clauses, footnotes=notice.footnotes)


@router.get("/notices/{notice_id}/clauses/{clause:path}")
def read_clause(notice_id: str, clause: str, state: Shared, as_of: AsOf = None) -> OneClause:
    """One clause, by its path as a person might write it."""
    library = state.desk.library
    found = library.clause(notice_id, clause)
    sources = [Source(clause=found.path, quote=line.text) for line in found.lines]
    citations = [library.cite(notice_id, source, as_of or now()) for source in sources]
    return OneClause.model_validate({**_clause(found), "notice_id": notice_id, "citations": citations})


@router.get("/clauses/{digest}")
async def read_clause_text(digest: Digest, state: Shared, notice_id: NoticeId = None) -> ClauseText:
    """A clause's text by its digest: today's, or what an earlier answer cited, also where the notice is gone.

    Notices repeat each other: `notice_id` says whose clause is meant.
    """
    found = text_today(state.desk.library, digest, notice_id) or await state.storage.clause_text(digest, notice_id)
    if found is None:
        raise Problem(404, "没有保存过这样的条款原文：现行通知里没有它，以往的答复也没有引用过它。")
    return found


@router.get("/search")
def search(
    state: Shared,
    q: Annotated[str, Query(min_length=1, max_length=500), AfterValidator(printable)],
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
    organisation: Name = None,
    year: Annotated[int | None, Query(ge=2000, le=2100)] = None,
    as_of: AsOf = None,
) -> SearchResults:
    """Find clauses, with scores and what was rejected."""
    searcher, moment = state.desk.searcher, as_of or now()
    query = replace(searcher.understand(state.desk.normaliser.normalise(q).text), text=q)
    notices = _issued_by(state, organisation) if organisation else None
    hits = searcher.search(query, moment, limit, notices, year)
    understood = SearchQuery.model_validate({k: getattr(query, k) for k in SearchQuery.model_fields})
    return SearchResults(query=understood, results=[_result(state, hit, moment) for hit in hits])


def _issued_by(state: State, organisation: str) -> frozenset[str]:
    library = state.desk.library
    name = library.lexicon.organisation(organisation).name
    return frozenset(one.notice.id for one in library.holdings if library.issuer(one.notice.front).name == name)


def _result(state: State, hit: Hit, moment: datetime) -> SearchResult:
    passage = hit.passage
    return SearchResult(
        notice_id=passage.notice_id,
        clause=passage.clause,
        title=state.desk.library.notice(passage.notice_id).front.title,
        text=passage.text,
        score=round(hit.score, 6),
        confidence=round(hit.confidence, 4),
        accepted=hit.confidence >= state.desk.searcher.settings.answer_confidence,
        status=hit.status,
        parts=hit.parts,
        twins=list(hit.twins),
        citations=[state.desk.searcher.cite(passage, moment)],
    )


def _head(notice: Notice, status: NoticeStatus) -> NoticeHead:
    front = notice.front.model_dump(exclude={"subject", "url"})
    return NoticeHead(**front, status=status)


def _clause(clause: Clause) -> dict[str, object]:
    return {
        "clause": clause.path,
        "digest": clause.digest,
        "parent": clause.parent,
        "children": list(clause.children),
        "text": clause.text,
        "lines": list(clause.lines),
    }
