"""PDFs: what the place of the letters on the page tells about paragraphs, tables and footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from knowledge.ingest.document import Document, Paragraph, Table
from knowledge.ingest.readers import read_document
from tests.knowledge.ingest.readers.conftest import grids, texts

FONT = "STSong-Light"
LEFT, WIDTH, SIZE, STEP = 80.0, 30, 14, 24
FULL = "根据人力资源和社会保障部门有关职业技能等级认定工作的规定并结合本"


class Sheets:
    """Draws lines of text and rules; heights count from the top of the page in steps of a line."""

    def __init__(self, file: Path) -> None:
        if FONT not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.canvas = Canvas(str(file), pagesize=A4)
        self.file = file

    def text(self, line: float, text: str, indent: float = 0, size: float = SIZE) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(LEFT + indent * SIZE, A4[1] - 80 - line * STEP, text)

    def rule(self, line: float, length: float = 140) -> None:
        height = A4[1] - 80 - line * STEP
        self.canvas.line(LEFT, height, LEFT + length, height)

    def box(
        self, line: float, columns: Sequence[float], rows: Sequence[Sequence[str | None]], closed: bool = True
    ) -> None:
        """A ruled table; a cell None continues the one above, so that no line is drawn between them."""
        for r, row in enumerate(rows):
            top = A4[1] - 80 - (line + r) * STEP
            for c, cell in enumerate(row):
                x0, x1 = LEFT + columns[c] * SIZE, LEFT + columns[c + 1] * SIZE
                if cell is not None:
                    self.canvas.line(x0, top, x1, top)
                    self.canvas.setFont(FONT, SIZE)
                    self.canvas.drawString(x0 + 3, top - 17, cell)
                self.canvas.line(x0, top, x0, top - STEP)
                self.canvas.line(x1, top, x1, top - STEP)
        bottom = A4[1] - 80 - (line + len(rows)) * STEP
        if closed:
            self.canvas.line(LEFT + columns[0] * SIZE, bottom, LEFT + columns[-1] * SIZE, bottom)

    def turn(self) -> None:
        self.canvas.showPage()

    def read(self) -> Document:
        self.canvas.save()
        return read_document(self.file)


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    return Sheets(tmp_path / "通知.pdf")


def body(sheets: Sheets, first: int = 0, paragraphs: int = 3) -> None:
    """Paragraphs of two full lines and a short one, first lines indented."""
    for i in range(paragraphs):
        sheets.text(first + 3 * i, FULL[:28], indent=2)
        sheets.text(first + 3 * i + 1, FULL[:30])
        sheets.text(first + 3 * i + 2, "市实际执行。")


PARAGRAPH = FULL[:28] + FULL[:30] + "市实际执行。"


def test_full_lines_run_on_and_indented_ones_begin(sheets: Sheets) -> None:
    body(sheets)
    assert sheets.read().blocks == (Paragraph(PARAGRAPH, page=1),) * 3


def test_a_paragraph_goes_on_over_a_page_and_keeps_the_page_where_it_began(sheets: Sheets) -> None:
    body(sheets)
    sheets.text(9, FULL[:28], indent=2)
    sheets.turn()
    sheets.text(0, FULL[:30])
    sheets.text(1, "市实际执行。")
    assert sheets.read().blocks[-1] == Paragraph(PARAGRAPH, page=1)


def test_where_nothing_shows_that_a_paragraph_ends_its_end_is_open(sheets: Sheets) -> None:
    for line in range(6):
        sheets.text(line, FULL[:29] + "。")
    assert [block.ended for block in sheets.read().blocks] == [False] * 5 + [True]  # type: ignore[union-attr]


def test_a_web_address_that_had_no_room_belongs_to_the_line_before(sheets: Sheets) -> None:
    body(sheets)
    sheets.text(9, "请在考试前登录评价机构的网站下载：", indent=2)
    sheets.text(10, "https://www.sh-example-skill-assessment.org.cn/ticket")
    sheets.text(11, "（一）现场领取。", indent=2)
    assert texts(sheets.read())[-2:] == [
        "请在考试前登录评价机构的网站下载：https://www.sh-example-skill-assessment.org.cn/ticket", "（一）现场领取。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "number", ["— {} —", "- {} -", "{}", "第{}页 共3页", "{}/3", "{} / 某协会", "某协会 | {}"]
)
def test_page_numbers_and_running_headers_are_left_out(sheets: Sheets, number: str) -> None:
    for page in (1, 2, 3):
        sheets.text(-1.5, "上海市某协会文件汇编")
        body(sheets)
        sheets.text(28, number.format(page), indent=14, size=10)
        sheets.turn()
    assert texts(sheets.read()) == [PARAGRAPH] * 9


def test_the_names_of_annexes_are_no_running_header(sheets: Sheets) -> None:
    for _ in range(2):
        sheets.text(0, "附件：")
        body(sheets, first=1)
        sheets.turn()
    assert texts(sheets.read()).count("附件：") == 2


COLUMNS = (0, 4, 14, 20)


def test_a_merged_cell_of_a_ruled_table_continues_below(sheets: Sheets) -> None:
    body(sheets)
    sheets.box(10, COLUMNS, [("编号", "机构", "等级"), ("1", "某学校", "5、4"), (None, "某学院", "3")])
    assert grids(sheets.read()) == [(("编号", "机构", "等级"), ("1", "某学校", "5、4"), ("^", "某学院", "3"))]


def test_a_table_over_two_pages_is_one_and_its_header_stands_once(sheets: Sheets) -> None:
    body(sheets)
    sheets.box(20, COLUMNS, [("编号", "机构", "等级"), ("1", "某学校", "5、4")])
    sheets.text(28, "1", indent=14)
    sheets.turn()
    sheets.box(0, COLUMNS, [("编号", "机构", "等级"), ("2", "某学院", "3")])
    sheets.text(28, "2", indent=14)
    document = sheets.read()
    assert document.blocks[-1] == Table(
        (("编号", "机构", "等级"), ("1", "某学校", "5、4"), ("2", "某学院", "3")), 1, 1
    )


def test_a_merged_cell_that_the_page_cuts_is_one_cell(sheets: Sheets) -> None:
    rows = [("编号", "机构", "等级"), ("1", "某学校", "5、4"), (None, "某中心", "3"), ("2", "某学院", "3")]
    sheets.box(20, COLUMNS, rows, closed=False)
    sheets.rule(24, length=20 * SIZE)
    sheets.turn()
    sheets.box(
        0, COLUMNS, [("编号", "机构", "等级"), ("", "某集团", "4"), (None, "某公司", "4"), ("3", "某协会", "5")]
    )
    assert grids(sheets.read()) == [
        (
            *rows[:2],
            ("^", "某中心", "3"),
            rows[3],
            ("^", "某集团", "4"),
            ("^", "某公司", "4"),
            ("3", "某协会", "5"),
        )
    ]


def test_a_row_that_the_page_cuts_is_one_row(sheets: Sheets) -> None:
    sheets.box(20, COLUMNS, [("编号", "机构", "等级"), ("1", "某学校", "5、4"), ("2", "上海市某高级", "3")])
    sheets.turn()
    sheets.box(0, COLUMNS, [("", "技工学校", ""), ("3", "某协会", "5")])
    assert grids(sheets.read())[0][2:] == (("2", "上海市某高级技工学校", "3"), ("3", "某协会", "5"))


def test_two_tables_with_text_between_stay_two(sheets: Sheets) -> None:
    sheets.box(20, COLUMNS, [("编号", "机构", "等级"), ("1", "某学校", "5、4")])
    sheets.text(23, "二、专项职业能力考核", indent=2)
    sheets.turn()
    sheets.box(0, COLUMNS, [("编号", "机构", "等级"), ("1", "某公司", "4")])
    assert [len(rows) for rows in grids(sheets.read())] == [2, 2]


def test_a_box_around_text_is_text(sheets: Sheets) -> None:
    body(sheets)
    sheets.box(10, (0, 20), [("注意：考试当日携带身份证。",)])
    document = sheets.read()
    assert grids(document) == []
    assert texts(document)[-1] == "注意：考试当日携带身份证。"


def test_short_texts_in_columns_are_a_table_without_any_rule(sheets: Sheets) -> None:
    body(sheets)
    rows = (("等级", "理论", "实操"), ("五级", "100", "200"), ("四级", "100", "300"), ("三级", "100", "400"))
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            sheets.text(10 + r, cell, indent=2 + 8 * c)
    assert grids(sheets.read()) == [rows]


def test_labels_with_values_are_no_table(sheets: Sheets) -> None:
    body(sheets)
    for r, line in enumerate(
        (("地址：某路1号", "邮编：200000"), ("电话：62418668", "传真：62411384"), ("联系人：张三", "网址：无"))
    ):
        sheets.text(10 + r, line[0], indent=2)
        sheets.text(10 + r, line[1], indent=16)
    assert grids(sheets.read()) == []


def test_footnotes_of_a_page_belong_to_the_marks_of_that_page(sheets: Sheets) -> None:
    for page, (word, note) in enumerate((("职业", "职业的范围。"), ("专业", "专业的范围。"))):
        body(sheets)
        sheets.text(9, f"第{page + 1}款相关{word}", indent=2)
        sheets.text(8.7, "①", indent=8, size=8)
        sheets.text(9, "满一年。", indent=8.7)
        sheets.rule(24.2)
        sheets.text(24.9, "①", size=6)
        sheets.text(25, note, indent=1, size=9)
        sheets.text(28, str(page + 1), indent=14)
        sheets.turn()
    document = sheets.read()
    assert document.footnotes == {"1": "职业的范围。", "1_2": "专业的范围。"}
    assert [text for text in texts(document) if "款" in text] == [
        "第1款相关职业[^1]满一年。",
        "第2款相关专业[^1_2]满一年。",
    ]


def test_letter_spaced_words_are_closed_and_spaced_phrases_kept(sheets: Sheets) -> None:
    body(sheets)
    sheets.text(9, "附  件 1")
    sheets.text(10, "上午 9:30-11:30 下午 13:30-16:00", indent=2)
    assert texts(sheets.read())[-2:] == ["附件1", "上午9:30-11:30 下午13:30-16:00"]


def test_turned_text_is_left_out_and_reported(sheets: Sheets) -> None:
    body(sheets)
    sheets.canvas.rotate(45)
    sheets.text(5, "样张")
    document = sheets.read()
    assert texts(document) == [PARAGRAPH] * 3
    assert document.problems == ("第1页：旋转的文字未采用：样张",)


def hand_made(codes: str, characters: dict[str, str]) -> bytes:
    """A PDF whose font says of some glyph codes (four hexadecimal digits each) which characters they print."""
    entries = "\n".join(
        f"<{code}> <{character.encode('utf-16-be').hex()}>" for code, character in characters.items()
    )
    cmap = f"/CIDInit /ProcSet findresource begin begincmap\n{len(characters)} beginbfchar\n{entries}\nendbfchar endcmap end"
    content = f"BT /F1 14 Tf 80 700 Td <{codes}> Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 8 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/FontDescriptor 7 0 R/DW 1000"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    file, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(f"{len(file):010d} 00000 n \n")
        file += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{''.join(places)}"
    return (
        file + f"{table}trailer\n<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(file)}\n%%EOF".encode()
    )


def test_radicals_of_the_text_layer_become_characters(written: Callable[[str | bytes, str], Document]) -> None:
    shown = "⼈⼒资源和社会保障⻓期⻔⼾⺠⽣（２０２６年）"
    codes = {f"{i:04x}": character for i, character in enumerate(shown, start=1)}
    assert texts(written(hand_made("".join(codes), codes), "a.pdf")) == [
        "人力资源和社会保障长期门户民生（２０２６年）"
    ]


def test_a_glyph_without_a_character_is_seen_and_reported(written: Callable[[str | bytes, str], Document]) -> None:
    codes = {f"{i:04x}": character for i, character in enumerate("理论知识考试收费元", start=1)}
    document = written(hand_made("".join([*list(codes)[:8], "0123", "0009"]), codes), "a.pdf")
    assert texts(document) == ["理论知识考试收费\ufffd元"]
    assert document.problems == ("第1页：1个字形(cid:291)没有对应的字符",)
