"""Lines to paragraphs: what the geometry shows; where it does not, the paragraph's end stays open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from knowledge.ingest.document import Paragraph
from knowledge.ingest.readers.notes import opening
from knowledge.ingest.readers.page.lines import TextLine
from knowledge.ingest.readers.spacing import join, tidy

_INDENT, _ROOM, _LARGER, _GAP = 1.2, 0.3, 1.12, 1.3
_WIDEST_PITCH = 2.2
_FIRST_LINE, _RIGHT_ALIGNED = 2.6, 6.0
_NEVER_FIRST = "，。、；：？！）》〉”’」』】〕"
_INDENTED_SHARE = 0.2
_ENDED = tuple("。；：！？;:!?")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.、．](?!\d)|附件|附录|注[:：])"
)
Link = Literal["joined", "open", "ended"]


@dataclass(frozen=True)
class Layout:
    """How a document sets its text: margins, the pitch of lines, the body's size, whether first lines are indented."""

    left: float
    right: float
    pitch: float
    size: float
    indents: bool


def layout_of(lines: Sequence[TextLine]) -> Layout:
    """Measure the lines of pages that are equally wide."""
    size = body_size(lines)
    left = _margin(sorted(line.x0 for line in lines), size)
    right = -_margin(sorted(-line.inner_x1 for line in lines), size)
    indented = sum(_INDENT * size < line.x0 - left < _FIRST_LINE * size for line in lines)
    return Layout(left, right, _pitch(lines, size), size, indented >= _INDENTED_SHARE * len(lines))


def body_size(lines: Sequence[TextLine]) -> float:
    """The size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _margin(places: list[float], size: float) -> float:
    """The outermost place that other lines share; one line that sticks out is none."""
    for i, one in enumerate(places):
        if len(places) > i + 2 and places[i + 2] - one <= size:
            return one
    return places[0]


def _pitch(lines: Sequence[TextLine], size: float) -> float:
    """The closest distance of lines that is common, within what is usual for their size."""
    steps = Counter(
        round((below.top - above.top) * 2) / 2
        for above, below in pairwise(lines)
        if above.page == below.page and below.top > above.top
    )
    common = [step for step, count in steps.items() if count * 10 >= sum(steps.values())]
    return min([*common, _WIDEST_PITCH * size])


def paragraphs(lines: Sequence[TextLine], layout: Layout) -> list[Paragraph]:
    """Group lines that follow one another without a table between them."""
    found: list[Paragraph] = []
    links = [_link(above, below, layout) for above, below in pairwise(lines)]
    text = ""
    begun: TextLine | None = None
    for line, link in zip(lines, [*links, _at_end(lines[-1], layout)] if lines else [], strict=True):
        begun = begun or line
        text = join(text, line.text)
        if link != "joined":
            role = "heading" if begun.size > _LARGER * layout.size else "body"
            found.append(
                Paragraph(tidy(text), begun.page, "heading" if role == "heading" else "body", link == "ended")
            )
            text, begun = "", None
    return found


def _at_end(line: TextLine, layout: Layout) -> Link:
    """Before a table, or at the document's end, a line that is full and closes no sentence may go on behind it."""
    return "open" if _is_full(line, line.size, layout) and not line.text.endswith(_ENDED) else "ended"


def _link(above: TextLine, below: TextLine, layout: Layout) -> Link:
    if opening(below.text) or abs(above.size - below.size) > 0.1 * layout.size:
        return "ended"
    if above.page == below.page and below.top - above.top > _GAP * layout.pitch * max(
        1.0, below.size / layout.size
    ):
        return "ended"
    if below.text[0] in _NEVER_FIRST:
        return "joined"
    if above.x0 - layout.left > _RIGHT_ALIGNED * layout.size and not _is_centred(above, layout):
        return "ended"
    if _is_centred(above, layout) and _is_centred(below, layout):
        return "joined" if _is_full(above, below.lead, layout) else "open"
    if not _is_full(above, below.lead, layout):
        return "ended"
    closed = above.text.endswith(_ENDED)
    if below.x0 - layout.left > _INDENT * layout.size:
        return "ended" if closed or (layout.indents and _NUMBERED.match(below.text)) else "open"
    if _NUMBERED.match(below.text):
        return "joined" if layout.indents and not closed else "open"
    return "joined" if layout.indents or not closed else "open"


def _is_full(line: TextLine, lead: float, layout: Layout) -> bool:
    """Whether what begins the next line had no room behind this one."""
    return layout.right - line.x1 < lead + _ROOM * line.size


def _is_centred(line: TextLine, layout: Layout) -> bool:
    left, right = line.x0 - layout.left, layout.right - line.x1
    return (abs(left - right) < line.size and min(left, right) > _FIRST_LINE * layout.size) or (
        line.size > _LARGER * layout.size and abs(left - right) < line.size
    )
