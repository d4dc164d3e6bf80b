"""The numbers that a browser prints before the items of an ordered list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bs4 import Tag

from knowledge.ingest.readers import counting

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLES: dict[str, tuple[Callable[[int], str], str]] = {
    "decimal": (str, "."),
    "decimal-leading-zero": ("{:02d}".format, "."),
    "lower-alpha": (lambda number: counting.letters(number).lower(), "."),
    "lower-latin": (lambda number: counting.letters(number).lower(), "."),
    "upper-alpha": (counting.letters, "."),
    "upper-latin": (counting.letters, "."),
    "lower-roman": (counting.roman, "."),
    "upper-roman": (lambda number: counting.roman(number).upper(), "."),
    "cjk-ideographic": (counting.chinese, "、"),
    "simp-chinese-informal": (counting.chinese, "、"),
    "trad-chinese-informal": (counting.chinese, "、"),
    "simp-chinese-formal": (counting.formal, "、"),
    "cjk-decimal": (counting.digitwise, "、"),
    "cjk-heavenly-stem": (counting.stems, "、"),
    "cjk-earthly-branch": (counting.branches, "、"),
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;}]*)", re.IGNORECASE)


def item_number(item: Tag, sheet: Iterable[tuple[Tag, str]]) -> str:
    """The printed number of a list item, punctuation included; empty in a list without numbers.

    `sheet` are the elements that the page's style sheets give a list style, with the declarations.
    """
    parent = item.parent
    if parent is None or parent.name != "ol":
        return ""
    style = _style(item, sheet) or _style(parent, sheet) or _TYPES.get(str(parent.get("type", "1")), "decimal")
    if style not in _STYLES:
        return ""
    count, behind = _STYLES[style]
    return count(_value(item, parent)) + behind


def _style(tag: Tag, sheet: Iterable[tuple[Tag, str]]) -> str | None:
    texts = [text for styled, text in sheet if styled is tag] + [str(tag.get("style", ""))]
    found = [match.group(1).strip().lower() for text in texts for match in _STYLE.finditer(text)]
    if not found:
        return None
    words = found[-1].split()
    return next((word for word in words if word in _STYLES or word in ("none", "disc", "square", "circle")), None)


def _value(item: Tag, parent: Tag) -> int:
    items = parent.find_all("li", recursive=False)
    backwards = parent.has_attr("reversed")
    number = _whole(parent.get("start")) or (len(items) if backwards else 1)
    for other in items:
        number = _whole(other.get("value")) or number
        if other is item:
            break
        number += -1 if backwards else 1
    return number


def _whole(value: object) -> int | None:
    return int(value) if isinstance(value, str) and value.strip().lstrip("-").isdigit() else None
