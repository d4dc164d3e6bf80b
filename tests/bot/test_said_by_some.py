"""What the technicians' association states and the others do not: whether the paper is taken at a computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bot.conftest import Ask


def test_the_notice_that_says_it_is_quoted(ask: Ask) -> None:
    reply = ask("技师协会的人力资源管理师是在电脑上答题吗", "ask_exam_form").reply
    assert reply.status == "answered"
    assert "机考" in reply.messages[0].text
    assert any(one.notice_id == "shta-2026-hr" for one in reply.messages[0].citations)


def test_the_notice_that_does_not_is_called_silent(ask: Ask) -> None:
    reply = ask("人工智能行业协会考试是上机考还是纸笔考", "ask_exam_form").reply
    assert reply.status == "not_stated"
    assert "021-62037717" in reply.messages[0].text
    assert not any(one.notice_id == "shta-2026-hr" for one in reply.messages[0].citations)


def test_without_an_organisation_both_are_told(ask: Ask) -> None:
    reply = ask("考试是机考还是笔试", "ask_exam_form").reply
    assert reply.status == "answered"
    assert "机考方式" in reply.messages[0].text
    assert "上海市人工智能行业协会2026年的通知没有写明" in reply.messages[0].text


@pytest.mark.parametrize("text", ["技师协会机考考多长时间", "技师协会机考多少分及格"])
def test_another_question_about_the_paper_is_not_answered_by_its_form(text: str, ask: Ask) -> None:
    assert ask(text, "ask_exam_form").reply.status == "not_stated"
