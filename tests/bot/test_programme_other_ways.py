"""A talk about 推介官 that goes on about another certificate, a seal or a grade stays with the programme's notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import INFORM, Memory

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

AT = "2026-11-21"
NAME = "人工智能推介官"
CONTEST = Memory(occupation=NAME, topic="ask_promoter", said="参加技能比武有没有证")
STUDENT = Memory(occupation=NAME, topic="ask_promoter", said="我是大学生，过了信息技术水平考试")


@pytest.mark.parametrize(
    "text", ["要是去考数据标注，合格了拿的是哪个，基础？", "模型运用专项通过了算不算", "训练师几级才能拿高级的呢"]
)
@pytest.mark.parametrize("intent", [INFORM, "ask_catalogue", "ask_eligibility"])
def test_another_certificate_leads_to_the_programmes(text: str, intent: str, ask: Ask) -> None:
    found = ask(text, intent, CONTEST, AT).reply
    assert found.status == "answered"
    assert "三（一）1" in {one.clause for one in found.messages[0].citations}


def test_who_assesses_the_other_certificate_is_the_catalogues(ask: Ask) -> None:
    found = ask("数据标注归谁考", "ask_catalogue", CONTEST, AT).reply
    assert "库帕思" in found.messages[0].text


@pytest.mark.parametrize("text", ["给的是高级证书吗", "那是高级的吧"])
def test_the_grade_is_that_of_the_way_talked_about(text: str, ask: Ask) -> None:
    found = ask(text, "ask_certificate", CONTEST, AT).reply.messages[0]
    assert "（基础）" in found.text
    assert {one.clause for one in found.citations} >= {"四（二）"}


def test_a_seal_that_is_taken_for_the_issuers_is_told_from_the_notice(ask: Ask) -> None:
    found = ask("落款是不是市人社局", "ask_certificate", STUDENT, AT).reply.messages[0].text
    assert "市教育考试院" in found


def test_that_money_buys_it_is_answered_by_what_it_is_given_for(ask: Ask) -> None:
    found = ask("推介官是不是掏钱就能领", "ask_promoter", at=AT).reply
    assert found.status == "answered"
    assert "合格人员" in found.messages[0].text
