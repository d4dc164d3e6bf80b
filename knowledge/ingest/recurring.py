"""Find a passage of one notice in another: number, year and issuer may differ, the words found are the other's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.models import Notice, Source
from knowledge.wording.plain import plain, unnumbered

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ENDS = "。；;，,.、"
_ISSUER = "\u0001"


@dataclass(frozen=True)
class Folded:
    """A text in comparable form; `offsets[i]` is where its i-th character stands in the text as printed."""

    text: str
    offsets: tuple[int, ...]


def fold_passage(text: str, notice: Notice) -> Folded:
    """Without white space and width; the notice's issuer as one sign, its year and the years beside it as others."""
    pairs = [
        (one, i) for i, char in enumerate(text) for one in unicodedata.normalize("NFKC", char) if not one.isspace()
    ]
    bare = "".join(char for char, _ in pairs)
    signs = {match.span(): _ISSUER for match in re.finditer(re.escape(_bare(notice.front.issuer)), bare)}
    for match in _YEAR.finditer(bare):
        if abs(distance := int(match.group()) - notice.front.year) <= 1:
            signs[match.span()] = "\u0003\u0004\u0005"[distance + 1]
    chars: list[tuple[str, int]] = []
    position = 0
    for (start, end), sign in sorted(signs.items()):
        chars += pairs[position:start]
        # One sign stands for the whole name, so that a match covers it as a whole.
        chars.append((sign, pairs[start][1]))
        position = end
    chars += pairs[position:]
    return Folded("".join(char for char, _ in chars), tuple(offset for _, offset in chars))


def find_words(words: str, old: Notice, line: str, new: Notice) -> str | None:
    """The part of the new notice's line that says the same words, wherever they stand in it."""
    return next((line[a:b].strip() for a, b in _found(words, old, line, new)), None)


def find_source(source: Source, old: Notice, new: Notice, likely: str | None) -> Source | None:
    """Where the new notice says what the source quotes: in the likely clause, else the first that does.

    A passage that is cut out of a longer one in the new notice is not the same: 四级、三级… of 五级、四级、三级… leaves
    a level out, and a sentence that goes on may add a condition.
    """
    index = old.clauses[source.clause].line_of(source.quote)
    if index is None:
        return None
    edges = _edges_of_quote(old.clauses[source.clause].lines[index].text, source.quote)
    paths = sorted(new.clauses, key=lambda path: (path != likely, path != source.clause))
    for path in paths:
        for line in new.clauses[path].lines:
            for start, end in _found(source.quote, old, line.text, new):
                first, last = _widened(source.quote, line.text, start, end)
                edge = _edge(line.text[:first], at_end=True), _edge(line.text[end:], at_end=False)
                if edge[0] >= edges[0] and edge[1] >= edges[1]:
                    return Source(clause=path, quote=line.text[first:last].strip())
    return None


def _found(words: str, old: Notice, line: str, new: Notice) -> Iterator[tuple[int, int]]:
    """Start and end of every place in the line that says the words, without opening number and closing mark."""
    wanted = fold_passage(words[len(words) - len(unnumbered(words)) :], old).text.rstrip(_ENDS)
    within = fold_passage(line, new)
    start = within.text.find(wanted) if wanted else -1
    while start >= 0:
        after = start + len(wanted)
        yield within.offsets[start], within.offsets[after] if after < len(within.offsets) else len(line)
        start = within.text.find(wanted, start + 1)


def _widened(quote: str, line: str, start: int, end: int) -> tuple[int, int]:
    """Take the line's own number and closing mark along where the quote had one."""
    numbered = unnumbered(quote) != plain(quote) and not unnumbered(line[:start]).strip()
    closed = quote.rstrip()[-1] in _ENDS and end < len(line) and line[end] in _ENDS
    return 0 if numbered else start, end + closed


def _edges_of_quote(line: str, quote: str) -> tuple[int, int]:
    start = line.index(quote)
    body = quote.rstrip().rstrip(_ENDS)
    return _edge(line[:start], at_end=True), _edge(line[start + len(body) :], at_end=False)


def _edge(beside: str, at_end: bool) -> int:
    """How deep the cut is beside a passage: 3 the line's or a sentence's, 2 a clause's, 1 a list's, 0 within words."""
    bare = unnumbered(beside).strip() if at_end else plain(beside).strip()
    if not bare:
        return 3
    char = bare[-1] if at_end else bare[0]
    return 3 if char in "。;!?" else 2 if char in ",:()" else 1 if char in "、" else 0


def _bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
