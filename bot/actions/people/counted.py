"""Who takes what: how many people at which level, first attempt or retake of which modules, as a question says it.

A question is cut into shares (两个三级 | 一个四级). What could be read in two ways is unclear, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bot.actions.people import persons, tokens
from bot.actions.people.groups import each_has_one, pointed_at
from bot.actions.people.tokens import Token
from knowledge.fee_sums import Module
from knowledge.lexicon.matching import Mention


@dataclass(frozen=True)
class Share:
    """So many people, one level; None is not said, or for `people` said in a way that nobody can count.

    `retake` None: the words do not tell. `modules` are those named, `module_count` how many where a number is said,
    `times` how often each is taken again. `occupation` is set only where a question or a talk names several.
    """

    level: int | None
    people: int | None = 1
    retake: bool | None = None
    modules: tuple[Module, ...] = ()
    module_count: int | None = None
    times: int = 1
    occupation: str | None = None
    organisation: str | None = None  # where shares of a talk were told for different ones
    aside: bool = False  # counted in a question on something else; no sum was asked for yet
    # Of the first of a sum: those of the sum before, in full, which this one was asked for instead.
    instead_of: tuple[Share, ...] = field(default=(), compare=False)
    who: str | None = None  # the word for the one person whose share it is, `self` for the speaker


@dataclass(frozen=True)
class People:
    """The shares of a question. `said`: it names people; `together`: it asks for one sum of them all; `apart`: for each."""

    shares: tuple[Share, ...]
    said: bool
    together: bool
    apart: bool


_Pair = tuple[int | None, int | None, int, int]  # level, people, from where to where the two stand
_PAIR = 2


def people_of(text: str, mentions: Sequence[Mention], levels: Sequence[int] = ()) -> People:
    """Read a question. `mentions` are the matcher's; `levels` those asked about (a certificate held is none)."""
    masked = tokens.masked(text, mentions)
    counts = tokens.people_in(masked)
    asked = _levels(masked, mentions, levels)
    called = [] if counts else tokens.named_in(masked)
    pairs = _called(asked, called) if called and asked else _pairs(masked, counts, asked)
    shares = (None if counts else _first_and_again(masked, pairs)) or _with_attempts(masked, pairs)
    if called and asked:
        counts, shares = called, _each_for_oneself(shares, pairs)
    shares = _with_persons(masked, _with_occupations(shares, pairs, mentions), pairs)
    if not counts:
        shares = tuple(dict.fromkeys(shares))  # the same level named again is no second attempt
    mixed = {one.retake for one in shares} == {True, False}
    apart = bool(tokens.EACH_PRICE.search(masked) or tokens.COMPARED.search(masked))
    return People(
        shares, bool(counts), _together(masked) or (mixed and not tokens.EACH_PRICE.search(masked)), apart
    )


def _together(text: str) -> bool:
    """Whether one sum is asked for; 一共各多少 asks for each, but 一共多少？各是多少 for both."""
    pieces = re.split(r"[,;。?!\s]", text)
    return any(tokens.TOGETHER.search(one) and not tokens.EACH_PRICE.search(one) for one in pieces)


def _levels(text: str, mentions: Sequence[Mention], asked: Sequence[int]) -> list[Token]:
    """The levels asked about; 二级技师 and 三级（高级工） name one level twice and count once."""
    found: list[Token] = []
    for one in mentions:
        if one.kind != "level" or (asked and int(one.value) not in asked):
            continue
        level = Token("level", int(one.value), one.start, one.end)
        if found and found[-1].value == level.value and not re.search(r"\w", text[found[-1].end : level.start]):
            level = replace(level, start=found.pop().start)
        found.append(level)
    return found


def _pairs(text: str, counts: list[Token], levels: list[Token]) -> list[_Pair]:
    """Bring numbers and levels together; where they do not fit, the levels stand without a number."""
    if counts and len({one.value for one in levels}) <= 1 and (own := pointed_at(text, counts)):
        return [(levels[0].value if levels else None, own, 0, len(text))]
    if not counts:
        return [(one.value, 1, one.start, one.end) for one in levels] or [(None, 1, 0, len(text))]
    if len(levels) > 1 and {one.value for one in counts} == {len(levels)} and each_has_one(text, levels):
        return _one_number(text, counts[0], levels)  # 我和同事两个人，我考人力三级她考训练师三级
    if len({one.value for one in levels}) <= 1 and _is_one_group(text, counts):
        level = levels[0].value if levels else None
        if levels and not tokens.RETAKE.search(text) and persons.is_anothers(text, levels[0].start):
            # 我室友考四级，我跟她两个人: what the speaker takes is not said.
            end = levels[0].end
            alone = counts[0].value == _PAIR
            return [(level, 1, 0, end), (None, 1, end, len(text))] if alone else [(level, None, 0, len(text))]
        some = tokens.PART_OF.search(text, counts[0].end) and tokens.RETAKE.search(text)
        return [(level, None if some else counts[0].value, 0, len(text))]
    same = len({one.value for one in counts}) == 1  # 我和我老公……两个人: the same number said again
    if len({one.value for one in levels}) > 1 and same and (len(counts) == 1 or each_has_one(text, levels)):
        return _one_number(text, counts[0], levels)
    if len({one.value for one in levels}) <= 1 and tokens.RETAKE.search(text):
        level = levels[0].value if levels else None
        return [(level, one.value, one.start, one.end) for one in _groups(text, counts)] or [
            (level, None, 0, len(text))
        ]
    fitting = _alternating(counts, levels) or _below_a_total(counts, levels)
    return fitting or [(one.value, None, one.start, one.end) for one in levels] or [(None, None, 0, len(text))]


def _called(levels: list[Token], called: list[Token]) -> list[_Pair]:
    """小王小李三级，老赵四级: the names in front of each level are counted; who else takes one is one person."""
    ends = [0, *(one.end for one in levels)]
    pairs: list[_Pair] = []
    for before, level in zip(ends, levels, strict=False):
        own = [one for one in called if before <= one.start < level.start]
        number = sum(one.value or 0 for one in own) or 1
        pairs.append((level.value, number, own[0].start if own else level.start, level.end))
    return pairs


def _each_for_oneself(shares: Sequence[Share], pairs: list[_Pair]) -> tuple[Share, ...]:
    """Of people told one by one, who is not said to take a retake takes none."""
    again = any(one.retake for one in shares)
    return tuple(
        one if one.retake else replace(one, people=pair[1], retake=False if again else one.retake)
        for one, pair in zip(shares, pairs, strict=True)
    )


def _is_one_group(text: str, counts: list[Token]) -> bool:
    """One number, or the same one again (我们两个人，两个都考三级); 三个人考，另外三个人补考 are two groups."""
    repeated = (
        len({one.value for one in counts}) == 1 and tokens.ALL.search(text) and not tokens.RETAKE.search(text)
    )
    return len(counts) == 1 or bool(repeated)


def _groups(text: str, counts: list[Token]) -> list[Token]:
    """两个首考，一个补考 of one level; where the first number is the total of the others, only those."""
    whole, others = counts[0], counts[1:]
    known = [one.value for one in others if one.value is not None]
    part_of = tokens.PART_OF.search(text)
    if len(known) == len(others) and sum(known) == whole.value and (len(others) > 1 or part_of):
        return others
    # 三个人考，其中一个补考: whether the one is counted among the first attempts, nobody can tell.
    return [] if part_of else counts


def _one_number(text: str, count: Token, levels: list[Token]) -> list[_Pair]:
    """One number for several levels: one person takes them all, 都 and 各 mean each, 分别 one each."""
    one_each = count.value == len(levels) and each_has_one(text, levels)
    if not one_each and (count.value == 1 or tokens.EACH.search(tokens.EACH_PRICE.sub("", text))):
        each = count.value
    elif one_each or (count.value == len(levels) and tokens.SHARED_OUT.search(text)):
        each = 1
    else:
        each = None
    return [(one.value, each, one.start, one.end) for one in levels]


def _alternating(counts: list[Token], levels: list[Token]) -> list[_Pair]:
    """两个三级一个四级, 三级两个四级一个."""
    tokens = sorted([*counts, *levels], key=lambda one: one.start)
    takes_turns = all(one.kind != other.kind for one, other in pairwise(tokens))
    if len(counts) != len(levels) or not takes_turns:
        return []
    first, second = tokens[::2], tokens[1::2]
    return [_pair(one, other) for one, other in zip(first, second, strict=True)]


def _pair(one: Token, other: Token) -> _Pair:
    level, count = (one, other) if one.kind == "level" else (other, one)
    return level.value, count.value, one.start, other.end


def _below_a_total(counts: list[Token], levels: list[Token]) -> list[_Pair]:
    """一共5个人，2个四级3个三级: the number in front or at the end is the sum of the others."""
    for total, others in ((counts[0], counts[1:]), (counts[-1], counts[:-1])):
        known = [one.value for one in others if one.value is not None]
        if len(others) > 1 and len(known) == len(others) and sum(known) == total.value:
            return _alternating(others, levels)
    return []


def _with_attempts(text: str, pairs: list[_Pair]) -> tuple[Share, ...]:
    """Add to each share what its own piece of the text says of attempt and modules."""
    pieces = [text[start:end] for start, end in pairwise(_cuts(text, pairs))]
    shares = [_share(pair, piece) for pair, piece in zip(pairs, pieces, strict=True)]
    if any(one.retake for one in shares):
        shares = [_beside_a_retake(one, piece) for one, piece in zip(shares, pieces, strict=True)]
    for i in range(len(shares) - 2, -1, -1):
        if shares[i].retake is None and _only_a_level(pieces[i]):  # 四级和三级都补考理论
            later = shares[i + 1]
            shares[i] = replace(
                shares[i],
                retake=later.retake,
                modules=later.modules,
                module_count=later.module_count,
                times=later.times,
            )
    return tuple(shares)


def _first_and_again(text: str, pairs: list[_Pair]) -> tuple[Share, ...] | None:
    """One person's first attempt and the retake after it in one sum: 报名加补考一门总共多少, 考四级操作补考两次总共花多少."""
    if len(pairs) != 1 or not (tokens.TOGETHER.search(text) and tokens.FIRST_AND_AGAIN.search(text)):
        return None
    level = pairs[0][0]
    again = Share(level, 1, True, tokens.named_modules(text), tokens.module_count(text), tokens.times(text))
    return Share(level, 1, False), again


def _with_persons(text: str, shares: tuple[Share, ...], pairs: list[_Pair]) -> tuple[Share, ...]:
    """Whose share each is where every one is one person's own (我四级她五级)."""
    placed = len(shares) == len(pairs) > 1 and all(one.level and one.people == 1 for one in shares)
    starts = [text.find(tokens.LEVEL, one[2]) for one in pairs]
    owners = persons.owners(text, starts) if placed else []
    if not all(owners) or len(set(owners)) < len(shares):
        return shares
    return tuple(replace(one, who=who) for one, who in zip(shares, owners, strict=True))


def _with_occupations(
    shares: tuple[Share, ...], pairs: list[_Pair], mentions: Sequence[Mention]
) -> tuple[Share, ...]:
    """Where a question names several occupations, each share has its own."""
    named = [one for one in mentions if one.kind == "occupation"]
    if len({one.value for one in named}) < 2 or len(shares) != len(pairs):
        return shares
    if len(shares) == 1:
        return tuple(replace(shares[0], occupation=name) for name in dict.fromkeys(one.value for one in named))
    return tuple(
        replace(share, occupation=name) for share, name in zip(shares, _names_of(pairs, named), strict=True)
    )


def _names_of(pairs: list[_Pair], named: Sequence[Mention]) -> list[str]:
    """Of each share the name in front of it or within; where the first has none there, all have theirs behind."""
    starts, ends = [one[2] for one in pairs], [one[3] for one in pairs]
    behind = named[0].start >= ends[0]
    limits = [*starts[1:], named[-1].end + 1] if behind else ends
    before = [[one.value for one in named if one.start < limit] for limit in limits]
    return [names[-1] if names else named[0].value for names in before]


def _cuts(text: str, pairs: list[_Pair]) -> list[int]:
    """Where the text is cut between the shares: at the last word that separates them, else before the next."""
    cuts = [0]
    for (*_, end), (_, _, start, _) in pairwise(pairs):
        separators = [one.end() for one in tokens.BETWEEN.finditer(text, end, start)]
        cuts.append(separators[-1] if separators else start)
    return [*cuts, len(text)]


def _share(pair: _Pair, piece: str) -> Share:
    level, people, *_ = pair
    again, first = tokens.RETAKE.search(piece), tokens.FIRST.search(piece)
    return Share(
        level,
        people if not (again and first) else None,
        bool(again) if again or first else None,
        tokens.named_modules(piece),
        tokens.module_count(piece),
        tokens.times(piece),
    )


def _beside_a_retake(share: Share, piece: str) -> Share:
    """Beside a retake, a module named is one too, and who merely sits for a level does so for the first time."""
    if share.retake is not None:
        return share
    if share.modules or share.module_count:
        return replace(share, retake=True)
    if tokens.SITS.search(piece):
        return replace(share, retake=False)
    return share if _only_a_level(piece) else replace(share, people=None)


def _only_a_level(piece: str) -> bool:
    bare = tokens.BETWEEN.sub("", piece).replace(tokens.NAME, "").replace(tokens.LEVEL, "")
    return not bare.strip()
