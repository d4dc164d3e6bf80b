"""Admission tickets some calendar days before the assessment, of applicants in general."""

from __future__ import annotations

import pytest


def tickets(drafted):
    return [(one.way, one.days_before, one.working_days_before) for one in drafted.facts["tickets"]]


@pytest.mark.parametrize(
    ("sentence", "days", "working_days"),
    [
        ("注：1.考生可于考前2天在协会网站下载准考证。", 2, None),
        ("准考证打印时间：考前四天起。", 4, None),
        ("说明：各批次准考证于考试前6个工作日开放下载，地址同上。", None, 6),
        ("参评人员在考前5日到校领取准考证。", 5, None),
    ],
)
def test_a_ticket_of_everybody_is_a_fact_for_both_ways(draft, sentence, days, working_days):
    drafted = draft(f"一、考务\n（一）{sentence}")
    assert tickets(drafted) == [("group", days, working_days), ("individual", days, working_days)]
    assert drafted.questions == ()


@pytest.mark.parametrize(
    "sentence", ["考生于考前3天内打印准考证。", "校内学生准考证于考前3天领取。", "考生于考前48小时打印准考证。"]
)
def test_a_time_that_is_not_a_number_of_days_is_asked(draft, sentence):
    drafted = draft(f"一、考务\n（一）{sentence}")
    assert tickets(drafted) == []
    assert len(drafted.questions) == 1
