"""How long one must have worked, asked in a talk about somebody's own case: the condition first, then the verdict."""

from __future__ import annotations

import pytest

from bot.actions.answers.eligibility.years_required import asks_years
from bot.actions.turn import ELIGIBILITY
from tests.bot.conftest import Ask

AT = "2026-06-01"
TRAINER = "人工智能训练师三级"
WORK, CERTIFICATE, TITLE = "(1)累计从事", "(2)取得本职业", "(3)取得符合专业对应关系的初级职称"


@pytest.mark.parametrize(
    "text",
    ["总共要满几年", "规定的是满多少年", "要做多久才行", "年限要求几年", "评上职称后要做满多久", "得干几年"],
)
def test_years_are_asked_for(text: str) -> None:
    assert asks_years(text)


@pytest.mark.parametrize("text", ["做满五年了", "成绩几年有效", "能考几级", "哪年毕业都行吗", "要多少钱"])
def test_other_questions_ask_for_no_years(text: str) -> None:
    assert not asks_years(text)


@pytest.mark.parametrize(
    ("text", "quoted", "left_out"),
    [
        ("按工龄规定要满几年", WORK, CERTIFICATE),
        ("拿四级证后要满几年", CERTIFICATE, WORK),
        ("评上职称后要做满多久才行", TITLE, CERTIFICATE),
        ("总共要满几年", WORK, TITLE),
    ],
)
def test_the_condition_of_the_sort_asked_for_is_quoted(ask: Ask, text: str, quoted: str, left_out: str) -> None:
    told = ask(f"我做标注八年，能报{TRAINER}吗", ELIGIBILITY, at=AT)
    reply = ask(text, ELIGIBILITY, told.memory, at=AT).reply
    rule = reply.messages[0].text.split("\n")[2]
    assert reply.status == "answered"
    assert rule.startswith(f"三级：{quoted}")
    assert left_out not in rule


def test_a_question_for_years_is_answered_while_a_form_is_open(ask: Ask) -> None:
    told = ask("我高中毕业，想考企业人力资源管理师四级，能报吗", ELIGIBILITY, at=AT)
    assert told.memory.form is not None
    text = ask("那我还要再做多久，总共要满几年", ELIGIBILITY, told.memory, at=AT).reply.messages[0].text
    assert "满5年" in text
    assert "没听懂" not in text


def test_a_level_that_is_lacked_is_not_the_one_applied_for(ask: Ask) -> None:
    told = ask(f"{TRAINER}我够得上吗，做标注八年", ELIGIBILITY, at=AT)
    then = ask("四级证没有的哦，也没有职称", ELIGIBILITY, told.memory, at=AT)
    assert then.memory.level == 3
