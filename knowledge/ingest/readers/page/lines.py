"""A page's characters as lines in reading order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from knowledge.ingest.readers.notes import raised
from knowledge.ingest.readers.spacing import is_wide

_WIDE_GAP, _NARROW_GAP, _COLUMN_GAP = 0.8, 0.25, 1.2
_RAISED_SIZE, _RAISED_BY = 0.9, 0.15
_OPENING = "（(《〈“‘「『【〔["
_QUOTES = "“”‘’\"'"
_CLOSING = "，。、；：？！）)》〉”’」』】〕],.;:?!%"


@dataclass(frozen=True)
class Char:
    """A printed character; lengths in points, `top` and `bottom` from the page's upper edge."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float


@dataclass(frozen=True)
class Segment:
    """A piece of a line between gaps as wide as those between columns."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True)
class TextLine:
    """A line of text; spaces stay until the whole paragraph is known.

    `lead` is the width of its first unbreakable unit: what had no room on the line before. `inner_x1` is its right
    end without closing signs, which may hang over the margin.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int
    lead: float
    inner_x1: float
    segments: tuple[Segment, ...]


@dataclass
class _Row:
    """A line while it is collected; its extent is that of its largest characters."""

    top: float
    bottom: float
    size: float
    chars: list[Char] = field(default_factory=list)

    def overlap(self, char: Char) -> float:
        shared = min(self.bottom, char.bottom) - max(self.top, char.top)
        return shared / max(min(self.bottom - self.top, char.bottom - char.top), 0.1)

    def add(self, char: Char) -> None:
        self.chars.append(char)
        if char.size > self.size:
            self.top, self.bottom, self.size = char.top, char.bottom, char.size


def lines_of(chars: Iterable[Char], page: int) -> list[TextLine]:
    """Group characters into lines, from top to bottom; a raised sign belongs to the line that it is raised from."""
    rows: list[_Row] = []
    for char in sorted(chars, key=lambda one: (one.top + one.bottom, one.x0)):
        near = [row for row in rows[-4:] if row.overlap(char) >= 0.5]
        row = max(near, key=lambda one: one.overlap(char), default=None)
        if row is None:
            row = _Row(char.top, char.bottom, char.size)
            rows.append(row)
        row.add(char)
    found = (_line(row, page) for row in sorted(rows, key=lambda one: one.top))
    return [line for line in found if line is not None]


def _line(row: _Row, page: int) -> TextLine | None:
    chars = sorted(row.chars, key=lambda char: char.x0)
    printed = [char for char in chars if char.text.strip()]
    if not printed:
        return None
    widths: defaultdict[float, float] = defaultdict(float)
    for char in printed:
        widths[round(char.size, 1)] += max(char.x1 - char.x0, 0.1)
    size = max(widths, key=widths.__getitem__)
    bottom = max(char.bottom for char in printed if char.size >= size - 0.1)
    segments = tuple(_segments(chars, size, bottom))
    text = " ".join(" ".join(segment.text for segment in segments).split())
    top = min(char.top for char in printed if char.size >= size - 0.1)
    inner = max((char.x1 for char in printed if char.text not in _CLOSING), default=printed[0].x1)
    x0, x1 = printed[0].x0, max(char.x1 for char in printed)
    return TextLine(text, x0, x1, top, bottom, size, page, _lead(printed), inner, segments)


def _segments(chars: list[Char], size: float, bottom: float) -> Iterator[Segment]:
    """The line's text, cut at wide gaps, with raised signs tagged."""
    run: list[Char] = []
    previous: Char | None = None
    for char in chars:
        if not char.text.strip():
            continue
        if previous is not None and char.x0 - previous.x1 > _COLUMN_GAP * size:
            yield _segment(run, size, bottom)
            run = []
        elif previous is not None and (_is_apart(previous, char, size) or _has_space(chars, previous, char)):
            run.append(Char(" ", previous.x1, char.x0, char.top, char.bottom, char.size))
        run.append(char)
        previous = char
    yield _segment(run, size, bottom)


def _segment(run: list[Char], size: float, bottom: float) -> Segment:
    pieces = []
    for is_raised, group in groupby(run, key=lambda char: _is_raised(char, size, bottom)):
        text = "".join(char.text for char in group)
        pieces.append(raised(text.strip()) if is_raised and text.strip() else text)
    return Segment("".join(pieces), run[0].x0, run[-1].x1)


def _is_raised(char: Char, size: float, bottom: float) -> bool:
    return char.size <= _RAISED_SIZE * size and bottom - char.bottom >= _RAISED_BY * size


def _is_apart(before: Char, after: Char, size: float) -> bool:
    wide = is_wide(before.text[-1]) or is_wide(after.text[0])
    return after.x0 - before.x1 > (_WIDE_GAP if wide else _NARROW_GAP) * size


def _has_space(chars: list[Char], before: Char, after: Char) -> bool:
    return any(not char.text.strip() and before.x0 <= char.x0 <= after.x0 for char in chars)


def _lead(chars: list[Char]) -> float:
    """The width up to the first place where a line could have been broken."""
    end = 0
    while end < len(chars) - 1 and _holds_together(chars[end], chars[end + 1]):
        end += 1
    return chars[end].x1 - chars[0].x0


def _holds_together(before: Char, after: Char) -> bool:
    """Brackets and quotes cling to what they enclose, signs to what they follow, Latin words to themselves."""
    if before.text in _OPENING or after.text in _CLOSING or {before.text, after.text} & set(_QUOTES):
        return True
    touches = after.x0 - before.x1 <= _NARROW_GAP * before.size
    return touches and not is_wide(before.text[0]) and not is_wide(after.text[0])
