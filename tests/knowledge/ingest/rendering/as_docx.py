"""A notice as a Word file: automatic numbers, real footnotes, merged cells, page numbers in the footer."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from tests.knowledge.ingest.rendering.numbering import Lists
from tests.knowledge.ingest.rendering.script import MARK, Grid, Script, Text, is_annex, read_script

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_PAGE = f'<w:fldSimple xmlns:w="{W}" w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def render_docx(notice_md: Path, out: Path) -> None:
    """Write the notice as a Word file: the clauses' numbers are automatic, so the text alone does not hold them."""
    script = read_script(notice_md)
    word = Document()
    lists = Lists(word.part.numbering_part.element)
    footer = word.sections[0].footer.paragraphs[0]
    footer.add_run("— ")
    footer._p.append(parse_xml(_PAGE))
    footer.add_run(" —")
    for block in script.blocks:
        if isinstance(block, Grid):
            _table(word, block)
        else:
            _paragraph(word, block, lists)
    if script.footnotes:
        _footnotes(word, script)
    word.save(str(out))


def _paragraph(word: WordDocument, block: Text, lists: Lists) -> None:
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(28)
    if block.part in ("标题", "文号"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if is_annex(block.part) and block.first:
        paragraph.paragraph_format.page_break_before = True
        lists.close()
    text = block.text
    if block.depth is not None:
        lists.number(paragraph, block.depth, block.number)
        text = text.removeprefix(block.number)
    _runs(paragraph, text)


def _runs(paragraph: WordParagraph, text: str) -> None:
    """The text in several runs, as Word cuts it wherever somebody edited, footnotes as references."""
    for i, piece in enumerate(MARK.split(text)):
        if i % 2:
            run = paragraph.add_run()
            run.font.superscript = True
            run._r.append(parse_xml(f'<w:footnoteReference xmlns:w="{W}" w:id="{piece}"/>'))
        else:
            for part in re.split(r"(\d+)", piece):
                paragraph.add_run(part)


def _table(word: WordDocument, grid: Grid) -> None:
    table: WordTable = word.add_table(len(grid.rows), len(grid.rows[0]), style="Table Grid")
    cells = [row.cells for row in table.rows]
    for r, c, height, width in grid.spans():
        cell = cells[r][c]
        if height > 1 or width > 1:
            cell = cell.merge(cells[r + height - 1][c + width - 1])
        cell.text = grid.rows[r][c]
    for row in table.rows[: grid.header]:
        row._tr.get_or_add_trPr().append(parse_xml(f'<w:tblHeader xmlns:w="{W}"/>'))


def _footnotes(word: WordDocument, script: Script) -> None:
    notes = "".join(
        f'<w:footnote w:id="{mark}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for mark, text in script.footnotes.items()
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    xml = f'<w:footnotes xmlns:w="{W}">{separator}{notes}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, xml.encode(), word.part.package)
    word.part.relate_to(part, _FOOTNOTES)
    start = next(iter(script.footnotes))
    properties = parse_xml(f'<w:footnotePr xmlns:w="{W}"><w:numStart w:val="{start}"/></w:footnotePr>')
    word.sections[0]._sectPr.insert(0, properties)
