"""Make every number open exactly one clause: restarted lists, numbered notes and repeated numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from knowledge.clause_path import CHINESE, Number, leading_number
from knowledge.ingest.document import Paragraph, Table
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.structure.flow import Block
from knowledge.ingest.structure.numbering import BRACKETED, DIGITS, Step, Walk, number_of
from knowledge.ingest.structure.parts import Part
from knowledge.notice_format import ESCAPE, UNNUMBERED_PARTS

_NOTE = re.compile(r"(?:注|备注|说明)[：:]\s*((?:1[.．、]|[（(]1[）)]).+)?")
_MARKUP = re.compile(r"\||#|\[\^\w+\]: |\\")
# A notice in parts counts from 一、 in each of them.
_SECTION = re.compile(rf"第[{CHINESE}]{{1,2}}(?:部分|章|篇|编)(?![的所中])")
_LONGEST_HEADING = 40


@dataclass
class Settled:
    """The parts as the parser will read them, and what a person should look at."""

    parts: list[Part] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def settle(parts: Iterable[Part]) -> Settled:
    """Escape numbers that open no clause, open parts for lists that start anew, ask about every break."""
    settled = Settled()
    for part in parts:
        blocks = [_literal(block) for block in part.blocks]
        if part.name[0].isdigit():
            blocks[0] = _named_already(blocks[0])
        if part.name in UNNUMBERED_PARTS:
            settled.parts.append(Part(part.name, blocks))
        else:
            _Settling(part.name, settled).settle(blocks)
    return settled


def _literal(block: Block) -> Block:
    """Escape a paragraph that begins with a sign of our own form."""
    if isinstance(block, Paragraph) and _MARKUP.match(block.text):
        return replace(block, text=ESCAPE + block.text)
    return block


def _named_already(block: Block) -> Block:
    """The first line of a part that is called by its number (`1`, `1·1.1`) opens no clause in it."""
    if isinstance(block, Paragraph) and leading_number(block.text) is not None:
        return replace(block, text=ESCAPE + block.text)
    return block


class _Settling:
    """Goes through one part block by block."""

    def __init__(self, name: str, settled: Settled) -> None:
        self.name, self.settled = name, settled
        self.walk = Walk(name)
        self.part = Part(name)
        self.note, self.note_depth = 0, DIGITS
        settled.parts.append(self.part)

    def settle(self, blocks: list[Block]) -> None:
        for place, block in enumerate(blocks):
            number = number_of(block)
            if number is not None and isinstance(block, Paragraph):
                self._numbered(place, block, number)
            elif isinstance(block, Paragraph) and self._is_note(blocks, place, block.text):
                self._begin(f"{self.name}·注", [block], already=int(block.text[-1] not in "：:"))
            else:
                self._remember_note(block)
                self.part.blocks.append(block)

    def _numbered(self, place: int, block: Paragraph, number: Number) -> None:
        step = self.walk.look(place, number)
        if self.note and number.depth == self.note_depth and number.value == self.note + 1:
            self.note += 1
            self.part.blocks.append(replace(block, text=ESCAPE + block.text))
            return
        self.note = 0
        if step.taken and number.depth == 0 and number.value == 1:
            self._restart(block)
            step = self.walk.look(place, number)
        if step.taken:
            self._ask(step, block, "编号重复，暂按上一条的正文处理，请核对原件")
            self.part.blocks.append(replace(block, text=ESCAPE + block.text))
            return
        if not step.fits:
            self._ask(
                step, block, f"编号不连续：此处应是第{step.expected}项，原文是第{number.value}项，请核对是否缺页"
            )
        self.walk.take(step)
        self.part.blocks.append(block)

    def _remember_note(self, block: Block) -> None:
        """`注：1.…` or `注：（1）…` in running text: the `2.` or `（2）` below it belongs to the note."""
        note = _NOTE.fullmatch(block.text) if isinstance(block, Paragraph) else None
        if isinstance(block, Table):
            self.note = 0
        elif note is not None and note.group(1):
            self.note, self.note_depth = 1, DIGITS if note.group(1)[0] == "1" else BRACKETED

    def _is_note(self, blocks: list[Block], place: int, text: str) -> bool:
        """A numbered note under the table of an annex, to the end of it: a part of its own."""
        if not self.name.startswith("附件") or not _NOTE.fullmatch(text):
            return False
        rest = blocks[place + 1 :]
        numbered = [leading_number(one.text) for one in rest if isinstance(one, Paragraph)]
        all_digits = all(number is not None and number.depth == DIGITS for number in numbered)
        below_table = place > 0 and isinstance(blocks[place - 1], Table)
        return below_table and bool(rest) and len(numbered) == len(rest) and all_digits

    def _restart(self, block: Paragraph) -> None:
        """A second list from 一、: an annex without its heading; the title above it goes along."""
        title = self.part.blocks[-1] if self.part.blocks else None
        if isinstance(title, Paragraph) and _SECTION.match(title.text) and _is_title(title.text):
            self.part.blocks.pop()
            self._begin(title.text, [title])
            return
        if isinstance(title, Paragraph) and _is_title(title.text):
            self.part.blocks.pop()
            name, blocks = f"附件·{title.text}", [title]
        else:
            name, blocks = f"{self.name}·续", []
        names = {part.name for part in self.settled.parts}
        while name in names:
            name += "·续"
        self._begin(name, list(blocks))
        question = "编号从头开始，但没有附件标题，暂作为单独的一部分，请核对它是不是附件、是第几个附件"
        self.settled.questions.append(Question(clause=name, quote=block.text, question=question))

    def _begin(self, name: str, blocks: list[Block], already: int = 0) -> None:
        self.part = Part(name, blocks)
        self.settled.parts.append(self.part)
        self.walk.enter(name, already)
        self.note = 0

    def _ask(self, step: Step, block: Paragraph, question: str) -> None:
        self.settled.questions.append(Question(clause=step.path, quote=block.text, question=question))


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and text[-1] not in "。；：，;:,)）" and leading_number(text) is None
