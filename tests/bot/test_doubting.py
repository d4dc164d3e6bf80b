"""Doubting what was just said, or asking of which year it is: the last answer again, never the self-description."""

from __future__ import annotations

import pytest

from bot.actions.remarks.doubting import asks_year, doubts
from tests.bot.conftest import Ask


@pytest.mark.parametrize(
    "text",
    [
        "你敢保证吗",
        "你确定没搞错?",
        "不会吧这么贵",
        "真的假的,太狠了吧",
        "到底信你哪句",
        "刚刚说有现在又没有,你哪句话是真的",
        "你没骗我吧",
        "我不信",
    ],
)
def test_a_message_that_only_doubts(text: str) -> None:
    assert doubts(text)


@pytest.mark.parametrize(
    "text",
    ["三级真的要500吗", "确定要带身份证吗", "到底哪个便宜", "哪个协会准", "你确定三级是500", "到底怎么报名"],
)
def test_who_asks_for_something_of_their_own_does_not_only_doubt(text: str) -> None:
    assert not doubts(text)


@pytest.mark.parametrize(
    "text",
    [
        "这是哪年的数据",
        "你发的表格是今年的还是去年的",
        "你这价格是不是去年的",
        "该不会是老黄历吧",
        "这些信息是最新的吗",
    ],
)
def test_the_year_of_what_was_told_is_asked(text: str) -> None:
    assert asks_year(text)


@pytest.mark.parametrize(
    "text", ["这是今年的考试吗", "今年的通知", "那今年呢", "那今年的收费呢", "去年的呢", "四级的收费是今年的吗"]
)
def test_the_year_of_something_else_is_not(text: str) -> None:
    assert not asks_year(text)


def test_the_last_answer_comes_again_with_its_clause(ask: Ask) -> None:
    before = ask("人工智能训练师三级多少钱", "ask_fee")
    again = ask("真的假的,这么贵", "capabilities", before.memory).reply
    assert again.status == "answered"
    assert "500元" in again.messages[0].text
    assert [one.clause for one in again.messages[0].citations] == [
        one.clause for one in before.reply.messages[0].citations
    ]


def test_which_year_it_was(ask: Ask) -> None:
    before = ask("养老护理员在哪考", "ask_catalogue")
    again = ask("你这份清单是今年的吗", "capabilities", before.memory).reply
    assert "2025年" in again.messages[0].text
    assert "去年" in again.messages[0].text
