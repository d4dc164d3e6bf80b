"""Every figure has a source, or the reply does not leave."""

from __future__ import annotations

import logging

import pytest

from api.gate import WITHHELD, UnsupportedFigureError, guard
from bot.actions.reply import Computed, Reply, single
from knowledge.library import Library
from knowledge.models import Source
from knowledge.validity import now


def reply(library: Library, text: str, computed: tuple[Computed, ...] = ()) -> Reply:
    row = Source(clause="二（四）", quote="三级/高级 100 400 500")
    citation = library.cite("saia-2026-ai-trainer", row, now())
    return single("answered", text, citations=(citation,), computed=computed)


def test_a_figure_of_the_cited_row_passes(library: Library) -> None:
    honest = reply(library, "三级一共500元。")
    assert guard(honest, "", "raise") is honest


@pytest.mark.parametrize(
    "text", ["三级一共550元。", "电话021-62037717。", "二级500元。", "见www.example.cn", "考试在3月"]
)
def test_a_figure_of_no_source_is_an_error_in_tests(library: Library, text: str) -> None:
    with pytest.raises(UnsupportedFigureError):
        guard(reply(library, text), "", "raise")


def test_a_figure_of_no_source_is_withheld_and_logged_in_production(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        withheld = guard(reply(library, "三级一共550元。"), "", "withhold")
    assert withheld.messages[0].text == WITHHELD
    assert "550" in caplog.text


def test_the_persons_own_figure_may_be_repeated(library: Library) -> None:
    guard(reply(library, "您说的300元不对，是500元。"), "听说三级只要300元对吧", "raise")


def test_a_computed_figure_passes_with_its_working(library: Library) -> None:
    two = Computed(text="1000", explanation="500元 × 2人")
    guard(reply(library, "两个人一共1000元。", (two,)), "两个人多少钱", "raise")
