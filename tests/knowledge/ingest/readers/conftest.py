"""Files to read: our notices as an office would publish them, and small ones made for a single question."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from knowledge.ingest.document import Document, Paragraph, Table
from knowledge.ingest.readers import read_document
from knowledge.library import ROOT
from tests.knowledge.ingest.rendering import render_docx, render_html, render_pdf
from tests.knowledge.ingest.rendering.script import Script, read_script

RENDERERS: dict[str, Callable[[Path, Path], None]] = {"pdf": render_pdf, "docx": render_docx, "html": render_html}
NOTICES = (
    "saia-2026-ai-trainer",
    "sjtu-2025-ai-trainer",
    "shhrss-2026-ai-promoter",
    "shta-2026-hr",
    "shhrss-2025-catalogue",
)
Publish = Callable[[str, str], tuple[Script, Document]]


@pytest.fixture(scope="session")
def publish(tmp_path_factory: pytest.TempPathFactory) -> Publish:
    """Render a notice of ours in a format and read it again, once for all tests."""
    folder = tmp_path_factory.mktemp("published")

    @cache
    def published(notice_id: str, suffix: str) -> tuple[Script, Document]:
        notice = ROOT / "notices" / notice_id / "notice.md"
        file = folder / f"{notice_id}.{suffix}"
        RENDERERS[suffix](notice, file)
        return read_script(notice), read_document(file)

    return published


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str | bytes, str], Document]:
    """Read a file with the given content and name."""

    def read(content: str | bytes, name: str) -> Document:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_document(file)

    return read


def texts(document: Document) -> list[str]:
    """The paragraphs' texts."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def grids(document: Document) -> list[tuple[tuple[str, ...], ...]]:
    """The tables' rows."""
    return [block.rows for block in document.blocks if isinstance(block, Table)]
