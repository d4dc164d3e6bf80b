"""A fact of oneself is no question about its words, and a question that holds a fact is answered as the question."""

from __future__ import annotations

import pytest

from bot.actions.turn import ELIGIBILITY, INFORM, RETAKE
from tests.bot.conftest import Ask

AT = "2026-05-12"
TRAINER = "人工智能训练师三级"


@pytest.mark.parametrize(
    "text", ["我有四级证，2021年10月拿的，一直做薪酬", "负责招聘和薪酬六年了，没证", "没证，在培训公司当讲师12年"]
)
def test_work_that_is_told_is_no_question_about_pay(ask: Ask, text: str) -> None:
    before = ask("我大专毕业，能报企业人力资源管理师三级吗", ELIGIBILITY, at=AT)
    reply = ask(text, INFORM, before.memory, at=AT).reply
    assert "我了解到的情况" in reply.messages[0].text


@pytest.mark.parametrize("text", ["我做薪酬六年了，考出来工资能涨吗", "做人事三年，拿到证书能做什么工作"])
def test_pay_is_still_asked_for_beside_the_work(ask: Ask, text: str) -> None:
    before = ask("我大专毕业，能报企业人力资源管理师三级吗", ELIGIBILITY, at=AT)
    assert ask(text, ELIGIBILITY, before.memory, at=AT).reply.status == "not_stated"


def test_the_month_of_an_examination_is_no_question_of_eligibility(ask: Ask) -> None:
    before = ask(f"我本科应届，能报{TRAINER}吗", ELIGIBILITY, at=AT)
    reply = ask("在人工智能行业协会报，这个月报什么时候能考", "ask_application_window", before.memory, at=AT).reply
    assert "6月底前" in reply.messages[0].text


@pytest.mark.parametrize("text", ["没毕业证只有学信网学籍证明行不", "工龄用什么证明", "没有劳动合同能证明工龄吗"])
def test_with_what_a_condition_is_proved_is_said_to_be_unstated(ask: Ask, text: str) -> None:
    before = ask(f"我本科应届，能报{TRAINER}吗", ELIGIBILITY, at=AT)
    reply = ask(text, ELIGIBILITY, before.memory, at=AT).reply
    assert reply.status == "partial"
    assert "021-62037717" in reply.messages[0].text


def test_a_title_told_after_a_timetable_is_judged(ask: Ask) -> None:
    before = ask("企业人力资源管理师什么时候报名", "ask_application_window", at=AT)
    reply = ask("三级。我有助理经济师职称", INFORM, before.memory, at=AT).reply
    assert "有初级职称" in reply.messages[0].text


def test_after_a_title_is_a_condition_and_no_other_examination(ask: Ask) -> None:
    before = ask("我有助理工程师，想报企业人力资源管理师三级", ELIGIBILITY, at=AT)
    then = ask("职称评下来八个月了", INFORM, before.memory, at="2026-11-21")
    assert then.reply.status != "out_of_scope"
    title = (then.memory.situation.titles or ())[0]
    assert title.issued is not None
    assert (str(title.issued.start), str(title.issued.end)) == ("2026-02-22", "2026-03-21")


def test_no_other_certificate_is_none_where_none_was_told(ask: Ask) -> None:
    before = ask("我做人事助理三年半了，能考企业人力资源管理师四级吗", ELIGIBILITY, at=AT)
    assert ask("高中毕业，没别的证书", INFORM, before.memory, at=AT).memory.situation.certificates == ()
    held = ask("我有五级证，做人事两年，能考企业人力资源管理师四级吗", ELIGIBILITY, at=AT)
    kept = ask("高中毕业，没别的证书", INFORM, held.memory, at=AT).memory.situation.certificates
    assert [one.level for one in kept or ()] == [5]


def test_the_timetable_of_the_next_year_is_not_that_of_this_one(ask: Ask) -> None:
    passed = ask("企业人力资源管理师三级去年8月考的，理论过了", RETAKE, at="2026-11-21")
    reply = ask("明年4月那场几号报名", "ask_exam_date", passed.memory, at="2026-11-21").reply
    assert reply.status in ("not_stated", "partial")
    assert "2月23日" not in reply.messages[0].text


def test_the_price_of_one_more_retake(ask: Ask) -> None:
    before = ask("5个人报人工智能训练师四级，人工智能行业协会的，总价", "ask_fee", at=AT)
    moved = ask("其中2个改成三级，3个还是四级", INFORM, before.memory, at=AT)
    assert "合计2200元" in moved.reply.messages[0].text  # 2 × 500 + 3 × 400
    reply = ask("要是三级里有一个操作挂了，补考再加多少", RETAKE, moved.memory, at=AT).reply
    assert "操作技能考试400元" in reply.messages[0].text
