"""A message with its names, levels, dates and lengths of time marked, so that plain patterns can read the rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from bot.actions.situation.corrections import corrected_within, corrections
from bot.actions.situation.dates import dates
from bot.actions.situation.people import of_nobody
from bot.actions.situation.schools import SCHOOL
from bot.actions.situation.spans import Span
from bot.actions.situation.terms import Term, terms
from knowledge.lexicon.matching import Mention
from knowledge.library import Library
from knowledge.validity import SHANGHAI
from knowledge.wording.numerals import squeezed

EntryT = TypeVar("EntryT")
# One private character for what begins there, `_REST` for what follows: the marked text keeps every place.
_REST = "\ue010"
_OCCUPATION, _OTHER, _ORGANISATION, _OUTSIDE, _TERM, _ROUGH, _DATE, _RANGE = (chr(0xE020 + i) for i in range(8))
_LEVEL = 0xE010  # + 1 … 5
_KINDS = {"occupation": _OCCUPATION, "other_occupation": _OTHER, "organisation": _ORGANISATION}

OCCUPATION = f"(?:{_OCCUPATION}{_REST}*)"
OTHER_OCCUPATION = f"(?:{_OTHER}{_REST}*)"
ORGANISATION = f"(?:{_ORGANISATION}{_REST}*)"
LEVEL = f"(?:[\ue011-\ue015]{_REST}*)"
TERM = f"(?:{_TERM}{_REST}*)"
ROUGH = f"(?:{_ROUGH}{_REST}*)"
RANGE = f"(?:{_RANGE}{_REST}*)"
DATE = f"(?:{_DATE}{_REST}*)"
END = r"(?=$|[,。;?!~…])"

_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_BREAK = re.compile(
    r"(?<=[岁证业验历男女])[ \t]+(?=[^\s的了半多])|(?<=[高初]中|[大中]专|本科|专科|硕士|博士|技校|高职|普高)[ \t]+(?=[^\s在毕应读])|[\r\n]+"
    # A blank between two longer runs is where one pauses: 做人事 满打满算六年 没考过证.
    r"|(?:(?<=[一-鿿]{3})|(?<=[年月]))(?<![日时][期间])[ \t]+(?=[一-鿿\d]{2})(?!拿|持|考[出了到]|取得|工作|经验|工龄|经历|资历|左右|上下|以上|多|[一二三四五]级|[初中高]级|证|毕业|学历|文凭|职称|专业)"
)
# Where spoken sentences run on without a pause: 没职称高中毕业, 有四级证书又刚拿了…
_RUN_ON = re.compile(
    r"职称(?=(?:加上?|和|跟|、|以及|外加|还有)有?(?:[一二三四五1-5]级|[初中高]级工|技师))"
    rf"|(?:没有?|无)(?:任何|工作|相关|从业)*(?:职称|经验|经历|证书?)(?=(?:我|是|今年|现在)*(?:{SCHOOL.pattern}))"
    r"|[^,。;?!~…](?=(?:而且|并且|同时)|又(?:刚|拿[了到]|取得|考[出到了]|有))"
    r"|(?:班|毕业|在读)(?=(?:已经?|也)(?:拿|考出|取得)[了到过])"
)
_CLAUSE = re.compile(r"[^,。;?!~…]+")
_SUPPOSED = re.compile(r"如果|要是|假如|假设|假使|万一|的话|比如|例如|譬如|比方")


@dataclass(frozen=True)
class Clause:
    """What stands between two commas, at `start:end`. `supposed`: it puts a case, or tells of somebody else, and tells nothing."""

    start: int
    end: int
    text: str
    marked: str
    supposed: bool


@dataclass(frozen=True)
class Heard:
    """The message without white space (`text`), marked (`marked`, same places), and what the marks stand for by place.

    `terms` are months, the least that 两三年 can be, whose most is in `most`; `rough` are the five years of 快五年 in months; a date whose span is None lies ahead or does not exist.
    """

    text: str
    marked: str
    as_of: datetime
    day: date
    clauses: tuple[Clause, ...]
    names: dict[int, str]
    terms: dict[int, int]
    most: dict[int, int]
    rough: dict[int, int]
    dates: dict[int, Span | None]

    def clause_at(self, place: int) -> int:
        """Index of the clause that holds the place."""
        return max(0, bisect_right([one.start for one in self.clauses], place) - 1)

    def asks_at(self, index: int) -> bool:
        """Whether the clause of that index ends with a question mark."""
        return self.text[self.clauses[index].end :][:1] == "?"

    @property
    def whole(self) -> Clause:
        """The message as one clause."""
        return Clause(0, len(self.text), self.text, self.marked, supposed=False)

    def words_at(self, place: int) -> str:
        """The words of the mark that begins at the place."""
        end = place + 1
        while self.marked[end : end + 1] == _REST:
            end += 1
        return self.text[place:end]

    def level_at(self, place: int) -> int:
        """The level marked at the place."""
        return ord(self.marked[place]) - _LEVEL

    def is_least(self, place: int) -> bool:
        """Whether the length of time at the place is the least of a range."""
        return self.marked[place] == _RANGE

    def settled(self, found: list[tuple[int, float]]) -> float | None:
        """The one value that was told; of several, each at its place, the last only where it corrects the others."""
        if not found:
            return None
        if len({value for _, value in found}) == 1:
            return found[0][1]
        found.sort()
        return found[-1][1] if self.taken_back(found[-2][0], found[-1][0]) is not None else None

    def taken_back(self, start: int, end: int) -> int | None:
        """Where what was said from `start` is taken back before `end`."""
        return corrected_within(self.text, start, end)

    def not_taken_back(self, entries: list[EntryT], places: list[int]) -> list[EntryT]:
        """What is left of the entries, each named at its place in order: 四级证，不对，五级证 is the last alone."""
        place = self.taken_back(places[0], places[-1]) if places else None
        return [one for one, at in zip(entries, places, strict=True) if place is None or at >= place]

    @property
    def corrects(self) -> bool:
        """Whether the message takes something back."""
        return bool(corrections(self.text))


def exactly(heard: Heard, vague: str) -> Heard:
    """The message as if its lengths were told exactly: without the words that make them rough."""
    marked = re.sub(vague, lambda match: "有" * len(match.group()), heard.marked).replace(_ROUGH, _TERM)
    clauses = tuple(replace(one, marked=marked[one.start : one.end]) for one in heard.clauses)
    return replace(heard, marked=marked, clauses=clauses, terms={**heard.rough, **heard.terms}, rough={})


def hear(library: Library, text: str, as_of: datetime) -> Heard:
    """Mark a message."""
    said = _RUN_ON.sub(lambda match: match.group() + ",", squeezed(_BREAK.sub(",", _PRIVATE.sub(" ", text))))
    found = library.lexicon.matcher.find(said)
    marked = list(said)
    for mention in found:
        _mark(marked, *_sign(mention, said))
    spans = list(dates("".join(marked), as_of))
    for one in spans:
        _mark(marked, _DATE, one.start, one.end)
    lengths = list(terms("".join(marked)))
    for length in lengths:
        _mark(marked, _sign_of(length), length.start, length.end)
    whole = "".join(marked)
    return Heard(
        text=said,
        marked=whole,
        as_of=as_of,
        day=as_of.astimezone(SHANGHAI).date(),
        clauses=tuple(_clauses(said, whole)),
        names={one.start: one.value for one in found if one.kind in ("occupation", "other_occupation")},
        terms={one.start: one.months for one in lengths if one.months is not None},
        most={one.start: one.most for one in lengths if one.most is not None},
        rough={one.start: one.nominal for one in lengths if one.months is None},
        dates={one.start: one.span for one in spans},
    )


def _sign(mention: Mention, said: str) -> tuple[str, int, int]:
    """The 证 that closes an alias (电工证) stays to be read."""
    sign = chr(_LEVEL + int(mention.value)) if mention.kind == "level" else _KINDS.get(mention.kind, _OUTSIDE)
    named = mention.kind in ("occupation", "other_occupation") and said[mention.end - 1] == "证"
    return sign, mention.start, mention.end - named


def _sign_of(length: Term) -> str:
    if length.months is None:
        return _ROUGH
    return _TERM if length.most is None else _RANGE


def _mark(marked: list[str], sign: str, start: int, end: int) -> None:
    marked[start:end] = [sign, *_REST * (end - start - 1)]


def _clauses(said: str, marked: str) -> list[Clause]:
    found = list(_CLAUSE.finditer(said))
    strange = of_nobody([one.group() for one in found])
    return [
        Clause(
            m.start(),
            m.end(),
            m.group(),
            marked[m.start() : m.end()],
            i in strange or bool(_SUPPOSED.search(m.group())),
        )
        for i, m in enumerate(found)
    ]
