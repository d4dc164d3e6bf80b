"""Open a DOCX package: its XML parts, within limits, and how its body refers to them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import etree

from knowledge.errors import IngestError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_UNPACKED = 200 * 1024 * 1024
MOST_PARTS = 10_000
_STRICT = (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/")
_STRICT_NAMES = (
    (b"openxmlformats.org/wordprocessingml/main", b"openxmlformats.org/wordprocessingml/2006/main"),
    (b"openxmlformats.org/officeDocument/relationships", b"openxmlformats.org/officeDocument/2006/relationships"),
    (b"openxmlformats.org/drawingml/main", b"openxmlformats.org/drawingml/2006/main"),
)
_MAIN = "word/document.xml"
Element = etree._Element


@dataclass(frozen=True)
class Package:
    """The parts that carry text; None where the file has none of the kind."""

    document: Element
    numbering: Element | None
    styles: Element | None
    footnotes: Element | None
    endnotes: Element | None
    settings: Element | None


def open_package(file: Path, data: bytes) -> Package:
    """Read the XML parts of a DOCX.

    Raises:
        IngestError: damaged, encrypted, or larger unpacked than is read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(file, archive)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, EOFError, NotImplementedError) as error:
        raise IngestError(f"{file}: a damaged DOCX ({error}); open it in Word and save it again") from error
    except RuntimeError as error:
        raise IngestError(f"{file}: an encrypted DOCX; save it without a password") from error


def _read(file: Path, archive: zipfile.ZipFile) -> Package:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise IngestError(f"{file}: unpacks to more than {MOST_UNPACKED >> 20} MB; this is no notice")
    main = _target(archive, "_rels/.rels", "officeDocument") or _MAIN
    folder = PurePosixPath(main).parent
    relations = str(folder / "_rels" / f"{PurePosixPath(main).name}.rels")

    def part(kind: str) -> Element | None:
        name = _target(archive, relations, kind)
        return _parse(archive, str(folder / name) if not name.startswith("word/") else name) if name else None

    kinds = ("numbering", "styles", "footnotes", "endnotes", "settings")
    return Package(_parse(archive, main), *(part(kind) for kind in kinds))


def _target(archive: zipfile.ZipFile, relations: str, kind: str) -> str | None:
    if relations not in archive.namelist():
        return None
    for relation in _parse(archive, relations):
        if relation.get("Type", "").endswith(f"/{kind}"):
            return relation.get("Target", "").lstrip("/")
    return None


def _parse(archive: zipfile.ZipFile, name: str) -> Element:
    """Parse a part without entities or network; a part may not be larger than its directory entry says."""
    with archive.open(name) as stream:
        data = stream.read(MOST_UNPACKED + 1)
    if len(data) > MOST_UNPACKED:
        raise zipfile.BadZipFile(f"{name} is larger than {MOST_UNPACKED >> 20} MB")
    data = data.replace(*_STRICT)
    for strict, usual in _STRICT_NAMES:
        data = data.replace(strict, usual)
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def value(parent: Element | None, *path: str, attribute: str = "val") -> str | None:
    """The attribute of the element under `path` below `parent`, or None."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(W + name)
    return parent.get(W + attribute) if parent is not None else None


def switched_on(parent: Element | None, *path: str) -> bool:
    """Whether an on/off property stands there and is not switched off."""
    for name in path:
        if parent is None:
            return False
        parent = parent.find(W + name)
    return parent is not None and parent.get(W + "val", "true") not in ("0", "false", "off")
