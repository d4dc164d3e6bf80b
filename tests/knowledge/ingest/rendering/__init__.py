"""Renders a notice of ours as PDF, DOCX or HTML, as an office would publish it: files for the readers to read."""

from tests.knowledge.ingest.rendering.as_docx import render_docx
from tests.knowledge.ingest.rendering.as_html import render_html
from tests.knowledge.ingest.rendering.as_pdf import render_pdf

__all__ = ["render_docx", "render_html", "render_pdf"]
