"""Which stored answers rest on a clause that says something else today, or is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Row, Select, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from knowledge.library import Library
from knowledge.models import Clause, Strict
from knowledge.provenance.tables import answer_citations, clause_texts
from knowledge.validity import SHANGHAI

_SHOWN = 20


class AffectedAnswer(Strict):
    """One citation of a stored answer whose clause has changed or is gone.

    `quote_stands`: the notice still has the quoted words, in `now_clause`; else that is the clause of the same
    number. `now` is what it says today and the cited one did not; both are None where there is no such clause.
    """

    message_id: str
    asked_at: datetime
    question: str
    answer_status: str
    clause: str
    quote: str
    quote_stands: bool
    now_clause: str | None
    now: str | None


def affected(
    database_url: str, library: Library, notice_id: str, limit: int | None = None
) -> list[AffectedAnswer]:
    """Citations of that notice whose clause has another text today, newest first; all of them without `limit`.

    A clause that has only moved to another number still says what was cited, and affects no answer. `notice_id`
    may be a notice that is no longer there. `database_url` is the service's: SQLAlchemy's asynchronous URL. A
    database without answers, or without the file, gives an empty list.

    Raises:
        SQLAlchemyError: the database does not answer.
    """
    file = make_url(database_url).database if database_url.startswith("sqlite") else None
    if file and not Path(file).exists():
        return []  # connecting would create it
    clauses = _clauses(library, notice_id)
    digests = {one.digest for one in clauses.values()}
    return [_answer(row, clauses) for row in asyncio.run(_rows(database_url, notice_id, digests, limit))]


def affected_text(answers: Sequence[AffectedAnswer], shown: int = _SHOWN) -> str:
    """The answers for an operator to read: how many, and the first of them."""
    if not answers:
        return "没有受影响的答复：以往答复引用的条款，现在的通知里文字都没有变。"
    number = len({one.message_id for one in answers})
    lost = len({one.message_id for one in answers if not one.quote_stands})
    head = f"{number} 条答复引用的条款已经变更或撤下，其中 {lost} 条所引的原话已不在通知里。"
    rest = f"（只列出最近的 {shown} 处引用，共 {len(answers)} 处。）"
    return "\n\n".join([head, *map(_told, answers[:shown]), *([rest] if len(answers) > shown else [])])


def _told(one: AffectedAnswer) -> str:
    today = "（该条款已删去，或该通知已撤下）" if one.now is None else one.now
    remark = "（所引原话未变）" if one.quote_stands else ""
    asked = one.asked_at.astimezone(SHANGHAI)
    return "\n".join(
        (
            f"{asked:%Y-%m-%d %H:%M}  问：{one.question}",
            f"  答复编号：{one.message_id}",
            f"  当时引用 {one.clause}：{one.quote}",
            f"  现在{f' {one.now_clause}' if one.now_clause else ''}{remark}：{today}",
        )
    )


def _clauses(library: Library, notice_id: str) -> dict[str, Clause]:
    return next((one.notice.clauses for one in library.holdings if one.notice.id == notice_id), {})


async def _rows(url: str, notice_id: str, today: set[str], limit: int | None) -> Sequence[Row[tuple[str, ...]]]:
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            if not await connection.run_sync(_has_citations):
                return []
            cited = select(answer_citations.c.digest).where(answer_citations.c.notice_id == notice_id)
            digests = (await connection.execute(cited.distinct())).scalars()
            gone = [one for one in digests if not any(digest.startswith(one) for digest in today)]
            return (await connection.execute(_citations(notice_id, gone, limit))).all()
    finally:
        await engine.dispose()


def _has_citations(connection: Connection) -> bool:
    return inspect(connection).has_table(answer_citations.name)


def _citations(notice_id: str, gone: list[str], limit: int | None) -> Select[tuple[str, ...]]:
    cited, texts = answer_citations.c, clause_texts.c
    same = (texts.digest == cited.digest) & (texts.notice_id == cited.notice_id) & (texts.clause == cited.clause)
    return (
        select(answer_citations, texts.text)
        .outerjoin_from(answer_citations, clause_texts, same)
        .where(cited.notice_id == notice_id, cited.digest.in_(gone))
        .order_by(cited.asked_at.desc(), cited.message_id, cited.number)
        .limit(limit)
    )


def _answer(row: Row[tuple[str, ...]], clauses: dict[str, Clause]) -> AffectedAnswer:
    found = row._mapping
    same, asked_at = clauses.get(found["clause"]), found["asked_at"]
    # A clause that was only given another number has another text, and its words stand elsewhere.
    candidates = (*((same,) if same else ()), *clauses.values())
    holder = next((one for one in candidates if found["quote"] in one.text), None)
    today = holder or same
    return AffectedAnswer(
        message_id=found["message_id"],
        asked_at=asked_at if asked_at.tzinfo else asked_at.replace(tzinfo=UTC),
        question=found["question"],
        answer_status=found["answer_status"],
        clause=found["clause"],
        quote=found["quote"],
        quote_stands=holder is not None,
        now_clause=today.path if today else None,
        now=_differing(today, found["text"] or "") if today else None,
    )


def _differing(clause: Clause, then: str) -> str:
    """The lines that the clause had not; where it has only lost some, all that are left."""
    known = set(then.split("\n"))
    return "\n".join(line.text for line in clause.lines if line.text not in known) or clause.text
