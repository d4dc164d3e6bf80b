"""Our five notices, published as PDF, DOCX and HTML, read back as they were written."""

from __future__ import annotations

import pytest

from knowledge.ingest.document import Table
from tests.knowledge.ingest.readers.conftest import NOTICES, RENDERERS, Publish, grids, texts
from tests.knowledge.ingest.rendering.script import Grid, Text

EVERY_FILE = [(notice, suffix) for notice in NOTICES for suffix in RENDERERS]


@pytest.mark.parametrize(("notice", "suffix"), EVERY_FILE)
def test_every_paragraph_is_read_back_and_none_added(publish: Publish, notice: str, suffix: str) -> None:
    script, document = publish(notice, suffix)
    written = [block.text for block in script.blocks if isinstance(block, Text)]
    read = [text for text in texts(document) if not text.startswith("发布时间：2026-01-01")]
    if suffix == "pdf":
        # A line of one PDF ends between two offices' names: the space between them is nowhere in the file.
        written, read = (
            [text.replace("局 上海市财政局", "局上海市财政局") for text in one] for one in (written, read)
        )
    assert read == written


@pytest.mark.parametrize(("notice", "suffix"), EVERY_FILE)
def test_every_table_keeps_its_cells_and_merges(publish: Publish, notice: str, suffix: str) -> None:
    script, document = publish(notice, suffix)
    assert grids(document) == [block.rows for block in script.blocks if isinstance(block, Grid)]


@pytest.mark.parametrize(("notice", "suffix"), EVERY_FILE)
def test_every_footnote_is_read_under_its_mark(publish: Publish, notice: str, suffix: str) -> None:
    script, document = publish(notice, suffix)
    assert document.footnotes == script.footnotes


@pytest.mark.parametrize(("notice", "suffix"), EVERY_FILE)
def test_nothing_is_reported_as_unreadable(publish: Publish, notice: str, suffix: str) -> None:
    assert publish(notice, suffix)[1].problems == ()


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_header_rows_are_told_where_the_format_tells_them(publish: Publish, suffix: str) -> None:
    _, document = publish("sjtu-2025-ai-trainer", suffix)
    headers = [block.header_rows for block in document.blocks if isinstance(block, Table)]
    assert headers == [1, 1, 3]


def test_a_table_over_seven_pages_of_a_pdf_is_one(publish: Publish) -> None:
    _, document = publish("shhrss-2025-catalogue", "pdf")
    levels, special = [block for block in document.blocks if isinstance(block, Table)]
    assert len(levels.rows) == 1 + 112
    assert levels.header_rows == 1
    assert levels.rows[-1] == (
        "55",
        "上海中侨职业技术大学",
        "S000031500063",
        "1",
        "4-02-06-05",
        "供应链管理师",
        "3",
    )
    assert special.rows[2][:3] == ("^", "^", "^")


def test_a_heading_of_the_page_is_one_of_the_document(publish: Publish) -> None:
    _, document = publish("shta-2026-hr", "html")
    assert document.blocks[0].role == "heading"  # type: ignore[union-attr]
