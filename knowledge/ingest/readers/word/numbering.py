"""Automatic numbers as Word shows them: levels, restarts, patterns such as `第%1条` or `%1.%2`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from knowledge.ingest.readers import counting
from knowledge.ingest.readers.word.package import Element, W, switched_on, value
from knowledge.ingest.readers.word.styles import Styles

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "decimalHalfWidth": str,
    "decimalFullWidth": counting.full_width,
    "decimalFullWidth2": counting.full_width,
    "decimalEnclosedCircle": counting.circled,
    "decimalEnclosedCircleChinese": counting.circled,
    "decimalEnclosedParen": counting.parenthesised,
    "decimalEnclosedFullstop": "{}.".format,
    "chineseCounting": counting.chinese,
    "chineseCountingThousand": counting.chinese,
    "japaneseCounting": counting.chinese,
    "taiwaneseCounting": counting.chinese,
    "taiwaneseCountingThousand": counting.chinese,
    "ideographDigital": counting.digitwise,
    "taiwaneseDigital": counting.digitwise,
    "japaneseDigitalTenThousand": counting.digitwise,
    "chineseLegalSimplified": counting.formal,
    "ideographTraditional": counting.stems,
    "ideographZodiac": counting.branches,
    "ideographEnclosedCircle": counting.cyclic("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "upperLetter": counting.letters,
    "lowerLetter": lambda number: counting.letters(number).lower(),
    "upperRoman": lambda number: counting.roman(number).upper(),
    "lowerRoman": counting.roman,
    "none": lambda _: "",
}
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """One level of a list. `restart_after`: the level, from 1, behind which it begins anew; 0: never."""

    start: int
    style: str
    pattern: str
    plain: bool
    restart_after: int | None
    paragraph_style: str | None


class Numbering:
    """Counts through a document's lists, paragraph by paragraph."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self.styles = styles
        self.lists: dict[str, Element] = {}
        self.abstracts: dict[str, Element] = {}
        if part is not None:
            self.lists = {one.get(W + "numId", ""): one for one in part.findall(W + "num")}
            self.abstracts = {one.get(W + "abstractNumId", ""): one for one in part.findall(W + "abstractNum")}
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def number(self, paragraph: Element) -> str:
        """Count the paragraph and return its number as printed; empty without a list or with a bullet."""
        found = self.styles.numbering(paragraph)
        if found is None or found[0] not in self.lists:
            return ""
        list_id, level, style = found
        abstract, levels = self._levels(list_id)
        if level is None:
            level = next((i for i, one in levels.items() if one.paragraph_style == style), 0)
        if level not in levels:
            return ""
        counts = self.counts.setdefault(abstract, {})
        self._count(counts, list_id, level, levels)
        return _printed(levels, level, counts)

    def _count(self, counts: dict[int, int], list_id: str, level: int, levels: dict[int, Level]) -> None:
        override = self._start_override(list_id, level)
        if override is not None and (list_id, level) not in self.begun:
            counts[level] = override
        else:
            counts[level] = counts[level] + 1 if level in counts else levels[level].start
        self.begun.add((list_id, level))
        for higher in range(level):
            counts.setdefault(higher, levels[higher].start if higher in levels else 1)
        for deeper in [one for one in counts if one > level]:
            after = levels[deeper].restart_after if deeper in levels else None
            if after is None or level < after:
                del counts[deeper]

    def _start_override(self, list_id: str, level: int) -> int | None:
        for one in self.lists[list_id].findall(W + "lvlOverride"):
            if one.get(W + "ilvl") == str(level):
                start = value(one, "startOverride")
                return int(start) if start is not None else None
        return None

    def _levels(self, list_id: str) -> tuple[str, dict[int, Level]]:
        """The list that counts and its levels, this use's own changes included."""
        abstract = value(self.lists[list_id], "abstractNumId") or ""
        abstract = self._linked(abstract)
        levels = _read_levels(self.abstracts[abstract]) if abstract in self.abstracts else {}
        for override in self.lists[list_id].findall(W + "lvlOverride"):
            levels |= _read_levels(override)
        return abstract, levels

    def _linked(self, abstract: str) -> str:
        """A list may only name a list style; its levels then stand with the list that defines the style."""
        link = value(self.abstracts.get(abstract), "numStyleLink")
        if link is None:
            return abstract
        return next((key for key, one in self.abstracts.items() if value(one, "styleLink") == link), abstract)


def _read_levels(parent: Element) -> dict[int, Level]:
    return {int(one.get(W + "ilvl", "0")): _read_level(one) for one in parent.findall(W + "lvl")}


def _read_level(one: Element) -> Level:
    restart = value(one, "lvlRestart")
    return Level(
        start=int(value(one, "start") or 0),
        style=value(one, "numFmt") or "decimal",
        pattern=value(one, "lvlText") or "",
        plain=switched_on(one, "isLgl"),
        restart_after=int(restart) if restart is not None else None,
        paragraph_style=value(one, "pStyle"),
    )


def _printed(levels: dict[int, Level], level: int, counts: dict[int, int]) -> str:
    own = levels[level]
    if own.style == "bullet":
        return ""

    def figure(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        used = levels.get(at, own)
        if own.plain:
            used = replace(used, style="decimal")
        return _FORMATS.get(used.style, str)(counts.get(at, used.start))

    return _PLACE.sub(figure, own.pattern).strip()
