"""Sighs in between, the authorities' line for complaints, pieces of a name, and what is owed once a paper counts no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.actions.answers.comparisons import occupations_side_by_side
from bot.actions.desk import Desk
from bot.actions.form.words import gives_up
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.passed_dates import Passed
from bot.actions.references.pieces import with_piece
from bot.actions.remarks.chatter import only_chats, sighs
from bot.actions.remarks.closing import closes
from bot.actions.remarks.patience import is_fed_up
from bot.actions.turn import Memory, Turn
from knowledge.validity import parse_as_of
from tests.bot.conftest import Ask
from tests.bot.replies import cited, said

_AT = "2026-11-21"
_TRAINER = Memory(occupation="人工智能训练师", level=4, organisation="上海市人工智能行业协会")


def _turn(desk: Desk, text: str, memory: Memory) -> Turn:
    moment = parse_as_of(_AT)
    return Turn(
        text, "search", moment, mentioned(desk.library, text, entities_of(desk.library, text), moment), memory
    )


@pytest.mark.parametrize("typed", ["唉，又得调休咯", "嗐 白高兴一场", "就差三天啊我去……", "啧啧，够吃半个月火锅"])
def test_a_sigh_is_heard_as_it_was_typed(typed: str) -> None:
    assert sighs(typed)


@pytest.mark.parametrize("typed", ["我去协会报名", "那就我去领", "三级多少钱", "哎请问怎么报名"])
def test_no_sigh(typed: str) -> None:
    assert not sighs(typed)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("又得调休咯", True),
        ("他活该", True),
        ("准考证找不到了", False),
        ("四级呢", False),
        ("要是被抓到呢", False),
        ("手机响了一下", False),
    ],
)
def test_a_sigh_that_asks_nothing_is_a_remark_even_in_a_talk_about_misconduct(
    desk: Desk, text: str, remark: bool
) -> None:
    memory = Memory(topic="ask_discipline", occupation="人工智能训练师")
    assert only_chats(replace(_turn(desk, text, memory), sighs=True)) is remark


@pytest.mark.parametrize("text", ["行,我再去班里问问", "好的,我上官网查查", "知道了,我回去跟老公商量商量"])
def test_what_one_will_do_somewhere_closes_the_talk(text: str) -> None:
    assert closes(text)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("凭什么他家便宜,算了不问了", True),
        ("她嫌贵,宁愿去旅游,算了", True),
        ("四级不行,算了,报五级多少钱", False),
        ("算了,就考四级", False),
    ],
)
def test_a_question_may_be_let_be(text: str, gone: bool) -> None:
    assert gives_up(text) is gone


@pytest.mark.parametrize(
    ("text", "angry"),
    [
        ("烦死了!窗口排了两小时的队", False),
        ("气死我了,中介又涨价", False),
        ("我妈的证书去哪领", False),
        ("我靠自学能报五级吗", False),
        ("你们这破机器人烦死了", True),
        ("烦死了", True),
        ("我靠!什么玩意", True),
    ],
)
def test_anger_with_somebody_else_is_none_with_the_machine(text: str, angry: bool) -> None:
    assert is_fed_up(text) is angry


@pytest.mark.parametrize("text", ["市里的监督电话有没有", "上面有没有投诉的电话", "政府那边的投诉热线是多少"])
def test_the_line_that_all_notices_print_needs_no_organisation(ask: Ask, text: str) -> None:
    outcome = ask(text, "ask_supervision", at=_AT)
    assert outcome.reply.status == "answered"
    assert "400-820-9278" in said(outcome)
    assert "021-58388009" not in said(outcome)  # the association's own
    hours = ask("它几点到几点", "ask_office_hours", outcome.memory, at=_AT)
    assert "工作日上午9:30-11:00" in said(hours)


def test_a_line_of_an_organisation_that_nobody_named_is_asked_back(ask: Ask) -> None:
    assert ask("监督电话多少", "ask_supervision", at=_AT).reply.status == "clarification"


@pytest.mark.parametrize(
    ("text", "memory", "meant"),
    [
        ("模型的要编码", Memory(occupation="人工智能数据标注"), "模型的要编码"),  # no pointing word: as it is
        ("模型那个要编码", Memory(occupation="人工智能数据标注"), "人工智能模型运用那个要编码"),
        ("标注专项下次哪天考", Memory(occupation="人工智能推介官"), "人工智能数据标注专项下次哪天考"),
        ("模型也送?", Memory(occupation="人工智能推介官"), "人工智能推介官，人工智能模型运用也送?"),
        (
            "信息安全四级呢",
            Memory(organisation="上海交通大学", occupation="人工智能训练师"),
            "网络与信息安全管理员（信息安全管理员）四级呢",
        ),
        ("操作那个四级呢", _TRAINER, "操作那个四级呢"),
        ("模型也送?", Memory(), "模型也送?"),
    ],
)
def test_a_piece_names_the_one_occupation_at_hand(desk: Desk, text: str, memory: Memory, meant: str) -> None:
    assert with_piece(desk, _turn(desk, text, memory), text) == meant


def test_occupations_of_two_people_apiece(desk: Desk) -> None:
    text = "我想考保育师，我妈想考养老护理员，分别找哪家"
    assert occupations_side_by_side(desk.library.lexicon, text) == ("保育师", "养老护理员")


@pytest.mark.parametrize("text", ["调酒师听说有一家在评", "茶艺师不是有两家可以考吗"])
def test_how_many_examine_it_is_of_the_catalogue(ask: Ask, text: str) -> None:
    assert "评价" in said(ask(text, "ask_eligibility", at=_AT))


def test_whoever_else_examines_it(ask: Ask) -> None:
    outcome = ask("除了交大和人工智能行业协会还有谁家考训练师", "ask_catalogue", at=_AT)
    assert "上海市计算技术研究所有限公司" in said(outcome)


@pytest.mark.parametrize(
    ("passed", "total"), [(date(2024, 5, 20), "合计400元"), (date(2025, 5, 20), "操作技能考试300元")]
)
def test_what_is_owed_once_a_paper_counts_no_more(ask: Ask, passed: date, total: str) -> None:
    memory = replace(_TRAINER, topic="ask_retake", passed=Passed(passed, passed, "那天"))
    outcome = ask("所以我得交多少钱", "ask_retake_fee", memory, at=_AT)
    assert total in said(outcome)
    assert (("saia-2026-ai-trainer", "四（一）") in cited(outcome)) is (passed.year == 2024)


def test_a_paper_priced_in_another_occupation(ask: Ask) -> None:
    memory = Memory(topic="ask_retake_fee", occupation="企业人力资源管理师", level=4)
    assert "每个模块200元" in said(ask("领导要我搞职业培训师，那边补一个模块？", "ask_fee", memory, at=_AT))


@pytest.mark.parametrize(
    ("text", "status", "verdict"),
    [
        ("HR四级2024年8月过的理论，听说过了两年还有半年宽限，我还能只补操作对吧", "answered", "不能。"),
        ("HR四级2025年8月过的理论，成绩还能延长半年对吧", "not_stated", ""),
    ],
)
def test_a_longer_term_that_somebody_heard_of(ask: Ask, text: str, status: str, verdict: str) -> None:
    outcome = ask(text, "ask_retake", at=_AT)
    assert outcome.reply.status == status
    assert "对。" not in said(outcome)
    assert ("能。" in said(outcome)) is bool(verdict)


def test_a_day_put_right_after_a_price(ask: Ask) -> None:
    memory = replace(
        _TRAINER, topic="ask_fee", level=3, passed=Passed(date(2024, 9, 1), date(2024, 9, 30), "2024年9月")
    )
    outcome = ask("翻了下记录，是2025年9月考的，记错了", "ask_fee", memory, at=_AT)
    assert "2027年9月" in said(outcome)


@pytest.mark.parametrize("text", ["哪天够", "啊？那哪天满", "几月份才够年限"])
def test_when_the_conditions_are_met_of_the_case_that_was_told(ask: Ask, text: str) -> None:
    told = ask("2021年12月15日起一直做训练师，没证，高中毕业，四级能报吗", "ask_eligibility", at=_AT)
    assert "2026年12月15日" in said(ask(text, "ask_exam_date", told.memory, at=_AT))
