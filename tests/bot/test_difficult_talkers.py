"""People who doubt, quote what others say, point to houses by their place, correct themselves and send others."""

from __future__ import annotations

import pytest

from bot.actions.answers.catalogue.held import asks_whether_level
from bot.actions.remarks.rumours import rumour
from bot.actions.turn import Memory
from tests.bot.conftest import Ask

AT = "2026-11-21"
SAIA, SJTU = "上海市人工智能行业协会", "上海交通大学"
TRAINER, HR = "人工智能训练师", "企业人力资源管理师"


@pytest.mark.parametrize(
    "text",
    [
        "我们领导讲成绩只保留一年,蒙谁呢",
        "群里都说下个月就停报了,侬不要蒙我",
        "不可能吧,我表姐说她只交了一百多",
        "目录上明明写着4、3、2、1",
        "据说明年就不考了",
    ],
)
def test_what_somebody_heard_is_held_against_the_answer(text: str) -> None:
    assert rumour(text)


@pytest.mark.parametrize(
    "text",
    [
        "我同学说的那个证怎么拿",
        "我老公说他也想考四级",
        "他说是五级",
        "老师说要带身份证,还要带什么",
        "我妈62退休了",
        "同事说我该考母婴护理员",
    ],
)
def test_what_is_told_or_asked_of_oneself_is_no_rumour(text: str) -> None:
    assert rumour(text) is None


def test_a_rumour_goes_on_with_the_talk_and_is_judged(ask: Ask) -> None:
    memory = Memory(topic="ask_fee", occupation=TRAINER, level=3, asked="训练师三级多少钱")
    reply = ask("蒙谁呢,我听人说今年涨到1280了", "ask_human", memory, AT).reply
    assert reply.status == "answered"
    assert "500" in reply.messages[0].text


@pytest.mark.parametrize("text", ["今年有二级没", "还有没有企业人力资源管理师二级", "那今年开不开二级啊"])
def test_a_level_is_asked_for(text: str) -> None:
    assert asks_whether_level(text)


@pytest.mark.parametrize("text", ["你有没有四级证", "8月有没有三级", "有没有三级的报名时间"])
def test_a_certificate_or_a_sitting_at_a_level_is_not(text: str) -> None:
    assert not asks_whether_level(text)


def test_another_occupation_in_a_talk_about_who_examines_what(ask: Ask) -> None:
    reply = ask("我还会修表,钟表维修工？", "search", Memory(topic="ask_catalogue", occupation="美发师"), AT).reply
    assert "上海市钟表行业协会" in reply.messages[0].text


@pytest.mark.parametrize(
    ("text", "before", "phone"),
    [
        ("还是第一家吧,电话多少", SJTU, "62037717"),
        ("另外一家的电话呢", SAIA, "62933821"),
        ("第二家电话", SAIA, "62933821"),
    ],
)
def test_a_house_named_by_its_place(ask: Ask, text: str, before: str, phone: str) -> None:
    memory = Memory(topic="ask_address", occupation=TRAINER, organisation=before)
    assert phone in ask(text, "ask_phone", memory, AT).reply.messages[0].text


CHEATED = Memory(topic="ask_discipline", occupation=TRAINER, organisation=SAIA, said="考训练师时抄了旁边人两道题")


@pytest.mark.parametrize(
    ("text", "intent", "said"),
    [
        ("操作那场我老老实实考的,成绩总留着吧", "ask_retake", "取消当次全部科目成绩"),
        ("下个月那批我还能不能参加", "ask_application_window", "当年不得参加评价"),
    ],
)
def test_other_papers_and_sittings_after_misconduct(ask: Ask, text: str, intent: str, said: str) -> None:
    assert said in ask(text, intent, CHEATED, AT).reply.messages[0].text


def test_how_grave_it_is_is_not_stated(ask: Ask) -> None:
    memory = Memory(topic="ask_discipline", occupation=HR, said="找枪手替我考人力四级")
    reply = ask("轻还是重谁来定啊", "ask_eligibility", memory, AT).reply
    assert reply.status == "partial"
    assert "怎样算轻微、怎样算严重，通知没有写明" in reply.messages[0].text


def test_a_bought_certificate(ask: Ask) -> None:
    reply = ask("去年花两千买了张三级证,没考过试,会不会哪天被收回", "ask_certificate_loss", None, AT).reply
    assert "作废" in reply.messages[0].text
    assert any(one.clause == "五（二）" for one in reply.messages[0].citations)


def test_somebody_else_goes_for_a_lost_certificate_after_the_hours(ask: Ask) -> None:
    lost = ask("交大发的训练师三级证丢了咋补", "ask_certificate_loss", None, AT)
    hours = ask("礼拜二上午几点开门", "ask_office_hours", lost.memory, AT)
    reply = ask("让我女儿代我跑一趟可以吗", "ask_how_to_apply", hours.memory, AT).reply
    assert reply.status == "partial"
    assert any(one.clause == "五（三）" for one in reply.messages[0].citations)


def test_who_applied_with_a_class_fetches_it_there(ask: Ask) -> None:
    own = ask("训练师协会的证自己报名的在哪领", "ask_certificate", None, AT)
    where = ask("地址在哪", "ask_address", own.memory, AT)
    reply = ask("我搭子跟培训班报的,她也要跑浦东？", "ask_how_to_apply", where.memory, AT).reply
    assert "统一领取" in str(reply.messages[0].citations)


def test_the_same_level_is_not_level_one(ask: Ask) -> None:
    memory = Memory(topic="ask_retake", occupation=TRAINER, organisation=SAIA, level=3)
    reply = ask("我室友跟我同一级,她2025年9月过的理论呢", "ask_retake", memory, AT).reply
    assert "2027年9月" in reply.messages[0].text


@pytest.mark.parametrize("text", ["慢点慢点,我拿支笔,再讲一遍", "等下,我找张纸,麻烦再说一遍"])
def test_the_answer_is_told_again(ask: Ask, text: str) -> None:
    before = ask("技师协会电话多少", "ask_phone", None, AT)
    assert "62418668" in ask(text, "search", before.memory, AT).reply.messages[0].text


def test_a_month_put_right(ask: Ask) -> None:
    memory = Memory(topic="ask_application_window", occupation=HR, asked="人力三级8月那批什么时候报名")
    reply = ask("不是8月,我写错了,要4月那批的", "ask_changes", memory, AT).reply
    assert "2月23日" in reply.messages[0].text


def test_what_was_paid_then_is_no_retake_fee(ask: Ask) -> None:
    memory = Memory(topic="ask_retake", occupation=TRAINER, organisation=SJTU, level=3, year=2025)
    reply = ask("当时操作那科的考务费交了多少来着", "ask_fee", memory, AT).reply
    assert "400" in reply.messages[0].text
