"""Who leaves a sum, and who takes another level in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.actions.people import persons, tokens
from bot.actions.people.counted import Share
from bot.actions.people.tokens import LEVEL, RETAKE, TOGETHER
from bot.actions.roster import words
from bot.actions.roster.model import Change, Said, how_many, is_several, meant_by, people_in_all, plus, without


@dataclass(frozen=True)
class Move:
    """A change of level as said: the words in front of it, from which to which, whose, and of which occupations."""

    front: str
    old: int | None
    new: int
    who: str | None
    name: str | None
    other: str | None


def left(said: Said) -> Change | None:
    """有个三级的不考了, 她不去了, 去掉一个四级."""
    match = words.LEAVES.search(said.text)
    several = len(said.before) > 1 or (said.before[0].people or 0) > 1
    if match is None or not several or len(said.levels) > 1 or words.ADDED.search(said.text):
        return None
    who = persons.subject(said.text[: match.start()])
    if who == persons.SELF and not (any(one.who == who for one in said.before) or TOGETHER.search(said.text)):
        return None  # whoever gives up altogether asks for no sum
    level = said.levels[0][0] if said.levels else None
    found = meant_by(said, level, who, said.occupation())
    if RETAKE.search(said.text[: match.start()]):  # 补考的那个不考了
        found = [one for one in found if one.retake] or found
    if not found:
        return Change(said.before, unclear=True) if level else None
    front, behind = said.text[: match.start()], said.text[match.end() :]
    piece = front if words.NUMBER.search(front) or words.ALL.search(front) else behind
    piece = words.HERE.split(piece.strip(" ,，"))[-1 if piece is front else 0]
    everyone = len(found) > 1 and level is None and said.occupation() and words.ALL.search(front)
    if everyone:
        rest = tuple(one for one in said.before if one not in found)
        return Change(rest) if rest else None
    number = how_many(piece, found[0], who) if len(found) == 1 else None
    if number is None or number > (found[0].people or 0):
        return Change(said.before, unclear=True)
    rest = tuple(without(said.before, found[0], number))
    return Change(rest) if rest else None


def moved(said: Said) -> Change | None:
    """Who takes another level: told of one, or clause by clause of several, some of whom keep theirs."""
    return _moved_at_once(said) or _moved_by_clauses(said) or _unmoved(said)


def _moved_by_clauses(said: Said) -> Change | None:
    """要是我换成人力四级，他还是AI四级: each clause moves somebody, or says what somebody has already."""
    ends = [*(one.start() for one in words.HERE.finditer(said.text)), len(said.text)]
    cuts = [(start, end) for start, end in pairwise((0, *ends)) if LEVEL in said.text[start:end]]
    if len(cuts) < 2:  # one clause was read as a whole
        return None
    done, changed = said.before, False
    for start, end in cuts:
        piece = replace(said, before=done).piece(start, end)
        if _keeps(piece):
            continue
        found = _moved_at_once(piece)
        if found is None or found.unclear:
            return found
        done, changed = found.shares, True
    return Change(done) if changed else None


def _unmoved(said: Said) -> Change | None:
    """我老公还是四级: nobody takes another level than was told."""
    still = words.STILL.search(said.text)
    if still is None or len(said.levels) != 1 or not is_several(said.before):
        return None
    who = persons.subject(said.text[: still.start()])
    found = meant_by(said, said.levels[0][0], who, said.occupation())
    return Change(said.before) if _is_one(who) and found else None


def _keeps(said: Said) -> bool:
    """Whether a clause only says what one person takes anyway: 他还是四级."""
    level, place = said.levels[0] if said.levels else (None, 0)
    who = persons.subject(said.text[:place])
    if len(said.levels) != 1 or not _is_one(who):
        return False
    found = meant_by(said, level, who, said.occupation())
    return any(one.who for one in found)


def _moved_at_once(said: Said) -> Change | None:
    """两个四级的换成三级, 我从四级改成五级, 里面有一个改成五级, 她也要四级: another level instead."""
    becomes = words.BECOMES.search(said.text)
    becomes = becomes or _part_takes(said)
    found = becomes or words.WISHES.search(said.text)
    if found is None or words.ADDED.search(said.text):
        return None
    old = [level for level, place in said.levels if place < found.start()]
    new = [level for level, place in said.levels if place == _new_level(found)]
    if len(old) > 1 or not new or len(said.levels) > len(old) + 1:
        return None
    front = said.text[: found.start()]
    move = Move(
        front=front,
        old=old[0] if old else None,
        new=new[0],
        who=persons.subject(front),
        name=next((name for name, place in said.occupations if place < found.start()), None),
        other=next((name for name, place in said.occupations if found.start() <= place < _new_level(found)), None),
    )
    if becomes is None and not _may_wish(said, move):
        return None
    meant = _movable(said, move)
    if not _is_one(move.who) and words.ALL.search(front) and not words.NUMBER.search(front) and not old:
        return _all_moved(said, move, meant)
    if becomes is None and not any(one.who for one in said.before) and any((one.people or 0) > 1 for one in meant):
        return Change(said.before, unclear=True)
    return _some_moved(said, move, meant)


def _part_takes(said: Said) -> re.Match[str] | None:
    """其中一个只考四级, 要是我考三级呢: the words for what so many, or one, of those told of takes."""
    if not is_several(said.before) or RETAKE.search(said.text):
        return None
    inside = words.PART.search(said.text)
    found = words.TAKES.search(said.text, inside.end() if inside else 0)
    if found is None:
        return None
    if inside and words.NUMBER.search(said.text[inside.start() : found.start()]):
        return found
    supposes = words.HYPOTHETICAL.search(said.text) and _is_one(persons.subject(said.text[: found.start()]))
    return found if supposes else None


def _new_level(found: re.Match[str]) -> int:
    """Where the level stands that is taken instead."""
    return max(found.start(name) for name in found.re.groupindex if name in ("level", "least"))


def _is_one(who: str | None) -> bool:
    return who not in (None, persons.BOTH)


def _may_wish(said: Said, move: Move) -> bool:
    """Whether 她也要四级 may change what was told; with more people counted than that (三个人一共) it does not."""
    more = any((one.value or 0) > people_in_all(said.before) for one in tokens.people_in(said.text))
    return move.old is None and _is_one(move.who) and is_several(said.before) and not more


def _movable(said: Said, move: Move) -> list[Share]:
    """Whom the move may be of: who takes it already does not change to it."""
    meant = meant_by(said, move.old, move.who, move.name)
    if not _is_one(move.who) and len(meant) <= 1:
        return meant
    changing = [one for one in meant if one.level != move.new or (move.other and one.occupation != move.other)]
    return changing or meant


def _is_of_the_only_group(said: Said, move: Move) -> bool:
    """那换成三级呢, after one group: all of it, where no part is spoken of."""
    part = tokens.PART_OF.search(move.front) or words.VAGUE.search(move.front)
    return (
        len(said.before) == 1
        and not part
        and not words.NUMBER.search(move.front)
        and move.who in (None, persons.BOTH)
    )


def _all_moved(said: Said, move: Move, meant: Sequence[Share]) -> Change:
    done: tuple[Share, ...] = ()
    for one in said.before:
        other = replace(one, level=move.new, occupation=move.other or one.occupation)
        done = plus(done, other if one in meant else one)
    return Change(done)


def _some_moved(said: Said, move: Move, meant: Sequence[Share]) -> Change | None:
    number = how_many(move.front, meant[0], move.who) if len(meant) == 1 else None
    if number is None and meant and _is_of_the_only_group(said, move):
        number = meant[0].people
    if number is None or not meant[0].people or number > meant[0].people:
        return Change(said.before, unclear=True) if is_several(said.before) else None
    who = move.who if _is_one(move.who) else meant[0].who
    occupation = move.other or meant[0].occupation
    body = meant[0].organisation if occupation == meant[0].occupation else None  # another occupation has its own
    takes = replace(meant[0], level=move.new, people=number, occupation=occupation, organisation=body, who=who)
    if not is_several(said.before):
        return Change((takes,)) if move.old else None
    if number == meant[0].people:
        return Change(tuple(takes if one is meant[0] else one for one in said.before))
    return Change(plus(without(said.before, meant[0], number), takes))
