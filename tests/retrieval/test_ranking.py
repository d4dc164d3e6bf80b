"""Search over the toy corpus reads like examples: this question, that clause."""

from __future__ import annotations

from datetime import datetime

import pytest

from knowledge.validity import parse_as_of
from retrieval.search import Hit, Searcher

IN_2026 = parse_as_of("2026-06-01")


def search(toy: Searcher, question: str, at: datetime = IN_2026, **filters: object) -> list[Hit]:
    return toy.search(toy.understand(question), at, **filters)  # type: ignore[arg-type]


def first(toy: Searcher, question: str, at: datetime = IN_2026) -> tuple[str, str]:
    passage = search(toy, question, at)[0].passage
    return passage.notice_id, passage.clause


@pytest.mark.parametrize(
    ("question", "notice", "clause"),
    [
        ("烘焙师可以用现金缴费吗", "baking-2026", "二（一）"),
        ("能开发票吗", "baking-2026", "二（一）"),
        ("考前几天打印准考证", "baking-2026", "二（二）"),
        ("准考证丢了要户口簿吗", "baking-2026", "二（二）"),
        ("秋季什么时候考试", "baking-2026", "二（三）"),
        ("茶艺师在网上缴费吗", "tea-2026", "二"),
        ("茶艺学会怎么缴费", "tea-2026", "二"),
        ("烘焙协会怎么缴费", "baking-2026", "二（一）"),
    ],
)
def test_the_clause_that_answers_comes_first(question: str, notice: str, clause: str, toy: Searcher) -> None:
    assert first(toy, question) == (notice, clause)


def test_the_row_that_answers_comes_before_its_neighbours(toy: Searcher) -> None:
    assert search(toy, "秋季哪个月考试")[0].passage.quote == "秋季 十月"
    assert search(toy, "春季哪个月考试")[0].passage.quote == "春季 二月 四月"


def test_the_organisation_that_is_named_wins_over_equal_words(toy: Searcher) -> None:
    assert first(toy, "烘焙协会缴费")[0] == "baking-2026"
    assert first(toy, "茶艺学会缴费")[0] == "tea-2026"


def test_the_occupation_that_is_named_wins_over_equal_words(toy: Searcher) -> None:
    assert first(toy, "面包师缴费")[0] == "baking-2026"
    assert first(toy, "茶艺师缴费")[0] == "tea-2026"


@pytest.mark.parametrize(
    ("day", "notice"),
    [
        ("2025-06-01", "baking-2025"),
        ("2025-12-31", "baking-2025"),
        ("2026-01-01", "baking-2026"),
        ("2026-12-31", "baking-2026"),
    ],
)
def test_of_two_years_with_the_same_words_the_one_in_force_is_shown(day: str, notice: str, toy: Searcher) -> None:
    hits = search(toy, "烘焙师现金缴费", parse_as_of(day))
    paying = [hit for hit in hits if "现金" in hit.passage.text]
    assert [hit.passage.notice_id for hit in paying] == [notice]
    assert paying[0].status == "current"
    assert set(paying[0].twins) == {"baking-2025", "baking-2026"} - {notice}


def test_words_that_two_organisations_share_are_one_hit_of_the_one_that_is_named(toy: Searcher) -> None:
    hits = [hit for hit in search(toy, "茶艺学会的证书谁领取") if "身份证" in hit.passage.text]
    assert [hit.passage.notice_id for hit in hits] == ["tea-2026"]
    assert set(hits[0].twins) == {"baking-2025", "baking-2026"}


def test_a_year_keeps_out_every_other_year(toy: Searcher) -> None:
    hits = search(toy, "怎么缴费", year=2025)
    assert {hit.passage.notice_id for hit in hits} == {"baking-2025"}
    assert {hit.status for hit in hits} == {"superseded"}
    assert search(toy, "怎么缴费", year=2024) == []


def test_a_list_of_notices_keeps_out_the_rest(toy: Searcher) -> None:
    hits = search(toy, "怎么缴费", notices=frozenset({"tea-2026"}))
    assert hits
    assert {hit.passage.notice_id for hit in hits} == {"tea-2026"}


def test_the_limit_cuts_the_tail_and_not_the_head(toy: Searcher) -> None:
    everything = search(toy, "考生缴费证书准考证", limit=50)
    assert len(everything) > 2
    assert search(toy, "考生缴费证书准考证", limit=2) == everything[:2]


def test_hits_come_best_first_with_a_confidence_between_none_and_full(toy: Searcher) -> None:
    hits = search(toy, "现金缴费", limit=50)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 <= hit.confidence <= 1.0 for hit in hits)
    assert hits[0].confidence > 0.8


def test_the_same_question_gets_the_same_answer_twice(toy: Searcher) -> None:
    assert search(toy, "怎么缴费") == search(toy, "怎么缴费")


@pytest.mark.parametrize("question", ["", "？？？", "请问怎么办呢", "烘焙师", "zzz qqq"])
def test_a_question_without_content_is_answered_with_no_confidence(question: str, toy: Searcher) -> None:
    threshold = toy.settings.answer_confidence
    assert all(hit.confidence < threshold for hit in search(toy, question))


def test_a_word_that_no_notice_knows_weighs_against_the_answer(toy: Searcher) -> None:
    known = search(toy, "现金缴费")[0].confidence
    assert search(toy, "比特币缴费")[0].confidence < known


def test_each_hit_says_which_ranking_put_it_where(toy: Searcher) -> None:
    hit = search(toy, "茶艺学会网上缴费超过期限")[0]
    assert hit.passage.notice_id == "tea-2026"
    assert hit.parts == {"words": 1, "bigrams": 1, "dense": 1}


def test_the_names_are_taken_out_of_what_is_looked_for(toy: Searcher) -> None:
    query = toy.understand("烘焙协会的面包师三级怎么缴费")
    assert (query.organisation, query.occupation, query.level) == ("上海烘焙协会", "烘焙师", 3)
    assert "烘焙协会" not in query.content
    assert "面包师" not in query.content
    assert "缴费" in query.content


@pytest.mark.parametrize("typed", ["4-03-02-04怎么缴费", "４－０３－０２－０４怎么缴费"])
def test_a_code_names_its_occupation(typed: str, toy: Searcher) -> None:
    assert toy.understand(typed).occupation == "烘焙师"


def test_a_hit_is_cited_word_for_word_at_the_moment_of_the_answer(toy: Searcher) -> None:
    hit = search(toy, "秋季哪个月考试", parse_as_of("2027-01-01"))[0]
    citation = toy.cite(hit.passage, parse_as_of("2027-01-01"))
    assert (citation.quote, citation.clause, citation.status) == ("秋季 十月", "二（三）", "past_year")
