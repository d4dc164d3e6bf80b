"""Organisations named by their place in the talk: 另一家, 还是第一家, 它今年还办吗.

The first is the one that the answers name first: of those that examine what is talked about, the one whose notice is
in force stands before one with a past year's only. Where the catalogue alone lists them, its order counts.
"""

from __future__ import annotations

import re

from bot.actions.clause_marks import BREAK
from bot.actions.desk import Desk
from bot.actions.several.words import asks
from bot.actions.turn import Turn, subject_of
from knowledge.directory import directory
from knowledge.library import Library
from knowledge.subject import Subject

_OTHER = re.compile(
    r"(?<![哪有没])(?:另外?(?:的)?(?:那|这)?一?|换(?:成|到|个)?一|别的那|剩下(?:的)?那?一?)(?:家|个(?:机构|协会|学校|地方))(?![，,]?(?:[搞办考]|有没有|有哪))"
)
_FIRST = re.compile(
    r"(?:第[一1]|头一|前(?:面)?(?:那|一)|先前(?:那)?|最(?:开始|早)(?:说)?的?那?)(?:家|个(?:机构|协会|学校|地方))"
)
_SECOND = re.compile(r"(?:第[二2]|后(?:面|一)的?[那这]?一?)(?:家|个(?:机构|协会|学校|地方))")
# 它今年还办吗: the organisation talked about, not an occupation or a certificate.
_IT = re.compile(
    r"(?:(?<=[,，。\s今明去])|^|(?<=今年|明年|现在|去年))(?P<word>它|他们家?|她们|那家|这家|那边)(?=(?:家)?(?:今年|明年|现在)?(?:到底|还)(?:会|有)?(?:在|办|开|考|收|搞|评))"
)


_BOTH = 2


def with_house(desk: Desk, turn: Turn, text: str) -> str:
    """The text with the full name in place of the words that point to an organisation; as it is where several fit."""
    if turn.mentioned.organisation is None:
        text = _with_place(desk, turn, text)
    known = turn.memory.organisation
    if known and turn.mentioned.organisation is None and turn.mentioned.occupation is None:
        text = _IT.sub(known, text, count=1)
    return text


def _with_place(desk: Desk, turn: Turn, text: str) -> str:
    pointed = [one for one in (_OTHER, _FIRST, _SECOND) if one.search(text)]
    if not pointed:
        return text
    houses = _houses(desk, turn) if _about(turn) else both_in_force(desk, turn)
    if len(houses) != _BOTH:  # of three nobody knows which is the other
        return text
    before = turn.memory.organisation if turn.memory.organisation in houses else houses[0]
    other = houses[1] if before == houses[0] else houses[0]
    for pattern, name in ((_OTHER, other), (_FIRST, houses[0]), (_SECOND, houses[1])):
        text = _pointed(turn, text, pattern, name)
    return text


def both_in_force(desk: Desk, turn: Turn) -> list[str]:
    """Where the talk is about one of the two organisations whose notices are in force, and no occupation: both."""
    names = list(
        dict.fromkeys(
            desk.library.issuer(holding.notice.front).name
            for status, holding in desk.library.by_status(turn.as_of)
            if status == "current" and holding.notice.front.kind == "organisation"
        )
    )
    return names if len(names) == _BOTH and turn.memory.organisation in names else []


def _about(turn: Turn) -> str | None:
    """The occupation whose houses are meant: 后面这家考不考电子商务师 is of those told of, 另外一家搞人力的 of those named."""
    told, named = turn.memory.occupation, turn.mentioned.occupation
    return named or told if _OTHER.search(turn.text) else told or named


def _pointed(turn: Turn, text: str, pattern: re.Pattern[str], name: str) -> str:
    """With the name in place of the words; of whoever tells their life, 跳到另一家 is an employer where nothing is asked."""
    if not turn.mentioned.situation.told:
        return pattern.sub(name, text)
    pieces = re.split(f"({BREAK.pattern})", text)
    return "".join(pattern.sub(name, one) if asks(one) else one for one in pieces)


def _houses(desk: Desk, turn: Turn) -> list[str]:
    """Who examines what is talked about: those with a notice of their own, else those that the catalogue lists."""
    talked_of = subject_of(desk.library.lexicon, turn.memory)
    name = _about(turn)
    occupation = desk.library.lexicon.occupation(name) if name else talked_of.occupation
    entries = directory(desk.library, Subject(None, occupation), turn.as_of)
    names = list(dict.fromkeys(one.organisation.name for one in entries))
    issuers = _issuers(desk.library)
    return [one for one in names if one in issuers] or names


def _issuers(library: Library) -> set[str]:
    return {library.issuer(one.notice.front).name for one in library.holdings}
