"""Misconduct: the notice's words, every consequence, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.reply import Reply
from bot.actions.turn import Memory

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

SAIA, SHTA, SJTU = Memory("上海市人工智能行业协会"), Memory("上海市技师协会"), Memory("上海交通大学")


def reply(ask: Ask, text: str, memory: Memory | None = SHTA) -> Reply:
    return ask(text, "ask_discipline", memory, "2026-11-21").reply


@pytest.mark.parametrize(
    ("text", "parts", "absent", "clause"),
    [
        ("抽烟呢", ("喧哗、吸烟", "取消当次该科目成绩"), "不得参加评价", "附件4·二"),
        ("抄袭呢", ("抄袭或协助他人抄袭", "取消当次全部科目成绩", "当年不得参加评价"), "5年", "附件4·三"),
        (
            "替考怎么处罚",
            ("冒名顶替", "情节轻微的，2年内", "情节严重的，5年内", "移送有关部门"),
            "当年",
            "附件4·四",
        ),
        ("钱退吗", ("不予退还", "证书作无效处理"), "当年", "附件4·一"),
    ],
)
def test_a_conduct_is_told_with_its_own_consequences_alone(
    text: str, parts: tuple[str, ...], absent: str, clause: str, ask: Ask
) -> None:
    found = reply(ask, text)
    assert found.status == "answered"
    assert [one for one in parts if one not in found.messages[0].text] == []
    assert absent not in found.messages[0].text
    assert clause in {one.clause for one in found.messages[0].citations}
    assert {one.notice_id for one in found.messages[0].citations} == {"shta-2026-hr"}


def test_false_papers_have_both_their_consequences_each_said_once(ask: Ask) -> None:
    text = reply(ask, "用假的工作证明报名会怎样").messages[0].text
    assert text.count("已获得的证书作无效处理") == 1
    assert "情节严重的，5年内不得参加评价" in text


def test_the_current_year_ends_on_its_last_day(ask: Ask) -> None:
    answer = reply(ask, "今年3月抄袭被抓了，明年能考吗").messages[0]
    assert "2026年12月31日" in answer.text
    assert [one.text for one in answer.computed] == ["2026年12月31日"]
    assert reply(ask, "抄袭呢").messages[0].computed == ()


def test_from_when_years_count_is_not_stated(ask: Ask) -> None:
    answer = reply(ask, "2026年3月替考，什么时候能再考").messages[0]
    assert "从什么时候算起，通知没有写明" in answer.text
    assert answer.computed == ()


def test_cheating_in_general_gets_every_class(ask: Ask) -> None:
    found = reply(ask, "作弊有什么后果")
    assert found.status == "answered"
    for part in ("取消当次该科目成绩", "当年不得参加评价", "2年内不得参加评价", "5年内不得参加评价"):
        assert part in found.messages[0].text


@pytest.mark.parametrize("text", ["迟到多久不能进考场", "考试能吃东西吗"])
def test_a_conduct_that_is_not_listed_is_not_stated(text: str, ask: Ask) -> None:
    assert reply(ask, text).status == "not_stated"


def test_a_past_years_rules_are_told_only_to_who_names_the_organisation(ask: Ask) -> None:
    named = reply(ask, "上海交大考试用手机会怎么样", None).messages[0]
    assert {one.status for one in named.citations} == {"past_year"}
    assert "去年" in named.text
    carried = reply(ask, "抄袭呢", SJTU).messages[0]
    assert {one.status for one in carried.citations} == {"current"}


@pytest.mark.parametrize("taken_for", ["ask_certificate", "search", "inform", "out_of_scope"])
@pytest.mark.parametrize(
    ("first", "then", "part", "clause"),
    [
        ("工作证明是编的被发现怎么办", "那我的证呢", "已获得的证书作无效处理", "附件4·一"),
        ("我考试偷看被抓了", "证书会怎么样", "宣布评价成绩无效", "附件4·四·7"),
    ],
)
def test_the_certificate_after_misconduct_is_that_of_who_did_it(
    first: str, then: str, part: str, clause: str, taken_for: str, ask: Ask
) -> None:
    memory = ask(first, "ask_discipline", SHTA, "2026-11-21").memory
    answer = ask(then, taken_for, memory, "2026-11-21").reply.messages[0]
    assert part in answer.text
    assert clause in {one.clause for one in answer.citations}


@pytest.mark.parametrize("taken_for", ["ask_eligibility", "search", "ask_application_window", "out_of_scope"])
def test_next_year_is_asked_about_the_misconduct_before(taken_for: str, ask: Ask) -> None:
    memory = ask("我把试卷带走了", "ask_discipline", SHTA, "2026-11-21").memory
    answer = ask("那明年还能报吗", taken_for, memory, "2026-11-21").reply.messages[0]
    assert "当年不得参加评价" in answer.text
    assert "2026年12月31日" in answer.text
    assert "明年不在“当年”之内" in answer.text


def test_two_or_five_years_depends_on_how_bad_it_was(ask: Ask) -> None:
    memory = ask("请人代考会怎样", "ask_discipline", SHTA, "2026-11-21").memory
    answer = ask("到底是两年还是五年", "search", memory, "2026-11-21").reply.messages[0]
    assert "情节轻微的，2年内不得参加评价；情节严重的，5年内不得参加评价" in answer.text
    assert "怎样算轻微、怎样算严重，通知没有写明" in answer.text


def test_a_new_conduct_replaces_the_one_before(ask: Ask) -> None:
    memory = ask("请人代考会怎样", "ask_discipline", SHTA, "2026-11-21").memory
    answer = ask("抽烟呢", "ask_discipline", memory, "2026-11-21").reply.messages[0]
    assert "取消当次该科目成绩" in answer.text
    assert "5年" not in answer.text


@pytest.mark.parametrize("text", ["后面的人抄我的卷子", "我被同桌抄了 会连累我吗"])
@pytest.mark.parametrize("intent", ["ask_discipline", "search", "out_of_scope"])
def test_who_was_copied_from_is_told_what_is_not_stated(text: str, intent: str, ask: Ask) -> None:
    answer = ask(text, intent, SHTA, "2026-11-21").reply.messages[0]
    assert "抄袭或协助他人抄袭" in answer.text
    assert "只是被别人抄的算不算，通知没有写明" in answer.text


def test_who_lets_others_copy_is_told_the_rule_alone(ask: Ask) -> None:
    text = reply(ask, "我把卷子给同桌抄了").messages[0].text
    assert "协助他人抄袭" in text
    assert "没有写明" not in text


@pytest.mark.parametrize("text", ["我抄了同桌几道题", "抄了一点旁边的"])
def test_copying_in_everyday_words_is_copying(text: str, ask: Ask) -> None:
    answer = ask(text, "search", SHTA, "2026-11-21").reply.messages[0]
    assert "抄袭或协助他人抄袭" in answer.text
    assert "被别人抄" not in answer.text


def test_a_ringing_telephone_is_not_stated_and_what_is_near_is_told(ask: Ask) -> None:
    found = reply(ask, "考试的时候手机震动了会判作弊吗")
    assert found.status == "partial"
    text = found.messages[0].text
    assert text.index("没有写明手机响铃怎么处理") < text.index("携带禁携物品") < text.index("电子设备")


def test_a_difference_of_the_notice_is_told_once(ask: Ask) -> None:
    text = reply(ask, "违纪的规定在考生须知里吗", SAIA).messages[0].text
    assert text.count("附件3没有随通知公布") == 1


@pytest.mark.parametrize("asked", ["抄袭呢", "把卷子带出考场会怎样", "替考怎么处理"])
def test_a_missing_annex_is_not_told_to_who_asks_about_conduct(asked: str, ask: Ask) -> None:
    assert "附件3" not in reply(ask, asked, SAIA).messages[0].text


def test_the_card_holds_the_conduct_and_its_consequences(ask: Ask) -> None:
    card = reply(ask, "抄袭呢").messages[0].card
    assert card
    assert card.type == "discipline"
    (case,) = card.data["cases"]
    assert case["bars"] == [{"years": None, "case": "any"}]
