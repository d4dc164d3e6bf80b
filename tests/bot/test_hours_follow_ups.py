"""Going on about hours: a mere day, 「哪天开」, a time of day on a day off. Holidays of 2026 as in test_openness.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.follow_ups.hours import follow_up
from bot.actions.turn import Memory, Mentioned, Turn
from knowledge.figures import unsupported
from knowledge.validity import parse_as_of

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

HOURS = "ask_office_hours"
TAKEN_FOR = ("inform", "search", "out_of_scope", "ask_exam_date")


def talk(ask: Ask, at: str, first: str, *more: str, taken_for: str) -> list[str]:
    """The first line of every answer."""
    outcome = ask(first, HOURS, at=at)
    said = [outcome.reply.messages[0]]
    for text in more:
        outcome = ask(text, taken_for, outcome.memory, at)
        said.append(outcome.reply.messages[0])
        sources = [one.quote for one in said[-1].citations]
        sources += [part for one in said[-1].computed for part in (one.text, one.explanation)]
        assert unsupported(said[-1].text, [*sources, text]) == []
    return [one.text.split("\n")[0] for one in said]


@pytest.mark.parametrize("taken_for", TAKEN_FOR)
@pytest.mark.parametrize(
    ("at", "turns", "expected"),
    [
        ("2026-02-10", ("技师协会2月17日开门吗", "那28日呢"), ("春节假期，不受理", "2月28日（周六）虽是周末")),
        (
            "2026-09-28",
            ("技师协会后天有人吗", "8号呢", "10号"),
            ("9月30日", "10月8日（周四）受理时间", "10月10日（周六）虽是周末"),
        ),
        ("2026-11-21", ("技师协会8号有人吗", "28号呢", "30日的话呢"), ("12月8日", "12月28日", "12月30日")),
        ("2026-11-21", ("技师协会24号有人吗", "10号呢"), ("11月24日", "12月10日")),
        ("2026-11-21", ("技师协会24号有人吗", "那31号呢"), ("11月24日", "12月31日")),
    ],
)
def test_a_mere_day_is_of_the_month_talked_of(
    at: str, turns: tuple[str, ...], expected: tuple[str, ...], taken_for: str, ask: Ask
) -> None:
    lines = talk(ask, at, *turns, taken_for=taken_for)
    assert [part in line for part, line in zip(expected, lines, strict=True)] == [True] * len(expected)


@pytest.mark.parametrize("taken_for", TAKEN_FOR[:3])
@pytest.mark.parametrize(
    ("at", "first", "then", "expected"),
    [
        ("2026-10-02", "人工智能行业协会国庆开门吗", "那几号开门", "10月8日（周四）9:00"),
        ("2026-11-21", "人工智能行业协会明天开门吗", "什么时候上班", "11月23日（周一）9:00"),
        ("2026-11-21", "人工智能行业协会28号开门吗", "哪天才开", "11月30日（周一）9:00"),
    ],
)
def test_who_asks_when_it_opens_is_told_the_next_opening(
    at: str, first: str, then: str, expected: str, taken_for: str, ask: Ask
) -> None:
    assert expected in talk(ask, at, first, then, taken_for=taken_for)[1]


@pytest.mark.parametrize("intent", TAKEN_FOR[:3])
def test_how_an_organisation_keeps_a_holiday_is_about_its_hours(intent: str, ask: Ask) -> None:
    text = ask("技师协会国庆中秋放不放假", intent, at="2026-09-20").reply.messages[0].text.split("\n")[0]
    assert "9月25日（周五）至9月27日（周日）是中秋假期，不受理" in text
    assert "10月1日（周四）至10月7日（周三）是国庆节假期，不受理" in text


def test_a_day_that_also_asks_something_else_is_not_claimed() -> None:
    memory = Memory(organisation="上海市技师协会", topic=HOURS)
    for text in ("12月10号考试吗", "12月10号报名来得及吗", "10号楼怎么走"):
        turn = Turn(text, "search", parse_as_of("2026-11-21"), Mentioned(), memory)
        assert follow_up(turn, "search") is None


def test_a_day_after_another_topic_is_not_claimed() -> None:
    memory = Memory(organisation="上海市技师协会", topic="ask_exam_date")
    turn = Turn("10号呢", "search", parse_as_of("2026-11-21"), Mentioned(), memory)
    assert follow_up(turn, "search") is None


def test_on_a_day_off_a_time_of_day_is_said_not_to_be_today(ask: Ask) -> None:
    text = ask("人工智能行业协会下午四点还有人吗", HOURS, at="2026-11-22").reply.messages[0].text
    assert text.startswith(
        "今天（11月22日，周日）是周末，不受理。要到11月23日（周一）9:00才受理。工作日16:00在受理时间内。"
    )
    on_monday = ask("人工智能行业协会下午四点还有人吗", HOURS, at="2026-11-23").reply.messages[0].text
    assert on_monday.startswith("工作日16:00在受理时间内")


@pytest.mark.parametrize("taken_for", TAKEN_FOR[:3])
def test_a_mere_time_is_of_the_day_talked_of(taken_for: str, ask: Ask) -> None:
    lines = talk(ask, "2026-11-21", "人工智能行业协会下周二开门吗", "那下午五点呢", taken_for=taken_for)
    assert lines[1].startswith("11月24日（周二）受理时间是9:00-11:30、13:00-17:30。17:00在受理时间内")


def test_public_holidays_in_general_are_days_off(ask: Ask) -> None:
    line = ask("技师协会法定节假日上班吗", "out_of_scope", at="2026-09-16").reply.messages[0].text.split("\n")[0]
    assert "放假的日子不受理" in line
    assert "10月10日（周六）" in line
