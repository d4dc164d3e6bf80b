"""Several facts in one message, messages that tell nothing, and messages that make no sense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.actions.situation import HeldCertificate, HeldTitle, Situation, Span, read_situation
from bot.actions.situation.model import Trade
from knowledge.eligibility import Education
from knowledge.library import Library
from knowledge.validity import parse_as_of

Read = Callable[..., Situation]
_JUNE_2025 = Span(start=date(2025, 6, 1), end=date(2025, 6, 30))


def test_everything_at_once(read: Read) -> None:
    assert read("我大专毕业干了两年数据标注，去年6月拿的四级，今年28") == Situation(
        age=28,
        work_years=2.0,
        trade=Trade(said="数据标注", occupations=("人工智能训练师", "人工智能数据标注", "人工智能模型运用")),
        certificates=(HeldCertificate(level=4, issued=_JUNE_2025),),
        education=(Education(kind="junior_college", major="unknown", status="graduated"),),
    )


def test_facts_that_only_spaces_part(read: Read) -> None:
    assert read("技校毕业 干了5年 有四级证 28岁") == Situation(
        age=28,
        work_years=5.0,
        certificates=(HeldCertificate(level=4),),
        education=(Education(kind="technical", major="unknown", status="graduated"),),
    )


def test_nothing_of_anything_is_told_to_be_none(read: Read) -> None:
    assert read("我没干过这行，没有证书，没有职称，高中学历，今年22") == Situation(
        age=22,
        work_years=0.0,
        certificates=(),
        titles=(),
        education=(Education(kind="senior_high", major="unknown", status="graduated"),),
    )


def test_certificate_and_title_keep_their_own_years(read: Read) -> None:
    told = read("2018年评的助理工程师，去年6月拿的三级证，1990年5月出生")
    assert told == Situation(
        birth=Span(start=date(1990, 5, 1), end=date(1990, 5, 31)),
        certificates=(HeldCertificate(level=3, issued=_JUNE_2025),),
        titles=(HeldTitle(grade="junior", issued=Span(start=date(2018, 1, 1), end=date(2018, 12, 31))),),
    )


def test_a_parent_speaks_for_the_applicant(read: Read) -> None:
    assert read("我儿子今年十六，初中毕业，能考几级") == Situation(
        age=16, education=(Education(kind="junior_high", major="unknown", status="graduated"),)
    )


@pytest.mark.parametrize(
    "text",
    [
        "人工智能训练师四级报名费多少钱",
        "两个人考三级一共要付多少",
        "协会电话是021-54065555吗",
        "2026年上半年什么时候考试",
        "理论过了实操没过，补考要多少钱",
        "成绩单项合格保留两年吗",
        "4月25日能去考吗",
        "身份证310101199001011234",
        "我要投诉",
        "按我的情况最早什么时候可以考技师",
        "拿到四级以后要干满几年才能升三级",
        "我的四级证丢了怎么补",
        "外地户口能在上海考吗",
        "谢谢侬",
        "好伐",
        "",
    ],
)
def test_a_question_tells_nothing_of_the_person(read: Read, text: str) -> None:
    assert not read(text).told


_WORDS = st.sampled_from(
    [
        "我",
        "有",
        "没有",
        "四级",
        "五级",
        "证",
        "证书",
        "干了",
        "做",
        "两年",
        "3年多",
        "半",
        "98年",
        "2023年6月",
        "去年",
        "前",
        "后",
        "岁",
        "28",
        "满",
        "了",
        "的",
        "吗",
        "？",
        "，",
        "、",
        "/",
        "和",
        "大专",
        "本科",
        "在读",
        "大三",
        "职称",
        "高级工程师",
        "技师",
        "电工",
        "相关",
        "工作",
        "经验",
        "拿了",
        "考出",
        "是",
        "不",
        "到",
        "现在",
        "出生",
        "生日",
        "一直",
        "断过",
        "13月",
        "30日",
        "19900230",
        "年",
        "〇",
        "廿",
        "²",
        "٣",
    ]
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.one_of(st.lists(_WORDS, max_size=60).map("".join), st.text(max_size=500)))
def test_no_text_makes_the_reading_fail(library: Library, text: str) -> None:
    told = read_situation(library, text[:500], parse_as_of("2026-06-01"))
    for reading in ("latest", "earliest"):
        told.applicant(reading)  # every value is one that an applicant can have


@pytest.mark.parametrize(
    "piece",
    [
        "相关的",
        "有的个",
        "四级、",
        "四级和",
        "拿证",
        "的和",
        "干了两年",
        "证书",
        "工作的",
        "2023年",
        "两年半",
        "一",
        "大专",
        "没有相关",
    ],
)
def test_a_repeated_piece_is_read_in_no_time(read: Read, piece: str) -> None:
    """A pattern that tries all divisions of such a text would not end."""
    read((piece * 500)[:500])
