"""Follow the numbers through a text: which clause each paragraph opens, and where the sequence breaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.clause_path import Number, join, leading_number
from knowledge.ingest.document import Paragraph
from knowledge.ingest.structure.flow import Block
from knowledge.ingest.structure.wording import annex_of

DIGITS, BRACKETED = 2, 3


@dataclass(frozen=True)
class Step:
    """One number of the text: at which block, below which clause, and what would have come next there.

    `taken` says that the clause has appeared before.
    """

    place: int
    number: Number
    path: str
    parent: str
    expected: int
    taken: bool

    @property
    def fits(self) -> bool:
        """Whether the number follows the one before it."""
        return self.number.value == self.expected and not self.taken


class Walk:
    """Reads numbers one after the other, as the parser of notices does."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.open: list[Number] = []
        self.seen: set[str] = set()
        self.last: dict[tuple[str, int], int] = {}

    @property
    def path(self) -> str:
        """The clause that is open."""
        return join(self.part, self.open)

    def enter(self, part: str, already: int = 0) -> None:
        """Begin a new part: its numbers start afresh, or behind those of which the text has told `already`."""
        self.part, self.open = part, []
        self.last[(part, DIGITS)] = already

    def look(self, place: int, number: Number) -> Step:
        """What the number would open here; nothing changes."""
        above = [one for one in self.open if one.depth < number.depth]
        parent, path = join(self.part, above), join(self.part, [*above, number])
        expected = self.last.get((parent, number.depth), 0) + 1
        return Step(place, number, path, parent, expected, path in self.seen)

    def take(self, step: Step) -> None:
        """Open the clause."""
        self.open = [*(one for one in self.open if one.depth < step.number.depth), step.number]
        self.seen.add(step.path)
        self.last[(step.parent, step.number.depth)] = step.number.value


def number_of(block: Block) -> Number | None:
    """The number that opens the block, if one does."""
    return leading_number(block.text) if isinstance(block, Paragraph) else None


def part_begun(block: Block) -> str | None:
    """A name for the part that the block begins: an annex."""
    annex = annex_of(block.text) if isinstance(block, Paragraph) else None
    return None if annex is None else f"附件{annex[0]}"


def steps(numbers: Iterable[Number | None], parts: Iterable[str | None]) -> list[Step]:
    """All numbers of a text, given each block's number and the part that it begins."""
    walk = Walk("正文")
    found: list[Step] = []
    for place, (number, part) in enumerate(zip(numbers, parts, strict=True)):
        if part is not None:
            walk.enter(part)
        elif number is not None:
            step = walk.look(place, number)
            walk.take(step)
            found.append(step)
    return found
