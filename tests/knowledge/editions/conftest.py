"""A toy knowledge of one baking association, small enough to know by heart, and drafts for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from toy_notices import Draft, write_notice

from knowledge.editions import EditionStore


@pytest.fixture
def store(tmp_path: Path) -> EditionStore:
    """The shipped knowledge: the association's notice of 2026, 400 yuan."""
    root = tmp_path / "shipped"
    (root / "lexicon").mkdir(parents=True)
    organisations = "- {id: baking, name: 上海烘焙协会, aliases: [烘焙协会]}\n"
    (root / "lexicon" / "organisations.yml").write_text(organisations, encoding="utf-8")
    occupations = "- {code: 4-03-02-04, name: 烘焙师, aliases: [面包师]}\n"
    (root / "lexicon" / "occupations.yml").write_text(occupations, encoding="utf-8")
    (root / "lexicon" / "outside.yml").write_text("other_organisation: [上海茶艺学会]\n", encoding="utf-8")
    write_notice(root / "notices" / "baking-2026", 2026, 400)
    return EditionStore(tmp_path / "var", root)


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """A draft folder: `draft("baking-2027", 2027, 450)`."""
    return lambda notice_id, *values, **others: write_notice(tmp_path / "drafts" / notice_id, *values, **others)
