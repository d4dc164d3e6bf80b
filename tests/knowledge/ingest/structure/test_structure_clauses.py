"""Every printed number opens the clause that a person would look up; what does not fit is asked about."""

from __future__ import annotations

import pytest

from knowledge.ingest.document import Document, Paragraph
from knowledge.ingest.structure.restore import Restored, restore
from knowledge.library import Library
from tests.knowledge.ingest.structure.paper import TITLE, notice, scanned


def paths(restored: Restored) -> list[str]:
    return [path for path in restored.notice.clauses if path not in ("标题", "引言")]


def lines(restored: Restored, path: str) -> list[str]:
    return [line.text for line in restored.notice.clauses[path].lines]


def test_numbers_of_every_style_open_a_clause(library: Library) -> None:
    restored = restore(
        notice("""
        一、申报
        （一）条件
        1．年满16周岁。
        （1）须有身份证；
        ①原件；
        ②复印件。
        2.其他。
        ㈡方式
        ⑴网上；
        """),
        library.lexicon,
    )
    assert paths(restored) == [
        *("一", "一（一）", "一（一）1", "一（一）1（1）", "一（一）1（1）①", "一（一）1（1）②", "一（一）2"),
        *("一（二）", "一（二）（1）"),
    ]
    assert lines(restored, "一（一）1") == ["1．年满16周岁。"]


def test_articles_are_clauses(library: Library) -> None:
    restored = restore(
        notice("第一条 为规范认定，制定本办法。\n第二条 申报条件：\n（一）年满16周岁。"), library.lexicon
    )
    assert paths(restored) == ["第一条", "第二条", "第二条（一）"]


def test_a_sentence_about_an_article_is_no_article(library: Library) -> None:
    restored = restore(notice("第一条 申报条件另行规定。\n第一条所称条件包括年龄。"), library.lexicon)
    assert lines(restored, "第一条") == ["第一条 申报条件另行规定。", "第一条所称条件包括年龄。"]


def test_a_year_behind_a_number_does_not_hide_the_number(library: Library) -> None:
    restored = restore(notice("1、2027年起网上缴费。\n2、5、4、3级均可申报。"), library.lexicon)
    assert paths(restored) == ["1"]
    assert lines(restored, "1") == ["1、2027年起网上缴费。", "2、5、4、3级均可申报。"]


def test_two_clauses_run_together_are_parted(library: Library) -> None:
    restored = restore(
        notice("二、申报\n（一）条件。年满16周岁。（二）方式。网上申报。\n（三）费用。见附件。"), library.lexicon
    )
    assert paths(restored) == ["二", "二（一）", "二（二）", "二（三）"]


def test_an_enumeration_within_a_sentence_stays_one_paragraph(library: Library) -> None:
    sentence = "材料包括：（1）身份证；（2）照片。"
    restored = restore(notice(f"一、材料\n{sentence}"), library.lexicon)
    assert lines(restored, "一") == ["一、材料", sentence]


def test_a_number_printed_twice_stays_a_paragraph_and_is_asked_about(library: Library) -> None:
    restored = restore(notice("一、缴费\n1.现场缴费。\n1.网上缴费。\n2.不退费。"), library.lexicon)
    assert paths(restored) == ["一", "一·1", "一·2"]
    assert lines(restored, "一·1") == ["1.现场缴费。", "1.网上缴费。"]
    assert [(one.clause, one.quote) for one in restored.questions if "重复" in one.question] == [
        ("一·1", "1.网上缴费。")
    ]


def test_a_missing_number_is_asked_about(library: Library) -> None:
    restored = restore(notice("一、申报\n（一）条件\n（三）费用"), library.lexicon)
    assert paths(restored) == ["一", "一（一）", "一（三）"]
    assert [one.quote for one in restored.questions if "不连续" in one.question] == ["（三）费用"]


def test_a_second_list_from_one_is_a_part_of_its_own(library: Library) -> None:
    restored = restore(
        notice("一、申报\n二、费用\n特此通知。\n考生须知\n一、携带准考证。\n二、不得迟到。"), library.lexicon
    )
    assert paths(restored) == ["一", "二", "附件·考生须知", "附件·考生须知·一", "附件·考生须知·二"]
    assert any("没有附件标题" in one.question for one in restored.questions)


def test_the_annexes_are_parts_and_their_list_stands_apart(library: Library) -> None:
    restored = restore(
        notice("""
        一、条件见附件1，须知见附件2。
        附件：1.申报条件
        2.考生须知
        上海市钟表行业协会
        2027年1月5日
        附件1
        申报条件
        1.年满16周岁。
        附件2：考生须知
        一、不得迟到。
        """),
        library.lexicon,
    )
    assert paths(restored) == ["一", "附件清单", "落款", "附件1", "附件1·1", "附件2", "附件2·一"]
    assert lines(restored, "附件清单") == ["附件：1.申报条件", "2.考生须知"]
    assert lines(restored, "附件2") == ["附件2：考生须知"]


def test_a_listed_annex_that_the_file_does_not_hold_is_asked_about(library: Library) -> None:
    restored = restore(notice("特此通知。\n附件1：申报条件\n附件2：考生须知\n附件1\n申报条件"), library.lexicon)
    assert [one.quote for one in restored.questions if "缺页" in one.question] == ["考生须知"]


def test_the_title_of_an_annex_over_two_lines_is_one(library: Library) -> None:
    listed = "附件：2027年上海市钟表维修工职业技能评价收费标准"
    restored = restore(
        notice(f"特此通知。\n{listed}\n附件\n2027 年上海市钟表维修工职业技能评价\n收费标准"), library.lexicon
    )
    assert lines(restored, "附件") == ["附件", "2027年上海市钟表维修工职业技能评价收费标准"]


def test_a_sentence_that_begins_with_an_annex_is_no_annex(library: Library) -> None:
    restored = restore(
        notice("一、费用\n附件2中的收费标准适用于各等级。\n附件2、3所列费用不退。"), library.lexicon
    )
    assert paths(restored) == ["一"]


def test_a_numbered_note_under_the_table_of_an_annex_is_a_part_of_its_own(library: Library) -> None:
    restored = restore(
        notice("特此通知。\n附件\n一、目录\n编号 | 职业\n1 | 钟表维修工\n注：1.目录将调整；\n2.编码以大典为准。"),
        library.lexicon,
    )
    assert paths(restored) == ["附件", "附件·一", "附件·注", "附件·注·2"]
    assert not [one for one in restored.questions if "编号" in one.question]


def test_a_numbered_note_amid_the_text_opens_no_clause(library: Library) -> None:
    restored = restore(
        notice("（一）费用\n级别 | 合计\n五级 | 300\n注：1.补考费相同；\n2.以到账为准。\n（二）缴费"),
        library.lexicon,
    )
    assert paths(restored) == ["（一）", "（二）"]
    assert lines(restored, "（一）")[-2:] == ["注：1.补考费相同；", "2.以到账为准。"]


SECOND_PAGE = "2.理论与实操同日考核。\n3.人数不足时顺延。\n（四）申报缴费\n缴费方式：银行转账。"
FIRST_PAGES = "二、申报\n（一）条件\n年满16周岁。\n（二）方式\n网上申报。\n（三）时间\n1.每月申报。"
THIRD_PAGE = "（五）打印准考证\n考前一周打印。\n三、成绩\n考后公布。"


def test_a_page_that_lies_at_the_end_goes_back_where_its_numbers_belong(library: Library) -> None:
    restored = restore(scanned(f"{TITLE}\n{FIRST_PAGES}\n{THIRD_PAGE}\n{SECOND_PAGE}"), library.lexicon)
    assert paths(restored) == [
        *(
            "二",
            "二（一）",
            "二（二）",
            "二（三）",
            "二（三）1",
            "二（三）2",
            "二（三）3",
            "二（四）",
            "二（五）",
            "三",
        ),
    ]
    assert lines(restored, "二（四）") == ["（四）申报缴费", "缴费方式：银行转账。"]
    assert [one.quote for one in restored.questions if "页序" in one.question] == ["（四）申报缴费"]


def test_pages_in_order_are_left_alone(library: Library) -> None:
    restored = restore(scanned(f"{TITLE}\n{FIRST_PAGES}\n{SECOND_PAGE}\n{THIRD_PAGE}"), library.lexicon)
    assert not [one for one in restored.questions if "页序" in one.question]


def test_known_pages_move_as_a_whole(library: Library) -> None:
    pages = [f"{TITLE}\n{FIRST_PAGES}", f"{THIRD_PAGE}\n以网站公布为准。", f"注意事项见官网。\n{SECOND_PAGE}"]
    blocks = [Paragraph(line, page=i) for i, page in enumerate(pages, 1) for line in page.splitlines()]
    restored = restore(Document("pdf", tuple(blocks)), library.lexicon)
    assert lines(restored, "二（三）1") == ["1.每月申报。", "注意事项见官网。"]
    assert lines(restored, "三")[-1] == "以网站公布为准。"


@pytest.mark.parametrize("line", ["|竖线开头|", "#井号开头", "\\反斜杠开头"])
def test_a_line_that_looks_like_our_own_marks_stays_a_line(line: str, library: Library) -> None:
    blocks = (Paragraph(TITLE), Paragraph("一、说明"), Paragraph(line))
    restored = restore(Document("docx", blocks), library.lexicon)
    assert lines(restored, "一") == ["一、说明", line]


def test_a_notice_in_parts_counts_anew_in_each(library: Library) -> None:
    restored = restore(
        notice("一、申报\n二、费用\n第二部分 考后\n一、成绩两年有效。\n二、领取证书。"), library.lexicon
    )
    assert paths(restored) == ["一", "二", "第二部分 考后", "第二部分 考后·一", "第二部分 考后·二"]
    assert not [one for one in restored.questions if "编号" in one.question]


def test_bracketed_numbers_of_a_note_open_no_clauses(library: Library) -> None:
    restored = restore(notice("一、收费\n注：（1）单位为元。\n（2）补考另收。\n二、成绩"), library.lexicon)
    assert paths(restored) == ["一", "二"]
    assert not [one for one in restored.questions if "编号" in one.question]
