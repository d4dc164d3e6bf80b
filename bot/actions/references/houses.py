"""Organisations named by their place in the talk: 另一家, 还是第一家, 它今年还办吗.

The first is the one that the answers name first: of those that examine what is talked about, the one whose notice is
in force stands before one with a past year's only. Where the catalogue alone lists them, its order counts.
"""

from __future__ import annotations

import re

from bot.actions.desk import Desk
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
_SECOND = re.compile(r"(?:第[二2]|后(?:面|一)的?(?:那)?一?)(?:家|个(?:机构|协会|学校|地方))")
# 它今年还办吗: the organisation talked about, not an occupation or a certificate.
_IT = re.compile(
    r"(?:(?<=[,，。\s今明去])|^|(?<=今年|明年|现在|去年))(?P<word>它|他们家?|她们|那家|这家|那边)(?=(?:家)?(?:今年|明年|现在)?(?:到底|还)(?:会|有)?(?:在|办|开|考|收|搞|评))"
)


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
    if not pointed or (turn.memory.occupation or turn.mentioned.occupation) is None:
        return text
    houses = _houses(desk, turn)
    if len(houses) != 2:  # of three nobody knows which is the other
        return text
    before = turn.memory.organisation if turn.memory.organisation in houses else houses[0]
    other = houses[1] if before == houses[0] else houses[0]
    for pattern, name in ((_OTHER, other), (_FIRST, houses[0]), (_SECOND, houses[1])):
        text = pattern.sub(name, text)
    return text


def _houses(desk: Desk, turn: Turn) -> list[str]:
    """Who examines what is talked about: those with a notice of their own, else those that the catalogue lists."""
    talked_of = subject_of(desk.library.lexicon, turn.memory)
    name = turn.mentioned.occupation
    occupation = desk.library.lexicon.occupation(name) if name else talked_of.occupation
    entries = directory(desk.library, Subject(None, occupation), turn.as_of)
    names = list(dict.fromkeys(one.organisation.name for one in entries))
    issuers = _issuers(desk.library)
    return [one for one in names if one in issuers] or names


def _issuers(library: Library) -> set[str]:
    return {library.issuer(one.notice.front).name for one in library.holdings}
