"""A number of people that is put right: 四级是9个, 数漏了两个三级的, 不是17个是16个."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.actions.people import tokens
from bot.actions.people.counted import Share
from bot.actions.people.tokens import LEVEL
from bot.actions.roster import words
from bot.actions.roster.model import Change, Said, is_several, meant_by, without
from knowledge.fee_sums import MOST_PEOPLE
from knowledge.wording.numerals import chinese_number

_HAN = "一二两三四五六七八九十百"
_FIGURE = rf"(?P<number>\d{{1,4}}|[{_HAN}]+)"
_NUMBER = re.compile(
    rf"(?<![第每\d{_HAN}]){_FIGURE}(?=[个名位人])(?!个(?:月|小时|模块|星期|工作日|级别|等级|园区|部门|班(?!级)|门))"
    rf"|(?P<few>[俩仨])|(?<=是)(?P<bare>\d{{1,2}}|[{_HAN}]+)(?=$|[,，。;；!！?？\s吧啊呀哦才对])"
)
_PUT_RIGHT = re.compile(
    rf"[说写讲打看数报算弄搞记填统][^,，。]{{0,2}}(?:错|串|漏|少了|多了|混|反)|漏[了算数报]|[多少](?:算|数|报|写|填)了?(?=[\d{_HAN}俩仨])|错了|更正|纠正|不对(?!口)|有误|误差|应该?(?:是|有)|其实(?:是|有)|实际(?:上)?(?:是|有)"
    rf"|{LEVEL}(?:的|那边|这边)*(?:就|只)?是(?=\d|[{_HAN}])|[变减增](?:成|为|到|少到|加到)(?=\d|[{_HAN}])|不是"
)
_DENIED = re.compile(r"(?:不是|并非|没有?)(?:有)?$")
_WRONG_BEHIND = re.compile(r"^[个名位人]*(?:是|都)?[说写讲打看数报算弄搞记填]错|^[个名位人]*(?:是)?不对")
_MORE = re.compile(r"(?:漏[了算数报掉]*|少(?:算|数|报|写|填)了|再?加上?|添上?|多(?:来|出)了?)$")
_FEWER = re.compile(r"(?:多(?:算|数|报|写|填)了?|减去?|去掉)$")
_CLAUSES = re.compile(r"[,，。;；!！?？…\s]+")


@dataclass(frozen=True)
class _Piece:
    """A clause with the level and the modules it names, and its numbers: what holds, what does not, what is added."""

    level: int | None
    modules: tuple[str, ...]
    now: int | None
    old: int | None
    more: int


def puts_right(text: str) -> bool:
    """Whether it has words by which a number is put right, and a number of people."""
    return bool(_PUT_RIGHT.search(text) and _NUMBER.search(text))


def corrected(said: Said) -> Change | None:
    """What a message puts right in how many there are; unclear where nobody can tell of whom."""
    if not _PUT_RIGHT.search(said.text) or words.HYPOTHETICAL.search(said.text):
        return None
    pieces = list(_pieces(said))
    old = next((one.old for one in pieces if one.old), None)
    told = [one for one in pieces if one.now is not None] or [one for one in pieces if one.more]
    done = tuple(said.before)
    for piece in told:
        meant = _meant(replace(said, before=done), piece, old)
        if len(meant) != 1:
            of_none = piece.level is not None and not meant
            return None if of_none or not is_several(said.before) else Change(said.before, unclear=True)
        number = piece.now if piece.now is not None else (meant[0].people or 0) + piece.more
        if not 0 <= number <= MOST_PEOPLE:
            return Change(said.before, unclear=True)
        fewer = (meant[0].people or number) - number
        right = replace(meant[0], people=number, who=None)
        done = (
            tuple(without(done, meant[0], fewer))
            if number == 0
            else tuple(right if one is meant[0] else one for one in done)
        )
    return Change(done) if told and done else None


def _meant(said: Said, piece: _Piece, old: int | None) -> list[Share]:
    """Whom a number is of: those at the level, who take the paper again, who were said to be as many, or all there are."""
    found = meant_by(said, piece.level, None, said.occupation())
    if piece.modules:
        found = [one for one in found if set(one.modules) & set(piece.modules)] or found
    if len(found) > 1 and old:
        found = [one for one in found if one.people == old]
    return found


def _pieces(said: Said) -> Iterator[_Piece]:
    """The clauses with what they put right; 五级不是17个，是16个: the latter goes on about the former's level."""
    start, last = 0, None
    for end in [*(one.start() for one in _CLAUSES.finditer(said.text)), len(said.text)]:
        for piece in _in_clause(said, start, end):
            denied = last is not None and last.now is None and (last.old or last.level)
            bare = piece.level is None and not piece.modules
            last = replace(piece, level=last.level, modules=last.modules) if last and denied and bare else piece
            yield last
        start = end


def _in_clause(said: Said, start: int, end: int) -> Iterator[_Piece]:
    """A clause that names several levels is cut at each of them."""
    levels = [(level, place) for level, place in said.levels if start <= place < end]
    if len(levels) < 2:  # several
        yield _piece(said.text[start:end], levels[0][0] if levels else None)
        return
    first = _NUMBER.search(said.text, start, end)
    ahead = first is not None and first.start() < levels[0][1]
    places = [place for _, place in levels]
    cuts = [start, *((place + 1 for place in places[:-1]) if ahead else places[1:]), end]
    for (level, _), (one, other) in zip(levels, pairwise(cuts), strict=True):
        yield _piece(said.text[one:other], level)


def _piece(text: str, level: int | None) -> _Piece:
    now, old, more = None, None, 0
    for match in _NUMBER.finditer(text):
        figure = match["number"] or match["bare"] or {"俩": "两", "仨": "三"}[match["few"]]
        value = int(figure) if figure.isdigit() else chinese_number(figure)
        before = text[: match.start()]
        if _DENIED.search(before) or _WRONG_BEHIND.search(text[match.end() :]):
            old = value
        elif _MORE.search(before):
            more += value
        elif _FEWER.search(before):
            more -= value
        else:
            now = value
    return _Piece(level, tokens.named_modules(text), now, old, more)
