"""The five notices, rendered as PDF, DOCX and HTML and ingested again: the drafts agree with the facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.ingest.pipeline import draft_of
from knowledge.ingest.readers import read_document
from knowledge.ingest.structure.restore import restore
from knowledge.library import ROOT, Holding, Library, load_library
from tests.knowledge.ingest.rendering import render_docx, render_html, render_pdf
from tests.knowledge.ingest.scoring import Score, score

LEAST = 0.95
SURE = 0.5
FORMATS: dict[str, Callable[[Path, Path], None]] = {"pdf": render_pdf, "docx": render_docx, "html": render_html}
KINDS = ("notice", "fees", "windows", "contacts", "catalogue")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT)


@pytest.fixture(scope="module")
def scores(library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Score]]:
    """Per format and notice."""
    folder = tmp_path_factory.mktemp("rendered")
    return {
        name: {
            one.notice.id: ingested(one, library, folder / f"{one.notice.id}.{name}", render)
            for one in library.holdings
        }
        for name, render in FORMATS.items()
    }


def ingested(holding: Holding, library: Library, file: Path, render: Callable[[Path, Path], None]) -> Score:
    render(holding.folder / "notice.md", file)
    restored = restore(read_document(file), library.lexicon)
    return score(draft_of(restored.notice, library.lexicon, restored.front, restored.questions), holding)


def together(scores: dict[str, Score]) -> Score:
    total = Score()
    for one in scores.values():
        total += one
    return total


@pytest.mark.parametrize("name", FORMATS)
def test_precision_and_recall_reach_the_aim_in_every_format(
    name: str, scores: dict[str, dict[str, Score]]
) -> None:
    total = together(scores[name])
    for kind in KINDS:
        assert total.precision(kind) >= LEAST, (kind, total.wrong)
        assert total.recall(kind) >= LEAST, (kind, total.missing)


@pytest.mark.parametrize("name", FORMATS)
def test_no_value_is_wrong_without_a_low_confidence(name: str, scores: dict[str, dict[str, Score]]) -> None:
    wrong = [one for one in together(scores[name]).wrong if one[0] in KINDS and one[2] >= SURE]
    assert wrong == []


@pytest.mark.parametrize("name", FORMATS)
def test_passages_are_filed_under_the_topics_that_a_person_chose(
    name: str, scores: dict[str, dict[str, Score]]
) -> None:
    total = together(scores[name])
    assert total.precision("rules") >= 0.85
    assert total.recall("rules") >= 0.85
