"""Conversations and their messages in a database: SQLite by default, PostgreSQL by its URL."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, Index, String, event, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from knowledge.library import Library
from knowledge.provenance import METADATA, Answered, ClauseText, TextKey, remember, stored_text


class Base(DeclarativeBase):
    """All tables."""


class Conversation(Base):
    """One conversation; its id is unguessable."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    last_seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class StoredMessage(Base):
    """One message of either side, masked; `body` is the contract's Message, or the person's text."""

    __tablename__ = "messages"
    __table_args__ = (Index("messages_in_order", "conversation_id", "number"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    role: Mapped[str] = mapped_column(String(16))
    status: Mapped[str | None] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    body: Mapped[dict[str, Any]] = mapped_column(JSON)


class Storage:
    """The gateway's database."""

    def __init__(self, url: str, idle: timedelta) -> None:
        self._engine: AsyncEngine = create_async_engine(url, pool_pre_ping=not url.startswith("sqlite"))
        self._session = async_sessionmaker(self._engine, expire_on_commit=False)
        self._idle = idle
        self._texts: frozenset[TextKey] = frozenset()  # known to be stored: nothing removes them
        if url.startswith("sqlite"):
            event.listen(self._engine.sync_engine, "connect", _tune_sqlite)

    async def open(self) -> None:
        """Create what is missing."""
        async with self._engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
            await connection.run_sync(METADATA.create_all)

    async def close(self) -> None:
        """Release the connections."""
        await self._engine.dispose()

    async def ping(self) -> None:
        """Raise where the database does not answer."""
        async with self._engine.connect() as connection:
            await connection.execute(text("SELECT 1"))

    async def start(self, channel: str) -> str:
        """Begin a conversation and return its id."""
        at = datetime.now(UTC)
        known = secrets.token_urlsafe(18)
        row = {"id": known, "channel": channel, "created_at": at, "last_seen_at": at}
        async with self._engine.begin() as connection:
            await connection.execute(insert(Conversation), row)
        return known

    async def lives(self, conversation_id: str) -> bool:
        """Whether the conversation exists and has not expired."""
        wanted = select(Conversation.last_seen_at).where(Conversation.id == conversation_id)
        async with self._engine.connect() as connection:
            last = (await connection.execute(wanted)).scalar_one_or_none()
        if last is None:
            return False
        return datetime.now(UTC) - (last if last.tzinfo else last.replace(tzinfo=UTC)) < self._idle

    async def record(
        self,
        conversation_id: str,
        said: str,
        status: str,
        replies: Sequence[dict[str, Any]],
        library: Library | None = None,
    ) -> None:
        """Store one turn: the person's masked words and the messages that answered them.

        With the library that they were answered from, the text of each cited clause is kept as well.
        """
        at = datetime.now(UTC)
        turn = [_row(str(uuid.uuid4()), conversation_id, "user", None, at, {"text": said})]
        turn += [_row(one["message_id"], conversation_id, "assistant", status, at, one) for one in replies]
        answers = [
            Answered(one["message_id"], conversation_id, at, said, status, one.get("citations", ()))
            for one in replies
        ]
        statements, texts = remember(self._engine.dialect.name, library, answers, self._texts)
        seen = update(Conversation).where(Conversation.id == conversation_id).values(last_seen_at=at)
        async with self._engine.begin() as connection:
            # One after the other, in the driver: their numbers keep the order.
            await connection.execute(insert(StoredMessage), turn)
            for statement, rows in statements:
                await connection.execute(statement, rows)
            await connection.execute(seen)
        self._texts |= texts

    async def clause_text(self, digest: str, notice_id: str | None = None) -> ClauseText | None:
        """A clause's text as an answer cited it, by its digest or the beginning of it."""
        async with self._engine.connect() as connection:
            return await stored_text(connection, digest, notice_id)

    async def history(self, conversation_id: str) -> list[StoredMessage]:
        """All messages of a conversation, oldest first."""
        wanted = select(StoredMessage).where(StoredMessage.conversation_id == conversation_id)
        async with self._session() as session:
            return list((await session.scalars(wanted.order_by(StoredMessage.number))).all())


def _row(
    message_id: str, conversation_id: str, role: str, status: str | None, at: datetime, body: dict[str, Any]
) -> dict[str, Any]:
    return {
        "id": message_id,
        "conversation_id": conversation_id,
        "role": role,
        "status": status,
        "created_at": at,
        "body": body,
    }


def _tune_sqlite(connection: Any, _: Any) -> None:
    """Readers do not wait for writers; a commit need not wait for the disk more than once."""
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
