"""Sorts of things that the notices never state: said plainly, with where to ask; what is stated is not withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.answers.silent_sorts import MATTERS

if TYPE_CHECKING:
    from knowledge.library import Library
    from tests.bot.conftest import Ask


@pytest.mark.parametrize("matter", MATTERS, ids=lambda one: one.label)
def test_no_notice_states_it(library: Library, matter: object) -> None:
    lines = [
        line.text for one in library.holdings for clause in one.notice.clauses.values() for line in clause.lines
    ]
    assert not [line for line in lines if matter.stated.search(line)]


@pytest.mark.parametrize(
    "text",
    [
        "企业人力资源管理师几分算过",
        "企业人力资源管理师考场设在哪里",
        "企业人力资源管理师理论考多长时间",
        "企业人力资源管理师有指定教材吗",
        "企业人力资源管理师成绩可以复核吗",
        "技师协会的邮箱是多少",
        "企业人力资源管理师迟到了还能进吗",
    ],
)
def test_silence_is_told_with_the_telephone_number(ask: Ask, text: str) -> None:
    reply = ask(text, "search").reply
    assert reply.status == "not_stated"
    assert "62418668" in reply.messages[0].text


def test_the_way_is_not_stated_but_the_address_is(ask: Ask) -> None:
    reply = ask("去上海市技师协会坐几号线地铁", "ask_address").reply
    assert reply.status == "not_stated"
    assert "广济路838号" in reply.messages[0].text


def test_damage_is_told_with_the_rule_on_purpose(ask: Ask) -> None:
    reply = ask("不小心把电脑弄坏了要赔多少钱", "ask_fee").reply
    assert reply.status == "not_stated"
    assert any("故意损毁评价设备" in one.quote for one in reply.messages[0].citations)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("人工智能训练师理论和实操同一天考吗", "ask_exam_form"),
        ("人工智能训练师报名人数不够要推迟到什么时候", "ask_exam_date"),
        ("带手机进考场会怎么处理", "ask_discipline"),
        ("考核指导手册在哪里下载，人工智能训练师的", "ask_website"),
        ("人工智能推介官的考核题库由谁更新", "ask_promoter"),
    ],
)
def test_what_is_stated_is_answered(ask: Ask, text: str, intent: str) -> None:
    assert ask(text, intent).reply.status == "answered"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("听说人工智能训练师三级只要300对吧", "不是300元"),
        ("人工智能训练师三级是500没错吧", "对，是500元"),
        ("听说人工智能训练师四级要五百", "不是五百。"),
        ("人工智能训练师三级理论是100吧", "按"),
        ("上海交通大学人工智能训练师三级是500吧", "按"),
    ],
)
def test_a_fee_that_is_claimed_is_judged(ask: Ask, text: str, begins: str) -> None:
    assert ask(text, "ask_fee").reply.messages[0].text.startswith(begins)
