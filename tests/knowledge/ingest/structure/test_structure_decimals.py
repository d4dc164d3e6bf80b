"""A notice numbered 1, 1.1, 1.1.1 has clauses too, and its bracketed lists open theirs below them."""

from __future__ import annotations

from pathlib import Path

from knowledge.facts import NoticeFacts
from knowledge.ingest.structure.restore import restore
from knowledge.library import Holding, Library
from knowledge.verification.published_text import published_text
from tests.knowledge.ingest.structure.paper import word

GUIDE = """
上海沪北钟表有限公司2027年职业技能等级认定报考指南
本公司是备案的评价组织。
1 项目
钟表维修工，四级、三级。
2 条件
2.1 年满16周岁；
2.2 报考四级须符合下列之一：
（1）从业满4年；
（2）持有五级证书。
2.3 报考三级须符合下列之一：
（1）从业满9年；
（2）持有四级证书。
3. 考试
3.1 理论考试
3.1.1 机考。
3.1.2 时间90分钟。
3.2 实操考试
1.5小时内完成。
"""


def test_every_decimal_number_opens_a_clause_below_the_one_it_goes_on_from(library: Library) -> None:
    clauses = restore(word(GUIDE), library.lexicon).notice.clauses
    assert [path for path in clauses if path[0].isdigit()] == [
        *("1", "2", "2·2.1", "2·2.2", "2·2.2（1）", "2·2.2（2）", "2·2.3", "2·2.3（1）", "2·2.3（2）"),
        *("3", "3·3.1", "3·3.1·3.1.1", "3·3.1·3.1.2", "3·3.2"),
    ]
    assert [line.text for line in clauses["2·2.3（2）"].lines] == ["（2）持有四级证书。"]
    assert (clauses["2·2.3（2）"].parent, clauses["2·2.3"].parent, clauses["2"].parent) == ("2·2.3", "2", None)
    assert clauses["2"].children == ("2·2.1", "2·2.2", "2·2.3")


def test_the_printed_number_stays_and_a_figure_opens_nothing(library: Library) -> None:
    clauses = restore(word(GUIDE), library.lexicon).notice.clauses
    assert [line.text for line in clauses["3"].lines] == ["3.考试"]
    assert [line.text for line in clauses["3·3.2"].lines] == ["3.2实操考试", "1.5小时内完成。"]


def test_a_single_decimal_among_other_numbers_opens_nothing(library: Library) -> None:
    text = "上海沪北钟表有限公司2027年认定公告\n一、费用\n2.5万元以下的项目免费。\n二、时间\n1 月报名。"
    assert list(restore(word(text), library.lexicon).notice.clauses) == ["标题", "引言", "一", "二"]


def written(library: Library, folder: Path, text: str, change: tuple[str, str] = ("", "")) -> list[str]:
    """What the check of the published words says of the restored text, one passage changed by hand."""
    restored = restore(word(text), library.lexicon)
    (folder / "notice.md").write_text(restored.text.replace(*change) if change[0] else restored.text)
    (folder / "source.txt").write_text(text)
    return [one.message for one in published_text(Holding(restored.notice, NoticeFacts(), folder), folder)]


ESCAPED = """
上海沪北钟表有限公司2027年认定公告
一、申报
（1）网上；
（2）现场。
申报材料：
（1）身份证；
（2）学历证书、毕业证书复印件一份，另附工作年限证明。
以上材料须清晰。
"""


def test_escapes_of_the_form_are_no_foreign_words(library: Library, tmp_path: Path) -> None:
    text = ESCAPED
    restored = restore(word(text), library.lexicon)
    assert "\\（1）身份证；" in restored.text
    assert written(library, tmp_path, text) == []


def test_a_changed_word_in_an_escaped_line_is_still_found(library: Library, tmp_path: Path) -> None:
    text = ESCAPED
    (message,) = written(library, tmp_path, text, ("\\（1）身份证；", "\\（1）身份证件；"))
    assert "does not stand in source.txt" in message
