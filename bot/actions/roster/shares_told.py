"""Who was counted in a question on something else, for who asks afterwards what it costs them all: 总共要收多少钱."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.actions.clause_marks import BREAK
from bot.actions.names.own_work import without_own_work
from bot.actions.people.counted import Share, people_of
from bot.actions.people.tokens import FIRST, PART_OF, RETAKE, TOGETHER, people_in
from bot.actions.roster.changes import change
from bot.actions.roster.model import people_in_all
from bot.actions.roster.words import RECOUNT
from bot.actions.several.words import asked_for
from bot.actions.turn import Memory, Turn
from knowledge.lexicon.matching import Mention
from knowledge.library import Library

_OF_ALL = re.compile(
    rf"{TOGETHER.pattern}|全班|全[部体都]|[他她]们|我们|咱们|大家|这(?:些|几|帮|批)|所有|要?(?:准备|收|交|花|垫|付|带|凑|申请|批)(?:多少|几)(?!天|次)"
)
_OF_SUMS = frozenset({"fee", "retake", "retake_fee"})
_OURS = re.compile(r"我们?|咱|班|公司|单位|一共|总共|这")


def mentions_of(library: Library, turn: Turn) -> list[Mention]:
    """What a turn names, but for what is only somebody's job."""
    return without_own_work(turn.text, library.lexicon.matcher.find(turn.text))


def summed(shares: Sequence[Share]) -> tuple[Share, ...]:
    """Those of whom a sum was asked for, or may be meant in a talk about money."""
    return tuple(one for one in shares if not one.aside)


def known(memory: Memory) -> tuple[Share, ...]:
    """All that were told of; who was only counted in passing takes the level that is talked about."""
    return tuple(
        replace(one, level=one.level or memory.level, aside=False) if one.aside else one for one in memory.shares
    )


def is_of_those_told(turn: Turn) -> bool:
    """Whether a sum is asked for of those who were counted before, in a question on something else: 总共要收多少钱."""
    memory, new = turn.memory, turn.mentioned
    other = new.occupation is not None and new.occupation != memory.occupation
    counted = any(one.aside for one in memory.shares)
    return counted and not other and _OF_ALL.search(turn.text) is not None


def in_passing(library: Library, turn: Turn, level: int | None) -> tuple[Share, ...]:
    """班上38个孩子想考五级，学校统一报吗: how many they are, for who asks what it costs them all."""
    before = turn.memory.shares
    if moved := () if turn.text.startswith("/") else _moved_aside(library, turn):
        return moved
    if turn.text.startswith("/") or any(not one.aside for one in before) or PART_OF.search(turn.text):
        return ()
    found = people_of(turn.text, mentions_of(library, turn), turn.mentioned.levels)
    one = found.shares[0]
    if found.said and len(found.shares) > 1 and not before:
        return _groups_aside(found.shares)
    if not found.said or len(found.shares) > 1 or one.retake or (one.people or 0) < 2:  # several
        return ()
    anew = turn.mentioned.occupation or turn.mentioned.levels or _OURS.search(turn.text)
    if before and not anew:
        return ()
    return (Share(None if one.level == level else one.level, one.people, aside=True),)


def _groups_aside(shares: tuple[Share, ...]) -> tuple[Share, ...]:
    """我们7个人报训练师，3个五级4个四级: all who were told of, where each takes a first attempt at a level of their own."""
    told = all(one.level and one.people and not one.retake and not one.occupation for one in shares)
    return tuple(replace(one, who=None, aside=True) for one in shares) if told else ()


def _moved_aside(library: Library, turn: Turn) -> tuple[Share, ...]:
    """我还是回去考AI五级，哪天考: who takes another level in a question on something else."""
    memory, mentions = turn.memory, mentions_of(library, turn)
    if not turn.mentioned.levels or not any(one.who for one in memory.shares):
        return ()
    found = change(turn.text, mentions, known(memory), memory.occupation, memory.organisation)
    same = found and people_in_all(found.shares) == people_in_all(memory.shares)
    return found.shares if found and same and not found.unclear else ()


def with_earlier(memory: Memory, shares: tuple[Share, ...], occupation: str | None) -> tuple[Share, ...]:
    """The shares of a sum with those of the sum before, in full: somebody may ask how the two differ, or go back."""
    before = summed(memory.shares)
    if not shares or not before:
        return shares
    bare = tuple(replace(one, instead_of=()) for one in before)
    same = occupation == memory.occupation and {_plain(one) for one in bare} == {_plain(one) for one in shares}
    full = tuple(
        replace(
            one,
            occupation=one.occupation or memory.occupation,
            organisation=one.organisation or memory.organisation,
        )
        for one in bare
    )
    first = replace(shares[0], instead_of=before[0].instead_of if same else full)
    return (first, *(replace(one, instead_of=()) for one in shares[1:]))


def _plain(share: Share) -> Share:
    return replace(share, retake=bool(share.retake), who=None, organisation=None, instead_of=())


def whole_again(turn: Turn) -> tuple[Share, ...]:
    """The whole group, after a retake of some of it was asked about: 那4个人正考一共多少."""
    shares = summed(turn.memory.shares)
    before = shares[0].instead_of if shares else ()
    first = FIRST.search(turn.text) or "报名费" in turn.text
    named = turn.mentioned.levels or turn.mentioned.occupation
    counted = {one.value for one in people_in(turn.text)} - {sum(one.people or 0 for one in before)}
    if counted or not before or named or not first or RETAKE.search(turn.text) or not TOGETHER.search(turn.text):
        return ()
    again = all(one.retake for one in shares) and not any(one.retake for one in before)
    return tuple(replace(one, retake=False) for one in before) if again else ()


def asks_else(text: str) -> bool:
    """Whether it asks for more than money; 有两个条件不够，改成四级了，重新算下 asks for the sum and only tells why."""
    last = [one for one in BREAK.split(text) if one][-1]
    counts_again = RECOUNT.search(last) is not None and asked_for(last) <= _OF_SUMS
    return bool(asked_for(text) - _OF_SUMS) and not counts_again
