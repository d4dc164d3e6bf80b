"""Word files: numbers that nobody typed, what reviewers struck out, footnotes, tables in tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as new_word_file
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph as WordParagraph

from knowledge.errors import IngestError
from knowledge.ingest.document import Document
from knowledge.ingest.readers import read_document
from knowledge.ingest.readers.word import package
from tests.knowledge.ingest.readers.conftest import grids, texts
from tests.knowledge.ingest.rendering import render_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Save = Callable[[WordFile], Document]

LEVELS = (
    ("chineseCountingThousand", "%1、", ""),
    ("chineseCounting", "（%2）", ""),
    ("decimal", "%3.", ""),
    ("decimal", "（%4）", ""),
)


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Save the Word file and read it."""

    def saved(word: WordFile) -> Document:
        word.save(str(tmp_path / "通知.docx"))
        return read_document(tmp_path / "通知.docx")

    return saved


def with_list(
    word: WordFile, levels: tuple[tuple[str, str, str], ...], overrides: str = "", number: int = 77
) -> None:
    """Define a list of several levels: format, pattern and further properties of each."""
    numbering = word.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
        for i, (style, pattern, more) in enumerate(levels)
    )
    if number == 77:
        numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="770">{inner}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="770"/>{overrides}</w:num>'))


def item(word: WordFile, text: str, level: int, number: int = 77) -> WordParagraph:
    paragraph = word.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number
    return paragraph


def test_numbers_run_through_the_levels_and_begin_anew_below_each(save: Save) -> None:
    word = new_word_file()
    with_list(word, LEVELS)
    for text, level in (
        ("总则", 0),
        ("范围", 1),
        ("条件", 1),
        ("年满16周岁", 2),
        ("取得证书", 2),
        ("五级", 3),
        ("收费", 0),
        ("标准", 1),
        ("2026年执行", 2),
    ):
        item(word, text, level)
    assert texts(save(word)) == [
        "一、总则", "（一）范围", "（二）条件", "1.年满16周岁", "2.取得证书", "（1）五级", "二、收费", "（一）标准", "1. 2026年执行",
    ]  # fmt: skip


def test_a_list_used_anew_starts_where_it_says(save: Save) -> None:
    word = new_word_file()
    with_list(word, LEVELS)
    with_list(word, LEVELS, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>', number=78)
    item(word, "甲", 0)
    item(word, "乙", 0)
    item(word, "丙", 0, number=78)
    item(word, "丁", 0, number=78)
    assert texts(save(word)) == ["一、甲", "二、乙", "五、丙", "六、丁"]


def test_two_uses_of_one_list_without_a_start_count_on(save: Save) -> None:
    word = new_word_file()
    with_list(word, LEVELS)
    with_list(word, LEVELS, number=78)
    item(word, "甲", 0)
    item(word, "乙", 0, number=78)
    assert texts(save(word)) == ["一、甲", "二、乙"]


def test_a_level_that_never_restarts_counts_through(save: Save) -> None:
    word = new_word_file()
    with_list(word, (("chineseCounting", "第%1章", ""), ("decimal", "第%2条", '<w:lvlRestart w:val="0"/>')))
    for text, level in (("总则", 0), ("依据", 1), ("费用", 0), ("标准", 1)):
        item(word, text, level)
    assert texts(save(word)) == ["第一章总则", "第1条依据", "第二章费用", "第2条标准"]


@pytest.mark.parametrize(
    ("style", "third"),
    [
        ("decimalEnclosedCircle", "③"),
        ("upperLetter", "C"),
        ("lowerRoman", "iii"),
        ("chineseLegalSimplified", "叁"),
        ("ideographTraditional", "丙"),
        ("decimalFullWidth", "３"),
        ("decimalZero", "03"),
    ],
)
def test_every_style_of_counting_is_printed(save: Save, style: str, third: str) -> None:
    word = new_word_file()
    with_list(word, ((style, "%1、", ""),))
    for text in ("甲项", "乙项", "丙项"):
        item(word, text, 0)
    assert texts(save(word))[2] == f"{third}、丙项"


def test_beyond_ten_chinese_numbers_go_on(save: Save) -> None:
    word = new_word_file()
    with_list(word, LEVELS)
    for _ in range(21):
        item(word, "项", 0)
    read = texts(save(word))
    assert (read[9], read[10], read[19], read[20]) == ("十、项", "十一、项", "二十、项", "二十一、项")


def test_a_style_brings_its_number_and_a_paragraph_can_refuse_it(save: Save) -> None:
    word = new_word_file()
    with_list(word, LEVELS)
    style = word.styles["Heading 1"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="77"/></w:numPr>'))
    word.add_paragraph("申报条件", style="Heading 1")
    refusing = word.add_paragraph("附则", style="Heading 1")
    refusing._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    document = save(word)
    assert texts(document) == ["一、申报条件", "附则"]
    assert [block.role for block in document.blocks] == ["heading", "heading"]  # type: ignore[union-attr]


def test_bullets_are_not_text(save: Save) -> None:
    word = new_word_file()
    with_list(word, (("bullet", "\uf0b7", ""),))
    item(word, "身份证", 0)
    assert texts(save(word)) == ["身份证"]


def test_struck_out_and_hidden_words_are_left_out_and_inserted_ones_kept(save: Save) -> None:
    word = new_word_file()
    paragraph = word.add_paragraph("收费标准为")
    paragraph._p.append(parse_xml(f'<w:del {W} w:id="1"><w:r><w:delText>300元</w:delText></w:r></w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins {W} w:id="2"><w:r><w:t>400元</w:t></w:r></w:ins>'))
    paragraph.add_run("（内部）").font.hidden = True
    paragraph.add_run("。")
    assert texts(save(word)) == ["收费标准为400元。"]


def test_crossed_out_words_are_left_out_and_reported(save: Save) -> None:
    word = new_word_file()
    paragraph = word.add_paragraph("补考费")
    paragraph.add_run("100元").font.strike = True
    paragraph.add_run("150元")
    document = save(word)
    assert texts(document) == ["补考费150元"]
    assert "100元" in document.problems[0]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(save: Save) -> None:
    word = new_word_file()
    first = word.add_paragraph("咨询电话：")
    first._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {W}><w:del w:id="3"/></w:rPr>'))
    word.add_paragraph("021-62037717")
    assert texts(save(word)) == ["咨询电话：021-62037717"]


def test_a_line_break_parts_paragraphs_and_a_tab_is_a_space(save: Save) -> None:
    word = new_word_file()
    word.add_paragraph("上午9:00-11:30\n下午13:00-17:30")
    word.add_paragraph("联系人\t张老师")
    assert texts(save(word)) == ["上午9:00-11:30", "下午13:00-17:30", "联系人 张老师"]


def test_links_content_controls_and_text_boxes_are_text(save: Save) -> None:
    word = new_word_file()
    paragraph = word.add_paragraph("网址：")
    paragraph._p.append(parse_xml(f"<w:hyperlink {W}><w:r><w:t>www.osta.org.cn</w:t></w:r></w:hyperlink>"))
    box = f"<w:r {W}><w:pict><w:txbxContent><w:p><w:r><w:t>特急</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    paragraph._p.append(parse_xml(box))
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>2026年3月1日</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    paragraph._p.addnext(parse_xml(control))
    assert texts(save(word)) == ["网址：www.osta.org.cn", "特急", "2026年3月1日"]


def test_headers_and_footers_are_no_text(save: Save) -> None:
    word = new_word_file()
    word.sections[0].header.paragraphs[0].text = "内部资料"
    word.sections[0].footer.paragraphs[0].text = "第1页"
    word.add_paragraph("正文。")
    assert texts(save(word)) == ["正文。"]


def test_footnotes_without_a_start_of_their_own_count_from_one(tmp_path: Path) -> None:
    notice = tmp_path / "notice.md"
    notice.write_text(
        "---\ntitle: 甲\n---\n## 正文\n\n条件[^1]与职业[^2]。\n\n[^1]: 注甲。\n\n[^2]: 注乙。\n", encoding="utf-8"
    )
    render_docx(notice, tmp_path / "a.docx")
    document = read_document(tmp_path / "a.docx")
    assert texts(document) == ["条件[^1]与职业[^2]。"]
    assert document.footnotes == {"1": "注甲。", "2": "注乙。"}


def test_cells_merged_both_ways_are_one_cell(save: Save) -> None:
    word = new_word_file()
    table = word.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "等级"
    for place, text in (((0, 2), "合计"), ((1, 2), "元"), ((2, 0), "五级"), ((2, 1), "初级"), ((2, 2), "300")):
        table.cell(*place).text = text
    assert grids(save(word)) == [(("等级", "<", "合计"), ("^", "^", "元"), ("五级", "初级", "300"))]


def test_the_lines_of_a_cell_are_joined_and_figures_kept_apart(save: Save) -> None:
    word = new_word_file()
    table = word.add_table(2, 2)
    table.cell(0, 0).text = "评价\n服务费"
    table.cell(0, 1).text = "9:00-11:30\n13:00-16:00"
    table.cell(1, 0).text = "四级"
    table.cell(1, 1).text = "350元"
    assert grids(save(word)) == [(("评价服务费", "9:00-11:30 13:00-16:00"), ("四级", "350元"))]


def test_a_frame_around_text_is_no_table_and_a_table_in_a_cell_is_text(save: Save) -> None:
    word = new_word_file()
    word.add_table(1, 1).cell(0, 0).text = "注意事项"
    outer = word.add_table(1, 2)
    outer.cell(0, 0).text = "费用"
    inner = outer.cell(0, 1).add_table(2, 2)
    for place, text in (((0, 0), "理论"), ((0, 1), "100"), ((1, 0), "操作"), ((1, 1), "200")):
        inner.cell(*place).text = text
    document = save(word)
    assert texts(document) == ["注意事项"]
    assert grids(document) == [(("费用", "理论 100；操作 200"),)]


def test_a_damaged_word_file_is_named(save: Save, tmp_path: Path) -> None:
    save(new_word_file_with("正文"))
    whole = (tmp_path / "通知.docx").read_bytes()
    damaged = tmp_path / "坏.docx"
    damaged.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(IngestError, match=r"坏\.docx: a damaged DOCX"):
        read_document(damaged)


def test_a_word_file_that_unpacks_to_gigabytes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 1024 * 1024)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (2 * 1024 * 1024))
    bomb = tmp_path / "bomb.docx"
    bomb.write_bytes(packed.getvalue())
    with pytest.raises(IngestError, match=r"bomb\.docx: unpacks to more than 1 MB"):
        read_document(bomb)


def new_word_file_with(text: str) -> WordFile:
    word = new_word_file()
    word.add_paragraph(text)
    return word


def test_a_list_that_counts_from_no_number_is_damage(save: Save) -> None:
    word = new_word_file()
    with_list(word, (("decimal", "%1.", '<w:lvlRestart w:val="x"/>'),))
    item(word, "甲", 0)
    with pytest.raises(IngestError, match=r"通知\.docx: a damaged DOCX"):
        save(word)
