"""Word files (DOCX), read from the package's XML: what Word shows, automatic numbers and footnotes included."""

from __future__ import annotations

from pathlib import Path

from knowledge.errors import IngestError
from knowledge.ingest.document import Document
from knowledge.ingest.readers.blocks import with_typed_footnotes
from knowledge.ingest.readers.spacing import collapse
from knowledge.ingest.readers.word.body import Body
from knowledge.ingest.readers.word.notes import NoteNumbers
from knowledge.ingest.readers.word.numbering import Numbering
from knowledge.ingest.readers.word.package import Element, Package, W, open_package
from knowledge.ingest.readers.word.runs import Reading
from knowledge.ingest.readers.word.styles import Styles

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(file: Path, data: bytes) -> Document:
    """Read a DOCX: headers, footers, deletions and hidden text left out, text boxes kept.

    Raises:
        IngestError: damaged, encrypted, or larger unpacked than is read.
    """
    package = open_package(file, data)
    try:
        return _read(package)
    except ValueError as error:
        raise IngestError(f"{file}: a damaged DOCX ({error}); open it in Word and save it again") from error


def _read(package: Package) -> Document:
    styles = Styles(package.styles)
    sections = list(package.document.iter(W + "sectPr"))
    reading = Reading(styles, NoteNumbers(package.settings, sections))
    body = Body(Numbering(package.numbering, styles), reading)
    blocks = [block for part in package.document.findall(W + "body") for block in body.blocks(part)]
    blocks, typed = with_typed_footnotes(blocks)
    notes = _notes(package, reading.notes, body)
    return Document("docx", tuple(blocks), notes | typed, tuple(reading.problems))


def _notes(package: Package, numbers: NoteNumbers, body: Body) -> dict[str, str]:
    """The footnotes that the text refers to, by the number shown."""
    texts = {("", key): text for key, text in _texts(package.footnotes, body)}
    texts |= {("尾", key): text for key, text in _texts(package.endnotes, body)}
    return {name: texts.get(key, "") for key, name in numbers.names.items()}


def _texts(part: Element | None, body: Body) -> list[tuple[str, str]]:
    notes = part if part is not None else []
    wanted = (note for note in notes if note.get(W + "type") not in _SEPARATORS)
    return [(note.get(W + "id", ""), collapse(body.cell_text(note))) for note in wanted]
