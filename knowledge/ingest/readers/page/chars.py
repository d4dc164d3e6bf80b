"""What a PDF's page prints: its characters, in ordinary form, and what could not be read of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pdfplumber.page import Page

from knowledge.ingest.readers.page.lines import Char
from knowledge.ingest.readers.radicals import ordinary

_UNMAPPED = re.compile(r"\(cid:\d+\)")
_PRIVATE_USE = re.compile(r"[\ue000-\uf8ff]")
_UNREADABLE = "\ufffd"
_SLOPE = 0.05


@dataclass(frozen=True)
class PageText:
    """The upright characters of a page, and problems in words."""

    chars: list[Char]
    problems: list[str]


def read_chars(page: Page) -> PageText:
    """Characters within the page's visible box; glyphs without a character become U+FFFD, so that no figure is misread."""
    chars: list[Char] = []
    unmapped: dict[str, int] = {}
    turned = ""
    for raw in page.dedupe_chars(tolerance=1).chars:
        text = _readable(raw["text"], unmapped)
        if not _is_level(raw["matrix"]):
            turned += text.strip()
        elif _is_visible(raw, page):
            chars.append(Char(text, raw["x0"], raw["x1"], raw["top"], raw["bottom"], raw["size"]))
    problems = [f"第{page.page_number}页：{count}个字形{glyph}没有对应的字符" for glyph, count in unmapped.items()]
    if turned:
        problems.append(f"第{page.page_number}页：旋转的文字未采用：{turned}")
    return PageText(chars, problems)


def _readable(text: str, unmapped: dict[str, int]) -> str:
    for glyph in [*_UNMAPPED.findall(text), *(f"U+{ord(char):04X}" for char in _PRIVATE_USE.findall(text))]:
        unmapped[glyph] = unmapped.get(glyph, 0) + 1
    return ordinary(_PRIVATE_USE.sub(_UNREADABLE, _UNMAPPED.sub(_UNREADABLE, text)))


def _is_level(matrix: tuple[float, ...]) -> bool:
    """Whether the writing runs from left to right: no watermark across the page, no text along its edge."""
    return matrix[0] > 0 and abs(matrix[1]) <= _SLOPE * matrix[0]


def _is_visible(raw: dict[str, float], page: Page) -> bool:
    middle, height = (raw["x0"] + raw["x1"]) / 2, (raw["top"] + raw["bottom"]) / 2
    left, top, right, bottom = page.bbox
    return bool(left <= middle <= right and top <= height <= bottom)
