"""Which clause of one edition is which of the other, whatever its number, and which lines of it differ.

Two texts are the same where they differ in white space, in the width of characters, in the number that a line opens
with, or in years that roll over with the notice.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from knowledge.clause_path import leading_number
from knowledge.models import Clause, Notice

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SIMILAR = 0.55
_SAME_PLACE = 0.15  # how much likelier a clause is the same where it stands under the same parent or number
_FRAME = ("标题", "文号", "引言", "附件清单", "落款")


@dataclass(frozen=True)
class Pair:
    """A clause of the old and of the new notice; None where one has no such clause."""

    old: Clause | None
    new: Clause | None


@dataclass(frozen=True)
class LinePair:
    """Lines that differ; None where one side has nothing."""

    old: str | None
    new: str | None


def folded(text: str) -> str:
    """One line without opening number, white space and width: the form that is compared."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    if leading_number(plain):
        plain = re.sub(r"^[(]?[一二三四五六七八九十\d]{1,3}[)、.]+", "", plain)
    return plain


def same(old: str, new: str, years: int) -> bool:
    """Whether two folded texts say the same when every year may stay or move by so many `years`."""
    if old == new:
        return True
    if _YEAR.sub("Y", old) != _YEAR.sub("Y", new):
        return False
    pairs = zip(_YEAR.findall(old), _YEAR.findall(new), strict=True)
    return all(int(b) - int(a) in (0, years) for a, b in pairs)


def align(old: Notice, new: Notice) -> list[Pair]:
    """Every clause of both notices in exactly one pair: in the order of the new notice, what is gone at the end."""
    found = _framed(old, new)
    _match_equal(old, new, found)
    _match_similar(old, new, found)
    pairs = [Pair(old.clauses.get(found.get(path, "")), clause) for path, clause in new.clauses.items()]
    kept = set(found.values())
    return [*pairs, *(Pair(clause, None) for path, clause in old.clauses.items() if path not in kept)]


def differing(old: Clause, new: Clause, years: int) -> list[LinePair]:
    """The lines in which two clauses differ, changed lines paired in order."""
    a, b = [folded(one.text) for one in old.lines], [folded(one.text) for one in new.lines]
    keys = [_YEAR.sub("Y", one) for one in a], [_YEAR.sub("Y", one) for one in b]
    found: list[LinePair] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            lines = zip(range(i1, i2), range(j1, j2), strict=True)
            found += [
                LinePair(old.lines[i].text, new.lines[j].text) for i, j in lines if not same(a[i], b[j], years)
            ]
        else:
            found += _paired([one.text for one in old.lines[i1:i2]], [one.text for one in new.lines[j1:j2]])
    return found


def _paired(old: list[str], new: list[str]) -> list[LinePair]:
    """Changed lines: the most alike together, what is left alone."""
    taken: dict[int, int] = {}
    scores = [(_likeness(folded(a), folded(b)), -i, -j) for i, a in enumerate(old) for j, b in enumerate(new)]
    for score, i, j in sorted(scores, reverse=True):
        if score >= _SIMILAR and -i not in taken and -j not in taken.values():
            taken[-i] = -j
    pairs = [LinePair(text, new[taken[i]] if i in taken else None) for i, text in enumerate(old)]
    return [*pairs, *(LinePair(None, text) for j, text in enumerate(new) if j not in taken.values())]


def _framed(old: Notice, new: Notice) -> dict[str, str]:
    """Title, signature and the like are the same by name."""
    return {path: path for path in _FRAME if path in old.clauses and path in new.clauses}


def _key(clause: Clause) -> str:
    return _YEAR.sub("Y", "\n".join(folded(line.text) for line in clause.lines))


def _match_equal(old: Notice, new: Notice, found: dict[str, str]) -> None:
    """Clauses whose text is the same, in order."""
    a = [clause for path, clause in old.clauses.items() if path not in found.values()]
    b = [clause for path, clause in new.clauses.items() if path not in found]
    matcher = SequenceMatcher(None, [_key(one) for one in a], [_key(one) for one in b], autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        found.update({b[j + k].path: a[i + k].path for k in range(size)})


def _match_similar(old: Notice, new: Notice, found: dict[str, str]) -> None:
    """Of what is left, the likeliest pairs first; then what alone stands under the same heading."""
    kept = set(found.values())
    a = [one for path, one in old.clauses.items() if path not in kept]
    b = [one for path, one in new.clauses.items() if path not in found]
    scores = [(score, one, other) for other in b for one in a if (score := _score(one, other, found)) >= _SIMILAR]
    for _, one, other in sorted(scores, key=lambda item: -item[0]):
        if other.path not in found and one.path not in kept:
            found[other.path] = one.path
            kept.add(one.path)


def _score(old: Clause, new: Clause, found: dict[str, str]) -> float:
    placed = old.path == new.path or (new.parent is not None and found.get(new.parent) == old.parent)
    bonus = _SAME_PLACE if placed else 0.0
    likeness = _likeness(_key(old), _key(new), _SIMILAR - bonus)
    heading = _first(old) == _first(new) != "" and len(old.lines) > 1 and len(new.lines) > 1
    return max(likeness + bonus, _SIMILAR if heading and placed else 0.0) if old.lines and new.lines else bonus


def _first(clause: Clause) -> str:
    return folded(clause.lines[0].text) if clause.lines else ""


def _likeness(a: str, b: str, least: float = 0.0) -> float:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()
