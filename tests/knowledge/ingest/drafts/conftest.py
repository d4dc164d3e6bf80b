"""Contacts of a fictional association's notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.ingest.drafts.contacts import draft_contacts
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import DraftContact
from knowledge.library import Library
from tests.knowledge.ingest.lock_notice import lock_notice


@pytest.fixture
def drafted(library: Library, tmp_path: Path):
    def draft(body: str) -> Drafted[DraftContact]:
        return draft_contacts(lock_notice(body, tmp_path), library.lexicon)

    return draft
