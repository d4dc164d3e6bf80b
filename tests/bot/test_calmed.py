"""What is asked in anger or pleading is asked all the same; beside a question that no notice answers another one is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.actions.desk import Desk
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.remarks.patience import calmed, only_rages
from bot.actions.respond import respond
from bot.actions.several.questions import questions_in
from bot.actions.turn import Turn
from knowledge.validity import parse_as_of
from tests.bot.conftest import Ask


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("气死我了,到底能不能报", "到底能不能报"),
        ("求求你们了,三级多少钱", "三级多少钱"),
        ("急死人了,还能报名吗", "还能报名吗"),
        ("救命啊准考证打不出来", "准考证打不出来"),
        ("什么破玩意,成绩什么时候出", "成绩什么时候出"),
        ("拜托拜托,帮我查一下电话", "帮我查一下电话"),
    ],
)
def test_the_question_is_left(text: str, asked: str) -> None:
    assert calmed(text) == asked


@pytest.mark.parametrize("text", ["三级多少钱", "烦死了", "求求你了", "烦死了别问我了", "气死我了"])
def test_nothing_is_left_where_nothing_is_asked_or_nobody_is_angry(text: str) -> None:
    assert calmed(text) is None


def test_mere_anger_is_no_series_of_questions() -> None:
    assert only_rages("太过分了吧!看个手机而已,什么破规定")
    assert not only_rages("什么破系统,报名费多少钱")


def test_a_person_is_offered_beside_the_answer(desk: Desk) -> None:
    text, at = "人工智能训练师三级多少钱", parse_as_of("2026-06-01")
    turn = Turn(text, "ask_fee", at, mentioned(desk.library, text, entities_of(desk.library, text), at))
    reply = respond(desk, replace(turn, upset=True)).reply
    assert reply.status == "answered"
    assert "500元" in reply.messages[-1].text
    assert "021-62037717" in reply.messages[-1].text


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("我们5个人报四级,一共多少,有团购优惠吗", ["我们5个人报四级,一共多少", "有团购优惠吗"]),
        ("报名费多少,教材要钱吗", ["报名费多少", "教材要钱吗"]),
        ("三级考试难不难,多少钱", ["三级考试难不难", "多少钱"]),
        ("学费和报名费分别多少", ["学费", "报名费分别多少"]),
        ("四级工本费和考试费各多少", ["四级工本费", "四级考试费各多少"]),
    ],
)
def test_what_is_never_stated_does_not_hide_what_is(text: str, questions: list[str]) -> None:
    assert questions_in(text) == questions


@pytest.mark.parametrize(
    "text",
    [
        "补考收我三百,不是说有优惠么",
        "操作补考多少钱,怎么没有折扣",
        "理论完了隔多久考操作,中午管饭吗",
        "三级每次都一次过,考试费多少,全考下来一共多少",
    ],
)
def test_what_is_held_against_an_answer_is_no_question_of_its_own(text: str) -> None:
    assert len(questions_in(text)) == 1


@pytest.mark.parametrize("text", ["补办一张要花钱吗", "重新补一份收不收费", "再办一张要交多少"])
def test_what_a_new_certificate_costs_is_not_stated(ask: Ask, text: str) -> None:
    before = ask("交大的人工智能训练师证书丢了怎么补", "ask_certificate_loss")
    reply = ask(text, "ask_certificate_loss", before.memory).reply
    assert reply.status == "not_stated"
    assert "补办证书的费用" in reply.messages[0].text
