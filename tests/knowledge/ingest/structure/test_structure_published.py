"""The five published notices, read from text as extracted and from three printed forms, against what people made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.ingest.readers import read_document
from knowledge.ingest.structure.restore import Restored, restore
from knowledge.library import ROOT, Library
from knowledge.models import Notice
from tests.knowledge.ingest.rendering import render_docx, render_html, render_pdf

NOTICES = (
    "saia-2026-ai-trainer",
    "sjtu-2025-ai-trainer",
    "shhrss-2026-ai-promoter",
    "shta-2026-hr",
    "shhrss-2025-catalogue",
)
RENDERED = {"docx": render_docx, "html": render_html, "pdf": render_pdf}


def lines(notice: Notice) -> list[tuple[str, ...]]:
    """Every line with its clause; of a row also the columns and the values behind merged cells."""
    clauses = notice.clauses.values()
    found = [
        (one.path, line.kind, line.text, *line.columns, *line.values) for one in clauses for line in one.lines
    ]
    return [*found, *((f"[^{mark}]", "footnote", text) for mark, text in notice.footnotes.items())]


def of_file(file: Path, library: Library) -> Restored:
    known = [one.notice.front for one in library.holdings]
    return restore(read_document(file), library.lexicon, known)


def assert_as_published(restored: Restored, ours: Notice) -> None:
    missing = [line for line in lines(ours) if line not in lines(restored.notice)]
    assert len(missing) <= 0.01 * len(lines(ours)), missing
    same = ("id", "title", "issuer", "document_number", "published_on", "year", "kind", "subject", "replaces")
    for field in (*same, "in_force_from", "in_force_until"):
        assert getattr(restored.notice.front, field) == getattr(ours.front, field), field
    for field in ("title", "document_number", "published_on", "year", "replaces"):
        assert getattr(restored.front, field) == getattr(ours.front, field), field


@pytest.mark.parametrize("notice_id", NOTICES)
def test_the_extracted_text_becomes_the_notice(notice_id: str, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_bytes((ROOT / "notices" / notice_id / "source.txt").read_bytes())
    assert_as_published(of_file(file, library), library.notice(notice_id))


@pytest.mark.parametrize("form", RENDERED)
@pytest.mark.parametrize("notice_id", NOTICES)
def test_the_printed_notice_becomes_the_notice(
    form: str, notice_id: str, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / f"notice.{form}"
    RENDERED[form](ROOT / "notices" / notice_id / "notice.md", file)
    assert_as_published(of_file(file, library), library.notice(notice_id))


def test_the_page_that_the_extraction_put_last_is_asked_about(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_bytes((ROOT / "notices" / "sjtu-2025-ai-trainer" / "source.txt").read_bytes())
    asked = of_file(file, library).questions
    assert [one.quote for one in asked if "页序" in one.question] == ["（四）申报缴费"]
    assert [one.clause for one in asked if "编号不连续" in one.question] == ["二（四）2"]
