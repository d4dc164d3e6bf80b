"""Who assesses what at which levels, and the codes of occupations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import Memory
from tests.bot.replies import cited, said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

TRAINER = "人工智能训练师"


def test_who_assesses_an_occupation_is_told_with_the_levels_of_each(ask: Ask) -> None:
    outcome = ask("养老护理员在哪里考", "ask_catalogue")
    assert outcome.reply.status == "answered"
    assert "上海市养老服务和老龄产业协会（五级、四级、三级、二级、一级）" in said(outcome)
    assert "上海中福会养老院（五级、四级、三级）" in said(outcome)
    assert ("shhrss-2025-catalogue", "附件·一") in cited(outcome)


def test_the_catalogue_of_last_year_is_given_as_such(ask: Ask) -> None:
    assert "去年" in said(ask("养老护理员在哪里考", "ask_catalogue"))
    assert "去年" not in said(ask("养老护理员在哪里考", "ask_catalogue", at="2025-12-31"))


def test_what_an_organisation_assesses_is_told_whole(ask: Ask) -> None:
    text = said(ask("库帕思能考什么", "ask_catalogue"))
    assert "人工智能数据标注（专项职业能力）" in text
    assert "人工智能模型运用（专项职业能力）" in text


def test_where_two_notices_differ_both_are_told_and_which_to_trust(ask: Ask) -> None:
    text = said(ask("交大人工智能训练师能考几级", "ask_catalogue"))
    assert "四级、三级、二级、一级" in text
    assert "（四级、三级）" in text
    assert "以机构自己的通知为准" in text


def test_a_level_that_nobody_assesses_is_said_so(ask: Ask) -> None:
    outcome = ask("咖啡师哪里可以考", "ask_catalogue")
    assert "上海虹桥品汇咖啡有限公司" in said(outcome)
    none = ask("密码技术应用员五级在哪里考", "ask_catalogue")
    assert none.reply.status == "answered"
    assert "三级" in said(none)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("4-04-05-05是什么职业", "人工智能训练师"),
        ("编码6-02-06-11", "评茶师"),
        ("4-04-05-Z1是什么", "人工智能数据标注"),
        ("人工智能训练师的职业编码", "4-04-05-05"),
        ("车工的编码", "6-18-01-01"),
        ("数据标注的编码", "4-04-05-Z1"),
    ],
)
def test_a_code_is_looked_up_in_both_directions(text: str, part: str, ask: Ask) -> None:
    outcome = ask(text, "ask_occupation_code")
    assert outcome.reply.status == "answered"
    assert part in said(outcome)
    assert outcome.reply.messages[0].citations


@pytest.mark.parametrize("text", ["9-99-99-99是什么职业", "人工智能推介官的职业编码"])
def test_a_code_that_no_notice_prints_is_not_stated(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_occupation_code")
    assert outcome.reply.status == "not_stated"


@pytest.mark.parametrize("intent", ["ask_fee", "ask_catalogue", "ask_how_to_apply", "search"])
def test_an_occupation_that_nobody_lists_is_named_and_not_replaced(intent: str, ask: Ask) -> None:
    memory = Memory("上海市人工智能行业协会", TRAINER, 3, None, "ask_fee")
    outcome = ask("潜水员呢", intent, memory)
    assert outcome.reply.status == "not_stated"
    assert "潜水员" in said(outcome)
    assert TRAINER not in said(outcome)
    assert outcome.memory == memory
