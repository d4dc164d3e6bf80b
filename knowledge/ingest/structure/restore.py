"""From a document to a notice in the project's form, with a question wherever something was not certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import yaml

from knowledge.errors import IngestError
from knowledge.ingest.document import Document, Paragraph, Table
from knowledge.ingest.drafts.models import DraftNotice, Question
from knowledge.ingest.structure.clauses import settle
from knowledge.ingest.structure.decimals import with_decimal_parts
from knowledge.ingest.structure.flow import Block, join_cut
from knowledge.ingest.structure.footnotes import placed, take_footnotes
from knowledge.ingest.structure.front import make_front
from knowledge.ingest.structure.grids import header_rows, merged, pipe_table, with_groups
from knowledge.ingest.structure.head import Head, find_head
from knowledge.ingest.structure.issuer import issuer_names
from knowledge.ingest.structure.order import in_order
from knowledge.ingest.structure.parts import Part, divide
from knowledge.ingest.structure.runs import split_runs
from knowledge.ingest.structure.spacing import repair
from knowledge.ingest.structure.tail import split_signatures, without_footer
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import FrontMatter, Notice
from knowledge.notice_format import parse_notice

_PAGE_NUMBER = re.compile(
    r"[-—–－·•]+\s*\d{1,3}\s*[-—–－·•]+|第\d{1,3}页(?:[，,/／]?共\d{1,3}页)?|\d{1,3}\s*/\s*\d{1,3}"
)


@dataclass(frozen=True)
class Restored:
    """A notice read from a file.

    `front` is the contract's draft of what it says of itself, `text` the whole `notice.md`, `notice` the same
    parsed, `questions` what a person has to decide.
    """

    front: DraftNotice
    text: str
    notice: Notice
    questions: tuple[Question, ...]


def restore(document: Document, lexicon: Lexicon, known: Sequence[FrontMatter] = ()) -> Restored:
    """Restore title, parts, clauses and tables. `known` are the notices that there are already.

    Raises:
        IngestError: the document holds no text, or no year is to be found.
    """
    lines = document.format in ("text", "pdf")
    taken = take_footnotes(document)
    blocks = split_runs(split_signatures(_repaired(taken.blocks)))
    asked = [_ask("标题", "", problem) for problem in document.problems]
    head = _head(blocks, asked)
    ordered = in_order(merged(without_footer(blocks[head.end :])), lines)
    body = join_cut(merged(ordered.blocks), lines)
    if document.format == "text":
        body = [with_groups(block) if isinstance(block, Table) else block for block in body]
    divided = divide(body, frozenset(issuer_names(head)))
    settled = settle(with_decimal_parts(divided.parts))
    front = make_front(head, divided.parts, lexicon, known)
    parts = [*_head_parts(head), *settled.parts]
    below, strays = placed(parts, taken.footnotes)
    text = _front_matter(front.matter) + _written(parts, below)
    asked += [*front.questions, *ordered.questions, *divided.questions, *settled.questions, *strays]
    asked += _about_tables(settled.parts)
    return Restored(front.draft, text, parse_notice(text, front.matter.id), tuple(asked))


def _ask(clause: str, quote: str, question: str) -> Question:
    return Question(clause=clause, quote=quote, question=question)


def _repaired(blocks: list[Block]) -> list[Block]:
    """Paragraphs without odd blanks; empty ones and page numbers left out, a framed paragraph as one."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and [len(row) for row in block.rows] == [1]:
            block = Paragraph(block.rows[0][0], block.page)
        if isinstance(block, Table):
            found.append(block)
        elif (text := repair(block.text)) and not _PAGE_NUMBER.fullmatch(text):
            found.append(replace(block, text=text))
    return found


def _head(blocks: list[Block], asked: list[Question]) -> Head:
    """The head; where no title is found, the first line stands for it."""
    head = find_head(blocks)
    if not head.title:
        first = next((i for i, block in enumerate(blocks) if isinstance(block, Paragraph)), None)
        if first is None:
            raise IngestError("the file holds no text")
        head = Head(_block(blocks[first]), (), None, first + 1)
        asked.append(_ask("标题", head.title, "没有找到标题，暂以第一行代替，请补上"))
    asked += [_ask("标题", line, "标题前的这段文字没有收进通知，请看是否需要") for line in head.dropped]
    return head


def _head_parts(head: Head) -> list[Part]:
    parts = [Part("标题", [Paragraph(head.title)])]
    if head.letterhead:
        parts.append(Part("文号", [Paragraph(line) for line in head.letterhead]))
    return parts


def _front_matter(front: FrontMatter) -> str:
    fields = front.model_dump().items()
    lines = (yaml.safe_dump({name: value}, allow_unicode=True, width=10_000) for name, value in fields)
    return f"---\n{''.join(lines)}---\n"


def _written(parts: list[Part], below: dict[str, list[str]]) -> str:
    """The body of a `notice.md`."""
    lines: list[str] = []
    for part in parts:
        lines += [f"## {part.name}", *map(_block, part.blocks), *below.get(part.name, [])]
    return "".join(f"\n{line}\n" for line in lines)


def _block(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else "\n".join(pipe_table(block))


def _about_tables(parts: list[Part]) -> list[Question]:
    """Ask about each table whose columns have no headings."""
    return [
        _ask(part.name, " ".join(block.rows[0]), "这张表没有找到表头，请核对各列的含义")
        for part in parts
        for block in part.blocks
        if isinstance(block, Table) and header_rows(block) == 0
    ]
