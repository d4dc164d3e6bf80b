"""Sorts of things that the notices never state: said plainly, with where to ask; what is stated is not withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.answers.silent.sorts import MATTERS
from tests.bot.replies import said

if TYPE_CHECKING:
    from knowledge.library import Library
    from tests.bot.conftest import Ask


@pytest.mark.parametrize("matter", MATTERS, ids=lambda one: one.label)
def test_no_notice_states_it(library: Library, matter: object) -> None:
    lines = [
        line.text for one in library.holdings for clause in one.notice.clauses.values() for line in clause.lines
    ]
    assert not [line for line in lines if matter.stated.search(line)]


@pytest.mark.parametrize(
    "text",
    [
        "企业人力资源管理师几分算过",
        "企业人力资源管理师考场设在哪里",
        "企业人力资源管理师理论考多长时间",
        "企业人力资源管理师有指定教材吗",
        "企业人力资源管理师成绩可以复核吗",
        "技师协会的邮箱是多少",
        "企业人力资源管理师迟到了还能进吗",
    ],
)
def test_silence_is_told_with_the_telephone_number(ask: Ask, text: str) -> None:
    reply = ask(text, "search").reply
    assert reply.status == "not_stated"
    assert "62418668" in reply.messages[0].text


def test_the_way_is_not_stated_but_the_address_is(ask: Ask) -> None:
    reply = ask("去上海市技师协会坐几号线地铁", "ask_address").reply
    assert reply.status == "not_stated"
    assert "广济路838号" in reply.messages[0].text


@pytest.mark.parametrize(
    ("text", "footnote"),
    [
        ("人工智能训练师四级相关职业是指哪些", "在具体职业标准中应明确相关职业的范围"),
        ("人工智能训练师四级相关专业是指哪些", "在具体职业标准中应明确与该职业对应的专业或相关专业的范围"),
    ],
)
def test_related_work_and_related_studies_have_a_footnote_each(ask: Ask, text: str, footnote: str) -> None:
    reply = ask(text, "ask_eligibility").reply
    assert reply.status == "not_stated"
    assert footnote in reply.messages[0].text
    assert any(footnote in one.quote for one in reply.messages[0].citations)


def test_invoices_asked_for_with_more_are_told_with_it(ask: Ask) -> None:
    reply = ask("能开票吗，停车方便吗", "search").reply
    assert reply.status == "not_stated"
    assert "停车和发票" in reply.messages[0].text


def test_damage_is_told_with_the_rule_on_purpose(ask: Ask) -> None:
    reply = ask("不小心把电脑弄坏了要赔多少钱", "ask_fee").reply
    assert reply.status == "not_stated"
    assert any("故意损毁评价设备" in one.quote for one in reply.messages[0].citations)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("人工智能训练师理论和实操同一天考吗", "ask_exam_form"),
        ("人工智能训练师报名人数不够要推迟到什么时候", "ask_exam_date"),
        ("带手机进考场会怎么处理", "ask_discipline"),
        ("考核指导手册在哪里下载，人工智能训练师的", "ask_website"),
        ("人工智能推介官的考核题库由谁更新", "ask_promoter"),
    ],
)
def test_what_is_stated_is_answered(ask: Ask, text: str, intent: str) -> None:
    assert ask(text, intent).reply.status == "answered"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("听说人工智能训练师三级只要300对吧", "不是300元"),
        ("人工智能训练师三级是500没错吧", "对，是500元"),
        ("听说人工智能训练师四级要五百", "不是这个价。"),
        ("人工智能训练师三级理论是100吧", "对，是100元"),
        ("上海交通大学人工智能训练师三级是500吧", "按"),
    ],
)
def test_a_fee_that_is_claimed_is_judged(ask: Ask, text: str, begins: str) -> None:
    assert ask(text, "ask_fee").reply.messages[0].text.startswith(begins)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("企业人力资源管理师理论有没有大题", "ask_exam_form"),
        ("企业人力资源管理师考六十分能过吗", "ask_exam_form"),
        ("企业人力资源管理师考试带身份证就行吗", "ask_discipline"),
        ("企业人力资源管理师证书管用吗", "ask_certificate"),
        ("企业人力资源管理师拿到证好找工作吗", "ask_certificate"),
        ("企业人力资源管理师报名信息填错了怎么改", "ask_how_to_apply"),
        ("企业人力资源管理师可以改到下一批考吗", "ask_exam_date"),
        ("外国人拿护照能报企业人力资源管理师吗", "ask_eligibility"),
    ],
)
def test_plain_speech_is_known_too(text: str, intent: str, ask: Ask) -> None:
    assert ask(text, intent).reply.status == "not_stated"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("职业培训师在哪里报名", "ask_how_to_apply"),
        ("2022年入行的，没证书，人工智能训练师四级能报吗", "ask_eligibility"),
        ("我不参加培训，个人能直接报人工智能训练师吗", "ask_how_to_apply"),
        ("人工智能训练师理论58分没过能补考吗", "ask_retake"),
        ("人工智能训练师准考证什么时候能打印", "ask_admission_ticket"),
        ("人工智能训练师理论考了多少分在哪里查", "ask_results"),
    ],
)
def test_a_stated_matter_in_like_words_is_answered(text: str, intent: str, ask: Ask) -> None:
    assert ask(text, intent).reply.status != "not_stated"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("几号能看到分数，我要请全家去酒店吃饭", "ask_results"),
        ("酒店前台服务员归哪家考，咖啡师也行", "ask_catalogue"),
    ],
)
def test_a_word_of_the_story_asks_for_no_silent_sort(ask: Ask, text: str, intent: str) -> None:
    assert ask(text, intent).reply.status in ("answered", "partial")


def test_what_is_only_told_is_not_what_is_asked(ask: Ask) -> None:
    text = "我在培训学校交了学费上人力三级的课，想问报名这一步到底是学校给弄还是我自己去弄"
    outcome = ask(text, "ask_how_to_apply")
    assert outcome.reply.status == "answered"
    assert "团体申报" in said(outcome)


def test_what_somebody_takes_a_certificate_to_be_worth_is_not_asked(ask: Ask) -> None:
    outcome = ask("听说人工智能训练师的证是人社局发的所以才值钱，我说不是", "ask_certificate")
    assert said(outcome).startswith("不是人社局发的。")
