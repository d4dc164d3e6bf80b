"""Rules on retakes; a validity needs levels and years that the words give without doubt."""

from __future__ import annotations

import pytest


def validity(drafted):
    return [(one.levels, one.valid_years) for one in drafted.facts["retakes"] if one.rule == "validity"]


def test_two_periods_in_one_sentence_are_two_facts(draft):
    drafted = draft("一、补考\n五级、四级、三级成绩有效期均为两年,二级、一级补考有效期为三年。")
    assert validity(drafted) == [((5, 4, 3), 2), ((2, 1), 3)]
    assert [one.sources[0].quote for one in drafted.facts["retakes"]] == [
        "五级、四级、三级成绩有效期均为两年",
        "二级、一级补考有效期为三年",
    ]
    assert drafted.questions == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("四级成绩有效期为1年，自考试之日起计算。", [((4,), 1)]),
        ("四级、三级单科合格成绩自公布之日起两年内有效，二级单科合格成绩三年内有效。", [((4, 3), 2), ((2,), 3)]),
        ("五级、四级合格科目成绩有效期二年；三级合格科目成绩有效期三年。", [((5, 4), 2), ((3,), 3)]),
    ],
)
def test_how_long_a_result_counts_is_read_in_other_words(draft, sentence, expected):
    assert validity(draft(f"一、补考\n（一）{sentence}")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "三级及以下成绩有效期为两年。",
        "理论成绩有效期为两年。",
        "锁具修理工单科成绩有效期为两年。",
        "单科成绩有效期为一年半。",
        "四级成绩保留至次年年底。",
        "四、三级成绩有效期两年。",
        "取得四级证书后，三级成绩有效期两年。",
    ],
)
def test_a_period_that_is_not_certain_is_asked(draft, sentence):
    drafted = draft(f"一、补考\n（一）{sentence}")
    assert validity(drafted) == []
    assert [one.clause for one in drafted.questions] == ["一（一）"]


@pytest.mark.parametrize(
    ("sentence", "levels", "years", "months"),
    [
        ("单科成绩有效期18个月，自公布次日起计算。", (), None, 18),
        ("合格成绩保留三年，三年内可补考其余未合格科目。", (), 3, None),
        ("单项成绩9个月内有效，逾期须重新参加全部考核。", (), None, 9),
        ("三级单科合格成绩有效期30个月。", (3,), None, 30),
        ("考试有部分科目未合格的，可在成绩有效期1年内参加补考。", (), 1, None),
    ],
)
def test_a_period_without_levels_holds_for_all_that_are_offered(draft, sentence, levels, years, months):
    drafted = draft(f"一、补考\n（一）{sentence}")
    found = [one for one in drafted.facts["retakes"] if one.rule == "validity"]
    assert [(one.levels, one.valid_years, one.valid_months) for one in found] == [(levels, years, months)]
    assert drafted.questions == ()


def test_a_list_of_levels_behind_the_word_validity_is_read(draft):
    drafted = draft("一、补考\n（一）成绩有效期：四级、三级为1年，二级为2年。")
    assert validity(drafted) == [((4, 3), 1), ((2,), 2)]
    assert drafted.questions == ()


def test_a_period_under_the_heading_of_one_level_is_asked(draft):
    drafted = draft("一、三级补考\n（一）单科成绩有效期为2年。")
    assert validity(drafted) == []


def test_a_period_that_another_sentence_contradicts_is_asked(draft):
    drafted = draft("一、补考\n（一）单科成绩有效期为2年。\n（二）二级单科成绩有效期为3年。")
    assert validity(drafted) == [((2,), 3)]
    assert [one.clause for one in drafted.questions] == ["一（一）"]


def test_past_the_period_everything_is_taken_again(draft):
    drafted = draft("一、补考\n（一）四级单科成绩有效期24个月，逾期须重新报考全部科目。")
    expired = [one for one in drafted.facts["retakes"] if one.rule == "expired"]
    assert [one.sources[0].quote for one in expired] == ["逾期须重新报考全部科目。"]


def test_a_second_period_without_its_words_is_asked(draft):
    drafted = draft("一、补考\n（一）四级成绩有效期为两年，其他等级三年。")
    assert validity(drafted) == [((4,), 2)]
    assert len(drafted.questions) == 1


def test_every_rule_has_its_fact(draft):
    drafted = draft(
        """一、补考
（一）有科目不合格的，可以申请补考。超过有效期的，须重新报名参加全部科目考试。
（二）有效期内重新申报同职业同等级的，视为放弃补考资格，原成绩不再保留。
（三）考核方式调整的，按协会公布的补考方案执行。
（四）竞赛成绩不合格的，不得补考。"""
    )
    rules = [(one.rule, one.sources[0].clause) for one in drafted.facts["retakes"]]
    assert rules == [
        ("allowed", "一（一）"),
        ("expired", "一（一）"),
        ("reapplied", "一（二）"),
        ("mode_change", "一（三）"),
        ("competition", "一（四）"),
    ]


def test_a_refused_retake_is_not_an_allowed_one(draft):
    assert draft("一、补考\n（一）补考不合格的，不能再次补考。").facts["retakes"] == ()
