"""Of whom a piece of a question about money tells: the speaker, one other person, or both of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.situation.people import RELATED

SELF, BOTH = "self", "both"
_PRONOUN = re.compile(r"[他她](?!们)")
_OTHER = rf"(?:(?:我|咱|阿拉)(?:们?家?)?的?(?:那个?|这个?|一个?|另一?个)?)?(?:{RELATED}|男友|女友|领导|老板)|[他她](?!们)"
_SPEAKER = r"(?:我(?!们|国)|本人)(?:自己|本人)?"
_ONE = rf"(?:{_OTHER}|{_SPEAKER})"
_JOINT = rf"{_ONE}\s?(?:和|跟|与|同|、)\s?{_ONE}|(?:我们|咱们|大家)|我[俩仨]|[她他]们"
# 陪她, 帮我老婆: who is done something for is not who does it.
_BESIDE = rf"(?:陪着?|帮忙?|替|给|带着?|让|叫|劝|问|比|随|催)(?:{_ONE})"
_SUBJECT = re.compile(rf"(?P<both>{_JOINT})|(?P<beside>{_BESIDE})|(?P<other>{_OTHER})|(?P<self>{_SPEAKER})")


def owners(text: str, places: Sequence[int]) -> list[str | None]:
    """Who is told of in front of each place, as far back as the place before it: 我四级，她五级."""
    starts = [0, *places[:-1]]
    return [subject(text[start:end]) for start, end in zip(starts, places, strict=True)]


def subject(piece: str) -> str | None:
    """Who a piece tells of at its end: `self`, `both`, or the word for another; a pronoun stands for a word before it."""
    found, named = None, None
    for match in _SUBJECT.finditer(piece):
        if match["both"]:
            found = BOTH
        elif match["self"]:
            found = SELF
        elif match["other"]:
            found = re.findall(rf"{RELATED}|男友|女友|领导|老板|[他她]", match["other"])[-1]
            named = found if not _PRONOUN.fullmatch(found) else named
    return named if found and named and _PRONOUN.fullmatch(found) else found


def is_other(who: str | None) -> bool:
    """Whether it is one other person."""
    return who not in (None, SELF, BOTH)


def is_anothers(text: str, place: int) -> bool:
    """Whether a level is another's own while the people counted are that one and the speaker (我室友考四级，我跟她两个人)."""
    together = re.search(rf"{_JOINT}", text[place:])
    return together is not None and is_other(subject(text[:place]))


def is_joint(text: str) -> bool:
    """Whether it speaks of the speaker and another together."""
    return re.search(_JOINT, text) is not None


def same(who: str, known: str | None) -> bool:
    """Whether a word may be for a person of whom was told: the same word, or a pronoun for somebody else than oneself."""
    return who == known or (bool(_PRONOUN.fullmatch(who)) and is_other(known))
