"""Questions on retakes: the rule that was asked for, the validity, and what follows for the day named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.actions.desk import Desk
from bot.actions.reply import Answer
from bot.actions.respond import respond
from bot.actions.turn import INFORM, Mentioned, Turn
from knowledge.figures import unsupported
from knowledge.library import Holding, Library
from knowledge.validity import parse_as_of
from tests.bot.conftest import Ask

TRAINER = "人工智能训练师"
RETAKE = "ask_retake"


def said(ask: Ask, text: str, at: str = "2026-06-01") -> Answer:
    """The answer, whose figures all have a source."""
    answer = ask(text, RETAKE, at=at).reply.messages[0]
    sources = [one.quote for one in answer.citations]
    sources += [part for one in answer.computed for part in (one.text, one.explanation)]
    assert unsupported(answer.text, [*sources, text]) == []
    return answer


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("训练师三级竞赛没过能补考吗", "不能进行补考"),
        ("训练师三级考核模式变了怎么办", "应按公布的补考方案进行申报"),
        ("训练师三级超过两年没补考会怎样", "须重新申报所有科目认定"),
        ("训练师三级没考过怎么办", "可按规定申请补考"),
    ],
)
def test_the_rule_asked_for_comes_first_then_the_validity(text: str, rule: str, ask: Ask) -> None:
    lines = said(ask, text).text.splitlines()
    assert rule in lines[1]
    assert any("三级成绩有效期均为两年" in line for line in lines[2:])


def test_what_a_new_application_does_is_said_plainly_before_the_rule_is_quoted(ask: Ask) -> None:
    """The question wants a yes or no, so that the words that decide it stand above the notice's own."""
    plain, head, rule, *more = said(ask, "训练师三级重新报名了之前的成绩还算吗").text.splitlines()
    assert "之前的合格科目成绩不再保留" in plain
    assert head == "按上海市人工智能行业协会2026年的通知："
    assert "视为放弃补考机会" in rule
    assert any("三级成绩有效期均为两年" in line for line in more)


def test_an_answer_that_says_yes_or_no_itself_does_not_say_it_twice(ask: Ask) -> None:
    text = said(ask, "训练师三级竞赛没过能补考吗").text
    assert text.startswith("不能。")
    assert text.count("补考") == 1


def test_a_claim_about_the_years_is_put_right_beside_the_answer_for_the_day(ask: Ask) -> None:
    """The yes to 「还能补吗」 is none to the three years."""
    answer = said(ask, "听说训练师三级成绩保留三年，对吧，我2025年3月8日过的理论还能补吗")
    assert "两年" in answer.text.splitlines()[0]
    assert "2027年3月8日" in answer.text


@pytest.mark.parametrize(
    ("at", "words"),
    [("2026-06-14", "还有1天"), ("2026-06-15", "今天还在有效期内"), ("2026-06-16", "已经过了有效期")],
)
def test_the_days_around_the_last_one(at: str, words: str, ask: Ask) -> None:
    answer = said(ask, "训练师三级2024年6月15日过的理论还有效吗", at)
    assert "2026年6月15日" in answer.text
    assert words in answer.text
    assert "向机构确认" in answer.text
    (until,) = [one for one in answer.computed if one.text == "2026年6月15日"]
    assert until.explanation.startswith("2024年6月15日＋两年")


def test_far_from_the_last_day_nobody_is_sent_to_ask(ask: Ask) -> None:
    assert "向机构确认" not in said(ask, "训练师三级2025年6月15日过的理论还有效吗").text


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-06-01", "现在还在有效期内"),
        ("2026-06-02", "要看具体哪天通过：2024年6月2日或以后"),
        ("2026-06-30", "要看具体哪天通过：2024年6月30日或以后"),
        ("2026-07-01", "已经过了有效期"),
    ],
)
def test_a_month_without_day_is_judged_by_both_its_ends(at: str, words: str, ask: Ask) -> None:
    answer = said(ask, "训练师三级2024年6月过的理论还有效吗", at)
    assert "算到2026年6月" in answer.text
    assert words in answer.text


def test_windows_within_the_validity_are_named_with_a_warning_where_the_examination_is_later(ask: Ask) -> None:
    in_time = said(ask, "技师协会人力三级2024年9月5日过的理论，还能补考吗", "2026-06-10").text
    assert "申报6月29日-7月19日，考试8月22、23日" in in_time
    assert "9月10日-9月30日" not in in_time
    late = said(ask, "技师协会人力三级2024年8月5日过的理论，还能补考吗", "2026-06-10").text
    assert "考试在有效期之后" in late
    assert "在有效期之后" not in in_time


def test_no_window_left_is_said(ask: Ask) -> None:
    assert "已经没有" in said(ask, "技师协会人力三级2025年8月5日过的理论，还能补考吗", "2026-11-21").text


def test_last_years_notice_is_named_as_such_and_decides_nothing(ask: Ask) -> None:
    answer = said(ask, "上海交大四级理论2025年3月8日过的现在还有效吗")
    assert "去年" in answer.text
    assert "2027年3月8日" in answer.text
    assert "以它今年的通知为准" in answer.text
    assert "现在还在有效期内" not in answer.text
    assert answer.card is not None
    assert answer.card.data["valid"] is None


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("训练师三级补考最多能考几次", "最多可以补考几次"),
        ("训练师三级两年有效期从哪天开始算", "有效期从哪天算起"),
        ("训练师三级生病没去考，后面能补吗", "缺考的能不能补考"),
    ],
)
def test_what_the_notice_does_not_write_is_said_to_be_unwritten(text: str, unsaid: str, ask: Ask) -> None:
    reply = ask(text, RETAKE).reply
    assert reply.status == "not_stated"
    assert f"没有写{unsaid}" in reply.messages[0].text


def test_a_level_that_the_notice_does_not_name_is_not_taken_from_another(ask: Ask) -> None:
    reply = ask("技师协会二级的成绩有效期几年", RETAKE).reply
    assert reply.status == "not_stated"
    assert "没有写二级的成绩有效期" in reply.messages[0].text
    assert "三年" not in reply.messages[0].text


def test_without_a_level_each_levels_term_stands_on_its_line(ask: Ask) -> None:
    lines = said(ask, "人工智能行业协会成绩能保留多久").text.splitlines()
    assert "五级、四级、三级成绩有效期均为两年。" in lines
    assert "二级、一级补考有效期为三年。" in lines


def test_a_date_alone_in_the_next_turn_is_worked_out(ask: Ask) -> None:
    first = ask("训练师三级理论过了实操没过，成绩能保留几年", RETAKE)
    second = ask("2025年3月8日", INFORM, first.memory).reply
    assert second.status == "answered"
    assert "2027年3月8日" in second.messages[0].text


def test_a_day_to_come_is_asked_about(ask: Ask) -> None:
    assert ask("今年12月过的三级训练师理论还有效吗", RETAKE).reply.status == "clarification"


@pytest.mark.parametrize("text", ["行吧，从哪天开始算两年", "好吧，两年里能考几次"])
def test_an_open_question_with_a_number_of_years_claims_nothing(ask: Ask, text: str) -> None:
    assert not said(ask, f"{text}，训练师三级").text.startswith("对")


@pytest.mark.parametrize(("claim", "verdict"), [("三年", "不是三年，是两年。"), ("两年", "对。")])
def test_a_rumour_is_set_right_first(claim: str, verdict: str, ask: Ask) -> None:
    answer = said(ask, f"人家说训练师三级单科成绩保留{claim}，对不对")
    assert answer.text.splitlines()[0] == verdict


def test_papers_of_the_former_examinations_are_answered_from_the_catalogue(ask: Ask) -> None:
    assert "本市职业资格鉴定" in said(ask, "以前职业资格鉴定过了一门，现在能接着考吗").text


def test_an_occupation_whose_organisation_has_no_notice_is_not_stated(ask: Ask) -> None:
    assert ask("养老护理员实操不合格，想补考", RETAKE).reply.status == "not_stated"


def test_the_card_is_the_endpoints_answer(ask: Ask) -> None:
    card = said(ask, "训练师三级2025年3月8日过的理论还有效吗").card
    assert card is not None
    assert card.type == "retake"
    shape = {key: card.data[key] for key in ("level", "passed_on", "valid_years", "expires_on", "valid")}
    assert shape == {
        "level": 3,
        "passed_on": "2025-03-08",
        "valid_years": 2,
        "expires_on": "2027-03-08",
        "valid": True,
    }


def test_where_the_offered_levels_differ_a_date_without_level_is_asked_about(desk: Desk) -> None:
    """A notice as it is, but for one more level that it offers, with a longer validity."""

    def offering_two(one: Holding) -> Holding:
        offered = tuple(fact.model_copy(update={"levels": (5, 4, 3, 2)}) for fact in one.facts.catalogue)
        return Holding(one.notice, one.facts.model_copy(update={"catalogue": offered}), one.folder)

    known = desk.library.holdings
    library = Library(
        [offering_two(one) if one.notice.id == "saia-2026-ai-trainer" else one for one in known],
        desk.library.lexicon,
    )
    at, text = parse_as_of("2026-06-01"), "2025年3月8日过的理论还有效吗"
    asked = Turn(text, RETAKE, at, Mentioned(occupation=TRAINER))
    reply = respond(replace(desk, library=library), asked).reply
    assert reply.status == "clarification"
    assert [one.title for one in reply.messages[0].quick_replies] == ["五级", "四级", "三级", "二级"]
    assert respond(desk, asked).reply.status == "answered"


def test_a_day_told_later_is_a_day_of_the_year_told_before(ask: Ask) -> None:
    first = ask("人工智能训练师三级理论去年6月过的，还能补考吗", "ask_retake")
    then = ask("是6月15日", "search", first.memory)
    assert "2027年6月15日" in then.reply.messages[0].text


def test_the_day_of_passing_is_remembered_for_the_next_question(ask: Ask) -> None:
    first = ask("人工智能训练师三级理论2025年6月15日过的，还能补考吗", "ask_retake")
    then = ask("那能保留到哪天", "ask_retake", first.memory)
    assert "2027年6月15日" in then.reply.messages[0].text


def test_a_sitting_that_was_missed_is_not_the_one_asked_about(ask: Ask) -> None:
    text = "企业人力资源管理师三级去年6月理论过实操挂，今年11月没去，还能补吗"
    outcome = ask(text, "ask_retake", at="2026-11-21")
    assert not outcome.reply.messages[0].text.startswith("不能")
    ahead = ask("人工智能训练师三级理论去年12月过的，这个月还没报，12月能补吗", "ask_retake", at="2026-11-21")
    assert "申报12月" in ahead.reply.messages[0].text


def test_how_often_is_asked_though_all_attempts_failed(ask: Ask) -> None:
    outcome = ask("人工智能训练师四级补考最多可以补几次，我补了两次都没过", "ask_retake")
    assert outcome.reply.status == "not_stated"
    assert "没有写最多可以补考几次" in outcome.reply.messages[0].text
