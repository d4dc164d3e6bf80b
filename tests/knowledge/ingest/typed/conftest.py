"""A notice of a fictional organisation, written line by line in the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.ingest.typed.draft import TypedDraft, draft_typed
from knowledge.library import Library
from tests.knowledge.ingest.lock_notice import lock_notice

Draft = Callable[[str], TypedDraft]


@pytest.fixture
def draft(library: Library, tmp_path: Path) -> Draft:
    def drafted(body: str) -> TypedDraft:
        return draft_typed(lock_notice(body, tmp_path), library.lexicon)

    return drafted
