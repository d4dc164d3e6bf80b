"""What moves an assessment, and how the admission ticket is got."""

from __future__ import annotations

import pytest


def moved(drafted):
    return [
        (one.condition, one.fewer_than, one.moved_to, one.month, one.told_days_before)
        for one in drafted.facts["postponements"]
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("报名人数不足三十人时，本月评价推迟到次月进行。", [("too_few", 30, "next_month", None, None)]),
        (
            "申报人数少于20人或超出考场承载范围，则顺延至下月。",
            [("too_few", 20, "next_month", None, None), ("over_capacity", None, "next_month", None, None)],
        ),
        (
            "人数不足开考条件的，集中于9月安排，并在考前5日通知申报人员。",
            [("too_few", None, "month", 9, 5)],
        ),
    ],
)
def test_a_postponement_says_when_and_to_which_month(draft, sentence, expected):
    assert moved(draft(f"一、时间\n（一）{sentence}")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "申报人数不足15人的，并入下一季度。",
        "申报人数不足30名的，顺延至下月。",
        "申报人数不足30人的，取消当次评价，或顺延至下月。",
        "申报人数不足30人的，顺延至次年3月。",
        "申报人数不足30人的，顺延至下月，并提前3个工作日通知。",
    ],
)
def test_a_postponement_that_no_field_holds_is_asked(draft, sentence):
    drafted = draft(f"一、时间\n（一）{sentence}")
    assert moved(drafted) == []
    assert [one.clause for one in drafted.questions] == ["一（一）"]


def tickets(drafted):
    return [
        (one.way, one.working_days_before, one.weeks_before, one.url, one.needs)
        for one in drafted.facts["tickets"]
    ]


def test_each_way_gets_its_ticket_in_its_own_time(draft):
    drafted = draft(
        """一、打印准考证
1.团体申报，通过资格审核并完成缴费手续的由所在院校于考试前五个工作日通过网站https://ks.example.org.cn/zkz 下载准考证。
2.个人申报，于考前一周登录ks.example.org.cn，凭身份证号下载准考证。"""
    )
    assert tickets(drafted) == [
        ("group", 5, None, "https://ks.example.org.cn/zkz", "通过资格审核并完成缴费手续"),
        ("individual", None, 1, "ks.example.org.cn", "身份证号"),
    ]


def test_what_holds_for_every_applicant_is_told_for_both_ways(draft):
    drafted = draft("一、准考证\n（一）考生在考试前7个工作日登录www.example.org.cn打印准考证。")
    assert tickets(drafted) == [
        ("group", 7, None, "www.example.org.cn", None),
        ("individual", 7, None, "www.example.org.cn", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "考生于考前3天内登录www.example.org.cn打印准考证。",
        "考生于考前5-3个工作日登录www.example.org.cn打印准考证。",
        "准考证由协会统一打印，考生于认定当日领取。",
        "打印准考证请登录上述网站。",
        "准考证请于考前一周登录平台打印，个人考生打印后须加盖印章。",
        "考生于考前5个工作日内登录www.example.org.cn打印准考证。",
    ],
)
def test_another_time_or_place_for_the_ticket_is_asked(draft, sentence):
    drafted = draft(f"一、准考证\n（一）{sentence}")
    assert tickets(drafted) == []
    assert [one.clause for one in drafted.questions] == ["一（一）"]


def test_to_bring_the_ticket_is_no_rule_on_printing_it(draft):
    drafted = draft("一、考场\n（一）考生须凭身份证、准考证入场，按时领取试卷。")
    assert tickets(drafted) == []
    assert drafted.questions == ()
