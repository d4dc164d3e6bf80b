"""Nobody is left with a machine that does not understand them: whom to call, with its source."""

from __future__ import annotations

import pytest

from bot.actions.remarks.patience import is_fed_up
from bot.actions.turn import INFORM
from tests.bot.conftest import Ask
from tests.bot.test_retake_form import OWN, talk, text_of, titles

PHONE = "021-62037717"
ASKED = ("人工智能训练师三级多少钱", "ask_fee")


@pytest.mark.parametrize(
    "words",
    [
        "你听不懂人话吗",
        "什么破机器人",
        "垃圾机器人",
        "答非所问",
        "你到底行不行啊",
        "气死我了",
        "真笨",
        "我都问了三遍了",
        "这是什么玩意",
        "你是不是有病",
    ],
)
@pytest.mark.parametrize("intent", ["out_of_scope", "capabilities", "search", "ask_supervision"])
def test_who_is_fed_up_is_shown_a_person(words: str, intent: str, ask: Ask) -> None:
    told = talk(ask, ASKED, (words, intent))
    assert told.reply.status == "handoff"
    assert PHONE in text_of(told)
    assert any(PHONE in one.quote and one.clause for one in told.reply.messages[0].citations)


@pytest.mark.parametrize(
    "words",
    [
        "麻烦问一下三级多少钱",
        "考试要带什么东西",
        "生活垃圾分拣员怎么考",
        "垃圾分类算哪个职业",
        "题目听不懂怎么办",
        "成绩没用了要重考吗",
        "操作没过怎么办",
        "到底能不能报三级",
        "证书有没有用",
        "报了两次名",
        "你们的证书没用了吗",
        "你说我有病能考吗",
        "工业机器人没用过能报操作员吗",
    ],
)
def test_a_plain_question_is_not_anger(words: str) -> None:
    assert not is_fed_up(words)


def test_a_question_in_anger_is_answered_too(ask: Ask) -> None:
    told = talk(ask, ("什么破机器人，训练师三级多少钱", "out_of_scope"))
    assert told.reply.status == "answered"
    assert "500元" in text_of(told)
    assert "转人工" in titles(told)


def test_after_two_questions_without_answer_there_is_a_person(ask: Ask) -> None:
    nothing = ("qwer", "search")
    once = talk(ask, ASKED, nothing)
    assert once.reply.status == "no_answer"
    assert PHONE not in text_of(once)
    twice = talk(ask, ASKED, nothing, ("zxcv", "search"))
    assert twice.reply.status == "no_answer"
    assert PHONE in text_of(twice)
    assert titles(twice)[-1] == "转人工"


def test_an_answer_in_between_begins_the_count_anew(ask: Ask) -> None:
    nothing = ("会不会下雪子呢喃", "search")
    assert PHONE not in text_of(talk(ask, ASKED, nothing, ASKED, nothing))


def test_a_form_goes_on_after_a_person_was_offered(ask: Ask) -> None:
    told = talk(ask, OWN, ("你听不懂人话吗", "capabilities"))
    assert told.reply.status == "handoff"
    assert "算到2027年3月" in text_of(talk(ask, OWN, ("你听不懂人话吗", "capabilities"), ("2025年3月", INFORM)))


def test_who_wants_to_complain_in_anger_is_told_where(ask: Ask) -> None:
    """监督电话 of the trainer's notice."""
    told = talk(ask, ASKED, ("我要投诉你们，什么垃圾系统", "out_of_scope"))
    assert "021-58388009" in text_of(told)
    assert PHONE in text_of(told)
