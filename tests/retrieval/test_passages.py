"""What search ranks: one paragraph or row, with the headings that give it its meaning."""

from __future__ import annotations

from retrieval.passages import Passage
from retrieval.search import Searcher


def of(toy: Searcher, clause: str, notice: str = "baking-2026") -> list[Passage]:
    return [one for one in toy.index.passages if (one.notice_id, one.clause) == (notice, clause)]


def test_a_paragraph_carries_the_headings_above_it(toy: Searcher) -> None:
    (payment,) = of(toy, "二（一）")
    assert payment.text == "（一）缴费。考生在窗口用现金缴费，当场开具发票。"
    assert payment.context == "二、关于考试"


def test_a_row_is_read_with_its_column_headings_and_its_merged_cells(toy: Searcher) -> None:
    spring, autumn = of(toy, "二（三）")
    assert autumn.text == "批次：秋季；报名：二月；考试：十月"
    assert autumn.quote == "秋季 十月"
    assert autumn.origins == (spring.quote,) == ("春季 二月 四月",)
    assert autumn.context == "二、关于考试 （三）考试时间"


def test_a_heading_with_something_below_it_is_no_passage_of_its_own(toy: Searcher) -> None:
    assert of(toy, "二") == []


def test_a_footnote_is_searched_with_the_line_that_it_explains(toy: Searcher) -> None:
    (ticket,) = of(toy, "二（二）")
    assert "凭户口簿重新打印" in ticket.context
    assert ticket.quote == "（二）准考证。考前三天在网站打印准考证。"


def test_a_passage_knows_whose_it_is_and_what_it_is_about(toy: Searcher) -> None:
    (payment,) = of(toy, "二", "tea-2026")
    assert (payment.organisation, payment.occupations, payment.year) == ("上海茶艺学会", ("茶艺师",), 2026)


def test_the_title_is_no_answer(toy: Searcher) -> None:
    assert {one.clause for one in toy.index.passages}.isdisjoint({"标题", "附件清单"})


def test_every_passage_of_the_notices_can_be_quoted(searcher: Searcher) -> None:
    for one in searcher.index.passages:
        line = searcher.library.clause(one.notice_id, one.clause).lines[one.line]
        assert one.quote == line.text
        assert one.text.strip()
