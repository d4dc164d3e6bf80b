"""What changed in fees, windows, contacts and the catalogue, in the applicant's terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.ingest.drafts.models import Change
from knowledge.models import LEVEL_NAMES, Source


@dataclass(frozen=True)
class FactChange:
    """A change with the lines of both notices that it was read from and the words that stand in them for it."""

    change: Change
    old_lines: frozenset[Source]
    new_lines: frozenset[Source]
    values: tuple[str, ...]


def fact_change(
    field: str,
    old: str | None,
    new: str | None,
    old_lines: Iterable[Source],
    new_lines: Iterable[Source],
    values: Sequence[str] = (),
) -> FactChange:
    """A change at the clause of the line that prints its value: the new one, or the old one of what is gone."""
    before, after = tuple(old_lines), tuple(new_lines)
    words = tuple(values) or tuple(one for one in (old, new) if one)
    home = _home(after, words) if new is not None else _home(before, words)
    change = Change(field=field, old=old, new=new, clause=home or _home(after or before, words))
    return FactChange(change, frozenset(before), frozenset(after), words)


def level_name(level: int) -> str:
    """三级."""
    return LEVEL_NAMES[level]


def yuan(amount: float) -> str:
    """400元."""
    return f"{amount:g}元"


def printed(word: str) -> re.Pattern[str]:
    """Finds a value in a line: a number not within a longer one, words of a label with any white space."""
    number = re.fullmatch(r"([\d.]+)元?", word)
    if number:
        return re.compile(rf"(?<![\d.]){re.escape(number.group(1))}(?:\.0+)?(?![\d.]\d)(?!\d)")
    return re.compile(r"\s*".join(re.escape(char) for char in re.sub(r"\s", "", word)))


def _home(lines: Sequence[Source], words: Sequence[str]) -> str | None:
    counted = [(sum(bool(printed(word).search(one.quote)) for word in words if word), one) for one in lines]
    return max(counted, key=lambda item: item[0])[1].clause if counted else None


def paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """What stands on one side only: in order against each other, then alone."""
    gone = [one for one in old if one not in new]
    come = [one for one in new if one not in old]
    for i in range(max(len(gone), len(come))):
        yield (gone[i] if i < len(gone) else None, come[i] if i < len(come) else None)
