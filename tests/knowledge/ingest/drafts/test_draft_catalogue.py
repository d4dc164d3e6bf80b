"""Catalogues as a reader sees them in tables and sentences of many kinds, and in the published notices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from knowledge.ingest.drafts.catalogue import draft_catalogue
from knowledge.ingest.drafts.models import DraftCatalogueEntry
from knowledge.library import Library
from tests.knowledge.ingest.drafts.snippets import cases, cited_verbatim, notice_of


def _seen(entry: DraftCatalogueEntry) -> dict[str, Any]:
    return {
        "by": entry.organisation.name,
        "number": entry.registration_number,
        "code": entry.occupation.code,
        "name": entry.occupation.name,
        "levels": list(entry.levels),
        "kind": entry.kind,
        "sure": entry.confidence >= 0.5,
    }


@pytest.mark.parametrize("case", cases("catalogue.yml"), ids=lambda case: case["case"])
def test_entries_of_a_fragment(case: dict[str, Any], library: Library, tmp_path: Path) -> None:
    notice = notice_of(case, tmp_path)
    drafted = draft_catalogue(notice, library.lexicon)
    unsaid = {"by": "上海市某某行业协会", "number": None, "code": None, "kind": "skill_level"}
    assert [_seen(one) for one in drafted.facts] == [{**unsaid, **one} for one in case["entries"]]
    asked = "\n".join(one.question for one in drafted.questions)
    assert all(words in asked for words in case.get("asks", []))
    assert bool(drafted.questions) == ("asks" in case)
    assert cited_verbatim(notice, drafted.facts)


def test_the_published_catalogues_are_drafted_as_they_are_filed(library: Library) -> None:
    official = library.lexicon.official
    for holding in library.holdings:
        drafted = draft_catalogue(holding.notice, library.lexicon)
        found = [
            (
                official("organisation", one.organisation.name),
                one.registration_number,
                one.occupation.code,
                official("occupation", one.occupation.name),
                one.levels,
                one.kind,
            )
            for one in drafted.facts
        ]
        filed = [
            (one.organisation, one.registration_number, one.code, one.occupation, one.levels, one.kind)
            for one in holding.facts.catalogue
        ]
        assert found == filed
        assert drafted.questions == ()
        assert all(one.confidence >= 0.9 for one in drafted.facts)
        assert cited_verbatim(holding.notice, drafted.facts)
