"""Footnotes that are only typography: a raised sign in the text, and below it the same sign with its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge.ingest.readers.marks import mark_of, written

# While a document is being read, a raised sign stands between two control characters, which no text holds.
_BEGIN, _END = "\x02", "\x03"
_RAISED = re.compile(f"{_BEGIN}([^{_END}]*){_END}")


@dataclass(frozen=True)
class Definition:
    """A footnote's text. `position` (page or block) orders it among the places that may refer to it."""

    position: int
    mark: str
    text: str


def raised(sign: str) -> str:
    """Tag a raised sign inside running text until it is known whether a footnote belongs to it."""
    return f"{_BEGIN}{sign}{_END}"


def lowered(text: str) -> str:
    """The text with its raised signs as plain characters."""
    return _RAISED.sub(r"\1", text)


def marks_in(text: str) -> list[str]:
    """The marks of the raised signs in a text, those apart that open it."""
    found = [mark_of(match.group(1)) for match in _RAISED.finditer(text) if match.start()]
    return [mark for mark in found if mark]


def opening(text: str) -> tuple[str, str] | None:
    """The mark that opens a footnote's first line and the words after it, or None."""
    match = _RAISED.match(text)
    mark = mark_of(match.group(1)) if match else None
    return (mark, lowered(text[match.end() :]).strip(" :：.．、")) if match and mark else None


class Footnotes:
    """The definitions of a document under names that are unique, even where each page counts from one."""

    def __init__(self, definitions: Iterable[Definition]) -> None:
        self.named: list[tuple[str, Definition]] = []
        for one in definitions:
            same = sum(other.mark == one.mark for _, other in self.named)
            self.named.append((f"{one.mark}_{same + 1}" if same else one.mark, one))

    @property
    def texts(self) -> dict[str, str]:
        """The footnotes by name."""
        return {name: one.text for name, one in self.named}

    def name(self, mark: str, position: int) -> str | None:
        """The footnote meant by a mark: the next one at or after that place, else the last one before it."""
        candidates = [(name, one.position) for name, one in self.named if one.mark == mark]
        later = [name for name, place in candidates if place >= position]
        return later[0] if later else candidates[-1][0] if candidates else None

    def name_here(self, mark: str, position: int) -> str | None:
        """The footnote meant by a mark where each place has its own: None where this one defines none."""
        return next((name for name, one in self.named if one.mark == mark and one.position == position), None)

    def resolve(self, text: str, position: int) -> str:
        """Write the raised signs that have a footnote as `[^5]`, all others as plain characters."""
        return _RAISED.sub(lambda sign: _named(sign, self.name, position) or sign.group(1), text)

    def resolve_here(self, text: str, position: int) -> str:
        """Write the raised signs that have a footnote at this very place as `[^5]`; all others stay raised."""
        return _RAISED.sub(lambda sign: _named(sign, self.name_here, position) or sign.group(), text)


def _named(sign: re.Match[str], name: Callable[[str, int], str | None], position: int) -> str | None:
    mark = mark_of(sign.group(1))
    found = name(mark, position) if mark else None
    return written(found) if found else None
