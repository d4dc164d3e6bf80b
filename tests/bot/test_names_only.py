"""Whoever only names what they come for is asked what they want to know of it, whatever the classifier makes of it."""

from __future__ import annotations

import pytest

from tests.bot.conftest import Ask

GUESSES = ["ask_fee", "ask_phone", "thank", "greet", "search", "out_of_scope", "ask_catalogue"]


@pytest.mark.parametrize("intent", GUESSES)
@pytest.mark.parametrize(
    "words",
    [
        "想问下茶艺师",
        "我想咨询一下茶艺师",
        "了解下茶艺师",
        "你好我想了解一下茶艺师的情况",
        "麻烦问问茶艺师的事",
        "茶艺师",
    ],
)
def test_only_a_name(words: str, intent: str, ask: Ask) -> None:
    outcome = ask(words, intent)
    assert outcome.reply.status == "clarification"
    assert "茶艺师" in outcome.reply.messages[0].text
    assert outcome.memory.occupation == "茶艺师"


@pytest.mark.parametrize(
    ("words", "intent", "status"),
    [
        ("想问下茶艺师多少钱", "ask_fee", "not_stated"),
        ("想问下茶艺师哪里能考", "ask_catalogue", "answered"),
        ("咨询一下人工智能训练师电话", "ask_phone", "answered"),
    ],
)
def test_what_is_asked_of_it_is_answered(words: str, intent: str, status: str, ask: Ask) -> None:
    assert ask(words, intent).reply.status == status


def test_in_a_talk_a_name_with_a_word_of_its_own_asks(ask: Ask) -> None:
    first = ask("人工智能训练师三级多少钱", "ask_fee")
    then = ask("人工智能推介官的证书呢", "ask_promoter", first.memory)
    assert then.memory.topic == "ask_promoter"
