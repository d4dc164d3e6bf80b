"""Which format a file really has, whatever it is called."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Literal

from knowledge.errors import IngestError

LARGEST = 50 * 1024 * 1024
Format = Literal["pdf", "docx", "html", "text"]
_HEAD = 1024
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"{\\rtf": "an RTF file",
    b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"\x1f\x8b": "an archive",
    b"MIME-Version:": "a web archive",
}
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|div|p|table|tr|td|span|br|h[1-6]|article|section|ul|ol|li)\b[^<>]*>",
    re.IGNORECASE,
)
_FEW_TAGS = 3


def read_bytes(file: Path) -> bytes:
    """The file's content.

    Raises:
        IngestError: missing, no file, empty, or larger than 50 MB.
    """
    if not file.is_file():
        raise IngestError(f"{file}: no such file; name a PDF, DOCX, HTML or text file")
    size = file.stat().st_size
    if size > LARGEST:
        raise IngestError(f"{file}: {size >> 20} MB, more than {LARGEST >> 20} MB; this is no notice")
    data = file.read_bytes()
    if not data.strip():
        raise IngestError(f"{file}: the file is empty")
    return data


def recognise(file: Path, data: bytes) -> Format:
    """The format by content; text where nothing speaks for another.

    Raises:
        IngestError: a format that is not read: pictures, archives, old or encrypted Office files.
    """
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    if data.startswith(_ZIP):
        return _in_archive(file, data)
    if data.startswith(_OLE):
        kind = (
            "an encrypted Office file; save it without a password"
            if _ENCRYPTED in data
            else "an old Office file; save it as DOCX"
        )
        raise IngestError(f"{file}: {kind}")
    for start, name in _OTHERS.items():
        if data.startswith(start):
            raise IngestError(f"{file}: {name}, which is not read; convert it to PDF, DOCX, HTML or text")
    return "html" if _is_html(data) else "text"


def _in_archive(file: Path, data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        raise IngestError(
            f"{file}: a damaged DOCX or archive ({error}); open it in Word and save it again"
        ) from error
    if any(name.startswith("word/") for name in names):
        return "docx"
    raise IngestError(
        f"{file}: an archive or an Office file other than DOCX, which is not read; save it as DOCX or PDF"
    )


def _is_html(data: bytes) -> bool:
    plain = data.replace(b"\x00", b"")
    start = plain[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html")) or len(_TAG.findall(plain)) >= _FEW_TAGS
