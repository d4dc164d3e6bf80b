"""Facts in the middle of a form in other words, a level that is not there, and a certificate that is only thought of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import INFORM

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

AT = "2026-11-21"
ELIGIBILITY = "ask_eligibility"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("不对，上一家也是干招聘的，前后加起来七年", 7),
        ("说错了，三段经历合起来五年半", 5.5),
        ("我查了下缴金记录，其实只有2年", 2),
        ("记错了，重新算了算，是六年", 6),
    ],
)
def test_years_that_are_put_right_are_judged(text: str, years: float, ask: Ask) -> None:
    before = ask("做人事四年，想考企业人力资源管理师四级，行吗", ELIGIBILITY, at=AT).memory
    outcome = ask(text, INFORM, before, AT)
    assert outcome.memory.situation.work_years == years
    assert "累计从事" in outcome.reply.messages[0].text
    assert "通知没有这样写" not in outcome.reply.messages[0].text


def test_a_level_that_is_not_there_is_judged_as_the_one_that_is(ask: Ask) -> None:
    found = ask("当培训师三年，考职业培训师五级够不够", ELIGIBILITY, at=AT).reply.messages[0]
    assert "只开展三级，没有五级" in found.text
    assert "满10年" in found.text
    assert "一" in {one.clause for one in found.citations}


@pytest.mark.parametrize(
    "text",
    [
        "假如我先把四级考下来，然后再干几年能考三级",
        "先拿四级的话，三级还要等多久",
        "如果先考到四级,再过多久可以报三级",
    ],
)
def test_after_a_certificate_that_is_only_thought_of_the_condition_is_told(text: str, ask: Ask) -> None:
    before = ask("做人工智能训练七年，能考人工智能训练师三级吗", ELIGIBILITY, at=AT).memory
    found = ask(text, ELIGIBILITY, before, AT).reply
    assert found.status == "answered"
    assert "满4年" in found.messages[0].text


@pytest.mark.parametrize("text", ["啊？那我还得等八年", "真离谱，还要再干八年啊", "要熬8年？"])
def test_who_says_the_wait_again_is_told_the_verdict(text: str, ask: Ask) -> None:
    before = ask("当培训师两年，能考职业培训师三级吗", ELIGIBILITY, at=AT).memory
    found = ask(text, "ask_retake_fee", before, AT)
    assert found.memory.topic == ELIGIBILITY
    assert found.memory.situation.work_years == 2
    assert "还差8年" in found.reply.messages[0].text


def test_both_levels_are_paid_for_where_one_comes_first(ask: Ask) -> None:
    found = ask("人工智能训练师先考四级再考三级，一共多少钱", "ask_fee", at=AT).reply.messages[0].text
    assert "900元" in found
