"""A message cut at everything that may part two questions; `grouping` then puts together what belongs together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.actions.several.words import asked_for, asks, differ, is_interrogative

Entities = Sequence[Mapping[str, Any]]
Naming = Callable[[str], Entities]
"""What finds the names in a text, as `understanding.entities_of` does."""

SUBJECTS = ("occupation", "organisation", "other_occupation", "other_organisation", "code")
OUTSIDE = ("examination", "place")

_MORE = r"(?:问题|就是|一点|一个|个|呢)*"
_ASK = r"(?:再|想|要|请|帮我|麻烦|还|你|您)*(?:问|告诉我?|知道|了解|说|查|看|咨询)?(?:一?[下句个]|一声)?(?:问题)?"
_AT_START = r"(?<=[,;?!。\s])"
# What says that a question follows: what stands before it is one too, if it names anything.
_ASKED = (
    r"(?:顺便|顺带|另外)(?:再|想|要|请|还)*(?:问|打听)(?:一?[下句个]|一声)?(?:问题)?"
    r"|(?:我们?|咱)?(?:再|还)(?:请|想|要|麻烦|打扰|帮我|您|你)*(?:问问|问|知道|了解|咨询)(?:一?[下个句])?(?:问题)?"
)
# 另外两个四级: who sits what goes on.
_SO_MANY_AT = (
    r"的?(?:\d+|[一两二三四五六七八九十]+)[个名位](?:人|同事|学员|的|是|都|就|也|要|考|报)*[一二三四五1-5]级"
)
# What announces something else, a question more often than not.
_ANNOUNCED = (
    rf"(?:另外(?!{_SO_MANY_AT})|此外|除此之外|(?<![能以会想要])顺[便带]){_ASK}|再就是|再有{_MORE}|还有就是|还有(?:一个|个|一点)(?:问题|就是|(?=[,:是]))|{_AT_START}还有(?:一个|个|一点)|{_AT_START}还有(?=[,:是])"
    rf"|对了(?=[,\s])|{_AT_START}对了|第[二三四五六](?:个(?:问题)?|点)?(?=[,:、是])|其次|最后(?:再|想|请|一个)*问(?:题|一?[下个])?"
)
_NUMBER = r"(?:(?<=[\s,;:?。!])|^)(?:[1-9](?:[、)]|\.(?!\d))|[①-⑨]|第?[一二三四五六]是?[、:])"
# 1理论收多少 2是一天考完吗: numbers without a mark, as long as they count from one.
_BARE_NUMBER = re.compile(
    r"(?:(?<=[\s,;:?。!])|^)(?P<n>[1-9])(?=[\u4e00-\u9fff])(?![个人名位级门年月号点日天次趟块科场张寸份小分周岁万千百元楼室])"
)
_ALSO = r"然后(?:呢|就是|再)*|还有(?=20\d\d年|[今去明前]年)|还有(?![本张几一二三四五六七八九十两半\d]|多|没|哪|名额|机会|位[子置]|办法|补贴|考试(?=吗|么|没|嘛)|别的|其他|什么(?!时候)|效)|以及|并且"
_EDGE = r"[,;?!。\s]*"
_BOUNDARY = re.compile(
    "|".join(
        rf"{_EDGE}(?P<{kind}>{words})[,:\s]*"
        for kind, words in (("asked", _ASKED), ("announced", _ANNOUNCED), ("number", _NUMBER), ("also", _ALSO))
    )
    + r"|(?P<sentence>[,\s]*[?!;。\n][?!;。,\s]*)|(?P<comma>[,、\s]*[,、][,、\s]*|(?<![a-zA-Z0-9])\s+|\s+(?![a-zA-Z0-9]))"
)
_STRENGTHS = ("", "comma", "also", "sentence", "number", "announced", "asked")
# Where one question may end and the next begin within unbroken speech: …多少钱|什么时候考试|在哪里报名.
_WITHIN = re.compile(
    r"(?<=[吗嘛呢啊呀])|(?<=[^什怎那这多要]么)|(?<=多少钱)|(?<=几[号点])|(?<=报名)|(?<=考试)|(?<=[缴交]费)|(?<=[交付]钱)|(?<=多久)|(?<=几年)"
    r"|(?=什么时候|啥时候|何时|几[号点]|(?<![现交寄])[在去到]哪|怎么|如何|要(?:什么|带|哪些)|[要收]?多少钱|有什么(?:条件|要求)|有没有|补考|报名|电话|地址|考试|成绩|证书|准考证|作弊|违[纪规]|投诉)"
)
_LEAST = 4  # characters before a cut within unbroken speech
_LEAST_NUMBERED = 2
_LEAST_ASKED = 2  # characters after a name that ask something about it
_BEFORE_NAME = re.compile(
    r"(?:那么?|请问|听说|(?:人家|有人|别人)说|上海|我?想?问一?下|去年|今年|明年|20\d\d年?的?)+$"
)
# What a name after it belongs to: 交大能不能考|人工智能训练师.
_GOVERNS = re.compile(r"[考报的和跟与或比在是有到从去学做当拿对给叫说过由被向]$|由[区市]$")
_COMPLETE = re.compile(r"(?:谁|[去在]哪|哪[里儿]|哪[家些个]\w{0,4})(?:能|可以|有)?(?:去|报)?[考报]$")
_OPEN = re.compile(r"哪[里儿]?$")
_FOLLOWS = re.compile(r"[才就]")  # 要做几年|才好考三级: what depends on the words before it


@dataclass(frozen=True)
class Clause:
    """A piece with the kind of the boundary before it; `questioned`: a question mark stands after it.

    `paused`: a mark or a blank stands before it, so that 另外 begins a sentence and is no part of one (要另外交钱).
    """

    kind: str
    text: str
    questioned: bool = False
    paused: bool = True

    @property
    def is_announced(self) -> bool:
        """Whether the person said that something else follows."""
        return self.kind in ("asked", "announced", "number")


def clauses(text: str, naming: Naming) -> Iterator[Clause]:
    """The text cut at every boundary, and within unbroken speech between whole questions."""
    text = _with_marks(text)
    at, kind, paused = 0, "", True
    for match in _BOUNDARY.finditer(text):
        if piece := text[at : match.start()].strip(" ,:"):
            yield from _unbroken(Clause(kind, piece, "?" in match[0], paused), naming)
            kind, paused = "", False
        at = match.end()
        paused |= not match[0][0].isalnum()
        kind = max(kind, str(match.lastgroup), key=_STRENGTHS.index)
    if piece := text[at:].strip(" ,:?!;。"):
        yield from _unbroken(Clause(kind, piece, paused=paused), naming)


def _with_marks(text: str) -> str:
    """A mark after each number of an enumeration that has none."""
    found = list(_BARE_NUMBER.finditer(text))
    if len(found) < _LEAST_NUMBERED or [one["n"] for one in found] != [str(i + 1) for i in range(len(found))]:
        return text
    for one in reversed(found):
        text = f"{text[: one.end()]}、{text[one.end() :]}"
    return text


def _unbroken(clause: Clause, naming: Naming) -> Iterator[Clause]:
    while (at := _end_of_question(clause, naming)) is not None:
        yield replace(clause, text=clause.text[:at], questioned=False)
        clause = replace(clause, kind="within", text=clause.text[at:])
    yield clause


def _end_of_question(clause: Clause, naming: Naming) -> int | None:
    """Where a whole question ends before another whole one of another kind, or before one that names its subject."""
    text = clause.text
    places = [match.start() for match in _WITHIN.finditer(text) if _LEAST <= match.start() < len(text)]
    found = [at for i, at in enumerate(places) if _parts(text, at, [*places[i + 1 :], len(text)])]
    return min([*found[:1], *_named_anew(text, naming, clause.kind == "within")[:1]], default=None)


def _parts(text: str, at: int, ends: Sequence[int]) -> bool:
    if not _is_whole(text[:at]) or _OPEN.search(text[:at]) or _FOLLOWS.match(text[at:]):
        return False
    following = next((text[at:end] for end in ends if _is_whole(text[at:end])), None)
    return following is not None and differ(asked_for(text[:at]), asked_for(following))


def _named_anew(text: str, naming: Naming, named: bool) -> list[int]:
    """Where a subject is named after a question that has one (or follows one: `named`), and is asked about."""
    found = []
    names = [one for one in naming(text) if one["entity"] in (*SUBJECTS, *OUTSIDE)]
    for i, one in enumerate(names):
        before = text[: one["start"]]
        if match := _BEFORE_NAME.search(before):
            before = before[: match.start()]
        earlier = [other for other in names if other["end"] <= len(before)]
        if not (named or earlier) or any(other["end"] == len(before) for other in earlier):
            continue
        run = adjacent(names[i:])
        asked = len(text) - run[-1]["end"] >= _LEAST_ASKED and asks(text[len(before) :])
        if asked and _asked_before(before, text[len(before) :], run, earlier):
            found.append(len(before))
    return found


def _asked_before(before: str, after: str, run: Entities, earlier: Entities) -> bool:
    """Whether a question ends before the names: 人工智能训练师报名费|交大多少钱 is one about both."""
    if _GOVERNS.search(before) and not _COMPLETE.search(before):
        return False
    if is_interrogative(before):
        return True
    alike = {one["entity"] for one in earlier} & {one["entity"] for one in run}
    return asks(before) and (bool(alike) or differ(asked_for(before), asked_for(after)))


def adjacent(entities: Entities) -> list[Mapping[str, Any]]:
    """The first entities that stand side by side: 企业人力资源管理师四级."""
    found = [entities[0]]
    for one in entities[1:]:
        if one["start"] > found[-1]["end"] + 1:
            break
        found.append(one)
    return found


def _is_whole(piece: str) -> bool:
    return is_interrogative(piece) and bool(asked_for(piece))
