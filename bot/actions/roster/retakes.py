"""Who of a sum fails and takes something again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

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
from knowledge.fee_sums import Module
from knowledge.wording.numerals import chinese_number

_BOTH: tuple[Module, ...] = ("theory", "practice")


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


def wholly(said: Said) -> Change | None:
    """要是那2个也重新全考呢: who was to take some papers again sits for all of them."""
    again = [one for one in said.before if one.retake]
    if words.OF_RESULTS.search(said.text) or not words.WHOLLY.search(said.text):
        return None
    if not again or len(said.levels) > 1:
        return None
    if people_in_all(said.before) <= 1 and not words.INSTEAD.search(said.text):
        return None
    level = said.levels[0][0] if said.levels else None
    who = persons.subject(said.text)
    meant = [one for one in meant_by(said, level, who, said.occupation()) if one.retake]
    counts = [one.value for one in tokens.people_in(said.text)] or _pointed(said.text)
    if counts and len(meant) > 1:
        meant = [one for one in meant if one.people == counts[0]] or meant
    number = counts[0] if counts else meant[0].people if meant else None
    if len(meant) != 1 or not number or number > (meant[0].people or 0):
        return (
            None
            if counts or not meant
            else Change(tuple(_first(one) if one in meant else one for one in said.before))
        )
    rest = [replace(one, retake=bool(one.retake)) for one in without(said.before, meant[0], number)]
    return Change(plus(rest, replace(_first(meant[0]), people=number)))


def _pointed(text: str) -> list[int]:
    """那2个 counts people of those told of, though no word for people follows."""
    found = [one["number"] for one in words.NUMBER.finditer(text) if one["number"]]
    return [int(one) if one.isdigit() else chinese_number(one) for one in found]


def _first(share: Share) -> Share:
    return replace(share, retake=False, modules=(), module_count=None, times=1)


def _left(text: str) -> dict[str, Any]:
    """其中两个理论过了: what is left to be taken again, where only what was passed is told."""
    passed = tokens.passed_modules(text)
    rest = tuple(one for one in _BOTH if one not in passed)
    return {"modules": rest} if passed and len(rest) == 1 and not tokens.named_modules(text) else {}


def part_again(said: Said) -> Change | None:
    """人力四级那6个里面有2个其实只要补考理论: so many of a group take a retake instead."""
    inside = words.PART.search(said.text) or words.ONE_MORE_PASSED.search(said.text)
    again = RETAKE.search(said.text) or (words.PASSED_ONE.search(said.text) if inside else None)
    if again is None or inside is None or len(said.levels) > 1:
        return None
    level = said.levels[0][0] if said.levels else None
    meant = [one for one in meant_by(said, level, None, said.occupation()) if not one.retake]
    numbers = [one for one in words.NUMBER.finditer(said.text) if inside.start() <= one.start() < again.start()]
    if len(meant) != 1 or len(numbers) != 1:
        told = said.occupations or words.ONE_MORE_PASSED.search(said.text)
        return Change(said.before, unclear=True) if told else None
    figure = numbers[0]["number"] or "一"
    number = int(figure) if figure.isdigit() else chinese_number(figure)
    if not meant[0].people or number > meant[0].people:
        return Change(said.before, unclear=True)
    retake = replace(meant[0], people=number, retake=True, who=None, **(modules_of(said.text) | _left(said.text)))
    rest = [replace(one, retake=bool(one.retake)) for one in without(said.before, meant[0], number)]
    return Change(plus(rest, retake))
