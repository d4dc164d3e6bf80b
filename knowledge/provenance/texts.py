"""A clause's text by its digest: as the notice has it today, or as it was when an answer cited it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.library import Library
from knowledge.models import Strict
from knowledge.provenance.tables import clause_texts


class ClauseText(Strict):
    """The text of one clause. `current`: the notice still has a clause with this very text, under `clause`."""

    digest: str
    notice_id: str
    title: str
    issuer: str
    year: int
    clause: str
    text: str
    current: bool


def text_today(library: Library, digest: str, notice_id: str | None = None) -> ClauseText | None:
    """The clause with this text in today's notices (or that notice); `digest` may be only its beginning."""
    for holding in library.holdings:
        front = holding.notice.front
        if notice_id not in (None, front.id):
            continue
        for clause in holding.notice.clauses.values():
            full = clause.digest
            if full.startswith(digest):
                return ClauseText(
                    digest=full,
                    notice_id=front.id,
                    title=front.title,
                    issuer=front.issuer,
                    year=front.year,
                    clause=clause.path,
                    text=clause.text,
                    current=True,
                )
    return None


async def stored_text(connection: AsyncConnection, digest: str, notice_id: str | None = None) -> ClauseText | None:
    """The text as it was kept when an answer cited it first; `digest` may be only its beginning."""
    shown = [clause_texts.c[name] for name in ClauseText.model_fields if name != "current"]
    wanted = select(*shown).where(clause_texts.c.digest.startswith(digest, autoescape=True))
    if notice_id is not None:
        wanted = wanted.where(clause_texts.c.notice_id == notice_id)
    found = (
        (await connection.execute(wanted.order_by(clause_texts.c.first_seen.desc()).limit(1))).mappings().first()
    )
    return ClauseText(**found, current=False) if found else None
