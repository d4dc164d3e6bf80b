"""The tables: clause texts by their digest, and the citations of stored answers."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

# Two notices may say the same in a clause (every one has 四、关于补考 with one heading): the digest alone is no key.
clause_texts = Table(
    "clause_texts",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("notice_id", String(200), primary_key=True),
    Column("clause", String(200), primary_key=True),
    Column("text", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("issuer", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("first_seen", DateTime(timezone=True), nullable=False),
)

# `digest` is as much of it as was known: the beginning only, where an answer was made from a text that the
# gateway did not have.
answer_citations = Table(
    "answer_citations",
    METADATA,
    Column("message_id", String(36), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("conversation_id", String(64), nullable=False, index=True),
    Column("asked_at", DateTime(timezone=True), nullable=False),
    Column("question", Text, nullable=False),
    Column("answer_status", String(16), nullable=False),
    Column("notice_id", String(200), nullable=False),
    Column("clause", String(200), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("quote", Text, nullable=False),
    Index("citations_of_a_notice", "notice_id", "digest"),
)
