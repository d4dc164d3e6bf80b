"""Which notices a question can mean: those of its region, of whom it names, and in force before others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.library import Library
from knowledge.validity import parse_as_of
from retrieval.corpus import Entry
from retrieval.query import Query, understand
from retrieval.scope import Scope
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings

IN_2026 = parse_as_of("2026-06-01")
LARGE, SMALL = RetrievalSettings(narrow_from=0), RetrievalSettings()


def chosen(searcher: Searcher, question: str, settings: RetrievalSettings = LARGE, **named: str) -> set[str]:
    return notices(
        searcher.library, searcher.index.entries, understand(searcher.library, question), settings, **named
    )


def notices(
    library: Library, entries: tuple[Entry, ...], query: Query, settings: RetrievalSettings, **named: str
) -> set[str]:
    found = Scope(library, entries, settings).notices(replace(query, **named), IN_2026, None, None)  # type: ignore[arg-type]
    return {one.notice_id for one in entries} if found is None else set(found)


def test_of_an_issuer_that_has_one_the_notice_in_force_is_looked_at(toy: Searcher) -> None:
    assert chosen(toy, "怎么缴费") == {"baking-2026", "tea-2026"}


def test_who_has_none_in_force_is_not_forgotten(searcher: Searcher) -> None:
    assert chosen(searcher, "交大的补考怎么报") >= {"sjtu-2025-ai-trainer"}


@pytest.mark.parametrize(
    ("question", "notice"), [("烘焙协会怎么缴费", "baking-2026"), ("茶艺师怎么缴费", "tea-2026")]
)
def test_who_is_named_is_looked_at_alone(question: str, notice: str, toy: Searcher) -> None:
    assert chosen(toy, question) == {notice}


def test_an_authority_speaks_for_every_organisation(searcher: Searcher) -> None:
    found = chosen(searcher, "技师协会怎么报名")
    assert "shta-2026-hr" in found
    assert "saia-2026-ai-trainer" not in found
    assert any(one.startswith("shhrss") for one in found)


def test_a_small_corpus_of_one_region_is_looked_at_whole(toy: Searcher) -> None:
    assert len(chosen(toy, "烘焙协会怎么缴费", SMALL)) == 3


def test_a_year_that_is_asked_for_is_not_replaced(toy: Searcher) -> None:
    found = Scope(toy.library, toy.index.entries, LARGE).notices(toy.understand("怎么缴费"), IN_2026, None, 2025)
    assert found == {"baking-2025"}


@pytest.mark.parametrize("settings", [SMALL, LARGE])
def test_other_regions_are_looked_at_only_by_name(settings: RetrievalSettings, toy: Searcher) -> None:
    entries = tuple(
        one.model_copy(update={"region": "北京市"}) if one.notice_id == "tea-2026" else one
        for one in toy.index.entries
    )
    query = toy.understand("怎么缴费")
    assert "tea-2026" not in notices(toy.library, entries, query, settings)
    assert notices(toy.library, entries, query, settings, region="北京") == {"tea-2026"}
    assert "baking-2026" in notices(toy.library, entries, query, settings, region="广州")
