"""An organisation named by its place or number, numbers that nobody has, and a notice asked about as a paper."""

from __future__ import annotations

import pytest

from tests.bot.conftest import Ask


@pytest.mark.parametrize(
    ("text", "intent", "figure"),
    [
        ("模力社区515室几点关门", "ask_office_hours", "17:30"),
        ("广济路838号几点关门", "ask_office_hours", "16:00"),
        ("62411384是谁的电话", "ask_phone", "监督电话"),
        ("021-55667788是技师协会的吗", "ask_phone", "62418668"),
        ("技师协会的通知文号是多少", "ask_changes", "沪技师(2026)1号"),
        ("交大的理论和操作要跑两趟吗", "ask_exam_date", "同一天"),
    ],
)
def test_the_figure_of_the_notice_is_told(ask: Ask, text: str, intent: str, figure: str) -> None:
    assert figure in ask(text, intent).reply.messages[0].text


def test_a_notice_without_a_number_is_said_to_have_none(ask: Ask) -> None:
    reply = ask("人工智能行业协会的通知文号是多少", "ask_changes").reply
    assert reply.status == "not_stated"


def test_a_day_that_is_over_is_not_affirmed(ask: Ask) -> None:
    text = (
        ask("技师协会9月30号截止的，还能补报吗", "ask_application_window", at="2026-11-21").reply.messages[0].text
    )
    assert not text.startswith("能报")
