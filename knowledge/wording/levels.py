"""The levels that a cell or a sentence names, in whatever spelling: 五级/初级工, 5级, L3, 四、三级, 三级至五级."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from knowledge.lexicon.matching import level_mentions
from knowledge.models import Level
from knowledge.wording.numerals import squeezed
from knowledge.wording.plain import plain

_DIGITS = {char: n for n, chars in enumerate(("一1", "二2", "三3", "四4", "五5"), 1) for char in chars}
_LATIN = re.compile(r"(?<![A-Za-z])[Ll][Vv]?([1-5])(?!\d)")
# 初、中、高级工; 中高级: words that share one ending. 初中、高级 could be a school.
_SHARED = re.compile(r"(?<![最提更初])(?:(?:[初中][、,/和及与]){1,2}|初中|[初中])(?=([中高]级工?))")
_WORDS: dict[str, Level] = {"初": 5, "中": 4}
# What may stand between two levels of one list, and what makes a range of them.
_BETWEEN = re.compile(r"^[\s、,，/\\()（）;；.或和及与跟工级]*$")
_RANGE = re.compile(r"^[\s级工)/]*(?:-+|~|至|到)[\s(]*$")
_ALIKE = re.compile(r"^[\s/\\(]+$")
_OPEN = re.compile(r"^[)\s工]*[及含()]*(?:以上|以下)")
_FILLING = re.compile(r"职业技能等级|职业等级|等级|级别|[\s、,/\\();.和及与工级至到~-]|各?[:：]")
_BARE = re.compile(r"[一二三四五1-5](?:[、,/\\;.和及至到~-]*[一二三四五1-5])*")
_NUMBERED = re.compile(r"^(?:[一二三四五1-5]级?|[Ll][Vv]?[1-5])$")


@dataclass(frozen=True)
class LevelSpan:
    """Levels that are named together, highest number first, at `text[start:end]`.

    `understood` is False for an open range (三级及以上) and where number and word disagree (五级/中级工).
    """

    levels: tuple[Level, ...]
    start: int
    end: int
    understood: bool = True


def level_spans(text: str) -> list[LevelSpan]:
    """Every list of levels in a text, in order."""
    folded = plain(text)
    found: list[LevelSpan] = []
    last: LevelSpan | None = None
    for one in _mentions(folded):
        joined = _joined(found[-1], last, one, folded) if found and last else None
        if joined:
            found[-1] = joined
        else:
            found.append(one)
        last = one
    return [_closed(one, folded) for one in found]


def parse_levels(cell: str) -> LevelSpan:
    """The levels of a cell that holds levels only: also bare digits (4、3) and ranges of them (5-3).

    Without any level, and with words besides, the reading is not understood. Offsets are those of the whole cell.
    """
    folded = squeezed(cell)
    if _BARE.fullmatch(folded):
        return LevelSpan(_bare(folded), 0, len(cell))
    spans = level_spans(folded)
    rest = folded
    for one in reversed(spans):
        rest = rest[: one.start] + rest[one.end :]
    levels = ordered(level for one in spans for level in one.levels)
    clean = not _FILLING.sub("", rest) and all(one.understood for one in spans)
    return LevelSpan(levels, 0, len(cell), bool(levels) and clean)


def ordered(levels: Iterable[int]) -> tuple[Level, ...]:
    """Each level once, five first."""
    return tuple(cast("Level", level) for level in sorted(set(levels), reverse=True))


def _bare(folded: str) -> tuple[Level, ...]:
    found: list[int] = []
    ranged = False
    for char in folded:
        if char in _DIGITS:
            found += _range(found[-1], _DIGITS[char]) if ranged else [_DIGITS[char]]
        ranged = char in "至到~-"
    return ordered(found)


def _range(first: int, last: int) -> list[int]:
    return list(range(min(first, last), max(first, last) + 1))


def _mentions(folded: str) -> list[LevelSpan]:
    """Single levels in order; offsets hold because folding one character gives one character."""
    found = [LevelSpan(ordered([level]), start, end) for level, start, end in level_mentions(folded.lower())]
    found += [LevelSpan(ordered([int(m.group(1))]), m.start(), m.end()) for m in _LATIN.finditer(folded)]
    starts = {one.start for one in found}
    found += [
        LevelSpan((_WORDS[char],), m.start() + i, m.start() + i + 1)
        for m in _SHARED.finditer(folded)
        if m.start(1) in starts
        for i, char in enumerate(m.group())
        if char in _WORDS
    ]
    return sorted(found, key=lambda one: one.start)


def _joined(span: LevelSpan, last: LevelSpan, one: LevelSpan, folded: str) -> LevelSpan | None:
    """The list with one more level, or as a range up to it; None where other words stand between."""
    between = folded[last.end : one.start]
    if _RANGE.match(between):
        levels = ordered([*span.levels, *_range(last.levels[0], one.levels[0])])
    elif _BETWEEN.match(between):
        levels = ordered([*span.levels, *one.levels])
    else:
        return None
    agree = not _ALIKE.match(between) or _same_kind(last, one, folded) or last.levels == one.levels
    return replace(span, levels=levels, end=one.end, understood=span.understood and agree)


def _same_kind(last: LevelSpan, one: LevelSpan, folded: str) -> bool:
    """Both are numbers or both words; a number beside a word in one slash or bracket must name the same level."""
    return bool(_NUMBERED.match(folded[last.start : last.end])) == bool(
        _NUMBERED.match(folded[one.start : one.end])
    )


def _closed(span: LevelSpan, folded: str) -> LevelSpan:
    opened = _OPEN.match(folded[span.end : span.end + 6])
    return replace(span, understood=span.understood and not opened)
