"""Bytes to text: byte order marks, the declared encoding, UTF-8, GB 18030, UTF-16."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from knowledge.errors import IngestError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb18030": "gb18030", "big5": "big5"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 4096
_LOST, _MOST_LOST = "\ufffd", 0.001


def decode(file: Path, data: bytes) -> str:
    """Return the text of a text file; single damaged characters of a UTF-8 file become U+FFFD.

    Raises:
        IngestError: no encoding fits; the file is binary or damaged.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return text
    text = data.decode("utf-8", errors="replace")
    if text.count(_LOST) <= _MOST_LOST * len(text) and not _CONTROL.search(text):
        return text
    raise IngestError(
        f"{file}: neither PDF, DOCX, HTML nor text (UTF-8, GB 18030, UTF-16); convert it to one of them"
    )


def _candidates(data: bytes) -> list[str]:
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    if marked:
        return marked
    head = data[:_HEAD]
    little = head[1::2].count(0) > head[::2].count(0)
    wide = ["utf-16-le" if little else "utf-16-be"] if 0 in head else []
    declared = [_CHINESE.get(match.group(1).decode().lower()) for match in _DECLARED.finditer(head)]
    return [*wide, "utf-8", *(one for one in declared if one), "gb18030"]
