"""Page numbers and running headers: what a page prints beside the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from knowledge.ingest.readers.page.lines import TextLine

_DASH = r"[-—–―－─·~|/\s]*"
_NUMBER = re.compile(
    rf"{_DASH}(?:第\s*)?(?P<page>\d{{1,4}}|[一二三四五六七八九十]{{1,3}})(?:\s*页)?"
    rf"(?:\s*[,，、/|]?\s*(?:(?:共|of|/)\s*)\d{{1,4}}\s*页?)?{_DASH}",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"page\s*(?P<page>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)

_MOST_LINES, _SHARE, _HEIGHT, _APART, _WIDEST_PITCH = 3, 0.4, 4.0, 1.25, 1.8
_ANNEX = re.compile(r"附\s*[件录表]")


def is_page_number(text: str) -> bool:
    """Whether a line says nothing but a page number: `- 3 -`, `— 3 —`, `3`, `3/8`, `第3页 共8页`, `Page 3 of 8`."""
    text = text.strip()
    if re.fullmatch(r"[一二三四五六七八九十]{1,3}", text):
        return False
    return bool(_NUMBER.fullmatch(text) or _ENGLISH.fullmatch(text))


def without_running(pages: Sequence[Sequence[TextLine]]) -> list[list[TextLine]]:
    """Take page numbers, and headers and footers that several pages repeat at one height, off each page's ends."""
    repeated = _repeated(pages)
    kept: list[list[TextLine]] = []
    for lines in pages:
        above = _running_lines(lines, repeated)
        below = _running_lines(lines[above:][::-1], repeated)
        kept.append(list(lines[above : len(lines) - below]))
    return kept


def _repeated(pages: Sequence[Sequence[TextLine]]) -> set[tuple[str, int]]:
    counts = Counter(
        key for lines in pages for key in {_place(line) for line in (*lines[:_MOST_LINES], *lines[-_MOST_LINES:])}
    )
    least = max(2.0, _SHARE * len(pages))
    return {key for key, count in counts.items() if count >= least and not _ANNEX.match(key[0])}


def _place(line: TextLine) -> tuple[str, int]:
    """What stands there, the page's own number left out, and at which height."""
    text = re.sub(r"第\s*\d+\s*页", "第页", line.text)
    text = re.sub(rf"^{_DASH}{line.page}(?!\d)(?=\D*$)|(?<!\d){line.page}{_DASH}$", "", text)
    return text, round(line.top / _HEIGHT)


def _running_lines(lines: Sequence[TextLine], repeated: set[tuple[str, int]]) -> int:
    """How many lines from the page's edge on belong to no text: they stand apart from it, by more than lines do."""
    count = 0
    while count < min(_MOST_LINES, len(lines)) and (
        is_page_number(lines[count].text) or _place(lines[count]) in repeated
    ):
        count += 1
    while count and count < len(lines) and not _is_apart(lines, count):
        count -= 1
    return count


def _is_apart(lines: Sequence[TextLine], count: int) -> bool:
    steps = [abs(after.top - before.top) for before, after in pairwise(lines)]
    widest = _WIDEST_PITCH * lines[count].size
    # Where tables fill a page its few lines lie far apart.
    usual = min(median(steps[count:]), widest) if len(steps) > count + 1 else widest
    return steps[count - 1] > _APART * usual
