"""What tests do to the toy corpus."""

from __future__ import annotations

from pathlib import Path


def silent(_: str) -> None:
    """Hear what a build says."""
    return


def change(root: Path, old: str, new: str) -> None:
    """Other words in the notice of 2026."""
    file = root / "notices" / "baking-2026" / "notice.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
