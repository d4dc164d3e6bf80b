"""Certificates that are held, and those that are not: wanted, asked about, failed, or of another examination."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.actions.situation import HeldCertificate, Situation, Span

Read = Callable[..., Situation]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("有四级证", [4]),
        ("我有四级", [4]),
        ("拿了三级证书", [3]),
        ("已经考出中级工", [4]),
        ("高级工证", [3]),
        ("我有技师证", [2]),
        ("我是高级工", [3]),
        ("我现在是四级，想升三级", [4]),
        ("四级考出来了", [4]),
        ("四级已经拿到了，三级怎么报", [4]),
        ("有5级证", [5]),
        ("有中级证，想考高级", [4]),
        ("五级刚拿到", [5]),
        ("五级证和四级证都有", [5, 4]),
        ("我有四级、五级证", [4, 5]),
        ("我持有五级/初级工证书", [5]),
        ("有四级证可以直接考三级吗", [4]),
        ("四级证能直接报三级吗", [4]),
        ("没有四级证，只有五级证", [5]),
        ("有三年经验和四级证", [4]),
        ("我四级证有两年了", [4]),
        ("侬好，我四级证有了，好考三级伐", [4]),
    ],
)
def test_held_levels_are_read(read: Read, text: str, levels: list[int]) -> None:
    assert [one.level for one in read(text).certificates or ()] == levels


@pytest.mark.parametrize(
    "text",
    [
        "没有证书",
        "没有证书能考吗",
        "我没证",
        "什么证都没有",
        "一张证也没有",
        "没考过任何证书",
        "没有任何职业资格证书",
    ],
)
def test_no_certificate_at_all_is_an_empty_list(read: Read, text: str) -> None:
    assert read(text).certificates == ()


@pytest.mark.parametrize(
    "text",
    [
        "还没拿到",
        "没有四级证",
        "四级证没拿到",
        "考三级",
        "报四级",
        "想考二级",
        "升三级",
        "想要四级证",
        "我是三级，费用多少",
        "有没有四级证",
        "有没有证书",
        "需要有四级证吗",
        "你们有四级证吗",
        "有四级考试吗",
        "如果有四级证呢",
        "拿到四级证要多久",
        "考出四级有补贴吗",
        "取得四级证后几年能考三级",
        "取得五级证后满3年可以考四级吗",
        "四级证有什么用",
        "四级证，多少钱",
        "四级证书什么时候发",
        "去年考了四级没过",
        "考了四级，没通过",
        "四级理论过了，实操没过",
        "通过了四级理论",
        "四级准考证在哪打印",
        "英语四级过了",
        "有计算机二级证",
        "有二级建造师证",
        "证书没有收到",
        "我公司有三级证的人",
        "同事有四级证，我没有",
        "老板让我考四级证",
        "没有毕业证书能考吗",
        "没有其他证书",
        "四级2027年6月拿的",
        "我记错了，是2023年拿的",
        "三年级",
    ],
)
def test_nothing_is_read_of_certificates(read: Read, text: str) -> None:
    assert read(text).certificates is None


@pytest.mark.parametrize(
    ("text", "level", "first", "last"),
    [
        ("2023年6月取得四级", 4, date(2023, 6, 1), date(2023, 6, 30)),
        ("去年考出中级工", 4, date(2025, 1, 1), date(2025, 12, 31)),
        ("去年6月拿的四级", 4, date(2025, 6, 1), date(2025, 6, 30)),
        ("四级证是2023年6月15日拿的", 4, date(2023, 6, 15), date(2023, 6, 15)),
        ("我有四级证，2023年6月拿的", 4, date(2023, 6, 1), date(2023, 6, 30)),
        ("1998年拿的中级工证", 4, date(1998, 1, 1), date(1998, 12, 31)),
        ("今年拿的五级证", 5, date(2026, 1, 1), date(2026, 6, 1)),
        # two years ago and not yet three
        ("持五级证两年", 5, date(2023, 6, 2), date(2024, 6, 1)),
        ("五级证拿了三年了", 5, date(2022, 6, 2), date(2023, 6, 1)),
        ("五级到手两年半", 5, date(2023, 6, 2), date(2023, 12, 1)),
        ("二零二零年十二月拿的五级证", 5, date(2020, 12, 1), date(2020, 12, 31)),
        ("有五级证，持证两年", 5, date(2023, 6, 2), date(2024, 6, 1)),
    ],
)
def test_the_day_of_issue_is_read(read: Read, text: str, level: int, first: date, last: date) -> None:
    assert read(text).certificates == (HeldCertificate(level=level, issued=Span(start=first, end=last)),)


def test_every_certificate_has_its_own_day(read: Read) -> None:
    held = read("2019年拿的五级，2022年5月拿的四级").certificates
    assert held == (
        HeldCertificate(level=5, issued=Span(start=date(2019, 1, 1), end=date(2019, 12, 31))),
        HeldCertificate(level=4, issued=Span(start=date(2022, 5, 1), end=date(2022, 5, 31))),
    )


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("我有五级证，拿证后干了两年", 2),
        ("拿到五级证后干了三年半，可以考四级吗", 3.5),
        ("我取得五级以后又做了3年", 3),
        ("有五级证，干了3年", None),
        ("有五级证，拿到毕业证后干了3年", None),
    ],
)
def test_years_of_work_since_the_certificate_are_read(read: Read, text: str, years: float | None) -> None:
    assert read(text).certificates == (HeldCertificate(level=5, work_years_since=years),)


@pytest.mark.parametrize(
    ("text", "occupation", "relation"),
    [
        ("有电工四级证", "电工", "same_or_related"),
        ("我有四级电工证", "电工", "same_or_related"),
        ("我考出了电工的四级", "电工", "same_or_related"),
        ("有四级证", None, "same_or_related"),
        ("有别的工种的四级证", None, "other"),
        ("有其他职业的四级证书", None, "other"),
        ("我有一个不相关的四级证", None, "other"),
        ("我有四级证，但是不是这个职业的", None, "other"),
        ("其他条件都符合，有四级证", None, "same_or_related"),
        ("有四级证，想考别的工种", None, "same_or_related"),
    ],
)
def test_the_occupation_of_a_certificate_is_read(
    read: Read, text: str, occupation: str | None, relation: str
) -> None:
    held = read(text).certificates
    assert held is not None
    assert [(one.level, one.occupation, one.relation) for one in held] == [(4, occupation, relation)]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("我没有四级证", (4,)),
        ("四级证没有", (4,)),
        ("没考过五级", (5,)),
        ("四级我没考过", (4,)),
        ("还没拿过三级证书", (3,)),
        ("干了三年人事，没四级，高中毕业", (4,)),
        ("没四级证没职称", (4,)),
        ("训练师四级证书我没拿到", (4,)),
        ("没有四级证，只有五级证", (4,)),
    ],
)
def test_a_level_that_is_not_held(text: str, levels: tuple[int, ...], read: Read) -> None:
    assert read(text).lacks == levels


@pytest.mark.parametrize(
    "text",
    [
        "有四级证",
        "今年有没有四级可以报",
        "培训师没有四级吗",
        "如果没有四级证呢",
        "四级没过想补考",
        "没有职称，有四级证",
        "英语四级没考过",
    ],
)
def test_no_level_is_said_to_be_missing(text: str, read: Read) -> None:
    assert read(text).lacks is None
