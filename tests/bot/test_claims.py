"""What people have heard: the answer begins with yes or no, by the words of the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.gate import missing_sources
from bot.actions.answers.claims.premise_words import premises
from bot.actions.answers.claims.words import asks_openly, claims
from bot.actions.turn import Memory

if TYPE_CHECKING:
    from knowledge.library import Library
    from tests.bot.conftest import Ask

TRAINER = Memory("上海市人工智能行业协会", "人工智能训练师")
HR = Memory("上海市技师协会", "企业人力资源管理师")


def first_line(ask: Ask, text: str, intent: str, memory: Memory) -> str:
    return ask(text, intent, memory, "2026-11-21").reply.messages[0].text.split("\n")[0]


@pytest.mark.parametrize(
    ("text", "intent", "memory", "begins"),
    [
        ("听说四级是400对吧", "ask_fee", TRAINER, "对"),
        ("听说四级是500对吧", "ask_fee", TRAINER, "不是"),
        ("听说补考不用交钱", "ask_retake_fee", TRAINER, "不是"),
        ("理论和操作分两天考的吧", "ask_exam_date", TRAINER, "不是"),
        ("理论和操作是同一天考的吧", "ask_exam_date", TRAINER, "对"),
        ("个人报名不用预约的吧", "ask_how_to_apply", TRAINER, "不是"),
        ("个人报名要预约的吧", "ask_how_to_apply", TRAINER, "对"),
        ("个人可以网上报名的吧", "ask_how_to_apply", TRAINER, "不是"),
        ("个人可以网上报名的吧", "ask_how_to_apply", HR, "对"),
        ("四级成绩保留三年的吧", "ask_retake", TRAINER, "不是"),
        ("四级成绩保留两年的吧", "ask_retake", TRAINER, "对"),
        ("证书会快递给我的吧", "ask_certificate", TRAINER, "不是"),
        ("证书会快递给我的吧", "ask_certificate", HR, "对"),
        ("证书是技师协会发的吧", "ask_certificate", HR, "对"),
        ("证书是教育部发的吧", "ask_certificate", HR, "不是"),
        ("听说要有上海户口才能报", "ask_eligibility", HR, "通知没有这样写"),
        ("不到20个人就顺延是吧", "ask_exam_date", TRAINER, "不是"),
        ("不到30个人就顺延是吧", "ask_exam_date", TRAINER, "对"),
        ("报名已经截止了是吧", "ask_application_window", HR, "对"),
        ("报名已经截止了是吧", "ask_application_window", TRAINER, "不是"),
        ("抄袭只取消这一科对吧", "ask_discipline", HR, "不是"),
        ("替考是终身禁考吗", "ask_discipline", HR, "不是"),
        ("手机可以带进去吗", "ask_discipline", HR, "不可以"),
    ],
)
def test_a_claim_is_confirmed_or_denied_first(
    text: str, intent: str, memory: Memory, begins: str, ask: Ask
) -> None:
    assert first_line(ask, text, intent, memory).startswith(begins)


@pytest.mark.parametrize("text", ["四级多少钱", "怎么报名", "什么时候出成绩", "不管考哪级都多少钱"])
def test_an_open_question_claims_nothing(text: str) -> None:
    assert asks_openly(text)
    assert not claims(text)


def test_some_notice_has_the_words_of_every_premise(library: Library) -> None:
    lines = [line.text for one in library.holdings for each in one.notice.clauses.values() for line in each.lines]
    stated = [(one.about, each.words) for one in premises() for each in one.stated]
    assert [about for about, words in stated if not any(words.search(line) for line in lines)] == []


def test_a_premise_of_silence_has_a_name_and_its_words() -> None:
    assert [one.about for one in premises() if not one.stated and not (one.silent and one.tell)] == []


@pytest.mark.parametrize(
    ("text", "memory", "begins"),
    [
        ("技师协会窗口在漕溪路吧，我打车了", HR, "不是这个地址"),
        ("技师协会窗口在广济路吧", HR, "对"),
        ("协会在浦东大道那边对吧", TRAINER, "不是这个地址"),
    ],
)
def test_a_road_without_a_number_is_held_against_the_address(
    text: str, memory: Memory, begins: str, ask: Ask
) -> None:
    assert first_line(ask, text, "ask_address", memory).startswith(begins)


@pytest.mark.parametrize("text", ["人力11月30日截止报名，对吧", "群里说HR十月底那批10月31号截止，是吗"])
def test_a_last_day_is_denied_in_the_persons_own_words(text: str, ask: Ask) -> None:
    reply = ask(text, "ask_application_window", HR, "2026-11-21").reply
    assert "9月30日" in reply.messages[0].text
    assert not [one for each in reply.messages for one in missing_sources(each, text)]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("听说行业协会新增了训练师二级，我有三级证", "ask_eligibility"),
        ("行业协会训练师二级几号报名，三级我有了", "ask_application_window"),
    ],
)
def test_a_level_that_is_not_offered_is_said_so_whatever_is_told(text: str, intent: str, ask: Ask) -> None:
    reply = ask(text, intent, at="2026-11-21").reply
    assert "没有二级" in reply.messages[0].text


def test_whose_the_postage_is_and_which_days_in_august(ask: Ask) -> None:
    assert (
        "快递费自理"
        in ask("技师协会证书寄来，到付的钱谁出", "ask_payment", at="2026-11-21").reply.messages[0].text
    )
    told = ask("8月人力是哪两天考的", "ask_exam_date", at="2026-11-21").reply
    assert told.status == "answered"
    assert "8月22、23日" in told.messages[0].text


@pytest.mark.parametrize(
    ("text", "intent", "never"),
    [
        ("训练师不收散户，要交两千跟班才行，真的吗", "ask_fee", "不是，要收费"),
        ("完了人力报名我好像没仔细看", "ask_application_window", "对，报名已经截止"),
        ("人力我有一科过了，现在承不承认", "ask_exam_form", "不是，科目是"),
    ],
)
def test_words_that_only_look_like_a_claim_are_not_judged(text: str, intent: str, never: str, ask: Ask) -> None:
    assert not ask(text, intent, at="2026-11-21").reply.messages[0].text.startswith(never)
