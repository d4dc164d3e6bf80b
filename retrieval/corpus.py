"""What is indexed: notices with their passages, divided into parts that are built and replaced one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.library import Library
from knowledge.models import NoticeKind, Strict
from retrieval.passages import Passage, passages

ONE_PART = 20_000
"""Up to so many passages the corpus is one part."""
PARTS = 16
"""A larger corpus has so many: a notice that is added or withdrawn costs a sixteenth of the whole to build."""


class Entry(Strict):
    """A notice as search narrows to it; it has `passages` of them."""

    notice_id: str
    organisation: str
    kind: NoticeKind
    region: str
    year: int
    occupations: tuple[str, ...]
    passages: int


@dataclass(frozen=True)
class Corpus:
    """The notices in order, how to read the passages of one, and the names that the segmenter keeps whole."""

    entries: tuple[Entry, ...]
    read: Callable[[str], Sequence[Passage]]
    names: tuple[str, ...] = ()

    def parts(self) -> list[list[Entry]]:
        """The notices by part: which one depends on the notice's id alone, so that no neighbour moves."""
        if sum(one.passages for one in self.entries) <= ONE_PART:
            return [list(self.entries)]
        parts: list[list[Entry]] = [[] for _ in range(PARTS)]
        for one in self.entries:
            parts[_number(one.notice_id) % PARTS].append(one)
        return [part for part in parts if part]


def corpus_of(library: Library) -> Corpus:
    """All notices of the library."""
    by_notice: dict[str, list[Passage]] = {}
    for one in passages(library):
        by_notice.setdefault(one.notice_id, []).append(one)
    names = tuple(alias.alias for alias in library.lexicon.aliases())
    entries = tuple(entry(found, library.notice(one).front.region) for one, found in by_notice.items())
    return Corpus(entries, by_notice.__getitem__, names)


def entry(found: Sequence[Passage], region: str) -> Entry:
    """The notice of this region that has these passages."""
    first = found[0]
    return Entry(
        notice_id=first.notice_id,
        organisation=first.organisation,
        kind=first.kind,
        region=region,
        year=first.year,
        occupations=tuple(dict.fromkeys(name for one in found for name in one.occupations)),
        passages=len(found),
    )


def _number(notice_id: str) -> int:
    return int.from_bytes(hashlib.sha256(notice_id.encode()).digest()[:8])
