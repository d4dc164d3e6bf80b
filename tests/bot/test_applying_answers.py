"""How to apply: one thing about it, by the words of the notices, and what they do not say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import INFORM, Memory

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

AT = "2026-11-21"
HOW = "ask_how_to_apply"


@pytest.mark.parametrize(
    ("text", "status", "parts"),
    [
        ("交大报名照片要几张", "answered", ("个人2寸证件照1张",)),
        ("交大报名照片什么底色", "partial", ("没有写明照片的底色", "个人2寸证件照1张")),
        ("技师协会报名照片有什么要求", "partial", ("没有写明照片的要求",)),
        ("训练师报名要带什么材料", "partial", ("除报名表以外还要带什么", "签字后，提交原件至评价机构")),
        ("技师协会团体报名交哪些表", "answered", ("《职业技能评价申报信息汇总表》",)),
        ("人工智能行业协会报名要预约吗", "answered", ("需要提前预约",)),
        ("技师协会报名要预约吗", "partial", ("没有写明要不要预约",)),
        ("人力资源管理师能网上报名吗", "answered", ("手机小程序", "“上海技师协会等级认定”小程序")),
        ("人工智能训练师能网上报名吗", "answered", ("到现场办理", "515室")),
        (
            "公司可以组织员工团体报训练师吗",
            "partial",
            ("没有写明单位（公司）能不能组织职工团体报名", "本市社会培训机构学员"),
        ),
        ("我能替朋友报名人力资源管理师吗", "partial", ("没有写明能不能由别人代报",)),
        ("技师协会报名信息填错了怎么改", "not_stated", ("报名信息填错后怎样更改", "62418668")),
    ],
)
def test_one_thing_about_applying(text: str, status: str, parts: tuple[str, ...], ask: Ask) -> None:
    found = ask(text, HOW, at=AT).reply
    assert found.status == status
    assert [one for one in parts if one not in found.messages[0].text] == []


def test_a_photo_of_another_organisation_is_not_told(ask: Ask) -> None:
    assert "2寸" not in ask("技师协会报名照片有什么要求", HOW, at=AT).reply.messages[0].text


def test_an_occupation_without_a_notice_is_told_where_to_go(ask: Ask) -> None:
    answer = ask("美甲师个人去哪报名", HOW, at=AT).reply.messages[0]
    assert "可到相关社评组织办理个人报名" in answer.text
    assert "上海美发美容行业协会" in answer.text
    assert {"二（二）", "附件·一"} <= {one.clause for one in answer.citations}


@pytest.mark.parametrize(
    ("text", "taken_for", "topic"),
    [
        ("公司想组织员工一起报人工智能训练师，能团体报吗", "ask_application_window", HOW),
        ("我能替我妈报名人力资源管理师吗", "ask_eligibility", HOW),
        ("名字报错了能改吗，技师协会的", "ask_changes", HOW),
        ("报名材料造假会怎样", HOW, "ask_discipline"),
        ("报名最小几岁", HOW, "ask_eligibility"),
        ("人工智能训练师团体报名多少钱", "ask_fee", "ask_fee"),
        ("人工智能训练师集体报名什么时候截止", "ask_application_window", "ask_application_window"),
    ],
)
def test_words_that_decide_the_topic(text: str, taken_for: str, topic: str, ask: Ask) -> None:
    assert ask(text, taken_for, at=AT).memory.topic == topic


def test_a_talk_about_applying_goes_on(ask: Ask) -> None:
    memory = Memory(organisation="上海市技师协会", topic=HOW)
    assert ask("身份证要不要", "search", memory, AT).memory.topic == HOW
    assert ask("多少钱", INFORM, memory, AT).memory.topic == "ask_fee"


def test_how_a_ticket_is_printed_goes_on(ask: Ask) -> None:
    memory = Memory(organisation="上海市技师协会", topic="ask_admission_ticket")
    answer = ask("要输什么信息", "search", memory, AT).reply.messages[0]
    assert "输入姓名及身份证号" in answer.text


def test_the_only_level_of_an_occupation_is_the_one_whose_conditions_are_told(ask: Ask) -> None:
    answer = ask("条件呢", "ask_eligibility", Memory(occupation="职业培训师"), AT).reply.messages[0]
    assert "附件1·3（1）" in {one.clause for one in answer.citations}
    several = ask("条件呢", "ask_eligibility", Memory(occupation="企业人力资源管理师"), AT).reply.messages[0]
    assert "附件1·3（1）" not in {one.clause for one in several.citations}
