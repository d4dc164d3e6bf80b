"""Blocks whose footnotes are only typography: definitions taken out, marks named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.ingest.document import Paragraph, Table
from knowledge.ingest.readers.notes import Definition, Footnotes, lowered, marks_in, opening

Block = Paragraph | Table


def with_typed_footnotes(blocks: Sequence[Block]) -> tuple[list[Block], dict[str, str]]:
    """Take out the paragraphs that open with a raised mark which a text above holds; name the marks after them."""
    used: set[str] = set()
    kept: list[tuple[int, Block]] = []
    definitions: list[Definition] = []
    for i, block in enumerate(blocks):
        opened = opening(block.text) if isinstance(block, Paragraph) else None
        if opened and opened[0] in used:
            definitions.append(Definition(i, *opened))
        else:
            kept.append((i, block))
            used.update(marks_in(_text_of(block)))
    kept = _continued(definitions, kept)
    notes = Footnotes(definitions)
    return [_resolved(block, i, notes) for i, block in kept], notes.texts


def _continued(definitions: list[Definition], kept: list[tuple[int, Block]]) -> list[tuple[int, Block]]:
    """A paragraph between two footnotes that follow one another by number belongs to the first of them."""
    places = {one.position: i for i, one in enumerate(definitions)}
    rest = []
    for i, block in kept:
        before, after = places.get(i - 1), places.get(i + 1)
        if isinstance(block, Paragraph) and before is not None and after is not None:
            first, second = definitions[before], definitions[after]
            if first.mark.isdigit() and second.mark == str(int(first.mark) + 1):
                definitions[before] = replace(first, text=first.text + lowered(block.text))
                continue
        rest.append((i, block))
    return rest


def _text_of(block: Block) -> str:
    return (
        block.text if isinstance(block, Paragraph) else "".join(f" {cell}" for row in block.rows for cell in row)
    )


def _resolved(block: Block, position: int, notes: Footnotes) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=notes.resolve(block.text, position))
    return replace(block, rows=tuple(tuple(notes.resolve(cell, position) for cell in row) for row in block.rows))
