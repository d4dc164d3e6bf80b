"""Whether a message is about a programme (推介官) that it does not name: by the programme's own words, or by the talk so far."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.programme_words import standings
from bot.actions.desk import Desk
from bot.actions.turn import INFORM, Turn
from knowledge.kept import kept
from knowledge.library import Library

# Things that only the programme's notice has; 技术比武 stands in a footnote about companies' own assessments.
_OWN_THINGS = re.compile(
    r"区级项目制|项目制培训|定向培训|(?<!技术)比武|岗位练兵|信息技术水平考试|证书归集|企业职工(?:职业)?培训|\d万人|培训认证|满意度(?:测评|调查|的?结果)|合格人员.{0,8}汇总"
)
_GOES_ON = re.compile(r"呢|也|换|能[不拿领得]|可以|算|行[吗不]|认[吗不]")
_THIS = re.compile(r"换|兑|(?:拿|领|给|算|发|认|要|办).{0,3}(?:这个|这张|它|那个|那张)|推介")
_UNSURE = (
    INFORM,
    "search",
    "out_of_scope",
    "ask_promoter",
    "ask_certificate",
    "ask_catalogue",
    "ask_eligibility",
)


def settle_programme(desk: Desk, turn: Turn) -> Turn:
    """The turn about the programme, where its words or the talk say so; else as it is.

    「数据标注专项的呢」 goes on about whose certificate is changed for the programme's.
    """
    name = programme_name(desk.library)
    if name is None or turn.mentioned.occupation == name:
        return turn
    of_a_way = turn.mentioned.occupation is None or "assessed" in standings(turn.text)
    if of_a_way and (_OWN_THINGS.search(turn.text) or _asks_of_another_way(turn, name)):
        return replace(turn, mentioned=replace(turn.mentioned, occupation=name, stranger=None))
    return turn


def in_programme(desk: Desk, turn: Turn) -> bool:
    """Whether the programme is asked about: named, meant by its own words, or carried over from before."""
    new = settle_programme(desk, turn).mentioned
    name = new.occupation or (None if new.organisation else turn.memory.occupation)
    return name is not None and bool(desk.library.programmes(name))


def _asks_of_another_way(turn: Turn, name: str) -> bool:
    before = standings(turn.memory.said or "")
    return (
        turn.memory.occupation == name
        and turn.mentioned.occupation is not None
        and turn.intent in _UNSURE
        and ("assessed" in before or ("assessed" in standings(turn.text) and bool(_THIS.search(turn.text))))
        and bool(_GOES_ON.search(turn.text))
    )


@kept(1)
def programme_name(library: Library) -> str | None:
    """The official name of the programme that notices are about; None where there is none."""
    names = (one.name for one in library.lexicon.occupations)
    return next((name for name in names if library.programmes(name)), None)
