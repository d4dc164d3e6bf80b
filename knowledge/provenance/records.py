"""What is stored with an answer: its citations, and the texts of the clauses that they name."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.errors import UnknownNoticeError
from knowledge.library import Library
from knowledge.models import Clause
from knowledge.provenance.tables import answer_citations, clause_texts

_INSERTS: dict[str, Callable[[Table], Insert]] = {
    "postgresql": lambda table: postgresql.insert(table).on_conflict_do_nothing(),
    "sqlite": lambda table: sqlite.insert(table).on_conflict_do_nothing(),
}
TextKey = tuple[str, str, str]  # digest, notice_id, clause


@dataclass(frozen=True)
class Answered:
    """An answer about to be stored; `question` is masked, `citations` are the contract's."""

    message_id: str
    conversation_id: str
    asked_at: datetime
    question: str
    status: str
    citations: Sequence[Mapping[str, Any]]


def citation_rows(
    library: Library | None, answered: Answered
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of `answer_citations` and of `clause_texts` for one answer.

    A text is kept only where the library's clause is the one that the citation's address names: the answer may
    come from a process that has read a later or earlier edition.
    """
    clauses = [_clause_behind(library, one) for one in answered.citations]
    citations = [
        {
            "message_id": answered.message_id,
            "number": number,
            "conversation_id": answered.conversation_id,
            "asked_at": answered.asked_at,
            "question": answered.question,
            "answer_status": answered.status,
            "notice_id": one["notice_id"],
            "clause": one["clause"],
            "digest": clause.digest if clause else _digest_in_url(one),
            "quote": one["quote"],
        }
        for number, (one, clause) in enumerate(zip(answered.citations, clauses, strict=True))
    ]
    texts = {
        (clause.digest, clause.notice_id, clause.path): {
            "digest": clause.digest,
            "notice_id": clause.notice_id,
            "clause": clause.path,
            "text": clause.text,
            "title": one["title"],
            "issuer": one["issuer"],
            "year": one["year"],
            "first_seen": answered.asked_at,
        }
        for one, clause in zip(answered.citations, clauses, strict=True)
        if clause
    }
    return citations, list(texts.values())


def remember(
    dialect: str,
    library: Library | None,
    answers: Sequence[Answered],
    stored: Container[TextKey] = (),
) -> tuple[list[tuple[Insert, list[dict[str, Any]]]], frozenset[TextKey]]:
    """Statements with rows that store the citations of one turn's answers, and the keys of the texts among them.

    What is already there stays as it is; the texts that are known to be `stored` are left out.
    """
    rows = [citation_rows(library, one) for one in answers]
    texts = {(one["digest"], one["notice_id"], one["clause"]): one for _, kept in rows for one in kept}
    # In one order everywhere: two transactions that insert the same texts must not wait for each other.
    kept_texts = {key: texts[key] for key in sorted(texts) if key not in stored}
    found = (
        (clause_texts, list(kept_texts.values())),
        (answer_citations, [one for cited, _ in rows for one in cited]),
    )
    return [(_INSERTS[dialect](table), those) for table, those in found if those], frozenset(kept_texts)


def _clause_behind(library: Library | None, citation: Mapping[str, Any]) -> Clause | None:
    if library is None:
        return None
    try:
        clause = library.clause(citation["notice_id"], citation["clause"])
    except UnknownNoticeError:
        return None
    return clause if clause.digest.startswith(_digest_in_url(citation)) else None


def _digest_in_url(citation: Mapping[str, Any]) -> str:
    """The beginning of the digest in the citation's address; "" in one that was made before there were any."""
    return parse_qs(urlsplit(str(citation["url"])).query).get("text", [""])[0]
