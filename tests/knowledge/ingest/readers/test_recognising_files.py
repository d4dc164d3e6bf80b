"""A file is known by its content; what cannot be read is refused by name, with what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from knowledge.errors import IngestError
from knowledge.ingest.readers import pdf, read_document, recognition
from knowledge.library import ROOT
from tests.knowledge.ingest.rendering import render_docx, render_html, render_pdf

NOTICE = ROOT / "notices" / "shhrss-2026-ai-promoter" / "notice.md"


def archive(name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(name, "<xml/>")
    return packed.getvalue()


@pytest.mark.parametrize(("render", "format"), [(render_pdf, "pdf"), (render_docx, "docx"), (render_html, "html")])
def test_the_suffix_does_not_count(tmp_path: Path, render: Callable[[Path, Path], None], format: str) -> None:
    render(NOTICE, tmp_path / "a")
    wrongly_named = (tmp_path / "a").rename(tmp_path / "通知.txt")
    assert read_document(wrongly_named).format == format


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\n ", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Office file; save it as DOCX"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "an encrypted Office file",
        ),
        (b"{\\rtf1 abc}", "an RTF file"),
        (archive("xl/workbook.xml"), "an Office file other than DOCX"),
        (b"PK\x03\x04 broken", "a damaged DOCX or archive"),
        (bytes(range(256)) * 4, "neither PDF, DOCX, HTML nor text"),
        (b"%PDF-1.7\nnothing follows", "a damaged PDF"),
        (b"<html><body><script>var a;</script><p> </p></body></html>", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "2026年通知.pdf"
    file.write_bytes(content)
    with pytest.raises(IngestError) as refused:
        read_document(file)
    assert str(file) in str(refused.value)
    assert reason in str(refused.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"没有\.pdf: no such file"):
        read_document(tmp_path / "没有.pdf")


def test_a_file_beyond_the_limit_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "LARGEST", 1024)
    (tmp_path / "a.txt").write_text("字" * 1000, encoding="utf-8")
    with pytest.raises(IngestError, match=r"a\.txt: .*more than"):
        read_document(tmp_path / "a.txt")


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "密.pdf"), encrypt=StandardEncryption("geheim"))
    canvas.drawString(100, 700, "fees and dates of the examination")
    canvas.save()
    with pytest.raises(IngestError, match=r"密\.pdf: an encrypted PDF"):
        read_document(tmp_path / "密.pdf")


def test_a_scan_is_refused(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "扫描.pdf"))
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.save()
    with pytest.raises(IngestError, match=r"扫描\.pdf: no text layer"):
        read_document(tmp_path / "扫描.pdf")


def test_half_a_pdf_is_damaged(tmp_path: Path) -> None:
    render_pdf(NOTICE, tmp_path / "a.pdf")
    whole = (tmp_path / "a.pdf").read_bytes()
    (tmp_path / "半.pdf").write_bytes(whole[:600])
    with pytest.raises(IngestError, match=r"半\.pdf: a damaged PDF"):
        read_document(tmp_path / "半.pdf")


def test_a_book_is_no_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    render_pdf(NOTICE, tmp_path / "a.pdf")
    with pytest.raises(IngestError, match=r"a\.pdf: \d pages, more than 2"):
        read_document(tmp_path / "a.pdf")
