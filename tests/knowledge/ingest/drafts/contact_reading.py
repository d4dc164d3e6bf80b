"""What tests of contacts share."""

from __future__ import annotations

from knowledge.ingest.drafts.models import DraftContact


def numbers(contact: DraftContact) -> list[tuple[str, str]]:
    return [(one.purpose, one.number) for one in contact.phones]
