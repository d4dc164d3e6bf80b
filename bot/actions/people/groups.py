"""Which of the people that a masked text names are meant: those pointed at, and one for each level."""

from __future__ import annotations

from bot.actions.people import persons, tokens
from bot.actions.people.tokens import Token


def pointed_at(text: str, counts: list[Token]) -> int | None:
    """How many 这5名同学 are, who are asked about of all that are named."""
    meant = {
        one.value for one in counts if len(counts) > 1 and text[: one.start].endswith(("这", "那", "这里", "那里"))
    }
    return next(iter(meant)) if len(meant) == 1 else None


def each_has_one(text: str, levels: list[Token]) -> bool:
    """我四级他三级: in front of each level its own person."""
    subjects = persons.owners(text, [one.start for one in levels])
    if all(subjects) and len(set(subjects)) == len(levels):
        return True
    starts = [0, *(one.end for one in levels[:-1])]
    own = [tokens.PERSON.findall(text, start, one.start) for start, one in zip(starts, levels, strict=True)]
    return all(own) and len({one[-1] for one in own}) == len(own)
