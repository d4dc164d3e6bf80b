"""Who of a sum fails and takes something again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.actions.people import persons, tokens
from bot.actions.people.counted import Share
from bot.actions.people.tokens import PART_OF, RETAKE, TOGETHER
from bot.actions.roster import words
from bot.actions.roster.model import (
    Change,
    Said,
    how_many,
    is_several,
    meant_by,
    modules_of,
    people_in_all,
    plus,
    without,
)
from knowledge.wording.numerals import chinese_number


def failed(said: Said) -> Change | None:
    """要是她实操挂掉再补一趟，我们俩前前后后总共花多少: all first attempts and the retake of one; 补考得准备多少: that alone."""
    again = RETAKE.search(said.text)
    if again is None or not words.HYPOTHETICAL.search(said.text) or len(said.levels) > 1:
        return None
    if not is_several(said.before) or words.TOGETHER_AGAIN.search(said.text):
        return None
    who = persons.subject(said.text[: again.start()])
    level = said.levels[0][0] if said.levels else None
    firsts = [one for one in said.before if not one.retake]
    meant = [one for one in meant_by(said, level, who, said.occupation()) if not one.retake]
    whole = words.WHOLE_WAY.search(said.text) or (
        TOGETHER.search(said.text) and words.EVERYBODY.search(said.text[again.end() :])
    )
    part = PART_OF.search(said.text) or tokens.people_in(said.text[: again.start()])
    own = who is not None and any(one.who and persons.same(who, one.who) for one in meant)
    pointed = own if not whole and not part else bool(said.levels)
    if not firsts or not (whole or (pointed and len(meant) == 1)):
        return None
    piece = said.text[: again.start() + 1]
    if whole and len(meant) == len(firsts) and _is_everybody(piece, who, firsts):
        retakes = [replace(one, retake=True, who=None, **modules_of(said.text)) for one in firsts]
        return Change((*(replace(one, retake=bool(one.retake)) for one in said.before), *retakes))
    number = how_many(piece, meant[0], who) if meant else None
    if (
        len({(one.level, one.occupation) for one in meant}) != 1
        or number is None
        or number > sum(one.people or 0 for one in meant)
    ):
        return Change(said.before, unclear=True)
    retake = replace(meant[0], people=number, retake=True, who=None, **modules_of(said.text))
    if not whole:
        return Change((retake,))
    return Change((*(replace(one, retake=bool(one.retake)) for one in said.before), retake))


def _is_everybody(piece: str, who: str | None, shares: Sequence[Share]) -> bool:
    counts = {one.value for one in tokens.people_in(piece)}
    return (
        who == persons.BOTH or counts == {people_in_all(shares)} or (not counts and bool(words.ALL.search(piece)))
    )


def part_again(said: Said) -> Change | None:
    """人力四级那6个里面有2个其实只要补考理论: so many of a group take a retake instead."""
    again = RETAKE.search(said.text)
    inside = PART_OF.search(said.text)
    if again is None or inside is None or len(said.levels) > 1:
        return None
    level = said.levels[0][0] if said.levels else None
    meant = [one for one in meant_by(said, level, None, said.occupation()) if not one.retake]
    numbers = [one for one in words.NUMBER.finditer(said.text) if inside.start() <= one.start() < again.start()]
    if len(meant) != 1 or len(numbers) != 1:
        return Change(said.before, unclear=True) if said.occupations else None
    figure = numbers[0]["number"] or "一"
    number = int(figure) if figure.isdigit() else chinese_number(figure)
    if not meant[0].people or number > meant[0].people:
        return Change(said.before, unclear=True)
    retake = replace(meant[0], people=number, retake=True, who=None, **modules_of(said.text))
    rest = [replace(one, retake=bool(one.retake)) for one in without(said.before, meant[0], number)]
    return Change(plus(rest, retake))
