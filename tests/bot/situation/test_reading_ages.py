"""Ages and days of birth."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.actions.situation import Situation, Span

Read = Callable[..., Situation]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("28岁", 28),
        ("今年三十五", 35),
        ("刚满16", 16),
        ("15周岁", 15),
        ("我１６岁可以考吗", 16),
        ("我 今年 28 岁", 28),
        ("我今年廿八岁了", 28),
        ("三十二岁，大专", 32),
        ("十六岁半", 16),
        ("我60岁了还能考吗", 60),
        ("我已经满16周岁了，能报名伐", 16),
        ("我儿子16岁", 16),
        ("阿拉囡囡今年十七", 17),
        ("女儿刚满16周岁，想考保育师", 16),
        ("我18岁开始干这行，现在35岁", 35),
        ("我50岁，不对，51岁", 51),
        ("不是28岁，是29岁", 29),
        ("侬好，我45了，能考几级", 45),
    ],
)
def test_an_age_is_read(read: Read, text: str, age: int) -> None:
    assert read(text).age == age


@pytest.mark.parametrize(
    "text",
    [
        "我是00后",
        "多大年纪可以考",
        "超过60岁还能考吗",
        "满16周岁可以报名吗",
        "年满16周岁",
        "要满16岁吗",
        "16岁以上就行吗",
        "明年满16岁",
        "不到16岁能考吗",
        "十五六岁",
        "30多岁",
        "快30了",
        "40岁左右",
        "18岁就出来工作了",
        "20岁那年拿的证",
        "到60岁还能考吗",
        "我40，他16",
        "如果28岁呢",
        "照顾70岁的老人",
        "四级考试28号考",
        "今年10月考试",
        "费用350元，2个人多少钱",
        "电话13816161616",
        "工龄28年",
    ],
)
def test_no_age_is_read(read: Read, text: str) -> None:
    assert read(text).age is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("98年的", date(1998, 1, 1), date(1998, 12, 31)),
        ("我是2003年的", date(2003, 1, 1), date(2003, 12, 31)),
        ("我03年的，能考伐", date(2003, 1, 1), date(2003, 12, 31)),
        ("1998年3月出生", date(1998, 3, 1), date(1998, 3, 31)),
        ("一九九八年三月生", date(1998, 3, 1), date(1998, 3, 31)),
        ("生日是2010年6月1日", date(2010, 6, 1), date(2010, 6, 1)),
        ("我２０１０年６月１号出生的", date(2010, 6, 1), date(2010, 6, 1)),
        ("身份证上是1990-05-06出生", date(1990, 5, 6), date(1990, 5, 6)),
        ("出生日期：1990.5.6", date(1990, 5, 6), date(1990, 5, 6)),
        ("出生年月是1990年2月", date(1990, 2, 1), date(1990, 2, 28)),
        ("出生日期：19900506", date(1990, 5, 6), date(1990, 5, 6)),
        ("我儿子2009年的", date(2009, 1, 1), date(2009, 12, 31)),
    ],
)
def test_a_day_of_birth_is_read(read: Read, text: str, first: date, last: date) -> None:
    assert read(text).birth == Span(start=first, end=last)


@pytest.mark.parametrize(
    "text",
    [
        "生日6月1号",
        "农历1990年5月6日出生",
        "1990年2月30日出生",
        "2030年6月1日出生",
        "我的证是05年的",
        "2025年的通知",
        "2003年的四级证还有用吗",
        "98年入行的",
    ],
)
def test_no_day_of_birth_is_read(read: Read, text: str) -> None:
    assert read(text).birth is None


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("16岁生日是2026年12月5号", date(2010, 12, 5)),
        ("他16周岁生日在明年3月1日", date(2011, 3, 1)),
        ("我12月5号满16岁", date(2010, 12, 5)),
        ("女儿下个月5号才满16周岁", date(2010, 12, 5)),
    ],
)
def test_a_birthday_to_come_tells_the_day_of_birth_and_no_age(read: Read, text: str, birth: date) -> None:
    found = read(text, "2026-11-21")
    assert found.age is None
    assert found.birth == Span(start=birth, end=birth)
