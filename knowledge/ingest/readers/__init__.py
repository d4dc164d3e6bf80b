"""Readers: a file in any of the known formats becomes a `Document`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from knowledge.errors import IngestError
from knowledge.ingest.document import Document
from knowledge.ingest.readers.docx import read_docx
from knowledge.ingest.readers.html import read_html
from knowledge.ingest.readers.pdf import read_pdf
from knowledge.ingest.readers.recognition import Format, read_bytes, recognise
from knowledge.ingest.readers.text import read_text

_READERS: dict[Format, Callable[[Path, bytes], Document]] = {
    "pdf": read_pdf,
    "docx": read_docx,
    "html": read_html,
    "text": read_text,
}


def read_document(file: Path) -> Document:
    """Read a PDF, DOCX, HTML or text file, recognised by its content.

    Raises:
        IngestError: missing, empty, damaged, encrypted, too large, a scan, or of another format; names the file.
    """
    data = read_bytes(file)
    document = _READERS[recognise(file, data)](file, data)
    if not document.blocks:
        raise IngestError(f"{file}: holds no text that a reader sees")
    return document
