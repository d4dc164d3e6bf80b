"""Tables keep headings, merged cells and rows, whatever cut or flattened them."""

from __future__ import annotations

from knowledge.ingest.document import Document, Paragraph, Table
from knowledge.ingest.structure.restore import Restored, restore
from knowledge.library import Library
from knowledge.models import Line
from tests.knowledge.ingest.structure.paper import TITLE, scanned, word


def table(restored: Restored, kind: str, path: str = "引言") -> list[Line]:
    return [line for line in restored.notice.clauses[path].lines if line.kind == kind]


def test_a_caption_over_the_full_width_is_the_first_heading(library: Library) -> None:
    restored = restore(
        word(f"{TITLE}\n申报时间计划表 | <\n申报时间 | 评价时间\n1月底前 | 2月底前"), library.lexicon
    )
    assert [line.text for line in table(restored, "header")] == ["申报时间计划表", "申报时间 评价时间"]
    assert [line.text for line in table(restored, "row")] == ["1月底前 2月底前"]


def test_headings_of_three_rows_name_one_column(library: Library) -> None:
    restored = restore(
        word(f"""
        {TITLE}
        职业(工种) | 等级 | 评价科目 | < | 合计
        ^ | ^ | 理论知识 | 操作技能 | ^
        ^ | ^ | 考试费 | 考试费 | ^
        钟表维修工 | 中级（四级） | 100 | 300 | 400
        """),
        library.lexicon,
    )
    (row,) = table(restored, "row")
    assert row.columns == ("职业(工种)", "等级", "评价科目 理论知识 考试费", "评价科目 操作技能 考试费", "合计")


def test_months_may_be_headings(library: Library) -> None:
    restored = restore(word(f"{TITLE}\n职业等级 | 3月 | 6月\n五级 | 3月7日 | 6月6日"), library.lexicon)
    (row,) = table(restored, "row")
    assert row.columns == ("职业等级", "3月", "6月")


def test_empty_cells_of_a_text_file_are_the_merged_ones(library: Library) -> None:
    restored = restore(
        scanned(f"""
        {TITLE}
        职业等级 | 评价服务费 | 综合评审 | 补考收费 |
         | | | 评价服务费 | 综合评审
        四级 | 350元 | | 175元/模块 |
        """),
        library.lexicon,
    )
    (row,) = table(restored, "row")
    assert row.columns == ("职业等级", "评价服务费", "综合评审", "补考收费 评价服务费", "补考收费 综合评审")
    assert row.values == ("四级", "350元", "", "175元/模块", "")


def test_rows_of_a_text_file_belong_to_the_organisation_above(library: Library) -> None:
    restored = restore(
        scanned(f"{TITLE}\n机构名称 | 序号 | 职业\n上海市广告协会 | 1 | 广告设计师\n | 2 | 包装设计师"),
        library.lexicon,
    )
    assert [line.values[0] for line in table(restored, "row")] == ["上海市广告协会", "上海市广告协会"]


def test_an_empty_cell_of_a_word_file_is_empty(library: Library) -> None:
    restored = restore(word(f"{TITLE}\n级别 | 合计 | 备注\n五级 | 300 | 含材料费\n | 400 | "), library.lexicon)
    assert table(restored, "row")[1].values == ("", "400", "")


def test_a_table_cut_by_a_page_is_one_and_its_repeated_heading_goes(library: Library) -> None:
    head, first, second = ("编号", "职业（工种）"), ("1", "车工"), ("2", "铣工")
    blocks = (
        Paragraph(TITLE),
        Table((head, first)),
        Table((("编号", "职业(工种)"), second)),
        Table((("3", "焊工"),)),
    )
    restored = restore(Document("text", blocks), library.lexicon)
    assert [line.text for line in table(restored, "header")] == ["编号 职业（工种）"]
    assert [line.text for line in table(restored, "row")] == ["1 车工", "2 铣工", "3 焊工"]


def test_two_tables_with_headings_of_their_own_stay_two(library: Library) -> None:
    blocks = (
        Paragraph(TITLE),
        Table((("级别", "费用"), ("五级", "300"))),
        Table((("科目", "费用"), ("理论", "100"))),
    )
    restored = restore(Document("docx", blocks), library.lexicon)
    assert [line.table for line in table(restored, "row")] == [1, 2]


def test_a_table_without_headings_keeps_all_its_rows_and_is_asked_about(library: Library) -> None:
    restored = restore(word(f"{TITLE}\n咨询电话 | 021-12345678\n监督电话 | 021-87654321"), library.lexicon)
    assert [line.text for line in table(restored, "row")] == ["咨询电话 021-12345678", "监督电话 021-87654321"]
    assert [one.quote for one in restored.questions if "表头" in one.question] == ["咨询电话 021-12345678"]


def test_a_bar_within_a_cell_is_text(library: Library) -> None:
    rows = (("科目", "费用"), ("理论|实操", "300"))
    restored = restore(Document("docx", (Paragraph(TITLE), Table(rows))), library.lexicon)
    assert table(restored, "row")[0].values == ("理论|实操", "300")


def test_a_wrapped_cell_is_one_word_and_labelled_lines_stay_apart(library: Library) -> None:
    rows = (("职业", "联系"), ("网络与信息安全管理\n员", "电话：021-12345678\n传真：021-87654321"))
    restored = restore(Document("docx", (Paragraph(TITLE), Table(rows))), library.lexicon)
    assert table(restored, "row")[0].values == ("网络与信息安全管理员", "电话：021-12345678 传真：021-87654321")


def test_a_frame_around_one_paragraph_is_no_table(library: Library) -> None:
    blocks = (Paragraph(TITLE), Table((("补考费用与正考费用一致。",),)))
    restored = restore(Document("docx", blocks), library.lexicon)
    assert [line.kind for line in restored.notice.clauses["引言"].lines] == ["paragraph"]
