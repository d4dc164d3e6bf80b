"""Paying, the bank account, and when money comes back."""

from __future__ import annotations

import pytest


def test_a_payment_with_its_account_over_several_lines(draft):
    drafted = draft(
        """一、缴费
申报人员经资格审核通过后，应在规定时间内缴纳考试费，缴费完成时间以协会到账时间为准。账号信息如下：
户名：上海市锁业协会
税号：51310000123456789X
账号：1001 2345 6789 0123
开户银行：中国银行徐汇支行 地址：上海市徐汇区锁业路2号
转账附言：姓名+等级（请务必填写）"""
    )
    (fact,) = drafted.facts["payments"]
    assert (fact.way, fact.method) == (None, "bank_transfer")
    assert (fact.after, fact.by, fact.paid_when) == ("经资格审核通过后", "规定时间内", "协会到账时间")
    assert fact.account is not None
    assert fact.account.holder == "上海市锁业协会"
    assert fact.account.tax_id == "51310000123456789X"
    assert fact.account.number == "1001 2345 6789 0123"
    assert fact.account.bank == "中国银行徐汇支行"
    assert fact.account.bank_address == "上海市徐汇区锁业路2号"
    assert fact.account.remark == "姓名+等级"


def test_an_account_within_one_sentence_belongs_to_its_way(draft):
    drafted = draft(
        "一、缴费\n团体申报的由单位对公转账，户名：上海市锁业协会，开户行：上海银行徐汇支行，账号：3160080300123，用途请注明“单位简称”。"
    )
    (fact,) = drafted.facts["payments"]
    assert (fact.way, fact.method) == ("group", "bank_transfer")
    assert fact.account is not None
    assert (fact.account.number, fact.account.remark) == ("3160080300123", "单位简称")


def test_an_account_without_its_number_is_asked(draft):
    drafted = draft("一、缴费\n（一）户名：上海市锁业协会；开户行：上海银行徐汇支行。")
    assert drafted.facts["payments"] == ()
    assert [one.clause for one in drafted.questions] == ["一（一）"]


def test_two_account_numbers_are_asked(draft):
    drafted = draft(
        "一、缴费\n（一）户名：上海市锁业协会；开户行：上海银行徐汇支行；账号：3160080300123；账号：3160080300999。"
    )
    assert all(one.account is None for one in drafted.facts["payments"])
    assert len(drafted.questions) == 1


def test_a_way_of_paying_that_no_field_holds_is_asked(draft):
    drafted = draft("一、缴费\n（一）缴费方式为微信扫码支付。")
    assert drafted.facts["payments"] == ()
    assert len(drafted.questions) == 1


def test_the_price_of_a_retake_is_no_payment(draft):
    assert draft("一、缴费\n（一）缺考的，须重新缴纳补考费。").facts["payments"] == ()


def refunds(drafted):
    return [(one.case, one.refunded) for one in drafted.facts["refunds"]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "缴费后在准考证打印前申请退考的，全额退还；因个人原因缺考的，费用不予退还。",
            [("缴费后在准考证打印前申请退考的", True), ("因个人原因缺考的", False)],
        ),
        ("缴费后，不符合着装要求者取消参加，费用不退。", [("缴费后，不符合着装要求者", False)]),
        ("一经查实存在材料造假的，取消考试资格及考试成绩，考试费不予退还。", [("材料造假的", False)]),
    ],
)
def test_a_case_in_which_money_comes_back_or_not(draft, sentence, expected):
    assert refunds(draft(f"一、退费\n（一）{sentence}")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "费用到账后一般不予退费。",
        "缴费后不予退费，因协会原因取消考试的除外。",
        "因病不能参加的，退还百分之五十的费用。",
        "缴费后因故不能参加的，扣除手续费后退还。",
        "人数不足的，协会可取消评价并全额退费，或顺延至下一次。",
    ],
)
def test_a_part_of_the_money_or_a_perhaps_is_asked(draft, sentence):
    drafted = draft(f"一、退费\n（一）{sentence}")
    assert refunds(drafted) == []
    assert {one.clause for one in drafted.questions} == {"一（一）"}


def test_an_office_for_refunds_is_no_refund(draft):
    drafted = draft("一、联系\n（一）发票、退费：021-50001234。")
    assert refunds(drafted) == []
    assert drafted.questions == ()


@pytest.mark.parametrize(
    ("sentence", "case"),
    [
        ("报名成功后一律不予退费。", "报名成功后"),
        ("考务费一经收取，不予退还。", "考务费一经收取"),
        ("注：1.审核通过后无故缺考的，所缴费用概不退还。", "审核通过后无故缺考的"),
    ],
)
def test_a_flat_refusal_names_its_case(draft, sentence, case):
    (fact,) = draft(f"一、费用\n{sentence}").facts["refunds"]
    assert (fact.case, fact.refunded) == (case, False)


def test_a_note_is_no_remark_for_a_transfer(draft):
    drafted = draft("一、费用\n备注：实操不设补考。")
    assert drafted.facts["payments"] == ()
    assert drafted.questions == ()


def test_the_last_day_for_paying_online_is_no_way_of_paying(draft):
    assert draft("一、安排\n（一）网上缴费截止时间5月7日，考试时间6月5日。").questions == ()
