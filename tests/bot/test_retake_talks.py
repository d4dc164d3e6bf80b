"""Talks about retakes: what is still in time, the price with it, and what the rules do not reach."""

from __future__ import annotations

import pytest

from bot.actions.reply import Answer
from bot.actions.respond import Outcome
from bot.actions.turn import INFORM
from knowledge.figures import unsupported
from tests.bot.conftest import Ask

RETAKE = "ask_retake"
PRICE = "ask_retake_fee"
UNSURE = [RETAKE, "search", INFORM, "out_of_scope", "ask_exam_date"]


def said(outcome: Outcome, typed: str) -> Answer:
    """The answer, whose figures all have a source."""
    answer = outcome.reply.messages[0]
    sources = [one.quote for one in answer.citations]
    sources += [part for one in answer.computed for part in (one.text, one.explanation)]
    assert unsupported(answer.text, [*sources, typed]) == []
    return answer


@pytest.mark.parametrize("intent", UNSURE)
def test_an_examination_after_the_validity_is_not_in_time(intent: str, ask: Ask) -> None:
    at = "2026-02-10"
    first = ask("人力四级操作2024年2月29日通过的，到哪天失效", RETAKE, at=at)
    assert "2026年2月28日" in said(first, "2024年2月29日").text
    then = said(ask("4月那场来得及吗", intent, first.memory, at=at), "")
    assert then.text.startswith("来不及。")
    assert "考试4月25、26日：考试在有效期之后" in then.text


@pytest.mark.parametrize("intent", UNSURE)
@pytest.mark.parametrize("words", ["还剩哪一批可以补", "能赶上哪场"])
def test_which_windows_are_left_is_not_how_often(words: str, intent: str, ask: Ask) -> None:
    at = "2026-02-10"
    first = ask("人力三级理论2024年5月18日过的，到哪天有效", RETAKE, at=at)
    then = ask(words, intent, first.memory, at=at)
    assert then.reply.status == "answered"
    text = said(then, "2024年5月18日").text
    assert "申报2月23日-3月22日，考试4月25、26日" in text
    assert "最多可以补考" not in text


@pytest.mark.parametrize("intent", ["ask_fee", "search", INFORM, PRICE])
def test_a_price_after_a_retake_is_the_retakes(intent: str, ask: Ask) -> None:
    first = ask("人力三级理论2025年5月18日过的，到哪天有效", RETAKE)
    assert "每个模块200元" in said(ask("那收多少钱", intent, first.memory), "").text


@pytest.mark.parametrize("words", ["那正考多少钱", "全部重新考一遍多少钱"])
def test_after_a_retake_the_first_attempts_price_can_be_asked(words: str, ask: Ask) -> None:
    first = ask("人力三级理论2024年3月5日过的还有效吗", RETAKE)
    text = said(ask(words, "ask_fee", first.memory), words).text
    assert "400元" in text
    assert "每个模块" not in text


@pytest.mark.parametrize("intent", [RETAKE, PRICE, "ask_fee"])
def test_a_day_and_a_price_in_one_message_get_both(intent: str, ask: Ask) -> None:
    text = "人力四级2025年6月9日过了操作，理论还能补吗，补考多少钱"
    answer = said(ask(text, intent), text)
    assert "2027年6月9日" in answer.text
    assert "每个模块175元" in answer.text


def test_a_price_that_is_not_printed_is_said_to_be_so_beside_the_validity(ask: Ask) -> None:
    text = "上海交大训练师四级2025年5月过了操作，理论没过，补考收多少钱"
    outcome = ask(text, PRICE)
    assert outcome.reply.status == "not_stated"
    answer = said(outcome, text).text
    assert "补考费用通知没有写明" in answer
    assert "算到2027年5月" in answer


def test_a_count_that_no_notice_gives_does_not_hide_the_price(ask: Ask) -> None:
    text = "训练师四级操作最多能补几次，补考操作多少钱"
    outcome = ask(text, RETAKE)
    assert outcome.reply.status == "partial"
    assert "没有写最多可以补考几次" in said(outcome, text).text
    assert "操作技能考试300元" in said(outcome, text).text


def test_a_passed_paper_is_not_paid_again(ask: Ask) -> None:
    text = "训练师四级2025年9月过了操作，理论能补吗，多少钱"
    answer = said(ask(text, PRICE, at="2026-09-25"), text)
    assert "理论知识考试100元" in answer.text
    assert "400元" not in answer.text


@pytest.mark.parametrize("intent", [PRICE, RETAKE, "ask_fee", "search"])
def test_a_retakes_price_is_compared_with_the_first_attempts(intent: str, ask: Ask) -> None:
    first = ask("补考和正考收费一样不", intent)
    lines = said(first, "").text.splitlines()
    assert any("人工智能训练师：单价一样" in one for one in lines)
    assert any("四级正考350元，补考每个模块175元，是正考的一半" in one for one in lines)
    then = said(ask("职业培训师呢，一样吗", intent, first.memory), "").text
    assert "三级正考400元，补考每个模块200元，是正考的一半" in then
    assert "人工智能训练师" not in then


def test_a_notice_without_a_retakes_price_cannot_be_compared(ask: Ask) -> None:
    outcome = ask("上海交大训练师补考比正考便宜吗", PRICE)
    assert outcome.reply.status == "not_stated"
    assert "没法跟正考比" in said(outcome, "").text


@pytest.mark.parametrize("text", ["人力四级两门全挂了怎么补", "人力四级理论操作都没合格，能补考吗"])
def test_nothing_passed_is_beyond_the_rule_on_some_papers(text: str, ask: Ask) -> None:
    outcome = ask(text, RETAKE)
    assert outcome.reply.status == "not_stated"
    answer = said(outcome, text).text
    assert "没有写所有科目都没通过的" in answer
    assert "部分科目成绩不合格，可按规定申请补考" in answer
    assert "有效期两年" not in answer


@pytest.mark.parametrize("words", ["要是报更高的等级呢", "那换个职业报呢", "那报上一级呢"])
@pytest.mark.parametrize("intent", [RETAKE, "search", INFORM, "ask_eligibility"])
def test_another_level_is_beyond_the_rule_on_the_same_one(words: str, intent: str, ask: Ask) -> None:
    first = ask("人力四级有效期内又报了一次四级，成绩会怎样", RETAKE)
    assert "视为放弃补考机会" in said(first, "").text
    outcome = ask(words, intent, first.memory)
    assert outcome.reply.status == "not_stated"
    assert "只说了同职业、同等级" in said(outcome, "").text


def test_a_failed_attempt_is_answered_with_a_condition_and_the_window_asked_for(ask: Ask) -> None:
    text = "去年11月考的人力三级，理论没及格，今年11月那场能不能补"
    answer = said(ask(text, RETAKE, at="2026-09-30"), text).text
    assert answer.startswith("能，前提是其他科目已经通过")
    assert "2027年11月" in answer
    assert "申报9月10日-9月30日，考试11月7、8日：考试在有效期内，申报今天截止" in answer


def test_a_window_that_has_closed_is_not_in_time(ask: Ask) -> None:
    text = "人力三级理论2025年5月18日过的，8月那场还赶得上吗"
    assert said(ask(text, RETAKE, at="2026-07-25"), text).text.startswith("赶不上。")


def test_a_month_without_a_window_is_said_to_have_none(ask: Ask) -> None:
    text = "人力三级理论2025年5月18日过的，12月能补考吗"
    answer = said(ask(text, RETAKE, at="2026-09-15"), text).text
    assert "时间表里没有12月的报名或考试" in answer
    assert not answer.startswith("能")
    assert "申报9月10日-9月30日" in answer


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("人力四级实操没过能补考吗", "能。"),
        ("人力四级竞赛没过可不可以补考", "不能。"),
        ("人力四级成绩已经过期了还能补吗", "不能。"),
        ("人力四级2025年5月18日过的理论还能用吗", "能。"),
        ("人力四级2023年5月18日过的理论还能用吗", "不能。"),
        ("人力四级2023年5月18日过的理论过期了没", "已经过期。"),
        ("人力四级2025年5月18日过的理论还算数吗", "算。"),
    ],
)
def test_a_question_of_yes_or_no_gets_its_word_first(text: str, verdict: str, ask: Ask) -> None:
    assert said(ask(text, RETAKE), text).text.startswith(verdict)


@pytest.mark.parametrize(
    "text", ["人力四级怎么补考", "人力四级可以一直补考吗", "人力四级能只补一门吗", "人力四级能补几次"]
)
def test_what_no_rule_decides_gets_no_yes_or_no(text: str, ask: Ask) -> None:
    assert not said(ask(text, RETAKE), text).text.startswith(("能", "不能"))


def test_a_paper_that_has_not_expired_is_not_treated_as_expired(ask: Ask) -> None:
    text = "人力四级理论成绩还没过期，操作能补吗"
    assert said(ask(text, RETAKE), text).text.startswith("能。")


def test_when_it_expires_is_told_without_the_rule_on_expired_papers(ask: Ask) -> None:
    text = "训练师四级2025年12月过了理论，什么时候过期"
    answer = said(ask(text, RETAKE), text).text
    assert "算到2027年12月" in answer
    assert "重新申报所有科目" not in answer


def test_a_bare_module_goes_on_with_the_price(ask: Ask) -> None:
    first = ask("训练师五级补考多少钱", PRICE)
    then = ask("操作一门呢", "search", first.memory)
    assert then.reply.status == "answered"
    assert "操作技能考试200元" in said(then, "").text


@pytest.mark.parametrize("words", ["重新报名会怎样", "那再报一次行吗"])
@pytest.mark.parametrize("intent", ["ask_how_to_apply", "search", INFORM])
def test_applying_anew_after_a_paper_was_passed_is_about_what_becomes_of_it(
    words: str, intent: str, ask: Ask
) -> None:
    first = ask("人力三级理论2025年5月18日过的，到哪天有效", RETAKE)
    text = said(ask(words, intent, first.memory), "2025年5月18日").text
    assert "视为放弃补考机会" in text
    assert not text.startswith("能。")


@pytest.mark.parametrize("words", ["补考多少钱", "那补一门理论收多少", "重考实操什么价"])
def test_the_price_of_a_retake_tells_that_the_paper_has_lapsed(words: str, ask: Ask) -> None:
    at = "2026-11-21"
    first = ask("训练师四级，2023年3月理论过了，现在还有效吗", RETAKE, at=at)
    then = said(ask(words, PRICE, first.memory, at=at), "2023年3月")
    assert "要重新申报所有科目" in then.text
    assert "操作技能考试300元" in then.text
    assert any("重新申报所有科目" in one.quote for one in then.citations)


def test_the_price_of_a_retake_is_plain_while_the_paper_counts(ask: Ask) -> None:
    at = "2026-11-21"
    first = ask("训练师四级，2026年3月理论过了，现在还有效吗", RETAKE, at=at)
    assert "重新申报所有科目" not in said(ask("补考多少钱", PRICE, first.memory, at=at), "2026年3月").text
