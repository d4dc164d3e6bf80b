"""Results: when, where, and by which day for who says when the examination was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.reply import Answer
from bot.actions.turn import Memory

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

SHTA = Memory("上海市技师协会")
TODAY = "2026-11-21"


def first(ask: Ask, text: str, memory: Memory | None = SHTA, at: str = TODAY) -> Answer:
    return ask(text, "ask_results", memory, at).reply.messages[0]


def test_results_are_told_with_both_periods_and_the_way_there(ask: Ask) -> None:
    answer = first(ask, "怎么查成绩")
    for part in ("一般20个工作日内", "30个工作日内", "随申办", "职业技能证书查询", "www.osta.org.cn"):
        assert part in answer.text
    assert {one.clause for one in answer.citations} == {"三", "标题"}
    assert answer.computed == ()


def test_the_day_of_the_examination_gives_the_days_by_which(ask: Ask) -> None:
    answer = first(ask, "我11月7号考的，什么时候出成绩")
    assert {one.text for one in answer.computed} == {"2026年11月7日", "2026年12月4日", "2026年12月18日"}
    assert "一般最晚2026年12月4日" in answer.text
    assert "电话" not in answer.text
    assert answer.card
    assert answer.card.type == "results"
    assert [one["day"] for one in answer.card.data["due"]] == ["2026-12-04", "2026-12-18"]


def test_three_weeks_are_not_yet_twenty_working_days(ask: Ask) -> None:
    answer = first(ask, "考完三周了查不到")
    assert "2026年11月27日" in answer.text
    assert "已经过了" not in answer.text


def test_of_a_month_its_last_day_is_counted_from(ask: Ask) -> None:
    """20 working days after 31 August 2026: four weeks with the worked Sunday of 20 September."""
    answer = first(ask, "我八月考的，到现在没动静")
    assert "就算2026年8月31日才考完" in answer.text
    assert "2026年9月27日" not in answer.text
    assert "2026年9月28日能查到（已经过了）" in answer.text
    assert "62418668" in answer.text


@pytest.mark.parametrize("text", ["二十个工作日过了还没成绩", "考完30个工作日还看不到分数正常吗"])
def test_who_has_waited_the_period_is_told_whom_to_call(text: str, ask: Ask) -> None:
    assert "62418668" in first(ask, text).text
    assert "62418668" not in first(ask, "考完10个工作日还看不到分数正常吗").text


def test_without_published_holidays_no_day_is_named(ask: Ask) -> None:
    answer = first(ask, "我12月19号考，什么时候出成绩", at="2026-12-01")
    assert "还没有收录2027年的放假安排" in answer.text
    assert [one.text for one in answer.computed] == ["2026年12月19日", "2027年"]


@pytest.mark.parametrize(
    "text", ["12月28号考完 分数哪天出来", "12月28日考完的话成绩几时能查", "如果12月28号考完了啥时候出成绩"]
)
@pytest.mark.parametrize("intent", ["ask_results", "search", "ask_exam_date"])
def test_a_day_to_come_is_not_put_in_the_past_year(text: str, intent: str, ask: Ask) -> None:
    answer = ask(text, intent, SHTA, TODAY).reply.messages[0]
    assert "2026年12月28日" in answer.text
    assert "还没有收录2027年的放假安排" in answer.text
    assert "已经过了" not in answer.text


def test_a_review_of_the_marks_is_not_stated_and_the_rest_is_told(ask: Ask) -> None:
    """Alone it is the only question, so the answer is the silence; beside the day it is the one that stays open."""
    alone = ask("成绩可以复核吗", "ask_results", SHTA, TODAY).reply
    assert alone.status == "not_stated"
    beside = ask("成绩什么时候出，可以复核吗", "ask_results", SHTA, TODAY).reply
    assert beside.status == "partial"
    assert "20个工作日" in beside.messages[0].text
    for reply in (alone, beside):
        assert "没有写明成绩复核" in reply.messages[0].text
        assert "62418668" in reply.messages[0].text


def test_an_occupation_without_a_notice_is_not_stated_but_shown_the_certificates_way(ask: Ask) -> None:
    reply = ask("茶艺师成绩怎么查", "ask_results", None, TODAY).reply
    assert reply.status == "not_stated"
    assert "http://rsj.sh.gov.cn" in reply.messages[0].text
    assert "去年" in reply.messages[0].text
    assert "20个工作日" not in reply.messages[0].text


def test_last_years_notice_is_called_last_years(ask: Ask) -> None:
    assert "去年" in first(ask, "上海交大成绩怎么查", None).text
