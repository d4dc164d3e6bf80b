"""Short words of an ordinary talk about sittings, results, certificates and retakes keep to what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.answers.claims.words import states
from bot.actions.answers.silent.exam_day import EXAM_DAY
from bot.actions.turn import Memory
from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

AT = "2026-11-21"
TRAINER = Memory("上海市人工智能行业协会", "人工智能训练师")


@pytest.mark.parametrize("text", ["那要是错过了呢", "万一12月也没赶上", "如果人数不够呢"])
def test_a_case_that_is_put_claims_nothing(text: str) -> None:
    assert not states(text)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("成绩出来前能先报三级吗", True),
        ("分数还没公布，可以接着报下一级吗", True),
        ("四级证书还没拿到，能先报三级吗", True),
        ("有教师资格证，能报职业培训师三级吗", False),
        ("还没拿到四级证书，能报三级吗", False),
        ("成绩没出来能报四级补考吗", False),
    ],
)
def test_the_next_level_before_the_results(text: str, silent: bool) -> None:
    assert any("成绩出来前" in one.label and one.asked.search(text) for one in EXAM_DAY) is silent


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (("11月8号考的，成绩什么时候出来", "ask_results"), ("如果没过呢", "ask_results"), "按规定申请补考"),
        (("我操作没过，什么时候能补考", "ask_retake"), ("那理论还要考吗", "ask_exam_form"), "按规定申请补考"),
        (("我操作没过，什么时候能补考", "ask_retake"), ("最晚到什么时候", "ask_application_window"), "成绩有效期"),
        (("12月底去报还行吗", "ask_application_window"), ("那几月考", "ask_exam_date"), "根据次年公告排考"),
        (("证书在哪里领", "ask_certificate"), ("我去年考的", "ask_changes"), "业务受理点"),
        (("什么时候考", "ask_exam_date"), ("那今年没机会了", "ask_retake"), "申报11月"),
    ],
)
def test_goes_on(ask: Ask, first: tuple[str, str], then: tuple[str, str], told: str) -> None:
    before = ask(*first, memory=TRAINER, at=AT)
    assert told in said(ask(*then, memory=before.memory, at=AT))


def test_a_certificate_by_a_day_is_not_promised(ask: Ask) -> None:
    outcome = ask("我现在报名，年底前能拿到证书吗", "ask_application_window", memory=TRAINER, at=AT)
    assert outcome.reply.status == "partial"
    assert "没有写明证书什么时候发" in said(outcome)
