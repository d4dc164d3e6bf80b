"""Plain text, as typed or as an extractor wrote it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.ingest.document import Document, Paragraph, Table
from knowledge.ingest.readers import read_document
from knowledge.library import ROOT
from tests.knowledge.ingest.readers.conftest import grids, texts

Read = Callable[[str | bytes, str], Document]


@pytest.fixture
def source() -> Callable[[str], Document]:
    """Read a notice as it was extracted from the publisher's file."""
    return lambda notice: read_document(ROOT / "notices" / notice / "source.txt")


def test_headings_links_and_spaces_of_the_extraction_are_undone(source: Callable[[str], Document]) -> None:
    document = source("saia-2026-ai-trainer")
    read = texts(document)
    assert document.blocks[0] == Paragraph(
        "上海市人工智能行业协会关于开展2026年上海市人工智能训练师项目社会化职业技能等级认定有关操作事项的通知",
        role="heading",
    )
    assert (
        "个人申报。个人申报参加职业技能等级认定的，可到上海市浦东新区中科路1750号T1栋模力社区515室办理个人报名（需要提前预约）。"
        in read
    )
    assert "网址：http://biaozhun.osta.org.cn/" in read
    assert "(工作日上午9:00-11:30,下午13:00-17:30)" in read


def test_tables_of_the_extraction_are_tables(source: Callable[[str], Document]) -> None:
    schedule, fees = grids(source("saia-2026-ai-trainer"))
    assert schedule[:3] == (("申报及评价时间计划表", ""), ("申报时间", "评价时间"), ("1月底前", "2月底前"))
    assert fees[1:] == (
        ("五级/初级", "100", "200", "300"),
        ("四级/中级", "100", "300", "400"),
        ("三级/高级", "100", "400", "500"),
    )
    assert grids(source("sjtu-2025-ai-trainer"))[0][2] == (
        "",
        "2",
        "4-04-04-02",
        "网络与信息安全管理员（信息安全管理员）",
        "4、3",
    )


def test_footnotes_are_told_apart_even_where_a_mark_is_used_twice(source: Callable[[str], Document]) -> None:
    document = source("saia-2026-ai-trainer")
    assert document.footnotes["5"].startswith("企业开展自主评价的申报条件")
    assert document.footnotes["5"].endswith("参加中国特色企业新型学徒制的学员按照培养目标进行考核定级。")
    assert document.footnotes["6"] == "在具体职业标准中应明确相关职业的范围，下同。"
    assert document.footnotes["6_2"] == "在具体职业标准中应明确与该职业对应的专业，下同。"
    assert "(1)年满16周岁，拟从事本职业或相关职业[^6]工作。" in texts(document)
    assert any("取得符合专业[^6_2]对应关系" in text for text in texts(document))


def test_marks_written_with_a_caret_are_footnotes_too(source: Callable[[str], Document]) -> None:
    document = source("sjtu-2025-ai-trainer")
    assert "申请参加职业技能评价的条件[^1]" in texts(document)
    assert document.footnotes["2"] == "在具体职业标准中应明确相关职业的范围,下同。"


def test_a_line_that_breaks_off_is_open_and_a_sentence_is_not(written: Read) -> None:
    document = written("凡个人申报的，证书由本\n\n人领取。\n", "a.txt")
    assert document.blocks == (Paragraph("凡个人申报的，证书由本", ended=False), Paragraph("人领取。"))


def test_a_pipe_table_has_its_header_and_merges(written: Read) -> None:
    document = written(
        "标准如下：\n\n| 等级 | 费用 | < |\n| ^ | 理论 | 实操 |\n|---|:--:|---|\n| 四级 | 100 | 300 |\n", "a.md"
    )
    assert document.blocks[1] == Table(
        (("等级", "费用", "<"), ("^", "理论", "实操"), ("四级", "100", "300")), header_rows=2
    )


def test_rules_and_page_numbers_are_left_out_but_a_bare_figure_is_not(written: Read) -> None:
    assert texts(written("甲。\n---\n- 3 -\n第3页 共8页\n200\n乙。", "a.txt")) == ["甲。", "200", "乙。"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_is_read(written: Read, encoding: str) -> None:
    assert texts(written("咨询电话：021-62037717。\n工作日接听。\n".encode(encoding), "a.txt")) == [
        "咨询电话：021-62037717。",
        "工作日接听。",
    ]


def test_where_blank_lines_part_the_paragraphs_a_mere_line_end_ends_none(written: Read) -> None:
    text = "关于认定的通知\n\n一、补考\n\n单科不合格的可以补考。\n五级的成绩保留一年。\n\n二、其他\n\n照旧办理。\n"
    ended = {block.text: block.ended for block in written(text, "a.txt").blocks if isinstance(block, Paragraph)}
    assert not ended["单科不合格的可以补考。"]
    assert ended["五级的成绩保留一年。"]


def test_where_every_line_is_a_paragraph_a_full_stop_ends_it(written: Read) -> None:
    text = "关于认定的通知\n一、补考\n单科不合格的可以补考。\n五级的成绩保留一年。\n二、其他\n照旧办理。\n"
    ended = {block.text: block.ended for block in written(text, "a.txt").blocks if isinstance(block, Paragraph)}
    assert ended["单科不合格的可以补考。"]
