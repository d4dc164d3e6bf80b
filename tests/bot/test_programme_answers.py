"""推介官: which way is open to whom, hours, targets; and what its notice does not say stays with the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.reply import Reply
from bot.actions.turn import Memory

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

PROMOTER = Memory(occupation="人工智能推介官", topic="ask_promoter")


def reply(ask: Ask, text: str, intent: str = "ask_promoter", at: str = "2026-11-21") -> Reply:
    return ask(text, intent, PROMOTER, at).reply


@pytest.mark.parametrize(
    ("text", "parts", "absent", "clause"),
    [
        ("我考过了人工智能训练师四级能拿推介官证吗", ("高级", "评价机构公章"), "（基础）", "三（一）1"),
        ("过了信息技术水平考试一级，推介官是什么级别", ("（基础）", "市教育考试院公章"), "（高级）", "三（二）1"),
        ("过了信息技术水平考试三级，推介官是什么级别", ("（高级）", "市教育考试院公章"), "（基础）", "三（二）1"),
        ("失业人员能参加推介官培训吗", ("区级项目制培训", "（基础）"), "定向培训", "二（一）3（2）"),
        ("我们公司员工想参加推介官培训可以吗", ("企业职工职业培训", "（基础）"), "失业", "二（一）2"),
        ("比武要排第几才有证", ("前50%", "（基础）", "活动主办单位公章"), "（高级）", "四（二）"),
        ("推介官高级证书怎么获得", ("评价机构公章", "二、三、四级通过者"), "（基础）", "三（一）1"),
        ("哪些机构可以办推介官培训班", ("办学资质的各类院校和职业技能培训机构",), "课时", "二（一）3（3）"),
        ("推介官要培训认证多少人", ("5万人",), "30%", "五（一）"),
        ("技能比武拿证的比例有上限吗", ("30%",), "5万", "五（一）"),
        ("推介官证书是电子的还是纸质的", ("纸质或电子",), "随申办", "五（三）"),
    ],
)
def test_who_asks_is_told_what_is_open_to_them(
    text: str, parts: tuple[str, ...], absent: str, clause: str, ask: Ask
) -> None:
    found = reply(ask, text)
    assert found.status == "answered"
    answer = found.messages[0]
    assert [one for one in parts if one not in answer.text] == []
    assert absent not in answer.text
    assert clause in {one.clause for one in answer.citations}
    assert answer.card
    assert answer.card.type == "programme"


@pytest.mark.parametrize("text", ["推介官", "那推介官呢"])
def test_the_bare_name_gets_an_overview(text: str, ask: Ask) -> None:
    found = reply(ask, text)
    assert found.status == "answered"
    assert all(part in found.messages[0].text for part in ("40课时", "评价机构公章", "前50%"))


def test_a_fee_that_the_programmes_notice_does_not_print_is_not_answered_with_something_else(ask: Ask) -> None:
    assert reply(ask, "推介官呢", "ask_fee").status == "not_stated"


def test_whom_the_trainings_are_for(ask: Ask) -> None:
    answer = reply(ask, "谁能参加推介官培训").messages[0]
    assert "登记失业人员、灵活就业人员" in answer.text
    assert "企业职工职业培训" in answer.text


def test_the_lessons_online_are_worked_out(ask: Ask) -> None:
    answer = reply(ask, "线上最多几个课时").messages[0]
    assert "40课时" in answer.text
    assert [(one.text, one.explanation) for one in answer.computed] == [("20课时", "40课时 × 50%")]


def test_a_grade_alone_is_one_of_the_universities_examination(ask: Ask) -> None:
    assert "二、三、四级通过者可获得人工智能推介官（高级）证书" in reply(ask, "二级呢", "inform").messages[0].text
    assert "一级通过者可获得人工智能推介官（基础）证书" in reply(ask, "那一级呢", "inform").messages[0].text


def test_the_difference_of_basic_and_advanced_names_every_way(ask: Ask) -> None:
    text = reply(ask, "推介官基础和高级有什么区别，怎么拿高级").messages[0].text
    assert text.count("（基础）") == 3
    assert text.count("（高级）") == 2


def test_where_its_certificate_is_looked_up(ask: Ask) -> None:
    found = reply(ask, "在哪查", "ask_results")
    assert "随申办App" in found.messages[0].text
    assert "五（三）" in {one.clause for one in found.messages[0].citations}


def test_before_its_day_the_notice_is_called_upcoming(ask: Ask) -> None:
    assert "尚未生效" in reply(ask, "培训几个课时", at="2026-03-01").messages[0].text


@pytest.mark.parametrize(
    ("text", "clause"),
    [("我的班3月初就开了还没结课，按新规定还是旧规定", "五（四）"), ("推介官通知的文号是多少", "文号")],
)
def test_the_rest_is_still_searched_for(text: str, clause: str, ask: Ask) -> None:
    found = reply(ask, text)
    assert clause in {one.clause for one in found.messages[0].citations}
    assert found.messages[0].card is None


@pytest.mark.parametrize("taken_for", ["ask_promoter", "search", "out_of_scope"])
def test_a_talk_about_a_programme_goes_on(taken_for: str, ask: Ask) -> None:
    memory = ask("我过了人工智能训练师三级 有推介官证吗", "ask_promoter", PROMOTER, "2026-11-21").memory
    tier = ask("那是基础的还是高级的", taken_for, memory, "2026-11-21")
    assert "（高级）" in tier.reply.messages[0].text
    assert "（基础）" not in tier.reply.messages[0].text
    applied = ask("要自己去申请吗", taken_for, tier.memory, "2026-11-21").reply
    assert applied.status == "partial"
    assert "评价机构汇总评价合格人员信息" in applied.messages[0].text
    assert "市教育考试院" not in applied.messages[0].text


def test_a_grade_is_told_without_the_other_ways(ask: Ask) -> None:
    text = reply(ask, "二级呢", "inform").messages[0].text
    assert "二、三、四级通过者可获得人工智能推介官（高级）证书" in text
    assert "技能比武" not in text


@pytest.mark.parametrize("taken_for", ["search", "out_of_scope", "inform"])
def test_hours_are_told_whatever_the_message_is_taken_for(taken_for: str, ask: Ask) -> None:
    first = ask("推介官高级怎么获得", "ask_promoter", PROMOTER, "2026-11-21")
    hours = ask("要上几个课时", taken_for, first.memory, "2026-11-21")
    assert "40课时" in hours.reply.messages[0].text
    assert "20课时" in ask("网课最多上多少", taken_for, hours.memory, "2026-11-21").reply.messages[0].text


@pytest.mark.parametrize("intent", ["ask_promoter", "ask_fee"])
def test_beside_a_fee_that_is_not_stated_the_ways_are_told(intent: str, ask: Ask) -> None:
    found = reply(ask, "推介官怎么获得 收费吗", intent)
    assert found.status == "partial"
    assert "没有写明费用" in found.messages[0].text
    assert "培训考核" in found.messages[0].text


@pytest.mark.parametrize("text", ["我有电工证可以直接拿推介官吗", "凭茶艺师证能换推介官证吗"])
def test_another_certificate_is_not_stated_to_open_a_way(text: str, ask: Ask) -> None:
    found = reply(ask, text, "ask_certificate")
    assert found.status == "partial"
    assert "没有写明凭“" in found.messages[0].text
    assert "人工智能数据标注专项职业能力评价的合格人员" in found.messages[0].text
