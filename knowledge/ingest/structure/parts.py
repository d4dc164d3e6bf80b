"""Divide a notice into its parts: text, list of annexes, signature, annexes."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from knowledge.clause_path import BODY, leading_number
from knowledge.ingest.document import Paragraph
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.structure.flow import Block
from knowledge.ingest.structure.spacing import repair_heading
from knowledge.ingest.structure.tail import Signature, find_signature
from knowledge.ingest.structure.wording import annex_of, is_office, signed_day

LIST, SIGNATURE = "附件清单", "落款"
_ENTRY = re.compile(r"(\d{1,2})[.．、]\s*(.+)")
_LONGEST_TITLE = 60


@dataclass
class Part:
    """A part under construction."""

    name: str
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True)
class Divided:
    """The parts in the order in which they are printed, and what a person should look at."""

    parts: list[Part]
    questions: list[Question]


def divide(blocks: list[Block], known: frozenset[str]) -> Divided:
    """Find the annexes, their list and the signature; `known` are names under which the issuer signs."""
    marks = {place: annex for place, block in enumerate(blocks) if (annex := _annex(block))}
    listed = _list(blocks, marks)
    starts = _starts(marks, listed)
    first = min(starts, default=len(blocks))
    signature = find_signature(blocks[:first], frozenset(listed), known)
    parts = _main(blocks[:first], listed, signature)
    bounds = [*sorted(starts), len(blocks)]
    for start, end in itertools.pairwise(bounds):
        parts.append(Part(starts[start], blocks[start:end]))
    _sign_at_the_end(parts, known)
    titles = _titles(blocks, listed)
    for part in parts:
        _close_title(part, titles)
    return Divided([part for part in parts if part.blocks], _missing(starts, titles))


def _annex(block: Block) -> tuple[str, str] | None:
    return annex_of(block.text) if isinstance(block, Paragraph) else None


def _list(blocks: list[Block], marks: dict[int, tuple[str, str]]) -> list[int]:
    """The places of the first run of annex names, if it is a list of annexes and not an annex itself."""
    if not marks:
        return []
    first = min(marks)
    run = _run(blocks, marks, first)
    later = [place for place in marks if place > run[-1]]
    rest = blocks[run[-1] + 1 :]
    if len(run) > 1 or not rest or any(marks[place][0] in _numbers(marks[first]) for place in later):
        return run
    titled = marks[first][1] != ""
    return run if titled and _only_signs(rest[0]) else []


def _numbers(annex: tuple[str, str]) -> set[str]:
    """Under which numbers the annex that an entry names may come again: `附件：1.…` as 附件1."""
    entry = _ENTRY.fullmatch(annex[1])
    return {annex[0], entry.group(1)} if entry else {annex[0]}


def _run(blocks: list[Block], marks: dict[int, tuple[str, str]], first: int) -> list[int]:
    """The entries that follow one another: `附件1：…` `附件2：…`, or `附件：1.…` `2.…`."""
    run, place = [first], first + 1
    numbers = {marks[first][0]}
    while place < len(blocks):
        annex = marks.get(place)
        if annex is not None and (annex[0] in numbers or not annex[0] or "" in numbers):
            break
        if annex is None and not _is_entry(blocks[place], marks[first]):
            break
        numbers |= {annex[0]} if annex else set()
        run.append(place)
        place += 1
    return run


def _is_entry(block: Block, first: tuple[str, str]) -> bool:
    """A further entry of a list that begins `附件：1.…`, or `附件：` alone."""
    number, title = first
    entry = _ENTRY.fullmatch(block.text) if isinstance(block, Paragraph) else None
    begun = not number and (not title or _ENTRY.fullmatch(title) is not None)
    return (
        begun and entry is not None and len(entry.group(2)) <= _LONGEST_TITLE and entry.group(2)[-1] not in "。：:"
    )


def _only_signs(block: Block) -> bool:
    return isinstance(block, Paragraph) and (is_office(block.text) or signed_day(block.text) is not None)


def _starts(marks: dict[int, tuple[str, str]], listed: list[int]) -> dict[int, str]:
    """Where each annex begins and what its part is called; a name that comes again is a running head."""
    starts: dict[int, str] = {}
    for place, (number, _) in marks.items():
        name = f"附件{number}"
        if place not in listed and name not in starts.values():
            starts[place] = name
    return starts


def _main(blocks: list[Block], listed: list[int], signature: Signature | None) -> list[Part]:
    """Text, list of annexes and signature, the latter two in the order in which they are printed."""
    signed = signature.places if signature else ()
    body = Part(BODY, [block for i, block in enumerate(blocks) if i not in listed and i not in signed])
    rest = [(listed[0], Part(LIST, [blocks[i] for i in listed]))] if listed else []
    if signature:
        rest.append((signed[0], Part(SIGNATURE, list(signature.blocks))))
    return [body, *(part for _, part in sorted(rest, key=lambda pair: pair[0]))]


def _sign_at_the_end(parts: list[Part], known: frozenset[str]) -> None:
    """A signature below the last annex is the notice's; the printing office's line joins the signature above."""
    last = parts[-1]
    if not last.name.startswith("附件") or last.name == LIST:
        return
    above = next((part for part in parts if part.name == SIGNATURE), None)
    signature = find_signature(last.blocks, frozenset(), known)
    if above is None and signature is None:
        _sign_within(parts, known)
        return
    printed = signature and any(block.text.endswith("印发") for block in signature.blocks)
    if signature is None or (above and not printed):
        return
    last.blocks = [block for i, block in enumerate(last.blocks) if i not in signature.places]
    if above:
        above.blocks += signature.blocks
    else:
        parts.append(Part(SIGNATURE, list(signature.blocks)))


def _sign_within(parts: list[Part], known: frozenset[str]) -> None:
    """A signature between two annexes: only the issuer's own name above a day is taken for one there."""
    for part in parts:
        signature = find_signature(part.blocks, frozenset(), known) if part.name.startswith("附件") else None
        if signature and len(signature.blocks) > 1 and signature.blocks[0].text in known:
            part.blocks = [block for i, block in enumerate(part.blocks) if i not in signature.places]
            parts.append(Part(SIGNATURE, list(signature.blocks)))
            return


def _titles(blocks: list[Block], listed: list[int]) -> dict[str, str]:
    """The listed annexes by the name of their part."""
    titles: dict[str, str] = {}
    for place in listed:
        block = blocks[place]
        assert isinstance(block, Paragraph)
        number, title = annex_of(block.text) or ("", block.text)
        if entry := _ENTRY.fullmatch(title):
            number, title = entry.groups()
        if title:
            titles[f"附件{number}"] = repair_heading(title)
    return titles


def _close_title(part: Part, titles: dict[str, str]) -> None:
    """Join the lines of an annex's title where together they are the title in the list; close its blanks."""
    if not part.name.startswith("附件") or part.name == LIST:
        return
    begin = 0 if (_annex(part.blocks[0]) or ("", ""))[1] else 1
    for place in range(min(begin + 2, len(part.blocks))):
        block = part.blocks[place]
        if (
            isinstance(block, Paragraph)
            and leading_number(block.text) is None
            and block.text[-1] not in "。；：，"
        ):
            part.blocks[place] = _with_text(block, repair_heading(block.text))
    wanted = re.sub(r"\s", "", titles.get(part.name, ""))
    for end in range(begin + 2, min(begin + 4, len(part.blocks)) + 1):
        lines = [block.text for block in part.blocks[begin:end] if isinstance(block, Paragraph)]
        if len(lines) == end - begin and wanted and re.sub(r"\s", "", "".join(lines)) == wanted:
            part.blocks[begin:end] = [Paragraph("".join(lines), part.blocks[begin].page)]
            return


def _with_text(block: Paragraph, text: str) -> Paragraph:
    return Paragraph(text, block.page, block.role, block.ended)


def _missing(starts: dict[int, str], titles: dict[str, str]) -> list[Question]:
    """Ask for each annex that the list names and the file does not hold."""
    held = set(starts.values())
    return [
        Question(clause=LIST, quote=title, question=f"{name}列在附件清单中，但文件里没有找到它的正文，是否缺页？")
        for name, title in titles.items()
        if name not in held
    ]
