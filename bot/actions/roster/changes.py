"""Who sits what in a talk about a sum, replaced piece by piece: who comes, leaves, takes another level, or fails.

Each way of changing it returns the shares that hold afterwards, or says that it cannot be told whom the change is of: then
the person is asked, and what was told stays. None where a message changes nothing in this way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.actions.people import persons, tokens
from bot.actions.people.counted import Share
from bot.actions.people.tokens import LEVEL, NAME, RETAKE, TOGETHER
from bot.actions.roster import words
from bot.actions.roster.corrections import corrected
from bot.actions.roster.model import Change, Said, heard, how_many, people_in_all, plus
from bot.actions.roster.moves import left, moved
from bot.actions.roster.retakes import failed, part_again, wholly
from knowledge.lexicon.matching import Mention


def change(
    text: str,
    mentions: Sequence[Mention],
    before: Sequence[Share],
    occupation: str | None,
    organisation: str | None,
) -> Change | None:
    """What a message changes in the shares before it, which are those of `occupation` where they name none."""
    if not before or words.OTHER_MATTER.search(text):
        return None
    named = {one.value for one in mentions if one.kind == "occupation"}
    told = tuple(before)
    if any(name != occupation for name in named) or any(one.occupation for one in told):
        told = tuple(
            replace(one, occupation=one.occupation or occupation, organisation=one.organisation or organisation)
            for one in told
        )
    said = heard(text, mentions, told)
    ways: tuple[Callable[[Said], Change | None], ...] = (
        wholly,
        failed,
        left,
        moved,
        part_again,
        _restated,
        _added,
        corrected,
        _joined,
        _filled,
    )
    return next((found for way in ways if (found := way(said))), None)


def _restated(said: Said) -> Change | None:
    """四级两个 三级三个 再加一个职业培训师三级: the sum told anew, and who is added to it."""
    behind = words.ADDED_BEHIND.search(said.text)
    if behind is None:
        return None
    first, second = said.piece(0, behind.start()), said.piece(behind.start(), len(said.text))
    owners = {(one.occupation, one.organisation) for one in said.before}
    counted = first.found.said and all(one.level and one.people for one in first.found.shares)
    if not counted or first.occupations or len(owners) > 1:
        return None
    name, body = owners.pop()
    base = tuple(replace(one, occupation=name, organisation=body) for one in first.found.shares)
    return _added(replace(second, before=base))


def _added(said: Said) -> Change | None:
    """再加2个职业培训师三级, 再加上我女朋友，她要考三级: the sum goes on over both occupations."""
    if not _adds(said) or _adds_an_attempt(said):
        return None
    who = persons.subject(said.text[: said.levels[0][1]] if said.levels else said.text)
    named = said.occupation()
    if len({name for name, _ in said.occupations}) > 1:
        return None
    number = words.NUMBER.search(said.text)  # 职业培训师再加一个 counts no word that people are called by
    if not (said.levels or said.found.said or number or persons.is_other(who) or who == persons.SELF):
        return None
    done = said.before
    again = any(one.retake for one in said.found.shares)
    if again:
        done = tuple(replace(one, retake=bool(one.retake)) for one in done)
    owners = {(one.occupation, one.organisation) for one in done}
    if not named and len(owners) > 1:
        return Change(said.before, unclear=True)
    organisation = next((one.organisation for one in done if one.occupation == named), None) if named else None
    for found in said.found.shares:
        name, body = (named, organisation) if named else next(iter(owners))
        one = replace(found, people=_number_added(said, found))
        tagged = replace(one, occupation=name if done[0].occupation else None, organisation=body)
        if one.people == 1 and len(said.found.shares) == 1 and persons.is_other(who):
            tagged = replace(tagged, who=who)
        done = plus(done, _like_the_others(tagged, done))
    return Change(done)


def _adds(said: Said) -> bool:
    """再加2个; after words of something else too (账对不上……哦还有一个三级), where those name nobody who sits."""
    behind = words.ADDED_BEHIND.search(said.text)
    front = said.text[: behind.start()] if behind else ""
    alone = behind and LEVEL not in front and NAME not in front and not words.NUMBER.search(front)
    return bool(alone or words.ADDED.search(said.text))


def _number_added(said: Said, share: Share) -> int | None:
    """How many are added; a number that no word for people follows is of them too."""
    if said.found.said or len(said.found.shares) > 1:
        return share.people
    return how_many(said.text, share, None)


def _adds_an_attempt(said: Said) -> bool:
    """加上正考一共多少 adds an attempt, nobody."""
    return not said.levels and not said.found.said and bool(tokens.FIRST.search(said.text))


def _like_the_others(new: Share, before: Sequence[Share]) -> Share:
    """Who is added does as the others, where these do the same and nothing else is said; else the level stays open."""
    own = [one for one in before if one.occupation == new.occupation]
    levels = {one.level for one in own}
    found = replace(new, level=new.level or (next(iter(levels)) if len(levels) == 1 else None))
    last = before[-1]
    if new.retake is None and len({bool(one.retake) for one in before}) > 1:
        return replace(found, retake=False)  # beside who takes a retake, nobody is said to take one
    if new.retake is None and not (own and own[-1] is not last):
        found = replace(found, retake=last.retake, modules=last.modules, module_count=last.module_count)
    return found


def _joined(said: Said) -> Change | None:
    """我室友要考四级，我跟她两个人加起来呢, after one's own level was told; 我同事的三级也挂了一门，我俩一块补总共多少."""
    if len(said.levels) != 1 or any(one.people is None for one in said.before):
        return None
    who = persons.subject(said.text[: said.levels[0][1]])
    if people_in_all(said.before) > 1:
        return _one_more(said, who)
    counts = [one.value for one in tokens.people_in(said.text)]
    mine = said.before[0].who
    other = persons.is_other(who) and mine is None
    own = who == persons.SELF and persons.is_other(mine)
    joint = TOGETHER.search(said.text) or counts == [2]
    behind = said.text[said.levels[0][1] :]
    if not (other or own) or not joint or not (persons.is_joint(behind) or "人" in behind) or set(counts) - {2}:
        return None
    again = bool(RETAKE.search(said.text))
    new = said.found.shares[0]
    named = said.occupation()
    joins = replace(
        said.before[0],
        level=said.levels[0][0],
        who=who,
        retake=True if again else said.before[0].retake if said.before[0].retake is False else None,
        modules=new.modules if again else (),
        module_count=new.module_count if again else None,
        occupation=named or said.before[0].occupation,
        organisation=None if named and named != said.before[0].occupation else said.before[0].organisation,
    )
    first = replace(
        said.before[0], who=mine or persons.SELF, retake=said.before[0].retake or (False if again else None)
    )
    return Change((first, joins))


def _one_more(said: Said, who: str | None) -> Change | None:
    """我老公也想考三级，三个人一共多少, after two were told of: one more than before."""
    counts = {one.value for one in tokens.people_in(said.text)}
    first_attempts = not any(one.retake for one in said.before) and not RETAKE.search(said.text)
    if not persons.is_other(who) or counts != {people_in_all(said.before) + 1} or not first_attempts:
        return None
    owners = {(one.occupation, one.organisation) for one in said.before}
    named = said.occupation()
    if len(owners) > 1 and not named:
        return Change(said.before, unclear=True)
    name, body = next((one for one in owners if named in (None, one[0])), (named, None))
    new = Share(said.levels[0][0], 1, said.before[0].retake, occupation=name, organisation=body, who=who)
    return Change(plus(said.before, new))


def _filled(said: Said) -> Change | None:
    """三级 for the one whose level was asked for."""
    missing = [one for one in said.before if one.level is None]
    if len(missing) != 1 or len(said.before) < 2 or len(said.levels) != 1 or LEVEL not in said.text:
        return None
    counts = [one.value for one in tokens.people_in(said.text)]
    if set(counts) - {missing[0].people} or not any(one.level for one in said.before):
        return None
    return Change(
        tuple(replace(one, level=said.levels[0][0]) if one is missing[0] else one for one in said.before)
    )
