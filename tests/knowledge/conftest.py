"""The published texts, and copies of the knowledge in which a test plants an error."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge.library import ROOT, Library
from knowledge.verification import verified_library

Published = Callable[[str], str]


@pytest.fixture(scope="session")
def published() -> Published:
    """The text of a notice as it was extracted from the publisher's file: what every other form is held against."""
    return lambda notice_id: (ROOT / "notices" / notice_id / "source.txt").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Tree:
    """A copy of the lexicon and of some notices."""

    root: Path

    def change(self, file: str, old: str, new: str) -> None:
        """Replace the first `old`; a plant that does not take would test nothing."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, notice_id: str, as_id: str | None = None) -> Path:
        """Copy a notice in, on request under another id."""
        folder = self.root / "notices" / (as_id or notice_id)
        shutil.copytree(ROOT / "notices" / notice_id, folder)
        if as_id:
            self.change(f"notices/{as_id}/notice.md", f"id: {notice_id}", f"id: {as_id}")
        return folder

    def load(self) -> Library:
        return verified_library(self.root)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """The lexicon alone; tests add the notices that they need."""
    shutil.copytree(ROOT / "lexicon", tmp_path / "lexicon")
    (tmp_path / "notices").mkdir()
    return Tree(tmp_path)
