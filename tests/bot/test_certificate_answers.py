"""Certificates: the aspect that is asked for, and an honest no with whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.reply import Reply
from bot.actions.turn import Memory

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

SAIA, SHTA = Memory("上海市人工智能行业协会"), Memory("上海市技师协会")


def reply(ask: Ask, text: str, memory: Memory | None = None, intent: str = "ask_certificate") -> Reply:
    return ask(text, intent, memory, "2026-11-21").reply


@pytest.mark.parametrize(
    ("text", "memory", "said", "unsaid"),
    [
        ("快递费谁出", SHTA, "快递费自理", "颁发"),
        ("是电子证书还是纸质的", SHTA, "否则即默认为电子证书", "快递"),
        ("我是跟单位一起报的，证书怎么领", SHTA, "由申报单位统一领取", "快递"),
        ("我是跟培训机构一起报的，证书找谁拿", SAIA, "由参培社会培训机构或职业院校统一领取", "本人"),
        ("个人报的，证书怎么领", SAIA, "中科路1750号T1栋模力社区515室", "培训机构"),
        ("证书是谁发的", SHTA, "由上海市技师协会颁发", "领取"),
        ("怎么查证书真假", SHTA, "www.osta.org.cn", "快递"),
    ],
)
def test_one_aspect_is_answered_alone(text: str, memory: Memory, said: str, unsaid: str, ask: Ask) -> None:
    found = reply(ask, text, memory)
    assert found.status == "answered"
    assert said in found.messages[0].text
    assert unsaid not in found.messages[0].text.split("没有写明：")[0]
    assert found.messages[0].card
    assert found.messages[0].card.type == "certificate"


def test_the_bare_word_is_answered_with_form_and_collection(ask: Ask) -> None:
    text = reply(ask, "证书呢", SHTA).messages[0].text
    assert "电子认定证书" in text
    assert "快递费自理" in text


def test_that_it_is_to_be_fetched_answers_whether_it_is_sent_or_fetched(ask: Ask) -> None:
    found = reply(ask, "证书是寄过来还是要我自己去拿", SAIA)
    assert found.status == "answered"
    assert "领取" in found.messages[0].text


@pytest.mark.parametrize(
    ("text", "memory", "unsaid", "phone"),
    [
        ("可以邮寄吗", SAIA, "可不可以邮寄", "021-62037717"),
        ("能让别人代领证书吗", SAIA, "能不能请人代领", "021-62037717"),
        ("领证书要带身份证原件吗", SAIA, "领取时要带什么", "021-62037717"),
        ("证书什么时候发", SHTA, "证书什么时候发", "62418668"),
    ],
)
def test_what_is_not_stated_is_said_first_with_whom_to_call(
    text: str, memory: Memory, unsaid: str, phone: str, ask: Ask
) -> None:
    found = reply(ask, text, memory)
    assert found.status == "partial"
    told = found.messages[0].text
    assert told.index(f"没有写明{unsaid}") < told.index(phone) < told.index("写明的是")


def test_a_form_that_is_not_stated_is_told_once(ask: Ask) -> None:
    found = reply(ask, "证书是电子的还是纸质的", SAIA)
    assert found.status == "not_stated"
    assert found.messages[0].text.count("没有写明") == 1
    assert "021-62037717" in found.messages[0].text


def test_an_open_question_has_a_paragraph_for_each_notice_in_force(ask: Ask) -> None:
    found = reply(ask, "证书是电子的还是纸质的")
    lines = found.messages[0].text.splitlines()
    assert [("上海市人工智能行业协会" in line, "没有写明" in line) for line in lines] == [
        (True, True),
        (False, False),
    ]
    assert "上海交通大学" not in found.messages[0].text


@pytest.mark.parametrize("text", ["证书有效期几年，要不要年审", "证书全国通用吗"])
def test_what_no_fact_knows_is_not_answered_from_the_facts(text: str, ask: Ask) -> None:
    assert reply(ask, text, SAIA).status == "not_stated"


def test_the_authority_is_a_guess_and_not_the_issuer(ask: Ask) -> None:
    found = reply(ask, "人工智能训练师证书是人社局发的吗")
    assert "由上海市人工智能行业协会颁发" in found.messages[0].text
    assert ("saia-2026-ai-trainer", "一") in {(one.notice_id, one.clause) for one in found.messages[0].citations}


def test_a_lost_certificate(ask: Ask) -> None:
    past = reply(ask, "上海交大的证书丢了怎么补", None, "ask_certificate_loss")
    assert past.status == "answered"
    assert "身份证" in past.messages[0].text
    assert "去年" in past.messages[0].text
    none = reply(ask, "证书遗失了怎么补办", SHTA, "ask_certificate_loss")
    assert none.status == "not_stated"
    assert "62418668" in none.messages[0].text
    assert "身份证" not in none.messages[0].text


@pytest.mark.parametrize("text", ["证不见了能重新办一张吗", "人工智能训练师证书遗失怎么办"])
def test_what_only_last_years_notice_says_of_a_loss_is_told_as_last_years(text: str, ask: Ask) -> None:
    found = reply(ask, text, None, "ask_certificate_loss")
    *silent, last = found.messages[0].text.splitlines()
    assert found.status == "partial"
    assert all("2026年的通知没有写明证书遗失补办" in line for line in silent)
    assert last.startswith("按上海交通大学2025年的通知（这是去年的通知，不是今年的）")
    assert "身份证" in last
    assert ("sjtu-2025-ai-trainer", "五（三）") in {
        (one.notice_id, one.clause) for one in found.messages[0].citations
    }


def test_a_certificate_of_who_cheated_is_a_question_of_discipline(ask: Ask) -> None:
    found = reply(ask, "证书都拿到了，后来查出作弊，证书还有效吗", SAIA)
    assert found.status == "answered"
    assert "宣布评价成绩无效" in found.messages[0].text
    assert "附件2·四·7" in {one.clause for one in found.messages[0].citations}
