"""Notices numbered `1`, `1.1`, `1.1.1`: each number becomes a part of the form, named `1`, `1·1.1`, `1·1.1·1.1.1`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.clause_path import BODY
from knowledge.ingest.document import Paragraph
from knowledge.ingest.structure.flow import Block
from knowledge.ingest.structure.parts import Part
from knowledge.ingest.structure.spacing import HAN

# 3 个工作日 is a figure, 3 个人申报 a heading.
_MEASURED = r"(?:[年月号元级次天周名位份倍万亿米层楼室门]|个(?!人)|人(?!员)|日(?!程)|分(?!值|类|组)|小时|科(?!目)|项(?!目))"
_HEAD = re.compile(rf"(\d{{1,2}})[.．、]?\s*(?!{_MEASURED})([{HAN}“《][^。；，：:;,]{{0,24}})")
_SUB = re.compile(rf"(\d{{1,2}}(?:[.．]\d{{1,2}}){{1,2}})[.．、]?\s*(?=[{HAN}“《（(A-Za-z])")
_FEWEST_SUBS, _FEWEST_HEADS = 3, 2

Path = tuple[int, ...]


def with_decimal_parts(parts: Iterable[Part]) -> list[Part]:
    """Divide the body where it is numbered with decimals throughout; every other part stays as it is."""
    return [piece for part in parts for piece in (_divided(part) if part.name == BODY else [part])]


def _divided(part: Part) -> list[Part]:
    opened = _opened(part.blocks)
    depths = [len(path) for path in opened.values()]
    if depths.count(1) < _FEWEST_HEADS or len(depths) - depths.count(1) < _FEWEST_SUBS:
        return [part]
    parts = [Part(BODY)]
    for place, block in enumerate(part.blocks):
        if place in opened:
            parts.append(Part(_name(opened[place])))
        parts[-1].blocks.append(block)
    return parts if parts[0].blocks else parts[1:]


def _opened(blocks: list[Block]) -> dict[int, Path]:
    """The blocks that open a number which is the very next: 3 behind 2, 2.1 behind 2, 2.2 behind 2.1."""
    found: dict[int, Path] = {}
    last: Path = (0,)
    for place, block in enumerate(blocks):
        path = _path(block.text) if isinstance(block, Paragraph) else None
        if path is not None and path in _next(last):
            found[place] = last = path
    return found


def _next(last: Path) -> list[Path]:
    behind = [(*last[:i], last[i] + 1) for i in range(len(last))]
    return [*behind, (*last, 1)] if last[0] and len(last) < 3 else behind


def _path(text: str) -> Path | None:
    if match := _SUB.match(text):
        return tuple(int(digits) for digits in re.split("[.．]", match.group(1)))
    head = _HEAD.fullmatch(text)
    return (int(head.group(1)),) if head else None


def _name(path: Path) -> str:
    """`2·2.1` for the number 2.1: every level by its whole number, as it is printed."""
    return "·".join(".".join(map(str, path[: i + 1])) for i in range(len(path)))
