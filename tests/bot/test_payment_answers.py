"""Paying: after what, by when, where to, what counts as paid; dates of the day; money back; and what is not stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import Memory
from knowledge.figures import unsupported
from tests.bot.replies import cited, said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

SAIA, SJTU, SHTA = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr"


@pytest.mark.parametrize(
    "text", ["技师协会怎么缴费", "企业人力资源管理师缴费方式", "职业培训师报名后怎么付款", "技师协会缴费"]
)
def test_paying_is_told_as_stated(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_payment")
    assert outcome.reply.status == "answered"
    assert "资格审核通过后" in said(outcome)
    assert "规定的缴费日期内" in said(outcome)
    assert "上海市技师协会等级认定指定银行账户收到的时间为准" in said(outcome)
    assert {(SHTA, "二（四）"), (SHTA, "二（三）（1）")} <= cited(outcome)


@pytest.mark.parametrize(
    ("day", "told", "untold"),
    [
        ("2026-03-01", ("3月23日-3月29日", "7月20日-7月26日", "10月1日-10月12日"), ("过了", "现在就是")),
        ("2026-03-29", ("3月23日-3月29日缴费（现在就是）",), ("过了",)),
        ("2026-03-30", ("7月20日-7月26日", "10月1日-10月12日"), ("3月29日", "过了")),
        ("2026-07-19", ("7月20日-7月26日",), ("现在就是",)),
        ("2026-07-20", ("7月20日-7月26日缴费（现在就是）",), ("过了",)),
        ("2026-10-12", ("10月1日-10月12日缴费（现在就是）",), ("7月26日",)),
        ("2026-10-13", ("缴费日期都已经过了", "3月23日-3月29日", "10月1日-10月12日"), ("现在就是",)),
    ],
)
def test_the_dates_of_payment_are_those_ahead_of_the_day(
    day: str, told: tuple[str, ...], untold: tuple[str, ...], ask: Ask
) -> None:
    text = said(ask("技师协会怎么缴费", "ask_payment", at=day))
    assert [one for one in told if one not in text] == []
    assert [one for one in untold if one in text] == []


@pytest.mark.parametrize(
    "text",
    [
        "上海交大考务费打到哪个账号",
        "交大转账附言写什么",
        "交大开户行是哪个",
        "上海交通大学的税号",
        "交大人工智能训练师的钱往哪个卡上转",
    ],
)
def test_the_account_is_given_whole_and_as_last_years(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_payment")
    assert outcome.reply.status == "answered"
    parts = (
        "上海交通大学",
        "439059226890",
        "中国银行上海市上海交通大学支行",
        "上海市华山路1954号",
        "1210000042500615X0",
        "姓名+等级认定考试",
        "这是去年的通知",
    )
    assert [one for one in parts if one not in said(outcome)] == []
    assert (SJTU, "二（四）") in cited(outcome)


def test_what_counts_as_paid_is_told(ask: Ask) -> None:
    outcome = ask("上海交大缴费以哪天为准", "ask_payment", at="2025-06-01")
    assert "以上海交通大学财务到账时间为准" in said(outcome)
    assert "去年" not in said(outcome)


@pytest.mark.parametrize(
    "text",
    [
        "技师协会的评价服务费打到什么账号",
        "技师协会的收款账号和开户行",
        "技师协会支持扫码付吗",
        "上海交大能用支付宝吗",
        "人工智能行业协会报名费转到哪个银行账户",
        "人工智能训练师怎么缴费",
        "技师协会报名费能开发票吗",
        "交大发票抬头怎么开",
    ],
)
def test_what_no_notice_states_of_paying_is_said_to_be_not_stated(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_payment")
    assert outcome.reply.status == "not_stated"
    assert "没有" in said(outcome)
    if "交大" not in text:
        assert "439059226890" not in said(outcome)


def test_another_organisations_account_is_never_given(ask: Ask) -> None:
    for text in ("人工智能行业协会怎么缴费", "技师协会怎么缴费", "茶艺师怎么缴费", "焊工考试费打到哪个账号"):
        assert "439059226890" not in said(ask(text, "ask_payment"))


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("人工智能训练师缴费后不想考了能退费吗", SAIA),
        ("技师协会生病考不了，能申请退款吗", SHTA),
        ("上海交大没去考试，考试费退不退", SJTU),
    ],
)
def test_of_a_refund_only_the_case_that_is_written_is_told(text: str, notice: str, ask: Ask) -> None:
    outcome = ask(text, "ask_payment")
    assert outcome.reply.status == "not_stated"
    assert "没有写明" in said(outcome)
    assert "虚假伪造的，费用不予退还" in said(outcome)
    assert notice in {notice for notice, _ in cited(outcome)}


def test_money_paid_on_false_papers_does_not_come_back(ask: Ask) -> None:
    outcome = ask("技师协会报名材料造假，钱退吗", "ask_payment")
    assert outcome.reply.status == "answered"
    assert "不予退还" in said(outcome)
    after = ask("钱退吗", "ask_payment", Memory(organisation="上海市技师协会", topic="ask_discipline"))
    assert after.reply.status == "answered"
    assert "不予退还" in said(after)


def test_whose_payment_is_asked_back(ask: Ask) -> None:
    outcome = ask("怎么缴费", "ask_payment")
    assert outcome.reply.status == "clarification"
    assert outcome.reply.messages[0].quick_replies


def test_when_to_pay_is_the_timetables_answer(ask: Ask) -> None:
    outcome = ask("人力三级什么时候缴费", "ask_payment", at="2026-07-01")
    assert outcome.reply.status == "answered"
    assert "7月20日" in said(outcome)
    assert "7月26日" in said(outcome)


@pytest.mark.parametrize("day", ["2025-06-01", "2026-02-01", "2026-07-21", "2026-11-21", "2027-01-01"])
@pytest.mark.parametrize("name", ["技师协会", "上海交大", "人工智能行业协会"])
@pytest.mark.parametrize("question", ["怎么缴费", "能退费吗", "打到哪个账号", "缴费到账时间以什么为准"])
def test_every_figure_of_a_payment_answer_has_a_source(question: str, name: str, day: str, ask: Ask) -> None:
    text = f"{name}{question}"
    for message in ask(text, "ask_payment", at=day).reply.messages:
        sources = [one.quote for one in message.citations] + [text]
        sources += [part for one in message.computed for part in (one.text, one.explanation)]
        assert unsupported(message.text, sources) == []


@pytest.mark.parametrize("intent", ["out_of_scope", "search", "ask_payment", "ask_certificate"])
@pytest.mark.parametrize("text", ["能开票吗", "想要张发票", "收据找谁拿"])
def test_invoices_are_said_to_be_in_no_notice_with_whom_to_call(text: str, intent: str, ask: Ask) -> None:
    outcome = ask(text, intent)
    assert outcome.reply.status == "not_stated"
    assert "没有写明发票怎么开" in said(outcome)
    assert "021-62037717" in said(outcome)
    assert "（021）62418668" in said(outcome)


@pytest.mark.parametrize("intent", ["out_of_scope", "search", "ask_payment"])
@pytest.mark.parametrize("text", ["费用交完不打算考了可以退吗", "报了名临时不去了钱退不退"])
def test_money_back_without_a_name_is_not_stated_but_for_false_papers(text: str, intent: str, ask: Ask) -> None:
    outcome = ask(text, intent)
    assert outcome.reply.status == "not_stated"
    assert "没有写明退费办法" in said(outcome)
    assert said(outcome).count("写明的只有一种情形") == 1
    assert "申报材料虚假伪造的，费用不予退还" in said(outcome)


@pytest.mark.parametrize("intent", ["search", "inform", "ask_results", "out_of_scope"])
@pytest.mark.parametrize("text", ["怎样才算付好了", "怎么知道钱交没交上", "什么时候算缴费完成"])
def test_what_counts_as_paid_goes_on_from_paying(text: str, intent: str, ask: Ask) -> None:
    before = ask("人力资源管理师怎么付款", "ask_payment")
    outcome = ask(text, intent, before.memory)
    assert outcome.reply.status == "answered"
    assert "以上海市技师协会等级认定指定银行账户收到的时间为准" in said(outcome)


def test_papers_that_were_sent_back_are_no_money_back(ask: Ask) -> None:
    assert "退费" not in said(ask("人力资源管理师报名材料被退回来了怎么办", "search"))


@pytest.mark.parametrize(
    ("text", "begins", "figure"),
    [
        ("技师协会七月那批，钱26号到的账，算按时吗", "没有晚", "7月20日-7月26日"),
        ("HR的费7月27号才收到，是不是晚了", "晚了", "7月20日-7月26日"),
        ("人力的钱10月10号付的，会计讲付晚了", "没有晚", "10月1日-10月12日"),
        ("三月那批人力，30号才到账，还作数吗", "晚了", "3月23日-3月29日"),
    ],
)
def test_the_day_a_fee_came_is_held_against_the_days_of_payment(
    text: str, begins: str, figure: str, ask: Ask
) -> None:
    outcome = ask(text, "ask_payment", at="2026-11-21")
    assert outcome.reply.status == "answered"
    assert said(outcome).startswith(begins)
    assert figure in said(outcome)
    assert (SHTA, "二（三）（1）") in cited(outcome)


@pytest.mark.parametrize("text", ["去模力社区报名，能扫微信吗", "到中科路报名可不可以刷卡"])
def test_a_means_of_payment_that_no_notice_names_is_not_covered_by_where_to_apply(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_how_to_apply", Memory("上海市人工智能行业协会"), at="2026-11-21")
    assert outcome.reply.status == "not_stated"


def test_a_month_in_which_nobody_pays_is_that_of_the_sitting(ask: Ask) -> None:
    text = said(ask("企业人力资源管理师8月的缴费到哪天", "ask_payment", at="2026-11-21"))
    assert "7月26日" in text
    assert "时间表里没有" not in text
