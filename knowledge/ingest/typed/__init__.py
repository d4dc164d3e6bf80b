"""Typed facts read from the sentences of a new notice; what was not understood becomes a question."""

from __future__ import annotations

from knowledge.ingest.typed.draft import TypedDraft, draft_typed

__all__ = ["TypedDraft", "draft_typed"]
