"""Part the clauses that an extraction has run together in one paragraph (`…资格审核。（二）申报方式…`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.clause_path import Number, leading_number
from knowledge.ingest.document import Paragraph
from knowledge.ingest.structure.flow import Block

_SENTENCE_END = re.compile(r"(?<=[。；;])\s*")
_BRACKETS = {"（": 1, "(": 1, "《": 1, "“": 1, "）": -1, ")": -1, "》": -1, "”": -1}


def split_runs(blocks: list[Block]) -> list[Block]:
    """Begin a paragraph where, behind the end of a sentence, the very next number of the same style follows."""
    found: list[Block] = []
    for block in blocks:
        number = leading_number(block.text) if isinstance(block, Paragraph) else None
        if number is None or not isinstance(block, Paragraph):
            found.append(block)
            continue
        pieces = list(_pieces(block.text, number))
        found += [replace(block, text=piece, ended=True) for piece in pieces[:-1]]
        found.append(replace(block, text=pieces[-1]))
    return found


def _pieces(text: str, number: Number) -> Iterator[str]:
    begun = 0
    for end in _SENTENCE_END.finditer(text):
        following = leading_number(text[end.end() :])
        if following is None or (following.depth, following.value) != (number.depth, number.value + 1):
            continue
        if sum(_BRACKETS.get(sign, 0) for sign in text[begun : end.start()]) <= 0:
            yield text[begun : end.start()]
            begun, number = end.end(), following
    yield text[begun:]
