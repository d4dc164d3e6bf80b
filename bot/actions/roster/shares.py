"""Who takes what over several turns: what a message adds to, or changes in, what was asked about money before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.actions.answers.claims.sums import claimed_total
from bot.actions.people.counted import People, Share, people_of
from bot.actions.people.tokens import PART_OF, TOGETHER
from bot.actions.retake_words import REAPPLIED
from bot.actions.roster.changes import change
from bot.actions.roster.model import Change, people_in_all, replaced
from bot.actions.roster.shares_told import (
    asks_else,
    in_passing,
    is_of_those_told,
    known,
    mentions_of,
    summed,
    whole_again,
    with_earlier,
)
from bot.actions.roster.words import OF_RESULTS, RECOUNT
from bot.actions.turn import FEES, RETAKE, Turn
from knowledge.lexicon.matching import Mention
from knowledge.library import Library
from knowledge.wording.numerals import chinese_number

_ADDED = re.compile(
    r"^(?:那|如果|要是|假如)?(?:我们|公司|单位)?(?:另外|还要|还有|再|外加|加上?|多(?!少|久|大|收|交))(?!考)"
)
_BECOMES = re.compile(r"(?:的|那|些|个|人|同事|员工|都|全|再|要|想|[,，])*(?:改|换|转|升)(?:成|为|到|考|报|去)*")
_SO_MANY = re.compile(r"(\d{1,4}|[一二两三四五六七八九十百]+)(?:个|名|位|人)+(?:人|同事|员工|学员)?(?:考|报|的)*$")
_PRICED = re.compile(r"多少|怎么收|费|价|几[块百]|钱")
_ANEW = re.compile(REAPPLIED)
_GOES_ON = re.compile(
    r"^(?:那|如果|要是|换成|改成|假如)|呢[吧啊呀]?[?？。！!]*$|的话"
    r"|^(?:现在|这样|这下|这么|改完|总|最后|所以|算下来|[,，\s])*(?:是|要|得|需要|应该)*多少(?:钱|元|块)?了?[啊呀?？。！!]*$"
)


def shares_asked(library: Library, turn: Turn) -> People:
    """The shares of a turn that asks about money, with those of the talk before."""
    memory = turn.memory
    # Of a talk about retakes nobody asks what the first attempt costs, but who thinks of applying anew.
    again = True if memory.topic == RETAKE and not _ANEW.search(turn.text) else None
    alone = (Share(memory.level, retake=again),) if memory.level else ()
    before = (summed(memory.shares) or alone) if memory.topic in (*FEES, RETAKE) else ()
    if is_of_those_told(turn):
        before = known(memory)
    if _ANEW.search(turn.text):
        before = tuple(replace(one, retake=None, modules=(), module_count=None) for one in before)
    mentions = mentions_of(library, turn)
    if whole := whole_again(turn):
        return People(whole, said=True, together=True, apart=False)
    if doubts_sum(turn) and not roster_change(library, turn):
        return People(memory.shares, said=True, together=True, apart=False)
    if changed := roster_change(library, turn):
        several = len(changed.shares) > 1
        return People(changed.shares, said=True, together=several, apart=False)
    found = shares_of(turn.text, mentions, turn.mentioned.levels, before)
    return found if any(one.kind == "occupation" for one in mentions) else _of_two(turn, found)


def roster_change(library: Library, turn: Turn) -> Change | None:
    """What a message changes in who sits what; after other matters only where it asks for the sum again."""
    memory = turn.memory
    in_talk = memory.topic in (*FEES, RETAKE)
    named = turn.intent in FEES and any(one.who for one in memory.shares)  # 他万一实操没过，补考多少
    if turn.text.startswith("/") or not (in_talk or named or RECOUNT.search(turn.text)):
        return None
    again = True if memory.topic == RETAKE else None
    alone = (Share(memory.level, retake=again),) if memory.level and in_talk else ()
    mentions = mentions_of(library, turn)
    before = known(memory) or alone
    return change(turn.text, mentions, before, memory.occupation, memory.organisation)


def doubts_sum(turn: Turn) -> bool:
    """Whether a message only claims another total than the one that was told (会计说应该是14000)."""
    memory, new = turn.memory, turn.mentioned
    named = new.occupation or new.organisation or new.levels
    worked_out = memory.topic in (*FEES, RETAKE) and bool(summed(memory.shares))
    return worked_out and not named and claimed_total(turn.text) is not None


def without_claimed_year(turn: Turn) -> Turn:
    """2000 in 应该是2000吧 is a total and no year."""
    new = turn.mentioned
    if new.year is None or not doubts_sum(turn) or str(new.year) != claimed_total(turn.text):
        return turn
    return replace(turn, mentioned=replace(new, year=None))


def sum_goes_on(library: Library, turn: Turn) -> str | None:
    """The intent that answers a message which changes who sits what in a sum; None where it changes nothing."""
    if doubts_sum(turn):
        return FEES[1] if all(one.retake for one in turn.memory.shares) else FEES[0]
    found = roster_change(library, turn) if turn.memory.shares or TOGETHER.search(turn.text) else None
    if found is None or asks_else(turn.text):
        return None
    of_results = people_in_all(turn.memory.shares) <= 1 or OF_RESULTS.search(turn.text)
    if of_results and _ANEW.search(turn.text) and not _PRICED.search(turn.text):
        return None  # 再报一次四级，那门还算吗 adds nobody
    return FEES[1] if all(one.retake for one in found.shares) else FEES[0]


def _of_two(turn: Turn, found: People) -> People:
    """我四级他三级, of two people who were told to apply for different occupations: each pays for their own."""
    memory = turn.memory
    other = memory.other
    both = [(memory.occupation, memory.level), (other.occupation, other.level)] if other else []
    if not found.said or len({name for name, _ in both if name}) < 2:
        return found
    shares = found.shares
    if len(shares) == 1 and shares[0].people == len(both) and not turn.mentioned.levels:
        told = memory.shares if memory.topic in FEES and all(one.occupation for one in memory.shares) else ()
        own = told or tuple(replace(shares[0], people=1, occupation=name, level=level) for name, level in both)
        return replace(found, shares=own, together=True, apart=False)
    whose = {level: name for name, level in both}
    if len(whose) < len(both) or any(
        one.people != 1 or one.occupation or one.level not in whose for one in shares
    ):
        return found
    return replace(found, shares=tuple(replace(one, occupation=whose[one.level]) for one in shares))


def unplaced(library: Library, turn: Turn) -> bool:
    """Whether a message changes one of several shares, and nobody can tell which."""
    if roster_change(library, turn):
        return False
    mentions = mentions_of(library, turn)
    found, before = people_of(turn.text, mentions, turn.mentioned.levels), turn.memory.shares
    alone = len(before) > 1 and len(found.shares) == 1 and (found.said or turn.mentioned.levels)
    part = bool(PART_OF.search(turn.text)) and bool(_split(before, found))
    return bool(alone) and not _ADDED.search(turn.text) and not part and not _changed(before, found)


def shares_in_talk(
    library: Library, turn: Turn, topic: str, level: int | None, occupation: str | None = None
) -> tuple[Share, ...]:
    """What the next turn remembers: in a talk about money the shares at their levels, else what was remembered."""
    if topic not in (*FEES, RETAKE):
        return in_passing(library, turn, level) or _of_what_they_were(turn, occupation)
    if changed := roster_change(library, turn):
        return with_earlier(turn.memory, changed.shares, occupation)
    retake = topic in ("ask_retake_fee", RETAKE) or None
    shares = shares_asked(library, turn).shares
    told = any(one.level for one in shares)
    found = tuple(
        replace(
            one, level=one.level or (None if told else level), retake=retake if one.retake is None else one.retake
        )
        for one in shares
    )
    return (
        () if found == (Share(level),) else with_earlier(turn.memory, found, occupation)
    )  # the level is remembered anyway


def _of_what_they_were(turn: Turn, occupation: str | None) -> tuple[Share, ...]:
    """What was remembered; where the talk turns to another occupation, the shares keep their own."""
    memory = turn.memory
    if occupation == memory.occupation or memory.occupation is None:
        return memory.shares
    return tuple(
        one if one.occupation else replace(one, occupation=memory.occupation, organisation=memory.organisation)
        for one in summed(memory.shares)
    )


def shares_of(
    text: str, mentions: Sequence[Mention], levels: Sequence[int], before: Sequence[Share] = ()
) -> People:
    """The shares that a message asks about. `before` are those of the question before, where it was one about money.

    A fragment (三个人呢, 那三级呢, 再加两个三级的) goes on with them; a question of its own starts anew.
    """
    found = people_of(text, mentions, levels)
    if not before:
        return found
    more = found.said or levels or (TOGETHER.search(text) and found.shares[0].retake is not None)
    if _ADDED.search(text) and more:
        return _in_talk(found, _added(before, found.shares))
    if moved := _moved(text, mentions, before):
        return _in_talk(found, moved)
    if PART_OF.search(text) and (split := _split(before, found)):
        return _in_talk(found, split)
    named = any(one.kind == "occupation" for one in mentions)
    fragment = not _PRICED.search(text) or _GOES_ON.search(text)
    anew = named and not (fragment and not found.said)
    goes_on = fragment or found.said or TOGETHER.search(text)
    changed = () if anew or not goes_on else _changed(before, found)
    return _in_talk(found, changed) if changed else found


def _in_talk(found: People, shares: tuple[Share, ...]) -> People:
    counted = any(one.people != 1 for one in shares)
    return replace(
        found, shares=shares, said=found.said or counted, together=found.together or len(shares) > 1, apart=False
    )


def _added(before: Sequence[Share], new: Sequence[Share]) -> tuple[Share, ...]:
    """The same share again is so many people more; who is added does as the last, unless it is said otherwise.

    Beside somebody who takes a retake, those of whom nothing was said sit for the first time.
    """
    again = any(one.retake for one in new)
    done = [replace(one, retake=False) if again and one.retake is None else one for one in before]
    for one in new:
        last = done[-1]
        more = replace(one, level=one.level or last.level)
        if one.retake is None and _mixed(before):
            more = replace(more, retake=False)
        elif one.retake is None:
            more = replace(more, retake=last.retake, modules=last.modules, module_count=last.module_count)
        alike = [i for i, old in enumerate(done) if _one(old) == _one(more)]
        if alike:
            old = done[alike[0]]
            both = None if old.people is None or more.people is None else old.people + more.people
            done[alike[0]] = replace(old, people=both)
        else:
            done.append(more)
    return tuple(done)


def _moved(text: str, mentions: Sequence[Mention], before: Sequence[Share]) -> tuple[Share, ...]:
    """2个四级的换成三级: so many of one level take another instead."""
    levels = [one for one in mentions if one.kind == "level"]
    if len(levels) != 2 or not _BECOMES.fullmatch(text[levels[0].end : levels[1].start]):
        return ()
    number = _SO_MANY.search(text[: levels[0].start])
    old = [one for one in before if one.level == int(levels[0].value)]
    if number is None or len(old) != 1 or not old[0].people:
        return ()
    moving = chinese_number(number[1]) if not number[1].isdigit() else int(number[1])
    left = old[0].people - moving
    if left < 0:
        return ()
    kept = [replace(one, people=left) if one is old[0] else one for one in before if one is not old[0] or left]
    new = replace(old[0], level=int(levels[1].value), people=moving)
    return _added(kept, [new]) if kept else (new,)


def _split(before: Sequence[Share], found: People) -> tuple[Share, ...]:
    """Of eight people one takes a retake: then seven are left as they were. Of several groups its level tells which."""
    new = found.shares[0]
    meant = [one for one in before if len(before) == 1 or (new.level and one.level == new.level)]
    if len(meant) != 1 or len(found.shares) > 1 or not found.said or not (meant[0].people and new.people):
        return ()
    old = meant[0]
    left = int(old.people or 0) - new.people
    if left <= 0:
        return ()
    parts = {old: (replace(old, people=left, retake=bool(old.retake)), replaced(old, new, said=True))}
    again = bool(new.retake)
    return tuple(
        each
        for one in before
        for each in parts.get(one, (replace(one, retake=False) if again and one.retake is None else one,))
    )


def _one(share: Share) -> Share:
    return replace(share, people=1, retake=bool(share.retake))


def _changed(before: Sequence[Share], found: People) -> tuple[Share, ...]:
    """What the message says replaces what was said; where it cannot be told of which share, it starts anew."""
    if len(found.shares) != 1:
        return ()
    new = found.shares[0]
    if _mixed(before) and not found.said and new.level is None and new.retake is not False and _of_retake(new):
        return tuple(replaced(one, new, said=False) if one.retake else one for one in before)
    several_levels = len({one.level for one in before}) > 1
    if len(before) > 1 and (found.said or (several_levels and new.level)):
        return ()
    return tuple(dict.fromkeys(replaced(one, new, found.said) for one in before))


def _mixed(shares: Sequence[Share]) -> bool:
    """Whether some take a retake and some do not."""
    return len({bool(one.retake) for one in shares}) > 1


def _of_retake(share: Share) -> bool:
    return bool(share.retake or share.modules or share.module_count)
