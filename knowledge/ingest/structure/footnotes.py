"""Footnotes: taken out of the running text, each defined below the part in which it is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.ingest.document import Document, Paragraph, Table
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.structure.flow import Block
from knowledge.ingest.structure.parts import Part
from knowledge.ingest.structure.spacing import repair

_MARK = re.compile(r"\[\^(\w+)\]")
_DEFINED = re.compile(r"\[\^(\w+)\][:：]?\s*(.+)")


@dataclass(frozen=True)
class Taken:
    """The running text, and the footnotes by mark."""

    blocks: list[Block]
    footnotes: dict[str, str]


def take_footnotes(document: Document) -> Taken:
    """Separate the paragraphs that are footnotes; one without a mark goes on with the footnote above it."""
    footnotes = {mark: repair(text) for mark, text in document.footnotes.items()}
    blocks: list[Block] = []
    last: str | None = None
    for block in document.blocks:
        if isinstance(block, Table) or block.role != "footnote":
            blocks.append(block)
        elif match := _DEFINED.fullmatch(block.text):
            last = match.group(1)
            footnotes.setdefault(last, repair(match.group(2)))
        elif last is not None:
            footnotes[last] += repair(block.text)
        else:
            blocks.append(Paragraph(block.text, block.page))
    return _renamed(blocks, footnotes)


def _renamed(blocks: list[Block], footnotes: dict[str, str]) -> Taken:
    """Give a mark that several pages use (`6`, `6_2`) the next free number instead."""
    free = max((int(mark) for mark in footnotes if mark.isdigit()), default=0)
    names: dict[str, str] = {}
    for mark in footnotes:
        if "_" in mark:
            free += 1
            names[mark] = str(free)
    renamed = {names.get(mark, mark): text for mark, text in footnotes.items()}
    return Taken([_with_names(block, names) for block in blocks], renamed)


def _with_names(block: Block, names: dict[str, str]) -> Block:
    def named(text: str) -> str:
        return _MARK.sub(lambda mark: f"[^{names.get(mark.group(1), mark.group(1))}]", text)

    if isinstance(block, Paragraph):
        return replace(block, text=named(block.text))
    return replace(block, rows=tuple(tuple(map(named, row)) for row in block.rows))


def placed(parts: list[Part], footnotes: dict[str, str]) -> tuple[dict[str, list[str]], list[Question]]:
    """The definitions to print below each part, and questions about marks and notes without a partner."""
    below: dict[str, list[str]] = {}
    marked: dict[str, str] = {}
    for part in parts:
        for mark in _MARK.findall("\n".join(map(_text, part.blocks))):
            marked.setdefault(mark, part.name)
    for mark, text in footnotes.items():
        below.setdefault(marked.get(mark, parts[-1].name), []).append(f"[^{mark}]: {text}")
    questions = [
        Question(clause=parts[-1].name, quote=text, question=f"正文里没有找到脚注{mark}的标记，它注的是哪里？")
        for mark, text in footnotes.items()
        if mark not in marked
    ]
    questions += [
        Question(clause=name, quote=f"[^{mark}]", question=f"没有找到脚注{mark}的内容，请对照原件补上")
        for mark, name in marked.items()
        if mark not in footnotes
    ]
    return below, questions


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else "\n".join(cell for row in block.rows for cell in row)
