"""Eligibility questions in people's own words: which topic they get, what is told only in passing, how a form ends."""

from __future__ import annotations

import pytest

from bot.actions.follow_ups.eligibility import asks_for_a_person
from bot.actions.form.words import gives_up, names_major
from bot.actions.names.studies import is_studied
from bot.actions.names.told_only import is_told_of_a_life, is_year_of_a_life
from bot.actions.several.words import is_interrogative
from tests.bot.conftest import Ask
from tests.bot.eligibility_replies import cited, sourced
from tests.bot.replies import said

ASK, NOW = "ask_eligibility", "2026-11-21"


@pytest.mark.parametrize(
    ("text", "body", "told"),
    [
        ("我从星辰数据公司跳槽出来,做标注五年,四级能考吗", "星辰数据公司", True),
        ("复旦哲学系本科毕业,训练师四级报得了吗", "复旦", True),
        ("上海海事大学 训练师四级多少钱", "上海海事大学", False),
        ("我进了星辰数据公司,他们能考四级吗", "星辰数据公司", False),
        ("星辰数据公司能考训练师吗", "星辰数据公司", False),
    ],
)
def test_a_body_of_the_story_is_not_asked_about(text: str, body: str, told: bool) -> None:
    assert is_told_of_a_life(text, body) is told


@pytest.mark.parametrize(
    ("text", "year", "told"),
    [
        ("2020年4月注册的到现在一直自己上手标,四级能考吗", 2020, True),
        ("手里是2018年的老证,三级行不行", 2018, True),
        ("2020年的报名费多少", 2020, False),
        ("2023年,四级多少钱", 2023, False),
    ],
)
def test_a_year_of_the_story_is_not_the_year_asked_for(text: str, year: int, told: bool) -> None:
    assert is_year_of_a_life(text, year) is told


@pytest.mark.parametrize("text", ["做了几年人事", "啥证也没有", "还是人社局发的红本"])
def test_words_of_asking_that_tell_do_not_ask(text: str) -> None:
    assert not is_interrogative(text)
    assert is_interrogative("要做几年才行")


def test_what_was_studied_is_no_occupation_that_is_asked_about() -> None:
    assert is_studied("他中专学的平面设计", "平面设计")
    assert is_studied("平面设计专业毕业的", "平面设计")
    assert not is_studied("我想学平面设计", "平面设计")
    assert not is_studied("平面设计能考几级", "平面设计")


@pytest.mark.parametrize("text", ["算了不问了,头疼", "哦 那算了 不考了", "先这样吧 我再想想", "取消"])
def test_a_form_is_given_up_with_a_sigh_too(text: str) -> None:
    assert gives_up(text)


@pytest.mark.parametrize("text", ["算了,四级呢", "算了,就考四级", "不考四级了", "算了多少钱"])
def test_what_goes_on_after_a_sigh_gives_nothing_up(text: str) -> None:
    assert not gives_up(text)


def test_a_named_major_answers_the_question_about_it() -> None:
    assert names_major("major", "计算机科学与技术")
    assert names_major("major", "她读烹饪的")
    assert not names_major("major", "对口")
    assert not names_major("major", "多少钱")
    assert not names_major("work_years", "会计")


@pytest.mark.parametrize("text", ["我能考几级", "帮我看看我够不够条件考人力资源管理师", "训练师我够格伐"])
def test_who_tells_neither_level_nor_fact_is_asked_back(text: str, ask: Ask) -> None:
    outcome = ask(text, ASK, at=NOW)
    assert outcome.reply.status == "clarification"
    assert "年满16周岁" in said(outcome)
    assert sourced(outcome, text)


def test_who_asks_for_the_rules_is_told_them(ask: Ask) -> None:
    assert ask("人工智能训练师的申报条件有哪些", ASK, at=NOW).reply.status == "answered"


@pytest.mark.parametrize(
    ("text", "intent", "level"),
    [
        ("训练师二级怎么报名", "ask_how_to_apply", "二级"),
        ("人力五级几月份考试", "ask_exam_date", "五级"),
        ("人工智能训练师一级今年能报吗", ASK, "一级"),
    ],
)
def test_a_level_that_is_not_there_this_year_is_a_plain_no(text: str, intent: str, level: str, ask: Ask) -> None:
    outcome = ask(text, intent, at=NOW)
    assert outcome.reply.status == "answered"
    assert "没有" in said(outcome)
    assert level in said(outcome)
    assert "一" in cited(outcome)
    assert sourced(outcome, text)


def test_it_is_so_before_any_condition_for_who_has_told_of_themselves(ask: Ask) -> None:
    told = ask("人事做了13年，企业人力资源管理师能考吗", ASK, at=NOW)
    outcome = ask("二级", "inform", told.memory, at=NOW)
    assert outcome.reply.status == "answered"
    assert said(outcome).startswith("不能报二级：")
    assert not outcome.reply.asks


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("听人说训练师三级零门槛，是个人都能报，对不对", "附件1·3"),
        ("都说现在训练师四级不看学历不看工龄，真的吗", "附件1·2"),
    ],
)
def test_a_rumour_of_no_conditions_is_denied_with_the_conditions(text: str, level: str, ask: Ask) -> None:
    outcome = ask(text, ASK, at=NOW)
    assert said(outcome).startswith("不是这样")
    assert level in cited(outcome)


def test_of_the_lowest_level_such_a_rumour_is_not_denied(ask: Ask) -> None:
    assert "不是这样" not in said(ask("训练师五级是不是不看工龄谁都能考", ASK, at=NOW))


@pytest.mark.parametrize(
    "text",
    [
        "花两千块买个工作证明去报训练师四级，会怎么样",
        "让老板多写两年工龄，训练师三级就够了，行得通吗",
        "找黄牛包装了一份履历报训练师三级，查出来咋处理",
    ],
)
def test_made_up_proofs_are_a_matter_of_discipline(text: str, ask: Ask) -> None:
    outcome = ask(text, ASK, at=NOW)
    assert outcome.reply.status == "answered"
    assert "附件2·一" in cited(outcome)


def test_an_age_limit_is_answered_and_the_least_schooling_left_open(ask: Ask) -> None:
    age = ask("老头子63了，训练师五级有年龄上限哇", ASK, at=NOW)
    assert age.reply.status == "answered"
    assert "16周岁" in said(age)
    school = ask("小学文化够不够考训练师五级", ASK, at=NOW)
    assert school.reply.status == "partial"
    assert "二（一）" in cited(school)


@pytest.mark.parametrize("text", ["那四级总归稳了", "退一步考四级呢", "照我这情况四级行不行", "那四级呢"])
def test_the_case_that_was_told_is_judged_for_another_level(text: str, ask: Ask) -> None:
    told = ask("做训练师6年，没证没职称，训练师三级能报吗", ASK, at=NOW)
    outcome = ask(text, "remark", told.memory, at=NOW)
    assert outcome.reply.status == "answered"
    assert "附件1·2（1）" in cited(outcome)


def test_a_step_below_is_not_the_level_applied_for(ask: Ask) -> None:
    told = ask("做训练师11年，训练师三级能报吗", ASK, at=NOW)
    outcome = ask("不用先考个四级垫底吧", ASK, told.memory, at=NOW)
    assert "附件1·3（1）" in cited(outcome)
    assert said(outcome).startswith("不是必须")


@pytest.mark.parametrize(
    ("text", "asked"),
    [("他五级好考吗", True), ("我妹五级好报伐", True), ("五级好考吗", False), ("我想问四级好考吗", False)],
)
def test_the_word_for_easy_is_the_shanghainese_may_of_a_person(text: str, asked: bool) -> None:
    assert asks_for_a_person(text) is asked
