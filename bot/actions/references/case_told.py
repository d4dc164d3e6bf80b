"""Words that go on with a case that was told before: what if, what another has and the speaker lacks, what was studied."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.desk import Desk
from bot.actions.names.studies import is_studied
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.several.words import asked_for, asks
from bot.actions.situation import read_situation
from bot.actions.situation.people import RELATED, told_aside
from bot.actions.turn import ELIGIBILITY, OWN, REMARK, Left, Memory, Turn

_BREAK = re.compile(r"[,，。;；!！?？\s]")
_SUPPOSING = r"(?:如果|要是|假如|假设|假使|万一|倘若)"
# 要是我是大专毕业呢, 没有经过评估论证的话呢: one clause, and nothing asked in it.
_WHAT_IF = re.compile(
    rf"^(?:那么?|但是?|不过|所以|可是?)*(?:{_SUPPOSING}(?P<case>.{{2,24}}?)(?:的话)?(?:呢|啊|呀)|(?P<bare>.{{2,24}}?)的话(?:呢|啊|呀)?)[?？]*$"
)
# A plan or another question in the form of a case: 要是先考五级呢.
_A_PLAN = re.compile(r"先|再|改|换|不算|不是|没过|不过|考不|过不|报|补|去|等")
# 他有五级证，我没有: whose paper it is decides whose case the talk is of.
_ONLY_THE_OTHER = re.compile(
    rf"^(?P<other>(?:[他她]|(?:我的?|我们家?的?)?(?:{RELATED}))(?:是|已经|就|都)*(?:有|拿了|考了|考出了?)(?P<what>[^,，。?？]{{1,12}}?))"
    r"[,，\s]*(?:但是?|可是?|不过)?我(?:自己)?(?:是|就|还|可|倒|都)*没有?(?P<rest>$|[呢的。!！啊呀]|[,，].*$)"
)

# 河南的, 我是安徽户口
_HOME = re.compile(r"(?:我|本人|他|她|是|老家|在|户口|户籍)*(?:省|市)?(?:的|人|户口|户籍)+[。!！~]*")


def of_a_case(desk: Desk, turn: Turn) -> Turn:
    """The turn in words that say what it tells of the case; as it is in any other talk."""
    if turn.text.startswith("/") or not _has_case(turn.memory):
        return turn
    turn = _of_home(_of_the_title(desk, _without_studies(desk, turn)))
    if (match := _ONLY_THE_OTHER.match(turn.text)) is not None:
        return _said(desk, turn, _of_whom_it_is(turn.memory, match))
    match = _WHAT_IF.match(turn.text)
    case = match and (match["case"] or match["bare"])
    if not case or turn.mentioned.situation.told or _A_PLAN.search(case) or _BREAK.search(case) or asks(case):
        return turn
    supposed = _said(desk, turn, case)
    told = supposed.mentioned.situation
    if not told.told or told.certificates or told.lacks:
        return turn
    told = told.model_copy(update={"corrects": True})
    return replace(supposed, intent=ELIGIBILITY, mentioned=replace(supposed.mentioned, situation=told))


def with_other_told(desk: Desk, turn: Turn) -> Turn:
    """The turn with what its message tells of another person beside the one that the question is about."""
    aside = None if turn.text.startswith("/") or turn.memory.other else told_aside(turn.text)
    if aside is None:
        return turn
    situation = read_situation(desk.library, aside.text, turn.as_of)
    if not situation.told:
        return turn
    other = Left(aside.person, situation)
    whose = turn.memory.whose or (aside.of if aside.person == OWN else OWN)
    return replace(turn, memory=replace(turn.memory, whose=whose, other=other))


def _has_case(memory: Memory) -> bool:
    open_ = memory.form is not None and memory.form.topic == ELIGIBILITY
    return open_ or memory.topic == ELIGIBILITY


def _without_studies(desk: Desk, turn: Turn) -> Turn:
    """学电子商务的 tells a major, and does not turn the talk to the occupation of that name."""
    name = turn.mentioned.occupation
    if name is None or turn.memory.occupation in (None, name) or asked_for(turn.text) or asks(turn.text):
        return turn
    words = [
        turn.text[one["start"] : one["end"]]
        for one in entities_of(desk.library, turn.text)
        if one["entity"] == "occupation"
    ]
    if not all(is_studied(turn.text, word) for word in words):
        return turn
    return replace(turn, mentioned=replace(turn.mentioned, occupation=None))


def _of_the_title(desk: Desk, turn: Turn) -> Turn:
    """经济师，2024年评的, of one who told of a title: which one it is, and no other examination."""
    name = turn.mentioned.outside
    titles = turn.memory.situation.titles
    if not (titles and name) or not name.endswith("师") or turn.mentioned.situation.titles or asks(turn.text):
        return turn
    match = re.fullmatch(
        rf"(?:是|就是|我是|职称是|的)*{re.escape(name)}(?:职称|的)*[,，\s]*(?P<rest>.*)", turn.text
    )
    if match is None:
        return turn
    told = _said(desk, turn, match["rest"])
    return replace(turn, intent=ELIGIBILITY, mentioned=replace(told.mentioned, outside=None))


def _of_home(turn: Turn) -> Turn:
    """河南的, of one who asked what they may: where they are from, and no question about that place."""
    new = turn.mentioned
    if not new.outside or not new.elsewhere or _HOME.fullmatch(turn.text.replace(new.outside, "", 1)) is None:
        return turn
    told = replace(new, outside=None, elsewhere=False, from_elsewhere=new.outside)
    return replace(turn, intent=REMARK, mentioned=told)


def _of_whom_it_is(memory: Memory, match: re.Match[str]) -> str:
    """The half of the message that tells of the person whose case it is."""
    if memory.whose not in (None, OWN):
        return match["other"] + match["rest"]
    return f"我没有{match['what']}{match['rest']}"


def _said(desk: Desk, turn: Turn, text: str) -> Turn:
    named = mentioned(desk.library, text, entities_of(desk.library, text), turn.as_of)
    return replace(turn, text=text, mentioned=named)
