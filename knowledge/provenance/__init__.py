"""What stored answers rest on: each cited clause with its text as it was then, and what has changed since."""

from __future__ import annotations

from knowledge.provenance.affected import AffectedAnswer, affected, affected_text
from knowledge.provenance.records import Answered, TextKey, citation_rows, remember
from knowledge.provenance.tables import METADATA, answer_citations, clause_texts
from knowledge.provenance.texts import ClauseText, stored_text, text_today

__all__ = [
    "METADATA",
    "AffectedAnswer",
    "Answered",
    "ClauseText",
    "TextKey",
    "affected",
    "affected_text",
    "answer_citations",
    "citation_rows",
    "clause_texts",
    "remember",
    "stored_text",
    "text_today",
]
