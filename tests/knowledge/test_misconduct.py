"""From everyday words to the item of the candidate rules, with what follows from it."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts import Bar
from knowledge.library import Library
from knowledge.misconduct import Discipline, barred_until, discipline, label_of, matching, unlisted
from knowledge.subject import resolve_subject
from knowledge.validity import parse_as_of

NOW = parse_as_of("2026-11-21")


@pytest.fixture(scope="module")
def rules(library: Library) -> Discipline:
    (found,) = discipline(library, resolve_subject(library.lexicon, "上海市人工智能行业协会"), NOW)
    return found


def items(rules: Discipline, text: str) -> set[str]:
    return {one.citations[0].clause.removeprefix("附件2·") for one in matching(rules.cases, text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("用手机查答案", {"三·1"}),
        ("考试带手机会怎么样", {"二·1", "三·1"}),
        ("考场能带水杯吗", {"二·1"}),
        ("抄袭呢", {"三·2"}),
        ("偷看旁边的人", {"三·2"}),
        ("找人代考", {"四·4"}),
        ("我弟弟替我进考场", {"四·4"}),
        ("由他人冒名顶替参加评价的", {"四·4"}),
        ("考前在群里买到题目传给别人", {"四·2"}),
        ("泄题怎么处理", {"四·2"}),
        ("把试题抄下来带出来", {"三·4"}),
        ("撕卷子", {"三·3"}),
        ("在里面大声喧哗", {"二·3"}),
        ("抽烟", {"二·3"}),
        ("中途擅自离开座位", {"二·2"}),
        ("工作年限造假", {"一", "四·1"}),
        ("用了假学历", {"一", "四·1"}),
        ("故意弄坏电脑和监控", {"四·6"}),
        ("买通考官", {"四·5"}),
        ("逼别人让我抄", {"三·2", "四·3"}),
    ],
)
def test_a_description_finds_the_items_that_it_means(text: str, expected: set[str], rules: Discipline) -> None:
    assert items(rules, text) == expected


@pytest.mark.parametrize("text", ["迟到半小时", "能不能提前交卷", "弄脏了桌子要赔吗"])
def test_what_the_rules_do_not_list_is_told_apart(text: str, rules: Discipline) -> None:
    assert items(rules, text) == set()
    assert len(unlisted(rules.cases, text)) == 1


@pytest.mark.parametrize(
    "text", ["人工智能训练师三级多少钱", "你好", "职业技能等级认定考试", "违反考场规则会怎样"]
)
def test_other_words_describe_nothing(text: str, rules: Discipline) -> None:
    assert items(rules, text) == set()
    assert unlisted(rules.cases, text) == []


def test_consequences_are_those_of_the_class(rules: Discipline) -> None:
    by_item = {one.citations[0].clause.removeprefix("附件2·"): one for one in rules.cases}
    assert (by_item["二·1"].cancels, by_item["二·1"].bars) == ("subject", ())
    assert (by_item["三·1"].cancels, by_item["三·1"].bars) == ("all_subjects", (Bar(years=None, case="any"),))
    assert by_item["四·4"].bars == (Bar(years=2, case="minor"), Bar(years=5, case="serious"))
    assert by_item["四·4"].referred_to_authorities
    assert by_item["一"].certificate_void
    assert by_item["一"].fee_kept


def test_every_item_but_the_catch_alls_has_an_everyday_name(rules: Discipline) -> None:
    nameless = [one.citations[0].clause for one in rules.cases if label_of(one) is None]
    assert nameless == ["附件2·二·4", "附件2·三·5", "附件2·四·7"]


def test_only_the_current_year_has_a_last_day(rules: Discipline) -> None:
    assert barred_until(Bar(years=None, case="any"), date(2026, 3, 2)) == date(2026, 12, 31)
    assert barred_until(Bar(years=2, case="minor"), date(2026, 3, 2)) is None


def test_what_holds_after_certificates_were_issued_is_known(rules: Discipline) -> None:
    (later,) = rules.afterwards
    assert later.clause == "附件2·四·7"
    assert "已颁发证书" in later.quote
