"""Put pages back in their order where the numbers of the clauses prove which one lies in the wrong place."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from knowledge.ingest.document import Paragraph, Table
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.structure.flow import Block, goes_on
from knowledge.ingest.structure.grids import begins_with_data
from knowledge.ingest.structure.numbering import Step, number_of, part_begun, steps

_MOVED = "原文页序有误：这一段已按编号移到前面缺号的位置，请核对原件"
_MISPLACED = "编号在此处不连续，像是页序有误，但无法确定原来的位置，请核对原件"
_MOST_MOVES = 6
_REACH, _NEAR = 40, 3


@dataclass(frozen=True)
class Ordered:
    """The blocks in order, and what a person should look at."""

    blocks: list[Block]
    questions: list[Question] = field(default_factory=list)


@dataclass(frozen=True)
class _Move:
    """Blocks `start` to `end` belong before the block `to`, which lies further up."""

    start: int
    end: int
    to: int

    def applied(self, blocks: list[Block]) -> list[Block]:
        run = blocks[self.start : self.end]
        return [*blocks[: self.to], *run, *blocks[self.to : self.start], *blocks[self.end :]]


def in_order(blocks: list[Block], lines: bool) -> Ordered:
    """Move each run of blocks that fills a gap in the numbers; where no move mends it, ask instead."""
    questions: list[Question] = []
    for _ in range(_MOST_MOVES):
        gap = _gap(blocks)
        if gap is None:
            break
        missing, displaced = gap
        block = blocks[displaced.place]
        best = _best(blocks, missing, displaced, lines)
        blocks = best.applied(blocks) if best else blocks
        path = next(step.path for step in _steps(blocks) if blocks[step.place] is block)
        questions.append(Question(clause=path, quote=_text(block), question=_MOVED if best else _MISPLACED))
        if best is None:
            break
    return Ordered(blocks, questions)


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _steps(blocks: list[Block]) -> list[Step]:
    return steps(map(number_of, blocks), map(part_begun, blocks))


def _gap(blocks: list[Block]) -> tuple[Step, Step] | None:
    """The first number that comes one too early, and further down the number that is missing before it."""
    found = _steps(blocks)
    for i, step in enumerate(found):
        if step.taken or step.number.value != step.expected + 1:
            continue
        for later in found[i + 1 :]:
            same = (later.number.depth, later.number.value) == (step.number.depth, step.expected)
            if same and not later.fits and later.parent != step.parent:
                return step, later
    return None


def _best(blocks: list[Block], missing: Step, displaced: Step, lines: bool) -> _Move | None:
    """The move that leaves the fewest breaks, fewer than there are.

    Where nothing tells to which side an unnumbered paragraph belongs, it stays with the number above it.
    """
    moves = _moves(blocks, missing, displaced)
    rated = [(_cost(move.applied(blocks), lines), -move.start, -move.end, -move.to, move) for move in moves]
    best = min(rated, key=lambda one: one[:4], default=None)
    return best[4] if best and best[0] < _cost(blocks, lines) else None


def _moves(blocks: list[Block], missing: Step, displaced: Step) -> list[_Move]:
    """Runs around the displaced number, cut at pages where the pages are known."""
    found = _steps(blocks)
    earliest = _last_fit(found, displaced)
    before = max((step.place for step in found if step.place < missing.place), default=-1)
    starts = range(max(earliest + 1, displaced.place - _REACH), displaced.place + 1)
    ends = _ends(found, displaced, len(blocks))
    targets = range(before + 1, missing.place + 1)
    moves = [_Move(start, end, to) for start in starts for end in ends for to in targets]
    if all(block.page is not None for block in blocks):
        moves = [one for one in moves if all(_is_cut(blocks, place) for place in (one.start, one.end, one.to))]
    return moves


def _is_cut(blocks: list[Block], place: int) -> bool:
    return place in (0, len(blocks)) or blocks[place - 1].page != blocks[place].page


def _last_fit(found: list[Step], displaced: Step) -> int:
    """The last number above the displaced one that does follow; the misfits in between belong to the same run."""
    first = found.index(displaced)
    while misfit := next((i for i in range(max(first - _NEAR, 0), first) if not found[i].fits), None):
        first = misfit
    return found[first - 1].place if first else -1


def _ends(found: list[Step], displaced: Step, end: int) -> list[int]:
    """Where the run may end: between a number and the next that does not follow, or with the text."""
    ends = {end}
    for last, step in itertools.pairwise(found[found.index(displaced) :]):
        if not step.fits:
            ends.update(range(last.place + 1, step.place + 1))
    return sorted(ends)


def _cost(blocks: list[Block], lines: bool) -> int:
    """How many numbers do not follow, and how many blocks do not follow the block before them."""
    numbers = sum(not step.fits for step in _steps(blocks))
    return 2 * numbers + sum(_broken(a, b, lines) for a, b in itertools.pairwise(blocks))


def _broken(before: Block, after: Block, lines: bool) -> bool:
    if isinstance(after, Table):
        same = isinstance(before, Table) and len(before.rows[0]) == len(after.rows[0])
        return begins_with_data(after) and not same
    return isinstance(before, Paragraph) and before.text[-1] in "，、" and not goes_on(before, after, lines)
