"""Misconduct and what follows from it."""

from __future__ import annotations

import pytest

from knowledge.facts import Bar

LISTED = """一、违纪处理
（一）考生有下列情形之一的，取消当次全部科目成绩。情节轻微的，1年内不得参加评价；情节严重的，三年内不得参加评价，并移送有关部门。
1、请人代考的；
2、传播试题（含答案）、扰乱秩序的。"""


def test_each_item_below_a_lead_is_one_misconduct_with_the_consequences_of_the_lead(draft):
    facts = draft(LISTED).facts["discipline"]
    assert [one.conduct for one in facts] == ["请人代考的", "传播试题（含答案）、扰乱秩序的"]
    for one in facts:
        assert one.cancels == "all_subjects"
        assert one.bars == (Bar(years=1, case="minor"), Bar(years=3, case="serious"))
        assert one.referred_to_authorities
        assert not one.certificate_void
        assert not one.fee_kept


def test_the_lead_is_the_second_source(draft):
    first = draft(LISTED).facts["discipline"][0]
    assert [one.clause for one in first.sources] == ["一（一）1", "一（一）"]
    assert first.sources[1].quote == LISTED.splitlines()[1]


def test_what_is_only_barred_this_year_has_no_number_of_years(draft):
    body = "一、违纪处理\n（一）有下列行为之一的，取消该科目成绩，且当年不得参加评价：\n1、交头接耳的。"
    (fact,) = draft(body).facts["discipline"]
    assert (fact.cancels, fact.bars) == ("subject", (Bar(years=None, case="any"),))


def test_a_sentence_with_its_own_consequence(draft):
    body = "一、诚信\n1、一经查实材料造假的，取消其认定资格及成绩，费用不予退还，已发证书作无效处理。"
    (fact,) = draft(body).facts["discipline"]
    assert fact.conduct == "材料造假的"
    assert fact.cancels == "qualification_and_results"
    assert fact.certificate_void
    assert fact.fee_kept
    assert fact.bars == ()


def test_what_is_false_is_taken_from_the_promise_where_the_case_does_not_say_it(draft):
    body = "一、诚信\n1、申报人员承诺所填信息属实，一经查实存在虚假的，取消考试资格及考试成绩。"
    (fact,) = draft(body).facts["discipline"]
    assert fact.conduct == "所填信息属实，一经查实存在虚假的"


@pytest.mark.parametrize(
    "sentence",
    [
        "替考的，取消当次全部科目成绩，1至3年内不得参加评价。",
        "替考的，取消当次全部科目成绩，终身不得参加评价。",
        "替考的，取消考试资格。",
        "情节严重的，2年内不得参加评价。",
    ],
)
def test_a_consequence_that_no_field_holds_is_asked(draft, sentence):
    drafted = draft(f"一、违纪处理\n（一）{sentence}")
    assert drafted.facts["discipline"] == ()
    assert [one.clause for one in drafted.questions] == ["一（一）"]


def test_a_reference_to_the_rules_is_no_misconduct(draft):
    drafted = draft("一、纪律\n（一）存在违纪违规行为的，将按规定进行认定、处理。")
    assert drafted.facts["discipline"] == ()
    assert drafted.questions == ()
