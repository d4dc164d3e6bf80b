"""A message cut at everything that may part two questions; `several` then puts together what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.actions.several_words import asked_for, differ, is_interrogative

_MORE = r"(?:问题|就是|一点|一个|个|呢)*"
_ASK = r"(?:再|想|要|请|帮我|麻烦|还|你|您)*(?:问|告诉我?|知道|了解|说|查|看|咨询)?(?:一?[下句个]|一声)?(?:问题)?"
_AT_START = r"(?<=[,;?!。\s])"
# What says that a question follows: what stands before it is one too, if it names anything.
_ASKED = (
    r"(?:顺便|顺带|另外)(?:再|想|要|请|还)*(?:问|打听)(?:一?[下句个]|一声)?(?:问题)?"
    r"|(?:再|还)(?:请|想|要)*(?:问|知道|了解|咨询)(?:一?[下个句])?(?:问题)?"
)
# What announces something else, a question more often than not.
_ANNOUNCED = (
    rf"(?:另外|此外|除此之外|顺便|顺带){_ASK}|再就是|再有{_MORE}|还有就是|还有(?:一个|个|一点)(?:问题)?|{_AT_START}还有(?=[,:是])"
    rf"|对了(?=[,\s])|{_AT_START}对了|第[二三四五六](?:个(?:问题)?|点)?(?=[,:、是])|其次|最后(?:再|想|请|一个)*问(?:题|一?[下个])?"
)
_NUMBER = r"(?:(?<=[\s,;:?。!])|^)(?:[1-9](?:[、)]|\.(?!\d))|[①-⑨]|第?[一二三四五六]是?[、:])"
_ALSO = r"然后(?:呢|就是|再)*|还有(?!几|多|没|哪|名额|机会|位[子置]|办法|补贴|考试|别的|其他|什么(?!时候)|效)|以及|并且"
_EDGE = r"[,;?!。\s]*"
_BOUNDARY = re.compile(
    "|".join(
        rf"{_EDGE}(?P<{kind}>{words})[,:\s]*"
        for kind, words in (("asked", _ASKED), ("announced", _ANNOUNCED), ("number", _NUMBER), ("also", _ALSO))
    )
    + r"|(?P<sentence>[,\s]*[?!;。\n][?!;。,\s]*)|(?P<comma>[,、\s]+)"
)
_STRENGTHS = ("", "comma", "also", "sentence", "number", "announced", "asked")
# Where one question may end and the next begin within unbroken speech: …多少钱|什么时候考试|在哪里报名.
_WITHIN = re.compile(
    r"(?<=[吗嘛呢啊呀])|(?<=[^什怎那这多要]么)|(?<=多少钱)|(?<=几[号点])|(?<=哪里)|(?<=哪儿)|(?<=报名)|(?<=考试)|(?<=[缴交]费)|(?<=[交付]钱)|(?<=多久)|(?<=几年)"
    r"|(?=什么时候|啥时候|何时|几[号点]|[在去到]哪|怎么|如何|要(?:什么|带|哪些)|[要收]?多少钱|有什么(?:条件|要求)|有没有|补考|报名|电话|地址|考试|成绩|证书|准考证)"
)
_LEAST = 4  # characters before a cut within unbroken speech


@dataclass(frozen=True)
class Clause:
    """A piece with the kind of the boundary before it; `questioned`: a question mark stands after it."""

    kind: str
    text: str
    questioned: bool = False

    @property
    def is_announced(self) -> bool:
        """Whether the person said that something else follows."""
        return self.kind in ("asked", "announced", "number")


def clauses(text: str) -> Iterator[Clause]:
    """The text cut at every boundary, and within unbroken speech between whole questions."""
    at, kind = 0, ""
    for match in _BOUNDARY.finditer(text):
        if piece := text[at : match.start()].strip(" ,"):
            yield from _unbroken(Clause(kind, piece, "?" in match[0]))
            kind = ""
        at = match.end()
        kind = max(kind, str(match.lastgroup), key=_STRENGTHS.index)
    if piece := text[at:].strip(" ,?!;。"):
        yield from _unbroken(Clause(kind, piece))


def _unbroken(clause: Clause) -> Iterator[Clause]:
    while (at := _end_of_question(clause.text)) is not None:
        yield replace(clause, text=clause.text[:at], questioned=False)
        clause = replace(clause, kind="within", text=clause.text[at:])
    yield clause


def _end_of_question(text: str) -> int | None:
    """Where a whole question ends before another whole one of another kind."""
    places = [match.start() for match in _WITHIN.finditer(text) if _LEAST <= match.start() < len(text)]
    for i, at in enumerate(places):
        left = text[:at]
        if not _is_whole(left):
            continue
        following = next((text[at:end] for end in [*places[i + 1 :], len(text)] if _is_whole(text[at:end])), None)
        if following and differ(asked_for(left), asked_for(following)):
            return at
    return None


def _is_whole(piece: str) -> bool:
    return is_interrogative(piece) and bool(asked_for(piece))
