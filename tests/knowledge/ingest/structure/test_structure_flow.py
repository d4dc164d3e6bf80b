"""Paragraphs that pages and lines have cut become whole again; what stands apart in print stays apart."""

from __future__ import annotations

import pytest

from knowledge.ingest.document import Document, Paragraph
from knowledge.ingest.structure.restore import restore
from knowledge.library import Library
from tests.knowledge.ingest.structure.paper import TITLE, scanned, word


def body(document: Document, library: Library) -> list[str]:
    notice = restore(document, library.lexicon).notice
    return [line.text for path, one in notice.clauses.items() if path != "标题" for line in one.lines]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("报名人数不足30人，则顺延至下月一起评价认定；每", "月评价认定场次可适时调整。"),
        ("申报条件按国家职业标准执行（详见", "附件1）。"),
        ("根据《国家职业标准编制技术", "规程》执行。"),
        ("携带手机、耳机、手提电脑、", "智能手环等进入考场的；"),
        ("参评人员可登入网址：", "shhr.example.net，输入姓名方可打印。"),
    ],
)
def test_a_paragraph_cut_by_a_page_is_whole(before: str, after: str, library: Library) -> None:
    assert body(scanned(f"{TITLE}\n各有关单位：\n{before}\n{after}"), library) == ["各有关单位：", before + after]


def test_a_character_that_both_pages_print_is_taken_once(library: Library) -> None:
    text = f"{TITLE}\n累计从事本职业或相关职业工作满5年。\n高级技工学校毕业生，累计从事本职业\n业或相关职业工作满2年。"
    assert body(scanned(text), library)[-1] == "高级技工学校毕业生，累计从事本职业或相关职业工作满2年。"


def test_a_heading_is_never_joined_with_its_text(library: Library) -> None:
    text = f"{TITLE}\n三、关于成绩及证书信息查询的相关事项\n考生完成评价后，可查询成绩。"
    assert body(scanned(text), library) == ["三、关于成绩及证书信息查询的相关事项", "考生完成评价后，可查询成绩。"]


@pytest.mark.parametrize(
    "pair",
    [
        ("收款单位：上海市钟表行业协会", "银行账号：1001234509000012345"),
        ("上海市浦东新区某某路1号515室", "（二）受理时间"),
        ("法定工作日上午：9:00-11:30", "下午：13:00-17:30"),
        ("监督电话：400-820-9278", "(工作日上午9:30-11:00)"),
        ("（一）申报条件，见附件", "（二）申报方式"),
    ],
)
def test_lines_that_are_complete_stay_apart(pair: tuple[str, str], library: Library) -> None:
    assert body(scanned(f"{TITLE}\n" + "\n".join(pair)), library) == list(pair)


def test_a_word_file_knows_its_paragraphs(library: Library) -> None:
    lines = ["各培训机构，各院校，请按时报名", "请携带身份证"]
    assert body(word("\n".join([TITLE, *lines])), library) == lines


def test_a_footnote_between_two_pages_does_not_part_a_sentence(library: Library) -> None:
    blocks = (
        Paragraph(TITLE),
        Paragraph("取得符合专业[^1]对应关系的初级职称，累计从事本", ended=False),
        Paragraph("[^1] 在具体职业标准中应明确", role="footnote"),
        Paragraph("与该职业对应的专业，下同。", role="footnote"),
        Paragraph("职业工作满2年。"),
    )
    notice = restore(Document("pdf", blocks), library.lexicon).notice
    (line,) = notice.clauses["引言"].lines
    assert line.text == "取得符合专业对应关系的初级职称，累计从事本职业工作满2年。"
    assert line.footnotes == ("1",)
    assert notice.footnotes == {"1": "在具体职业标准中应明确与该职业对应的专业，下同。"}


def test_marks_that_each_page_counts_anew_become_four_footnotes(library: Library) -> None:
    blocks = (Paragraph(TITLE), Paragraph("职业[^6]与专业[^7]。"), Paragraph("职称[^6_2]。"))
    notes = {"6": "职业，下同。", "7": "专业，下同。", "6_2": "职称，下同。"}
    notice = restore(Document("text", blocks, notes), library.lexicon).notice
    assert notice.footnotes == {"6": "职业，下同。", "7": "专业，下同。", "8": "职称，下同。"}
    assert notice.clauses["引言"].lines[1].footnotes == ("8",)


def test_a_footnote_without_mark_and_a_mark_without_footnote_are_asked_about(library: Library) -> None:
    document = Document("text", (Paragraph(TITLE), Paragraph("条件[^2]。")), {"1": "下同。"})
    asked = [one.question for one in restore(document, library.lexicon).questions]
    assert any("脚注1的标记" in one for one in asked)
    assert any("脚注2的内容" in one for one in asked)


@pytest.mark.parametrize(
    ("extracted", "printed"),
    [
        ("年满 16 周岁，到 T1 栋 515 室办理", "年满16周岁，到T1栋515室办理"),
        ("电话: 021-34206252; 021-62932810 (工作日上午 9:30-11:00, 下午 13:30-16:30)",
         "电话:021-34206252;021-62932810(工作日上午9:30-11:00,下午13:30-16:30)"),
        ("网址：<http://biaozhun.osta.org.cn/>", "网址：http://biaozhun.osta.org.cn/"),
        ("通过 https://gjzs.example.cn/skill 下载", "通过 https://gjzs.example.cn/skill 下载"),
        ("上午 9:30-11:30 下午 13:30-16:00", "上午9:30-11:30 下午13:30-16:00"),
        ("申报 时间：3 月 1 日 - 3 月 15 日", "申报 时间：3月1日-3月15日"),
        ("考务费,按“等级认定考务费”缴纳;不退。", "考务费,按“等级认定考务费”缴纳;不退。"),
    ],
)  # fmt: skip
def test_only_the_blanks_of_the_extraction_go(extracted: str, printed: str, library: Library) -> None:
    assert body(word(f"{TITLE}\n{extracted}"), library) == [printed]
