"""Verdicts on work told by its days, asked on 21 November 2026: 附件1·2（1） asks for 5 years, 附件1·3（1） for 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

AT = "2026-11-21"
ELIGIBILITY = "ask_eligibility"
TRAINER = "人工智能训练师"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("我2016年12月18号开始干标注的，三级哪天能报", "2026年12月18日"),
        # 4 years, then 6 more from 5 July 2021
        ("2013年2月1日到2017年2月1日做标注，21年7月5号又回来做到现在，三级能报吗", "2027年7月5日"),
        ("18年干标注干了整整两年，22年又干了整整两年，今年3月6号第三次回来做，四级能报吗", "2027年3月6日"),
        ("19年4月进公司做标注，三级能报吗", "最迟到2029年4月30日可以报（按最早的日子算是2029年4月1日）"),
        # the work ended: 4 years, the fifth from today on
        ("2019年6月1日到2023年6月1日做标注，四级能报吗", "2027年11月21日"),
        ("13年5月到24年5月做语音标注，三级能报吗", "三级：可以报"),
        # the certificate came within the first stretch: a year after it, then two more years
        (
            "2019年1月1日到2021年1月1日做标注，2024年6月1日又做到现在，五级证2020年1月1日拿的，四级能报吗",
            "四级：可以报",
        ),
    ],
)
def test_the_day_is_reckoned(ask: Ask, text: str, said: str) -> None:
    assert said in ask(f"{TRAINER}：{text}", ELIGIBILITY, at=AT).reply.messages[0].text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("当了7年兵，退伍后干标注3年，当兵的年限能一起算进去考三级吗", "累计10年，三级现在就可以报"),
        ("送了四年外卖，后来干标注两年，外卖那几年能不能算进去报四级", "累计6年，四级现在就可以报"),
        ("在部队当了5年通信兵，退伍后干标注2年，军龄能不能一起算进十年考三级", "累计7年，现在也还不够"),
    ],
)
def test_other_work_is_not_added_and_the_sum_is_told(ask: Ask, text: str, said: str) -> None:
    reply = ask(f"{TRAINER}，{text}", ELIGIBILITY, at=AT).reply
    assert reply.status == "partial"
    assert "年限没有算进去" in reply.messages[0].text
    assert said in reply.messages[0].text


def test_who_began_with_another_has_their_beginning(ask: Ask) -> None:
    before = ask(f"{TRAINER}三级：2016年10月1号起一直干训练师", ELIGIBILITY, at=AT).memory
    text = "我徒弟跟我同一天进来，不过20年10月1号走了，22年10月1号才回来干到现在，他三级行吗"
    assert "2028年10月1日" in ask(text, ELIGIBILITY, before, AT).reply.messages[0].text
