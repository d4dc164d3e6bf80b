"""Fees as a reader sees them in tables and sentences of many kinds, and in the published notices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from knowledge.ingest.drafts.fees import draft_fees
from knowledge.ingest.drafts.models import DraftFee
from knowledge.library import Library
from tests.knowledge.ingest.drafts.snippets import cases, cited_verbatim, notice_of


def _seen(fee: DraftFee) -> dict[str, Any]:
    seen: dict[str, Any] = {
        "of": fee.occupation.name if fee.occupation else None,
        "code": fee.occupation.code if fee.occupation else None,
        "level": fee.level,
        "parts": {one.name: one.amount for one in fee.components},
        "total": fee.total,
        "retake": {one.name: one.amount for one in fee.retake.components},
        "sure": fee.confidence >= 0.5,
    }
    return seen


@pytest.mark.parametrize("case", cases("fees.yml"), ids=lambda case: case["case"])
def test_fees_of_a_fragment(case: dict[str, Any], library: Library, tmp_path: Path) -> None:
    notice = notice_of(case, tmp_path)
    drafted = draft_fees(notice, library.lexicon)
    assert [_seen(fee) for fee in drafted.facts] == [{"code": None, "retake": {}, **fee} for fee in case["fees"]]
    asked = "\n".join(one.question for one in drafted.questions)
    assert all(words in asked for words in case.get("asks", []))
    assert bool(drafted.questions) == ("asks" in case)
    assert cited_verbatim(notice, drafted.facts)


def test_the_published_notices_fees_are_drafted_as_they_are_filed(library: Library) -> None:
    for holding in library.holdings:
        drafted = draft_fees(holding.notice, library.lexicon)
        found = [
            (fee.occupation and fee.occupation.name, fee.level, fee.components, fee.total, fee.retake.model_dump())
            for fee in drafted.facts
        ]
        filed = [
            (fee.occupation, fee.level, fee.components, fee.total, fee.retake.model_dump())
            for fee in holding.facts.fees
        ]
        official = library.lexicon.official
        assert [(official("occupation", one[0] or ""), *one[1:]) for one in found] == filed
        assert all(fee.confidence >= 0.9 for fee in drafted.facts)
        assert cited_verbatim(holding.notice, drafted.facts)


def test_a_fee_cites_the_heading_where_the_levels_are_columns(library: Library, tmp_path: Path) -> None:
    body = """一、评价项目

保育师：五级、四级。

二、收费

| 科目 | 五级 | 四级 |
|---|---|---|
| 理论 | 70 | 80 |
| 实操 | 180 | 220 |
"""
    drafted = draft_fees(notice_of({"body": body}, tmp_path), library.lexicon)
    quotes = {fee.level: [one.quote for one in fee.citations] for fee in drafted.facts}
    assert set(quotes[5]) == set(quotes[4]) >= {"科目 五级 四级", "理论 70 80", "实操 180 220"}
