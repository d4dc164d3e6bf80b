"""Answers add where the notices contradict each other and what they leave unsaid, with both sides cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

CATALOGUE, SHTA, SAIA, SJTU = (
    "shhrss-2025-catalogue",
    "shta-2026-hr",
    "saia-2026-ai-trainer",
    "sjtu-2025-ai-trainer",
)


def quotes(answer: object) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in answer.citations:
        found.setdefault(one.notice_id, []).append(one.quote)
    return found


def test_levels_that_only_the_catalogue_lists_are_told_with_the_one_that_prevails(ask: Ask) -> None:
    answer = ask("企业人力资源管理师哪里可以考", "ask_catalogue").reply.messages[0]
    assert "4、3、2、1" in answer.text
    assert "以机构自己的通知为准" in answer.text
    cited = quotes(answer)
    assert "企业人力资源管理师：四、三级。" in cited[SHTA]
    assert any("4-07-03-04" in quote for quote in cited[CATALOGUE])


def test_who_asks_in_vain_for_a_level_learns_that_the_catalogue_lists_it(ask: Ask) -> None:
    reply = ask("技师协会职业培训师二级多少钱", "ask_fee").reply
    assert reply.status == "not_stated"
    assert "该协会2026年的通知只开展三级" in reply.messages[0].text


def test_a_fee_that_is_stated_is_not_burdened_with_the_catalogue(ask: Ask) -> None:
    answer = ask("技师协会职业培训师三级多少钱", "ask_fee").reply.messages[0]
    assert "400元" in answer.text
    assert "目录" not in answer.text


def test_one_hotline_under_two_names_is_told_once(ask: Ask) -> None:
    answer = ask("人工智能行业协会怎么投诉", "ask_supervision").reply.messages[0]
    assert answer.text.count("同一个监督电话") == 1
    assert "上海市职业技能鉴定中心" in answer.text
    assert "上海市职业技能监督中心" in answer.text


def test_ticket_dates_that_break_their_own_rule_are_told(ask: Ask) -> None:
    answer = ask("技师协会准考证怎么打印", "ask_admission_ticket").reply.messages[0]
    assert answer.text.count("以时间表的日期为准") == 1


@pytest.mark.parametrize(
    ("question", "intent", "unsaid"),
    [
        ("人工智能行业协会准考证怎么打印", "ask_admission_ticket", "个人申报怎样打印准考证"),
        ("技师协会怎么缴费", "ask_payment", "缴费方式和收款账户"),
        ("上海交大怎么缴费", "ask_payment", "缴费日期"),
        ("人工智能行业协会证书怎么领", "ask_certificate", "电子证书还是纸质证书"),
    ],
)
def test_what_the_notice_leaves_unsaid_is_said_to_be(ask: Ask, question: str, intent: str, unsaid: str) -> None:
    reply = ask(question, intent).reply
    assert reply.status == "answered"
    said = reply.messages[0].text.splitlines()
    assert any("没有写明" in line and unsaid in line for line in said)


def test_the_validity_of_a_level_that_is_not_offered_is_told_with_a_warning(ask: Ask) -> None:
    answer = ask("人工智能行业协会二级补考有效期几年", "ask_retake").reply.messages[0]
    assert "二级、一级补考有效期为三年" in answer.text
    assert "不开展二级" in answer.text
    assert "不开展二级" not in ask("人工智能行业协会三级补考有效期几年", "ask_retake").reply.messages[0].text


def test_the_word_on_past_notices_is_a_whole_sentence(ask: Ask) -> None:
    text = ask("上海交大能考哪些职业", "ask_catalogue", at="2026-11-21").reply.messages[0].text
    (line,) = (one for one in text.splitlines() if one.startswith("注意：") and "人工智能训练师" in one)
    assert line.endswith("上海交通大学2025年的通知都是去年的通知，不是今年的。")
    assert "（" not in line.rpartition("其中")[2]
