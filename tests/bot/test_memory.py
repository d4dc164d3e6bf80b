"""What carries over from turn to turn, and what a new word drops."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.turn import INFORM, Memory, Mentioned, Turn, merge
from knowledge.library import Library
from knowledge.validity import SHANGHAI

TRAINER, TEA, SECURITY = "人工智能训练师", "茶艺师", "网络与信息安全管理员（信息安全管理员）"
SAIA, SJTU, SHTA = "上海市人工智能行业协会", "上海交通大学", "上海市技师协会"
AT = datetime(2026, 6, 1, 12, tzinfo=SHANGHAI)
BEFORE = Memory(organisation=SAIA, occupation=TRAINER, level=3, topic="ask_fee")


def after(library: Library, named: Mentioned, memory: Memory = BEFORE, intent: str = "ask_phone") -> Memory:
    return merge(library, Turn("", intent, AT, named, memory))


def test_a_question_that_names_nothing_is_about_the_same(library: Library) -> None:
    assert after(library, Mentioned()) == BEFORE


def test_a_new_occupation_drops_level_and_organisation(library: Library) -> None:
    for intent in ("ask_fee", INFORM):
        merged = after(library, Mentioned(occupation=TEA), intent=intent)
        assert (merged.occupation, merged.level, merged.organisation) == (TEA, None, None)


def test_a_new_occupation_with_its_level_keeps_that_level(library: Library) -> None:
    merged = after(library, Mentioned(occupation=TEA, levels=(5,)))
    assert (merged.occupation, merged.level) == (TEA, 5)


def test_the_occupation_named_again_in_a_follow_up_keeps_everything(library: Library) -> None:
    assert after(library, Mentioned(occupation=TRAINER), intent=INFORM) == BEFORE


def test_the_occupation_named_again_in_a_new_question_is_about_all_its_organisations(library: Library) -> None:
    merged = after(library, Mentioned(occupation=TRAINER), intent="ask_catalogue")
    assert (merged.occupation, merged.level, merged.organisation) == (TRAINER, 3, None)


@pytest.mark.parametrize("intent", ["ask_fee", INFORM])
def test_an_organisation_that_assesses_the_occupation_keeps_it_and_the_level(
    intent: str, library: Library
) -> None:
    merged = after(library, Mentioned(organisation=SJTU), intent=intent)
    assert (merged.organisation, merged.occupation, merged.level) == (SJTU, TRAINER, 3)


@pytest.mark.parametrize("intent", ["ask_fee", INFORM])
def test_an_organisation_that_does_not_assess_the_occupation_drops_it(intent: str, library: Library) -> None:
    merged = after(library, Mentioned(organisation=SHTA), intent=intent)
    assert (merged.organisation, merged.occupation, merged.level) == (SHTA, None, None)


def test_an_organisation_that_assesses_a_specialisation_keeps_the_base_name(library: Library) -> None:
    """江南造船 assesses 焊工（电焊工）: who talked about 焊工 still does."""
    memory = Memory(occupation="焊工", level=4)
    merged = after(library, Mentioned(organisation="江南造船(集团)有限责任公司"), memory)
    assert (merged.occupation, merged.level) == ("焊工", 4)


def test_organisation_and_occupation_of_one_message_are_both_kept(library: Library) -> None:
    """交大的茶艺师多少钱: that the university does not assess it is the answer, not a reason to forget it."""
    merged = after(library, Mentioned(organisation=SJTU, occupation=TEA), Memory())
    assert (merged.organisation, merged.occupation) == (SJTU, TEA)


def test_a_new_level_replaces_the_old_one_alone(library: Library) -> None:
    assert after(library, Mentioned(levels=(4,)), intent=INFORM) == Memory(SAIA, TRAINER, 4, None, "ask_fee")


def test_a_code_stands_for_its_occupation(library: Library) -> None:
    merged = after(library, Mentioned(code="4-03-02-07"))
    assert (merged.occupation, merged.level, merged.organisation) == (TEA, None, None)


def test_a_code_of_no_notice_changes_nothing(library: Library) -> None:
    assert after(library, Mentioned(code="9-99-99-99")) == BEFORE


def test_the_year_outlives_a_follow_up_and_not_a_new_question(library: Library) -> None:
    last_year = Memory(SJTU, TRAINER, 3, 2025, "ask_fee")
    assert after(library, Mentioned(levels=(4,)), last_year, INFORM).year == 2025
    assert after(library, Mentioned(levels=(4,)), last_year, "ask_fee").year is None
    assert after(library, Mentioned(year=2026), last_year, INFORM).year == 2026


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2025年的收费标准", 2025),
        ("2025年度交大收费", 2025),
        ("去年人工智能训练师报名", 2025),
        ("前年的通知", 2024),
        ("明年的考试安排", 2027),
        ("今年收费", 2026),
        ("多少钱", None),
        ("我2019年拿的四级证", None),
        ("我是2020年毕业的", None),
        ("去年考过了理论", None),
        ("编号20250101", None),
        ("那明年几月份开始", 2027),
        ("去年什么时候考的", 2025),
        ("我去年开始做的", None),
        ("你这是去年的目录吧，今年有变吗", 2026),
        ("去年是400吧，明年多少", 2027),
        ("今年多少钱，和去年一样吗", 2026),
    ],
)
def test_the_year_asked_for_is_that_of_a_notice_and_not_of_a_life(
    text: str, year: int | None, library: Library
) -> None:
    assert mentioned(library, text, entities_of(library, text), AT).year == year


@pytest.mark.parametrize(
    ("moment", "year"),
    [
        (datetime(2025, 12, 31, 23, 59, tzinfo=SHANGHAI), 2024),
        (datetime(2026, 1, 1, 0, 0, tzinfo=SHANGHAI), 2025),
    ],
)
def test_last_year_is_counted_from_the_day_of_the_question(moment: datetime, year: int, library: Library) -> None:
    text = "去年的收费标准"
    assert mentioned(library, text, entities_of(library, text), moment).year == year


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("潜水员多少钱", "潜水员"),
        ("无人机驾驶员怎么报名", "驾驶员"),
        ("人工智能训练师多少钱", None),
        ("老师，请问多少钱", None),
        ("我是公司员工怎么报名", None),
        ("农民工可以考吗", None),
        ("工作人员几点下班", None),
        ("技师多少钱", None),
        ("高级工怎么报", None),
    ],
)
def test_an_occupation_that_nobody_lists_is_a_stranger(text: str, stranger: str | None, library: Library) -> None:
    found = mentioned(library, text, entities_of(library, text), AT).stranger
    assert (found or "").endswith(stranger) if stranger else found is None


@pytest.mark.parametrize(
    "text", ["从上海南站怎么过去", "我住上海的中山东一路", "北京户口能在上海考吗", "安徽人可以报吗"]
)
def test_who_only_comes_from_elsewhere_asks_about_shanghai(text: str, library: Library) -> None:
    assert mentioned(library, text, entities_of(library, text), AT).outside is None
