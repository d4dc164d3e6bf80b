"""Work told by its days, read on 1 June 2026: whole months at least and at most, reckoned by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.actions.situation import Situation, merged

Read = Callable[..., Situation]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        # 6 years, and 2 years and 9 months
        ("2013.4.8入职某银行人事部，一直干到2019.4.8，后面全职带娃，2023.9.1重返职场还是人事", 105, 105),
        ("我从2011年3月1日做HR到2020年3月1日，现在不做了", 108, 108),
        ("做人事：2016年5月1日-2019年5月1日；2020年6月1日-至今", 108, 108),
        ("09年9月1号就当HR了，16年9月1号下岗的，17年9月1号找到新单位继续当HR", 189, 189),
        # a month or a year stands for all its days
        ("98年到2010年在国营厂当人事科长", 132, 155),
        ("13年到16年在苏州做HR，19年到现在在上海做HR", 101, 136),
        ("17年五月在外包公司开始标图的，19年五月走的，22年元月又回去标了", 75, 77),
        ("我是零五年干的人事，干到一五年，后来开店去了", 108, 131),
        # lengths beside days
        ("18年干标注干了整整两年被裁，22年又干了整整两年，今年2月1日第三次回锅", 52, 52),
        ("先做了三年人事，然后生娃，2024年6月1号又回去做HR", 60, 60),
        ("2019年开始干标注，干了三年，然后去送外卖了", 36, 36),
        ("2015年6月1日入行，中间歇了两年，现在还在做标注", 108, 108),
        # the year, not the number of years
        ("入行也就21年", 53, 65),
        ("20年才转的行，做标注", 65, 77),
        ("2019年或者2020年入行的", 65, 89),
        # what came before was another work
        ("2012年入职做销售，2018年6月1日转行做标注", 96, 96),
        ("1999年参加工作，2003年6月1日起做人事至今", 276, 276),
        ("自己开了个标注工作室，2020年6月1日注册的到现在一直自己标", 72, 72),
    ],
)
def test_stretches_are_summed(read: Read, text: str, least: int, most: int) -> None:
    told = read(text)
    assert told.work_years == pytest.approx(least / 12)
    bounds = told.work_roughly
    assert (bounds.most if bounds else told.work_years) == pytest.approx(most / 12)


@pytest.mark.parametrize("text", ["入行21年了", "干了21年", "做人事21年"])
def test_a_number_of_years_is_no_year(read: Read, text: str) -> None:
    assert read(text).work_years == 21


@pytest.mark.parametrize(
    "text",
    [
        "我们公司2010年成立的",
        "2010年到2014年读的大学",
        "证书有效期2020年到2025年",
        "2023年报名没考上，2024年又考了",
        "我在2021年考的驾照",
        "我们单位从2019年起就要求证书",
        "2018年入行，现在不干了",
    ],
)
def test_other_days_are_no_work(read: Read, text: str) -> None:
    assert read(text).work_years is None


@pytest.mark.parametrize(
    ("before", "now", "months"),
    [
        ("2019年1月1日做到2021年1月1日，2023年6月1日又做到现在", "不对，第二段是2024年6月1日开始的", 48),
        ("2016年6月1日起一直做标注", "不过20年6月1日走了，22年6月1日才回来", 96),
        ("我2014年6月1日到2018年6月1日做HR", "21年6月1日又回来上班到现在", 108),
        ("2019年6月1日入行", "记错了，是2020年6月1日", 72),
        ("2019年6月1日入行", "我干了三年", 36),
        ("2018年6月1日做到2021年6月1日，做标注", "我2021年6月离职的时候考的五级证", 36),
    ],
)
def test_stretches_go_on_or_are_put_right(read: Read, before: str, now: str, months: int) -> None:
    assert merged(read(before), read(now)).work_years == pytest.approx(months / 12)


def test_a_beginning_told_to_the_day_is_kept(read: Read) -> None:
    history = read("我2016年12月8号开始干模型标注的").history("latest")
    assert history is not None
    assert history.full_on(10, date(2026, 6, 1)) == date(2026, 12, 8)


def test_work_that_ended_is_reckoned_as_if_taken_up_today(read: Read) -> None:
    history = read("2019年6月1日到2023年6月1日做标注").history("latest")
    assert history is not None
    assert not history.goes_on
    assert history.full_on(5, date(2026, 6, 1)) == date(2027, 6, 1)


def test_other_work_is_told_apart(read: Read) -> None:
    told = read("在部队当了8年通信兵，退伍后干标注2年")
    assert told.work_years == 2
    assert told.other_work is not None
    assert told.other_work.months == 96
    assert told.with_other_work().work_years == 10
