"""The form for retakes as people go through it. Two years of validity: 四（一） and 四·1 of the notices."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from bot.actions.form.words import in_full, put_right
from bot.actions.respond import Outcome
from bot.actions.turn import INFORM, Memory
from knowledge.figures import unsupported
from tests.bot.conftest import Ask

RETAKE, PRICE = "ask_retake", "ask_retake_fee"
UNSURE = [RETAKE, "search", INFORM, "out_of_scope", "ask_exam_date"]
SAVED = TypeAdapter(Memory)


def titles(outcome: Outcome) -> list[str]:
    return [one.title for one in outcome.reply.messages[-1].quick_replies]


def talk(ask: Ask, *turns: tuple[str, str], at: str = "2026-06-01") -> Outcome:
    """The last answer. The memory goes through JSON as between real turns, and every figure has a source."""
    memory = Memory()
    for text, intent in turns:
        outcome = ask(text, intent, memory, at)
        memory = SAVED.validate_python(SAVED.dump_python(outcome.memory, mode="json"))
        for message in outcome.reply.messages:
            sources = [one.quote for one in message.citations]
            sources += [part for one in message.computed for part in (one.text, one.explanation)]
            assert unsupported(message.text, [*sources, text]) == []
    return Outcome(outcome.reply, memory)


OWN = ("我训练师四级理论过了，操作没过，还能补考吗", RETAKE)


def text_of(outcome: Outcome) -> str:
    return "\n".join(one.text for one in outcome.reply.messages)


def test_who_tells_no_day_is_asked_for_it_with_ways_around(ask: Ask) -> None:
    asked = talk(ask, OWN)
    assert asked.memory.form is not None
    assert asked.memory.form.asked == "passed_on"
    assert titles(asked) == ["不清楚", "为什么问这个", "不算了"]


@pytest.mark.parametrize("rule", ["训练师四级成绩有效期几年", "如果操作没过理论过了可以补考吗", "补考怎么报名"])
def test_who_asks_about_the_rule_is_not_asked_about_themselves(rule: str, ask: Ask) -> None:
    assert talk(ask, (rule, RETAKE)).memory.form is None


@pytest.mark.parametrize("intent", UNSURE)
@pytest.mark.parametrize(
    ("reply", "until"),
    [
        ("2025年3月8日", "2027年3月8日"),
        ("去年3月", "2027年3月"),
        ("大概是25年3月份吧", "2027年3月"),
        ("理论是2025年3月过的", "2027年3月"),
        ("2025.3", "2027年3月"),
    ],
)
def test_a_bare_day_concludes_with_a_summary_and_what_can_be_changed(
    reply: str, until: str, intent: str, ask: Ask
) -> None:
    done = talk(ask, OWN, (reply, intent))
    text = text_of(done)
    assert text.startswith("我了解到的情况：人工智能训练师四级，2025年3月")
    assert until in text
    assert "能。" in text  # the first question's answer
    assert done.memory.form is None
    assert titles(done) == ["补考多少钱", "修改通过时间", "修改等级", "修改职业"]


@pytest.mark.parametrize("intent", UNSURE)
@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("我记错了，是2023年5月", "2025年5月"),
        ("不对，应该是2024年12月", "2026年12月"),
        ("不是2025年3月，是2025年4月", "2027年4月"),
        ("其实是5月", "2027年5月"),  # of the year told before
        ("改成2024年8月20日", "2026年8月20日"),
    ],
)
def test_a_day_is_put_right_after_the_conclusion(words: str, until: str, intent: str, ask: Ask) -> None:
    done = talk(ask, OWN, ("2025年3月", INFORM), (words, intent))
    assert f"算到{until}" in text_of(done)
    assert "算到2027年3月" not in text_of(done)
    assert text_of(done).startswith("我了解到的情况")


def test_a_day_is_put_right_after_another_question(ask: Ask) -> None:
    done = talk(ask, OWN, ("2025年3月", INFORM), ("电话多少", "ask_phone"), ("哦不对，是2023年3月", "search"))
    assert "算到2025年3月" in text_of(done)
    assert "不能。" in text_of(done)


@pytest.mark.parametrize("words", ["2024年", "前年"])
def test_a_span_that_leaves_it_open_asks_for_the_day(words: str, ask: Ask) -> None:
    half = talk(ask, OWN, (words, INFORM))
    assert half.memory.form is not None
    assert half.memory.form.asked == "passed_day"
    assert "2024年6月1日" in text_of(half)  # two years before the day of the question
    assert "算到2026年9月" in text_of(talk(ask, OWN, (words, INFORM), ("9月", "search")))
    assert "已经过了有效期" in text_of(talk(ask, OWN, (words, INFORM), ("3月份", "search")))


@pytest.mark.parametrize(
    ("between", "intent", "figure"),
    [("电话多少", "ask_phone", "62037717"), ("补考多少钱", PRICE, "300元"), ("地址在哪", "ask_address", "515室")],
)
def test_another_question_in_between_leads_back(between: str, intent: str, figure: str, ask: Ask) -> None:
    beside = talk(ask, OWN, (between, intent))
    assert figure in text_of(beside)
    assert "回到刚才的问题" in text_of(beside)
    assert "算到2027年3月" in text_of(talk(ask, OWN, (between, intent), ("2025年3月", INFORM)))


def test_why_is_told_with_the_validity(ask: Ask) -> None:
    why = talk(ask, OWN, ("为什么要问这个", "search"))
    message = why.reply.messages[0]
    assert "五级、四级、三级成绩有效期均为两年" in message.text
    assert any("有效期均为两年" in one.quote and one.clause == "四（一）" for one in message.citations)
    assert why.memory.form is not None


@pytest.mark.parametrize("words", ["算了", "不算了", "不问了"])
def test_giving_up_ends_it(words: str, ask: Ask) -> None:
    gone = talk(ask, OWN, (words, "goodbye"))
    assert gone.reply.status == "cancelled"
    assert gone.memory.form is None


@pytest.mark.parametrize("words", ["不清楚", "记不清了", "我也忘了"])
def test_who_cannot_tell_the_day_gets_the_rule_and_is_not_asked_again(words: str, ask: Ask) -> None:
    done = talk(ask, OWN, (words, "search"))
    assert done.memory.form is None
    assert "两年" in text_of(done)
    assert "告诉我您是哪天通过的" not in text_of(done)


def test_two_misunderstandings_bring_choices_and_a_person(ask: Ask) -> None:
    once = talk(ask, OWN, ("啦啦啦", "search"))
    assert once.reply.status == "clarification"
    assert "转人工" not in titles(once)
    twice = talk(ask, OWN, ("啦啦啦", "search"), ("啊？", INFORM))
    assert "转人工" in titles(twice)
    assert "021-62037717" in text_of(twice)
    assert any("62037717" in one.quote for one in twice.reply.messages[0].citations)


def test_nobody_named_is_told_what_all_have_in_common_and_asked_once(ask: Ask) -> None:
    at = "2026-11-21"
    open_ = talk(ask, ("我去年6月理论过了操作没过，成绩还有效吗", RETAKE), at=at)
    assert text_of(open_).startswith("还有效。")
    assert titles(open_)[:2] == ["人工智能训练师", "企业人力资源管理师"]
    done = talk(ask, ("我去年6月理论过了操作没过，成绩还有效吗", RETAKE), ("企业人力资源管理师", INFORM), at=at)
    assert "已经没有有效期内还能报的时间" in text_of(done)
    assert "人工智能行业协会" not in text_of(done)
    assert done.memory.form is None


def test_a_day_is_told_anew_by_name(ask: Ask) -> None:
    asked = talk(ask, OWN, ("2023年3月", INFORM), ("修改通过时间", "search"))
    assert asked.reply.status == "clarification"
    assert asked.memory.passed is None
    done = talk(ask, OWN, ("2023年3月", INFORM), ("修改通过时间", "search"), ("2025年3月", INFORM))
    assert "算到2027年3月" in text_of(done)
    assert "能。" in text_of(done)


def test_a_retake_inside_of_eligibility_leads_back_to_it(ask: Ask) -> None:
    judged = ("我28岁，做人工智能3年了，能考人工智能训练师三级吗", "ask_eligibility")
    inner = talk(ask, judged, OWN)
    assert inner.memory.form is not None
    assert inner.memory.form.topic == RETAKE
    back = talk(ask, judged, OWN, ("2025年3月", INFORM))
    assert "算到2027年3月" in text_of(back)
    assert "回到刚才的问题" in text_of(back)
    assert back.memory.form is not None
    assert back.memory.form.topic == "ask_eligibility"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("不对，是四级", "四级"),
        ("我记错了，是2023年", "2023年"),
        ("不好意思我刚才说错了，应该是5个人", "5个人"),
        ("不是三级，是四级", "四级"),
        ("改成四级", "四级"),
        ("四级", None),
        ("应届生能报吗", None),
        ("这个对不对", None),
        ("是不是还能补考", None),
    ],
)
def test_what_is_put_right(text: str, right: str | None) -> None:
    assert put_right(text) == right


def test_a_whole_date_is_taken_as_the_day_of_passing() -> None:
    assert in_full("passed_on", "2027年3月") == "2027年3月通过的"
    assert in_full("passed_on", "电话多少") == "电话多少"


@pytest.mark.parametrize("intent", ["search", "ask_changes", "ask_application_window"])
def test_what_is_in_time_is_asked_after_the_conclusion(intent: str, ask: Ask) -> None:
    done = talk(ask, OWN, ("2025年3月", INFORM), ("还能赶上今年的吗", intent))
    assert "算到2027年3月" in text_of(done)


def test_a_paper_passed_and_one_failed_in_one_breath_is_passed(ask: Ask) -> None:
    done = talk(ask, ("训练师四级去年6月理论过了操作没过还能补考吗", RETAKE))
    assert "2025年6月通过" in text_of(done)
    assert "算到2027年6月" in text_of(done)
