"""Years of work in the field, in months here: what is told is rounded down to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.actions.situation import Situation

Read = Callable[..., Situation]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("干了六年", 72),
        ("干了 六 年", 72),
        ("做了两年半", 30),
        ("工作3年多", 36),
        ("工作了2.5年", 30),
        ("从事这行十二年", 144),
        ("有三年工龄", 36),
        ("3年经验", 36),
        ("３年相关工作经验", 36),
        ("我有五年数据标注经验", 60),
        ("5年7个月", 67),
        ("干了半年", 6),
        ("做了一年零两个月", 14),
        ("八个月的工作经验", 8),
        ("干了二十多年", 240),
        ("工龄8年", 96),
        ("工作年限：6年", 72),
        ("当了六年电工", 72),
        ("人工智能训练师做了四年", 48),
        ("本职业工作五年", 60),
        ("工作满五年了", 60),
        ("满五年了", 60),
        ("我干这行已经满十年", 120),
        ("侬好，我做了六年，好考三级伐", 72),
        ("大专毕业两年，干了一年", 12),
        ("毕业后工作了三年", 36),
        ("六年了", 72),
        ("不对，是六年", 72),
        ("改一下，我工作是六年不是五年", 72),
        ("干了五年，说错了，干了六年", 72),
        ("一共干了三年半", 42),
        # the least of a range
        ("两三年经验", 24),
        ("干了十几年", 120),
        ("我不是刚入行，干了4年", 48),
        # 31 December 2019 to 1 June 2026, 30 June 2018, 31 March 2020 and 30 June 2025: whole months
        ("2019年开始做", 77),
        ("从2018年6月干到现在", 95),
        ("2020年3月入职至今", 74),
        ("去年6月入职", 11),
        ("19年入行的", 77),
        ("我是2019年参加工作的", 77),
        ("做这行是从2019年开始的", 77),
    ],
)
def test_years_of_work_are_read(read: Read, text: str, months: int) -> None:
    assert read(text).work_years == pytest.approx(months / 12)


@pytest.mark.parametrize(
    "text",
    [
        "没有工作经验",
        "没有工作经验可以考吗",
        "没干过",
        "我没做过这行",
        "从来没从事过相关工作",
        "零基础",
        "零经验小白",
        "没工作过",
        "无相关经验",
    ],
)
def test_no_work_at_all_is_zero_years(read: Read, text: str) -> None:
    assert read(text).work_years == 0


@pytest.mark.parametrize(
    "text",
    [
        "快五年了",
        "大概做了三年",
        "干了五年左右",
        "干了不到两年",
        "干了好几年",
        "刚入行",
        "上个月开始做",
        "满五年就行吗",
        "工作满五年能报四级吗",
        "需要几年经验",
        "需要五年经验吗",
        "要干五年吗",
        "再干两年就能考三级吗",
        "还差两年",
        "如果我干了六年呢",
        "没有五年工作经验",
        "有没有工作经验要求",
        "补考两年内",
        "成绩保留两年",
        "成绩有效期是两年吗",
        "两年？",
        "开了三年出租车",
        "干了两年保安",
        "做了三年销售",
        "三年销售经验",
        "我在餐馆干了五年",
        "我是软件工程师，工作了五年",
        "别的行业干了五年",
        "我是技校老师，干了八年",
        "三年驾龄",
        "公司做了十年数据标注",
        "零基础班有吗",
        "没做过题",
        "毕业两年了",
        "大学读了四年",
        "2019年开始做，后来辞职了",
        "打算2026年开始做",
        "2024年开始考试的吗",
        "今年3月开始报名吗",
        "一年考几次",
        "电工一年考几次",
        "电工一个月能挣多少",
        "四年级",
        "98年的",
        "五级证拿了三年了",
        "拿到四级证后干了三年",
    ],
)
def test_no_years_of_work_are_read(read: Read, text: str) -> None:
    assert read(text).work_years is None


@pytest.mark.parametrize(
    ("text", "unbroken"),
    [
        ("中间断过", False),
        ("中间断过一年", False),
        ("辞职过两年", False),
        ("没一直做", False),
        ("没有一直做", False),
        ("断断续续做的", False),
        ("中途停了一年", False),
        ("一直在做", True),
        ("没断过", True),
        ("从来没有断过", True),
        ("连续工作三年了", True),
        ("必须一直在做吗", None),
        ("中间断过的话怎么算", None),
        ("社保断过可以吗", None),
        ("一直在等通知", None),
        ("干了六年", None),
    ],
)
def test_whether_the_work_was_broken_off_is_read(read: Read, text: str, unbroken: bool | None) -> None:
    assert read(text).unbroken is unbroken


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("我做人事先3年，后来生小孩歇了两年，回来又做2年", 60),
        ("做三年歇两年又做两年", 60),
        ("上家公司做了3年HR，这家做了2年HR", 60),
        ("人事干了2年，中间转行做销售3年，现在又回来干了4年", 72),
        ("我做了8年人事，中间断过两年", 72),
        ("我做人事前后五年零三个月", 63),
        ("做内训8年了", 96),
        ("在一家公司做人事 满打满算六年 没考过证", 72),
    ],
)
def test_stretches_of_work_are_added_up_without_what_lay_between(text: str, months: int, read: Read) -> None:
    years = read(text).work_years
    assert years is not None
    assert round(years * 12) == months


@pytest.mark.parametrize("text", ["老家做了六年，来上海做了四年", "干了五年人事，又做了三年销售"])
def test_stretches_that_may_be_of_other_work_are_not_added_up(text: str, read: Read) -> None:
    assert read(text).work_years != 10
    assert read(text).work_years != 8


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("我做人事六年", "企业人力资源管理师"),
        ("干了8年算法", "人工智能训练师"),
        ("做标注员2年了", "人工智能训练师"),
        ("做内训8年了", "职业培训师"),
        ("做保育师五年", "保育师"),
    ],
)
def test_what_the_person_does_names_the_occupations_whose_work_it_is(text: str, trade: str, read: Read) -> None:
    found = read(text).trade
    assert found is not None
    assert found.occupations[0] == trade


@pytest.mark.parametrize(
    "text", ["想做人事", "做了三年能考人力资源三级吗", "我想考算法方面的证", "打算转人事工作"]
)
def test_what_the_person_wants_is_no_trade(text: str, read: Read) -> None:
    assert read(text).trade is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("在公司做了六年人事", 6),
        ("我在一家上市公司做了五年人事", 5),
        ("在单位干了三年人事", 3),
        ("在培训机构做了两年人事", 2),
        ("我们公司做了十年人事外包", None),
        ("公司成立八年了，想给员工报人事的证", None),
    ],
)
def test_where_somebody_works_and_how_long_the_firm_is_there(text: str, years: float | None, read: Read) -> None:
    assert read(text).work_years == years
