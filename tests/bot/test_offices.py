"""How an organisation is reached, as its notice prints it; who prints nothing is said to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.replies import cited, said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

TRAINER = "人工智能训练师"


@pytest.mark.parametrize(
    ("text", "intent", "parts"),
    [
        ("人工智能行业协会电话", "ask_phone", ("021-62037717",)),
        ("技师协会的电话", "ask_phone", ("（021）62418668",)),
        ("交大咨询电话", "ask_phone", ("021-62933821", "去年")),
        ("人工智能行业协会投诉电话", "ask_supervision", ("021-58388009", "400-820-9278")),
        ("技师协会监督电话", "ask_supervision", ("（021）62411384", "400-820-9278")),
        ("交大监督电话", "ask_supervision", ("021-34206252", "021-62932810", "400-820-9278")),
        ("人工智能行业协会在哪", "ask_address", ("中科路1750号T1栋模力社区515室", "需要提前预约")),
        ("技师协会地址", "ask_address", ("广济路838号A栋A207室",)),
        ("交大在哪里报名", "ask_address", ("法华镇路535号主楼216室",)),
        ("人工智能行业协会几点上班", "ask_office_hours", ("9:00-11:30", "13:00-17:30")),
        ("技师协会几点下班", "ask_office_hours", ("9:30-11:30", "13:30-16:00")),
        ("技师协会准考证网站", "ask_website", ("shhr.ata-test.net.cn",)),
        ("人工智能行业协会网址", "ask_website", ("http://ww.sh-aia.com", "http://biaozhun.osta.org.cn/")),
    ],
)
def test_how_to_reach_an_organisation_is_told_as_printed(
    text: str, intent: str, parts: tuple[str, ...], ask: Ask
) -> None:
    outcome = ask(text, intent)
    assert outcome.reply.status == "answered"
    assert [part for part in parts if part not in said(outcome)] == []


def test_an_enquiry_is_not_answered_with_the_line_for_complaints(ask: Ask) -> None:
    text = said(ask("人工智能行业协会电话", "ask_phone"))
    assert "021-58388009" not in text
    assert "400-820-9278" not in text


@pytest.mark.parametrize("intent", ["ask_phone", "ask_address", "ask_office_hours", "ask_how_to_apply"])
def test_an_open_question_asks_whose(intent: str, ask: Ask) -> None:
    outcome = ask("请问", intent)
    assert outcome.reply.status == "clarification"
    titles = [one.title for one in outcome.reply.messages[0].quick_replies]
    assert {"上海市人工智能行业协会", "上海市技师协会", "上海交通大学"} >= set(titles)
    assert titles


def test_an_organisation_without_published_office_is_not_stated(ask: Ask) -> None:
    outcome = ask("茶叶学会的电话", "ask_phone")
    assert outcome.reply.status == "not_stated"
    assert "021" not in said(outcome)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("市职业技能鉴定中心的监督电话多少", "ask_supervision"),
        ("职鉴中心几点能打", "ask_office_hours"),
        ("职业技能鉴定中心电话", "ask_phone"),
    ],
)
def test_a_body_without_a_notice_has_the_line_that_others_print(text: str, intent: str, ask: Ask) -> None:
    outcome = ask(text, intent)
    assert outcome.reply.status == "answered"
    assert "400-820-9278" in said(outcome)
    assert "13：30-16：30" in said(outcome)
    assert ("shta-2026-hr", "六（四）") in cited(outcome)


def test_a_year_without_a_notice_is_not_given_another_years_line(ask: Ask) -> None:
    outcome = ask("2024年技师协会的咨询电话", "ask_phone")
    assert outcome.reply.status == "not_stated"
    assert "62418668" not in said(outcome)


def test_by_when_a_complaint_is_answered_is_not_stated(ask: Ask) -> None:
    outcome = ask("技师协会投诉完几天给答复", "ask_supervision")
    assert outcome.reply.status == "partial"
    assert said(outcome).startswith("通知没有写明投诉以后多久答复。")
    assert "（021）62411384" in said(outcome)
