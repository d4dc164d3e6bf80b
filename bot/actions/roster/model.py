"""A message about a sum beside what was told before: whom of it the message may mean, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.actions.people import persons, tokens
from bot.actions.people.counted import People, Share, people_of
from bot.actions.roster import words
from knowledge.lexicon.matching import Mention
from knowledge.wording.numerals import chinese_number

_FEW = {"俩": "两", "仨": "三"}


@dataclass(frozen=True)
class Change:
    """The shares after a message; `unclear`: it changes one, and nobody can tell which."""

    shares: tuple[Share, ...]
    unclear: bool = False


@dataclass(frozen=True)
class Said:
    """A message beside what was told before: names blanked, the levels with their places, the occupations in order."""

    text: str
    levels: tuple[tuple[int, int], ...]  # level, where
    occupations: tuple[tuple[str, int], ...]
    found: People
    before: tuple[Share, ...]
    mentions: tuple[Mention, ...] = ()

    def piece(self, start: int, end: int) -> Said:
        """A piece of the message as a message of its own, beside the same shares."""
        inside = [one for one in self.mentions if start <= one.start and one.end <= end]
        mentions = tuple(replace(one, start=one.start - start, end=one.end - start) for one in inside)
        return heard(self.text[start:end], mentions, self.before)

    def occupation(self) -> str | None:
        """The one occupation named."""
        named = {name for name, _ in self.occupations}
        return next(iter(named)) if len(named) == 1 else None


def heard(text: str, mentions: Sequence[Mention], before: tuple[Share, ...]) -> Said:
    """What a message says beside the shares before it."""
    return Said(
        tokens.masked(text, mentions),
        tuple((int(one.value), one.start) for one in mentions if one.kind == "level"),
        tuple((one.value, one.start) for one in mentions if one.kind == "occupation"),
        people_of(text, mentions),
        before,
        tuple(mentions),
    )


def meant_by(said: Said, level: int | None, who: str | None, name: str | None) -> list[Share]:
    """The shares that a level, a person and an occupation may point at."""
    found = [
        one
        for one in said.before
        if level in (None, one.level) and (name is None or one.occupation in (None, name))
    ]
    if who in (None, persons.BOTH):
        return found
    own = [one for one in found if one.who and persons.same(str(who), one.who)]
    return own or [one for one in found if one.who is None]


def how_many(piece: str, share: Share, who: str | None) -> int | None:
    """How many of a share a piece of the text speaks of; None where it does not tell."""
    if words.VAGUE.search(piece):
        return None
    numbers = list(words.NUMBER.finditer(piece))
    if numbers:
        figure = numbers[-1]["number"] or _FEW.get(numbers[-1]["few"], "一")
        return int(figure) if figure.isdigit() else chinese_number(figure)
    if who in (None, persons.BOTH) and words.ALL.search(piece):
        return share.people
    return 1 if share.people == 1 or who not in (None, persons.BOTH) else None


def without(shares: Sequence[Share], share: Share, number: int) -> list[Share]:
    """The shares with so many people fewer in one of them."""
    left = (share.people or 0) - number
    fewer = replace(share, people=left, who=None)
    return [fewer if one is share else one for one in shares if one is not share or left]


def plus(shares: Sequence[Share], new: Share) -> tuple[Share, ...]:
    """So many people more; those whose names are known stay apart, so that they can change their minds."""
    done = list(shares)
    for i, old in enumerate(done):
        if new.who is None and old.who is None and old.people and new.people and alike(old, new):
            done[i] = replace(old, people=old.people + new.people)
            return tuple(done)
    return (*done, new)


def alike(one: Share, other: Share) -> bool:
    """Whether two shares differ in nothing but whose they are and how many."""
    first, second = (replace(each, people=1, who=None, retake=bool(each.retake)) for each in (one, other))
    return first == second


def people_in_all(shares: Sequence[Share]) -> int:
    """How many people the shares are of, as far as that is known."""
    return sum(one.people or 0 for one in shares)


def is_several(shares: Sequence[Share]) -> bool:
    """Whether more than one person is told of."""
    return len(shares) > 1 or (shares[0].people or 0) > 1


def modules_of(text: str) -> dict[str, Any]:
    """What a text says is taken again, and how often."""
    return {
        "modules": tokens.named_modules(text),
        "module_count": tokens.module_count(text),
        "times": tokens.times(text),
    }


def replaced(old: Share, new: Share, said: bool) -> Share:
    """A share with what a message says instead; `said`: it names how many people there are."""
    first_attempt = new.retake is False
    named = bool(new.modules or new.module_count)
    again = new.retake or (named and old.retake is not False) or None
    return Share(
        level=new.level or old.level,
        people=new.people if said else old.people,
        retake=False if first_attempt else again or old.retake,
        modules=() if first_attempt else new.modules if named else old.modules,
        module_count=None if first_attempt else new.module_count if named else old.module_count,
        times=new.times if new.times > 1 else old.times,
        occupation=old.occupation,
    )
