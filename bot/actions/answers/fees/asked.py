"""Which fees a question asks about: of one occupation or several, of which levels, of which organisations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.actions.answers.fees.comparison import COMPARES, COMPARES_FIGURES, named_organisations
from bot.actions.desk import Desk
from bot.actions.names.own_work import without_own_work
from bot.actions.people.counted import Share
from bot.actions.people.tokens import TOGETHER
from bot.actions.turn import FEES, Turn
from bot.actions.wording import left_out, unique, year_word
from knowledge.directory import assesses
from knowledge.fees import Fee, fees
from knowledge.lexicon.matching import Mention
from knowledge.models import Citation
from knowledge.subject import Subject

_BESIDE = re.compile(
    r"^(?:[一二三四五]级|[初中高]级工?|高级技师|技师|的|证)*(?:和|跟|与|、|还是|比|及|还有|对比|[,，/])"
)


@dataclass(frozen=True)
class Asked:
    """The fees asked about, those of whom nothing is stated, and a note on what is left out with its citations."""

    found: tuple[Fee, ...]
    unstated: tuple[str, ...] = ()
    note: str = ""
    cited: tuple[Citation, ...] = ()


def fees_asked(desk: Desk, turn: Turn, subject: Subject, shares: Sequence[Share]) -> Asked:
    """The fees that a question asks about. Two organisations or occupations named are all meant."""
    named = named_organisations(desk, turn)
    parts = _parts(desk, turn, subject, shares)
    found = [
        _of_one(desk, turn, replace(one, organisation=None) if named else one, levels)
        or _at_any_level(desk, turn, one, shares)
        for one, levels in parts
    ]
    silent = tuple(
        one.occupation.name for (one, _), its in zip(parts, found, strict=True) if one.occupation and not its
    )
    if named:
        return Asked(tuple(fee for its in found for fee in its if fee.organisation.name in named), silent)
    kept, left = [], []
    for its in found:
        now, past = _in_force_first(its, subject)
        kept += now
        left += past
    told = {one.organisation.id for one in kept}
    left = [one for one in left if one.organisation.id not in told]
    note = left_out(((one.organisation.name, one.year, one.status) for one in left), turn.as_of)
    return Asked(tuple(kept), silent, note, _titles(desk, left, turn))


def _at_any_level(desk: Desk, turn: Turn, asked: Subject, shares: Sequence[Share]) -> list[Fee]:
    """After a level that nobody charges for, a question that names none is about those that are there."""
    return [] if turn.mentioned.levels or shares else _of_one(desk, turn, asked, ())


def _of_one(desk: Desk, turn: Turn, asked: Subject, levels: Sequence[int]) -> list[Fee]:
    found = fees(desk.library, replace(asked, level=None), turn.as_of)
    return [one for one in found if not levels or one.level in levels]


def _parts(
    desk: Desk, turn: Turn, subject: Subject, shares: Sequence[Share]
) -> list[tuple[Subject, tuple[int, ...]]]:
    """Each occupation asked about with its levels (empty: all)."""
    mentions = without_own_work(turn.text, desk.library.lexicon.matcher.find(turn.text))
    several = occupations_beside(turn.text, mentions) or _of_shares(shares)
    before = turn.memory
    if several:
        wanted = [
            (
                _told_of(desk, shares, name)
                or _of_its_own(desk, replace(subject, occupation=desk.library.lexicon.occupation(name))),
                _levels_of_shares(shares, name) or levels or turn.mentioned.levels,
            )
            for name, levels in several.items()
        ]
    else:
        wanted = [(subject, _levels(turn, subject, shares))]
        other = before.occupation if before.topic in FEES and COMPARES.search(turn.text) else None
        if other and turn.mentioned.occupation and subject.occupation and other != subject.occupation.name:
            compared = replace(subject, occupation=desk.library.lexicon.occupation(other))
            levels = (before.level,) if before.level else wanted[0][1]
            wanted = [(subject, wanted[0][1] or levels), (compared, levels)]
    return wanted


def _told_of(desk: Desk, shares: Sequence[Share], occupation: str) -> Subject | None:
    """The organisation that the shares of an occupation were told for, where it is known."""
    own = {one.organisation for one in shares if one.occupation == occupation and one.organisation}
    lexicon = desk.library.lexicon
    if len(own) != 1:
        return None
    return Subject(lexicon.organisation(own.pop()), lexicon.occupation(occupation), None, None)


def _of_its_own(desk: Desk, asked: Subject) -> Subject:
    """Of several occupations, one that the organisation named does not assess is meant as others assess it."""
    if not (asked.organisation and asked.occupation):
        return asked
    known = assesses(desk.library, asked.organisation.name, asked.occupation.name)
    return asked if known else replace(asked, organisation=None)


def _levels(turn: Turn, subject: Subject, shares: Sequence[Share]) -> tuple[int, ...]:
    """The levels of a sum are those of its shares; 四级便宜多少 compares with the level before."""
    if shares:
        of_shares = tuple(one.level or subject.level for one in shares)
        return tuple(one for one in of_shares if one) if all(of_shares) else ()
    named = turn.mentioned.levels
    before = turn.memory.level if turn.memory.topic in FEES and not turn.mentioned.occupation else None
    if len(named) == 1 and before and COMPARES_FIGURES.search(turn.text):
        return tuple(dict.fromkeys((*named, before)))
    return named or ((subject.level,) if subject.level else ())


def _levels_of_shares(shares: Sequence[Share], occupation: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.level for one in shares if one.level and one.occupation == occupation))


def occupations_beside(text: str, mentions: Sequence[Mention]) -> dict[str, tuple[int, ...]]:
    """Several occupations whose fees are asked about side by side, each with its levels: behind it, or before."""
    named = [one for one in mentions if one.kind == "occupation"]
    if len({one.value for one in named}) < 2:
        return {}
    joined = all(
        one.value == other.value or _BESIDE.search(text[one.end : other.start]) for one, other in pairwise(named)
    )
    if not (joined or COMPARES.search(text) or TOGETHER.search(text)):
        return {}
    places = [one for one in mentions if one.kind == "level"]
    before = any(one.start < named[0].start for one in places)  # 四级的训练师和三级的人力
    limits = [0, *(one.end for one in named)] if before else [*(one.start for one in named), len(text)]
    levels: dict[str, tuple[int, ...]] = {}
    for one, (start, end) in zip(named, pairwise(limits), strict=True):
        its = [int(level.value) for level in places if start <= level.start < end]
        levels[one.value] = tuple(dict.fromkeys((*levels.get(one.value, ()), *its)))
    return levels


def _of_shares(shares: Sequence[Share]) -> dict[str, tuple[int, ...]]:
    """The occupations of a sum of several, each with its levels."""
    named = dict.fromkeys(one.occupation for one in shares if one.occupation)
    return {name: _levels_of_shares(shares, name) for name in named}


def _in_force_first(found: list[Fee], subject: Subject) -> tuple[list[Fee], list[Fee]]:
    """Who names no organisation wants what is in force; others' notices are mentioned, not printed."""
    current = [one for one in found if one.status == "current"]
    if subject.organisation or not current:
        return found, []
    return current, [one for one in found if one not in current]


def _titles(desk: Desk, left: Sequence[Fee], turn: Turn) -> tuple[Citation, ...]:
    """Where the note names a year, the title that does."""
    dated = [one for one in left if one.status == "upcoming" or year_word(one.year, turn.as_of) == f"{one.year}年"]
    return unique([desk.library.cite_title(one.citations[0].notice_id, turn.as_of) for one in dated])
