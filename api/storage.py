"""Conversations and their messages in a database: SQLite by default, PostgreSQL by its URL."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, Index, String, event, select, text
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from knowledge.library import Library
from knowledge.provenance import METADATA, Answered, ClauseText, remember, stored_text


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
        conversation = Conversation(id=secrets.token_urlsafe(18), channel=channel, created_at=at, last_seen_at=at)
        async with self._session.begin() as session:
            session.add(conversation)
        return conversation.id

    async def lives(self, conversation_id: str) -> bool:
        """Whether the conversation exists and has not expired."""
        async with self._session() as session:
            found = await session.get(Conversation, conversation_id)
        if found is None:
            return False
        last = found.last_seen_at if found.last_seen_at.tzinfo else found.last_seen_at.replace(tzinfo=UTC)
        return datetime.now(UTC) - last < self._idle

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
        turn = [
            StoredMessage(
                id=str(uuid.uuid4()),
                conversation_id=conversation_id,
                role="user",
                status=None,
                created_at=at,
                body={"text": said},
            )
        ]
        turn += [
            StoredMessage(
                id=reply["message_id"],
                conversation_id=conversation_id,
                role="assistant",
                status=status,
                created_at=at,
                body=reply,
            )
            for reply in replies
        ]
        async with self._session.begin() as session:
            for message in turn:  # one by one: their numbers keep the order
                session.add(message)
                await session.flush()
            answers = [
                Answered(reply["message_id"], conversation_id, at, said, status, reply.get("citations", ()))
                for reply in replies
            ]
            for statement in remember(self._engine.dialect.name, library, answers):
                await session.execute(statement)
            conversation = await session.get(Conversation, conversation_id)
            if conversation is not None:
                conversation.last_seen_at = at

    async def clause_text(self, digest: str, notice_id: str | None = None) -> ClauseText | None:
        """A clause's text as an answer cited it, by its digest or the beginning of it."""
        async with self._engine.connect() as connection:
            return await stored_text(connection, digest, notice_id)

    async def history(self, conversation_id: str) -> list[StoredMessage]:
        """All messages of a conversation, oldest first."""
        wanted = select(StoredMessage).where(StoredMessage.conversation_id == conversation_id)
        async with self._session() as session:
            return list((await session.scalars(wanted.order_by(StoredMessage.number))).all())


def _tune_sqlite(connection: Any, _: Any) -> None:
    """Readers do not wait for writers; a commit need not wait for the disk more than once."""
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
