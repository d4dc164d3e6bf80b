"""Numbers told in passing, put right or doubted over a talk about a sum; two sums beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.names.own_work import without_own_work
from bot.actions.names.understanding import entities_of
from bot.actions.turn import INFORM
from tests.bot.replies import said
from tests.bot.test_sum_talks import CLASS, FACTORY, FEE, talk, workings

if TYPE_CHECKING:
    from bot.actions.desk import Desk
    from tests.bot.conftest import Ask

RETAKES = ("训练师三级，理论没过的有6个，操作挂了2个，补考费一共多少", "ask_retake_fee")


@pytest.mark.parametrize(
    ("turns", "working"),
    [
        ([CLASS, ("看错行了，五级是5个", "search")], "1200元 + 1500元 = 2700元"),
        ([CLASS, ("四级不是3个，是4个", INFORM)], "1600元 + 600元 = 2200元"),
        ([CLASS, ("漏了两个四级的", "search")], "2000元 + 600元 = 2600元"),
        ([CLASS, ("五级多算了一个", "search")], "1200元 + 300元 = 1500元"),
        ([CLASS, ("更正一下，四级是6个五级是1个", FEE)], "2400元 + 300元 = 2700元"),
        ([FACTORY, ("三级里有一个人只够四级，再算一下", "search")], "1600元 + 1400元 = 3000元"),
        (
            [FACTORY, ("对了账上还差一笔……哦还有一个考训练师五级的，加上是多少", FEE)],
            "2000元 + 1050元 + 300元 = 3350元",
        ),
        ([RETAKES], "600元 + 800元 = 1400元"),
        ([RETAKES, ("数漏了一个，操作是3个", "search")], "600元 + 1200元 = 1800元"),
    ],
)
def test_a_number_is_put_right(turns: list[tuple[str, str]], working: str, ask: Ask) -> None:
    assert workings(talk(ask, *turns))[-1] == working


@pytest.mark.parametrize(
    ("first", "second", "working"),
    [
        (
            ("班里24个学生考训练师四级，学校能团体报吗", "ask_how_to_apply"),
            "全班总共要交多少",
            "400元 × 24人 = 9600元",
        ),
        (("店里9个店员想考人力四级，什么时候考", "ask_exam_date"), "一共要准备多少钱", "350元 × 9人 = 3150元"),
        (("9个新来的同事考训练师五级，条件够吗", "ask_eligibility"), "他们合计要多少钱", "300元 × 9人 = 2700元"),
    ],
)
def test_who_was_counted_in_passing_is_summed(first: tuple[str, str], second: str, working: str, ask: Ask) -> None:
    assert working in workings(talk(ask, first, (second, FEE)))


def test_two_of_them_leave(ask: Ask) -> None:
    outcome = talk(
        ask, ("班里24个学生考训练师四级，学校能团体报吗", "ask_how_to_apply"), ("去掉他俩，总共多少", FEE)
    )
    assert "400元 × 22人 = 8800元" in workings(outcome)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("会计非说应该是2000，我算错了？", "不是2000元，一共是1800元。"),
        ("那就是1800，对吗", "对，一共是1800元。"),
    ],
)
def test_a_doubted_total_is_judged(text: str, begins: str, ask: Ask) -> None:
    assert said(talk(ask, CLASS, (text, "ask_registration_number"))).startswith(begins)


def test_two_sums_differ(ask: Ask) -> None:
    outcome = talk(ask, ("5个人考训练师四级总共多少", FEE), ("要是全部换成三级呢", FEE), ("两个方案差多少", FEE))
    assert workings(outcome)[0] == "2500元 - 2000元 = 500元"


def test_two_sums_of_two_occupations_differ(ask: Ask) -> None:
    first = ("6个人考训练师三级总共多少", FEE)
    outcome = talk(ask, first, ("要是这6个人改考人力三级呢", FEE), ("两个方案差多少", FEE))
    assert workings(outcome)[0] == "3000元 - 2400元 = 600元"


def test_a_retake_of_some_keeps_the_whole_group(ask: Ask) -> None:
    again = ("万一四级有人挂一个模块，补考是多少", "ask_retake_fee")
    outcome = talk(ask, FACTORY, again, ("那他们8个人正考一共多少", FEE))
    assert workings(outcome)[-1] == "2000元 + 1050元 = 3050元"


def test_this_level_is_the_one_talked_about(ask: Ask) -> None:
    outcome = talk(ask, ("训练师三级多少钱", FEE), ("我们5个人都考这一级，一共多少", FEE))
    assert "500元 × 5人 = 2500元" in workings(outcome)


def test_what_is_made_good_is_no_retake(ask: Ask) -> None:
    outcome = talk(ask, ("我在补去年的报销单，交大去年训练师三级考务费多少", FEE))
    assert "补考" not in said(outcome)
    assert "500元" in said(outcome)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("我是厂里的HR，给工人报训练师四级", ["人工智能训练师"]),
        ("公司HR让我问训练师五级多少钱", ["人工智能训练师"]),
        ("我考HR四级，她考训练师五级", ["企业人力资源管理师", "人工智能训练师"]),
        ("我是做HR的，想考三级", ["企业人力资源管理师"]),
    ],
)
def test_the_speakers_job_is_not_asked_about(text: str, left: list[str], desk: Desk) -> None:
    found = without_own_work(text, entities_of(desk.library, text))
    assert [one["value"] for one in found if one["entity"] == "occupation"] == left


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("区里备案的推介官技能比武，60个职工参加，几个人能拿证", "30人"),
        ("比武来了75人，多少人能拿推介官证", "37.5人"),
    ],
)
def test_the_best_of_a_contest_are_counted(text: str, figure: str, ask: Ask) -> None:
    assert figure in said(talk(ask, (text, "ask_promoter")))
