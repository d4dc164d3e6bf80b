"""Contacts, directory, codes, clauses, search, and what is outside the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import INFORM, Memory
from tests.bot.replies import cited, said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

TRAINER = "人工智能训练师"


def test_a_name_without_a_question_is_asked_what_about_it(ask: Ask) -> None:
    outcome = ask(TRAINER, INFORM)
    assert outcome.reply.status == "clarification"
    assert len(outcome.reply.messages[0].quick_replies) > 3


def test_a_new_question_about_the_same_keeps_the_subject(ask: Ask) -> None:
    first = ask("技师协会职业培训师三级多少钱", "ask_fee")
    then = ask("电话呢", "ask_phone", first.memory)
    assert "（021）62418668" in said(then)


def test_the_windows_are_read_with_their_headings(ask: Ask) -> None:
    outcome = ask("企业人力资源管理师什么时候考试", "ask_exam_date")
    assert outcome.reply.status == "answered"
    assert all(day in said(outcome) for day in ("4月25、26日", "8月22、23日", "11月7、8日"))
    assert ("shta-2026-hr", "二（三）（1）") in cited(outcome)


def test_how_to_apply_is_the_clause_itself(ask: Ask) -> None:
    outcome = ask("技师协会怎么报名", "ask_how_to_apply")
    assert "上海技师协会等级认定" in said(outcome)
    assert ("shta-2026-hr", "二（二）2") in cited(outcome)


@pytest.mark.parametrize(
    ("level", "clause", "items"),
    [("五级", 1, 2), ("四级", 2, 3), ("三级", 3, 6)],
)
def test_the_conditions_of_a_level_are_told_one_by_one(level: str, clause: int, items: int, ask: Ask) -> None:
    outcome = ask(f"人工智能训练师{level}申报条件", "ask_eligibility")
    assert outcome.reply.status == "answered"
    found = {path for notice, path in cited(outcome) if notice == "saia-2026-ai-trainer"}
    assert {f"附件1·{clause}（{item}）" for item in range(1, items + 1)} <= found


@pytest.mark.parametrize(
    ("text", "clause", "words"),
    [
        ("考试中使用手机会怎样", "附件2·三·1", "当年不得参加评价"),
        ("替别人参加考试", "附件2·四·4", "5年内不得参加评价"),
        ("在考场里吸烟", "附件2·二·3", "取消当次该科目成绩"),
    ],
)
def test_misconduct_is_told_with_its_consequence(text: str, clause: str, words: str, ask: Ask) -> None:
    outcome = ask(text, "ask_discipline", Memory("上海市人工智能行业协会", TRAINER))
    assert outcome.reply.status == "answered"
    assert words in said(outcome)
    assert ("saia-2026-ai-trainer", clause) in cited(outcome)


@pytest.mark.parametrize(
    ("text", "words"),
    [("推介官培训多少课时", "40课时"), ("推介官线上培训占多少", "50%"), ("推介官今年目标多少人", "5万人")],
)
def test_the_programme_is_answered_from_its_own_notice(text: str, words: str, ask: Ask) -> None:
    outcome = ask(text, "ask_promoter")
    assert outcome.reply.status == "answered"
    assert words in said(outcome)
    assert {notice for notice, _ in cited(outcome)} == {"shhrss-2026-ai-promoter"}


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2024-12-31", "upcoming"),
        ("2025-01-01", "current"),
        ("2025-12-31", "current"),
        ("2026-01-01", "past_year"),
    ],
)
def test_every_citation_carries_the_status_of_the_day(day: str, status: str, ask: Ask) -> None:
    outcome = ask("交大人工智能训练师三级多少钱", "ask_fee", at=day)
    assert {one.status for message in outcome.reply.messages for one in message.citations} == {status}


def test_next_years_window_is_not_this_years(ask: Ask) -> None:
    outcome = ask("2027年上半年企业人力资源管理师几月份开始报名", "ask_application_window")
    assert outcome.reply.status == "not_stated"
    assert "2月23日" not in said(outcome)


def test_who_cannot_come_may_still_ask_who_collects(ask: Ask) -> None:
    outcome = ask("我怀孕了走不动，人工智能行业协会的证书能让老公帮我领吗，我是个人报的", "ask_certificate")
    assert ("saia-2026-ai-trainer", "五") in cited(outcome)
    assert "没有写明能不能请人代领" in said(outcome)


def test_whether_one_fetches_the_paper_oneself_is_told(ask: Ask) -> None:
    outcome = ask("技师协会的纸质证书是不是要自己去拿，我个人报的", "ask_certificate")
    assert "快递" in said(outcome)


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("我做人事三年了想考企业人力资源管理师三级，多少钱", "shta-2026-hr"),
        ("阿姨五十二岁想考养老护理员五级，要到哪里去考", "shhrss-2025-catalogue"),
    ],
)
def test_who_tells_of_themselves_may_ask_for_something_else(text: str, notice: str, ask: Ask) -> None:
    assert notice in {one for one, _ in cited(ask(text, "ask_eligibility"))}
    assert "可以报" not in said(ask(text, "ask_eligibility"))


def test_the_last_question_goes_on_with_something_beside_it(ask: Ask) -> None:
    before = ask("技师协会监督电话", "ask_supervision")
    outcome = ask("市里面的也给我", "search", before.memory)
    assert "400-820-9278" in said(outcome)


def test_who_fetches_in_anothers_place_asks_for_a_proxy(ask: Ask) -> None:
    outcome = ask("能不能让我代她去技师协会拿证书", "ask_certificate")
    assert "没有写明能不能请人代领" in said(outcome)


def test_no_sentence_on_certificates_is_said_twice(ask: Ask) -> None:
    text = said(ask("人力四级的纸质证书是自己去拿还是寄，个人报的", "ask_certificate"))
    assert text.count("否则即默认为电子证书") == 1
