"""`notice.md` against `source.txt`, the text as it was taken from the published file: nothing added, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from knowledge.library import Holding
from knowledge.notice_format import CELL_END, ESCAPE
from knowledge.verification.problem import Complaint

WINDOW = 12
# Windows across a joint (a page break, a heading printed again) are missing on both sides of it.
MOST_AT_A_JOINT = 2 * WINDOW
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_TWICE = re.compile(r"([\u4e00-\u9fff])\1+")


def published_text(holding: Holding, folder: Path) -> Iterator[Complaint]:
    """Each line of the notice stands in the source, and no longer stretch of the source is missing."""
    file = folder / "source.txt"
    if not file.is_file():
        yield Complaint("source.txt is missing: keep the text as it was taken from the published file beside it")
        return
    source = _bare(file.read_text(encoding="utf-8"))
    for note in holding.notice.footnotes.values():
        # A note at the foot of a page stands in the middle of a sentence of the source.
        source = source.replace(_bare(note), "", 1)
    raw = (folder / "notice.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    lines = [_without_markup(line) for line in raw.splitlines() if not line.startswith(("## ", "[^"))]
    once = _TWICE.sub(r"\1", source)
    for line in lines:
        # A page break may print a character twice; digits are never taken for such a slip.
        if line not in source and _TWICE.sub(r"\1", line) not in once:
            yield Complaint(f"{line[:60]!r} does not stand in source.txt: restore the published words")
    yield from _lost(source, "".join(lines), holding)


def _lost(source: str, ours: str, holding: Holding) -> Iterator[Complaint]:
    missing = [source[i : i + WINDOW] not in ours for i in range(len(source) - WINDOW + 1)]
    position = 0
    for is_missing, run in groupby(missing):
        length = len(list(run))
        if is_missing and length > MOST_AT_A_JOINT:
            start = source[position + WINDOW - 1 : position + WINDOW + 29]
            yield Complaint(
                f"{length} characters of source.txt from {start!r} on are missing in notice.md; restore them"
            )
        position += length
    if not holding.notice.clauses:
        yield Complaint("the notice has no clause; see docs/notices.md")


def _bare(text: str) -> str:
    """The characters alone: no white space, no signs of no width, no marks of the extraction."""
    text = _INVISIBLE.sub("", text)
    text = re.sub(r"<sup>[^<]*</sup>|\^?[①-⑳]|\[\^\w+\](: )?", "", text)
    text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
    text = re.sub(r"^(#+ |\s*- |--[-\t]+$)", "", text, flags=re.MULTILINE)
    return re.sub(r"\s", "", text)


def _without_markup(line: str) -> str:
    """A line's words as the parser of notices reads them: no table lines, no escapes."""
    if re.fullmatch(r"\|[-|: ]+\|", line):
        return ""
    if line.startswith("|"):
        cells = (cell.strip().replace(r"\|", "|") for cell in CELL_END.split(line)[1:-1])
        line = "".join(cell for cell in cells if cell not in ("^", "<"))
    return _bare(line.removeprefix(ESCAPE))
