"""What closes a talk is no question: what the person will do now, a sigh, good wishes."""

from __future__ import annotations

import pytest

from bot.actions.form.journey import is_heard
from bot.actions.remarks.closing import closes, wishes_well
from bot.actions.turn import Memory
from tests.bot.conftest import Ask

TALK = Memory(occupation="养老护理员", topic="ask_catalogue", asked="养老护理员哪里考")


@pytest.mark.parametrize(
    "text",
    [
        "行 我问12333去",
        "知道了,我喊他们去问协会",
        "好的，那我自己再打电话",
        "明白了，我让他去查查",
        "嗯 那我再想想",
        "那我去问问协会",
        "懂了 考试好贵",
        "好吧，真麻烦",
        "哦，这么严啊",
        "行，我俩去问问",
        "行 我跟他们说去",
        "好 周一我挨个打过去 气死人了",
        "okk",
        "好额好额，谢谢侬",
    ],
)
def test_who_says_what_they_will_do_asks_nothing_more(text: str, ask: Ask) -> None:
    assert closes(text)
    for intent in ("ask_phone", "ask_address", "ask_exam_date"):
        told = ask(text, intent, TALK)
        assert told.reply.status == "chitchat"
        assert told.memory == TALK


@pytest.mark.parametrize(
    "text",
    [
        "好的，我想问一下协会电话",
        "好的，我问的是四级",
        "行不行",
        "好的，四级多少钱",
        "知道了，我打12333没人接怎么办",
        "那我去问谁",
        "好的，补考贵吗",
        "真麻烦啊，准考证怎么打",
        "我让培训机构报名可以吗",
        "好，那报名费太贵了能退吗",
        "行 周一我打哪个电话",
        "气死了 你们搞什么",
    ],
)
def test_what_still_asks_closes_nothing(text: str) -> None:
    assert not closes(text)


@pytest.mark.parametrize("text", ["国庆快乐", "中秋节快乐", "祝您新年快乐", "端午安康", "过年好", "周末愉快"])
def test_good_wishes_are_returned(text: str, ask: Ask) -> None:
    assert ask(text, "ask_office_hours").reply.status == "chitchat"


@pytest.mark.parametrize("text", ["国庆协会上班吗", "国庆快乐，协会上班吗", "元旦放假吗", "好", "生日过了能报吗"])
def test_a_holiday_asked_about_is_no_wish(text: str) -> None:
    assert not wishes_well(text)


@pytest.mark.parametrize(
    "text", ["想问三级的那个，唉算了，老板不给报销，不用回我", "人力的证啊，当我没问", "算了，四级也不问了"]
)
def test_who_takes_back_what_they_were_about_to_ask_is_only_heard(text: str, ask: Ask) -> None:
    assert ask(text, "ask_fee").reply.status == "chitchat"


@pytest.mark.parametrize("text", ["报名不用管我学历吗", "四级多少钱，不用回我电话", "不问了怎么取消报名"])
def test_what_still_asks_is_not_taken_back(text: str) -> None:
    assert not is_heard(text)
