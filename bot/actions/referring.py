"""Words that mean something of the talk so far, put into full names: 协会, 再高一级, and a name that only asks again.

A message is read again with what it means in place of what it says, so that every answer sees the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from bot.actions.answers.catalogue_words import asks_whether_there
from bot.actions.contact_points import numbers
from bot.actions.desk import Desk
from bot.actions.turn import FEES, INFORM, Turn, subject_of
from bot.actions.understanding import entities_of, mentioned
from knowledge.directory import assesses, directory
from knowledge.library import Library
from knowledge.models import LEVEL_NAMES, LEVELS

# A bare 协会: the name of none, such as 宠物协会, stands before it, and it is not asked which one.
_ASSOCIATION = re.compile(
    r"(?:^|(?<=[\s,，。;；!！?？、去到在是问的和跟与给找选换成打那这个家考报说于由对比名啊呀呢吗吧嘛哦噢道解下询]))(?P<word>行业协会|协会)(?!们|[都还]?有[哪几多]|章)"
)
# 哪个协会, 有没有协会, 两个协会, 各家协会: which one, or several, never the one that is known.
_ASKED_WHICH = re.compile(
    r"(?:(?:哪|什么|啥|有没有|几)[^，,。]{0,3}|(?:[两二三四五六2-9各每]|所有|有些|多)[个家]?)$"
)
_THAT_NUMBER = re.compile(
    r"(?:这|那|该|此)个?(?:电话)?(?:号码?|电话|座机)(?=是|谁|哪|什么|干|有|没|真|对|能|打|归|管|属)"
)
_HIGHER, _LOWER = re.compile(r"(?:再|更)?高一级(?!技)"), re.compile(r"(?:再|更)?低一级")
_EXTREME = re.compile(
    r"最(?P<which>低|初级|入门|高|便宜|贵)(?:的|那|这|一|个)*(?:等级|级别|级)(?!能|可以|可|是|有|到|考到|多少|几)"
)
# What may stand beside a name that is put in the place of another: 说错了，我要问某某的; 那我同事考五级; 某某考的.
_WHO = r"(?:我|他|她|我们|(?:我|他|她)?(?:的|家|们)?(?:一个)?(?:朋友|同事|同学|老公|老婆|儿子|女儿|孩子|室友|哥哥?|姐姐?|弟弟?|妹妹?|对象|爱人|闺蜜))"
_PUT_RIGHT = r"(?:不对|错了|[说打写讲问搞]错了?|更正|纠正|不好意思|抱歉|哦|噢|啊|哎呀?|呃|等等)"
_ASIDE = re.compile(
    rf"(?:{_PUT_RIGHT}|那么?|要是|如果|换成?|改成?|还是|我?(?:要|想)?(?:问|说|指)的?(?:就?是)?|就?是|在|去|到|从|找|一?下|看看|也|呢|吧|呀|啊|哈|哦|了|的|嘛|[\s,，。！!？?]"
    rf"|那(?:边|家|里|个)|这(?:边|家|里|个)|(?:考|报|拿|办|发)的|{_WHO})*"
)
_INSTEAD = re.compile(
    r"(?:的|[\s,，。!！…])*(?:哦|噢|啊|哎呀?|呃|嗯|[\s,，])*(?:(?:不对(?!口)|不是|错了|[说打写讲问发搞弄]错了?)(?:啊|哦|了|[\s,，。!！])*)+(?:我)?(?:应该|其实|要问|问)?(?:的)?(?:是)?"
)
_YOU_SAID = re.compile(
    r"(?:那|所以)?(?:你|您)(?:刚才|刚刚|上面|前面)?(?:说|讲|给|报|查)的(?:这个?|这些|那个?|都|就)*是.{1,12}(?:吗|么|吧|伐|对吗|不是)[?？]*$"
)
# 不是美甲，美容: what is asked about is the latter.
_NOT_THIS = re.compile(r"(?:(?<=[,，。\s!！])|^)(?:我)?(?:说|问|要|考)?的?不是$")
_BUT = re.compile(r"(?:师|员|的|啊)?[,，。\s!！]+(?:而?是|应该是?|我?(?:要|问|说|考)的?是?)?")
_SITS = re.compile(
    rf"(?:(?:好的?|行|嗯|哦)(?:吧|啊)?[,，。\s]+)?(?:那么?|要是|如果|换成?|改成?|也|想|要|{_WHO})*[考报](?:个)?(?:的|呢|吧|了|，|,|。)*"
)
_SEATS = ("ask_application_window", "ask_exam_date", "ask_payment", "ask_admission_ticket")
# 回到咖啡，…: a piece of an occupation's name, after words that go back to it.
_BACK_TO = re.compile(
    r"(?:回到|回过头(?:来)?(?:再)?(?:说|问|看)?|说回|问回|再说回?|接着(?:说|问)|(?:刚才|刚刚|前面|之前|先前|一开始|最开始)(?:我)?(?:说|问|讲|提|聊)?(?:过|到|的|那个|那|这个)*)"
    r"(?P<piece>[^\s,，。?？!！的那这]{2,8})"
)
_LEAST_OF_A_NAME = 2  # characters
# What a mere name is taken for; other intents are sure enough to be believed.
_UNSURE = (
    INFORM,
    "search",
    "out_of_scope",
    "ask_eligibility",
    "ask_catalogue",
    "ask_promoter",
    "ask_exam_form",
    "ask_certificate",
    "ask_changes",
    "capabilities",
)
_NO_TALK = (None, "search")


def in_full(desk: Desk, turn: Turn) -> Turn:
    """The turn with what it refers to in place; a button's payload as it is."""
    if turn.text.startswith("/"):
        return turn
    text = _put_right(desk.library, turn.text)
    if text != turn.text:
        turn = replace(turn, mentioned=mentioned(desk.library, text, entities_of(desk.library, text), turn.as_of))
    text = _with_association(desk, replace(turn, text=text))
    text = _with_level(desk, turn, _with_number(turn, _with_earlier(desk, turn, text)))
    if text != turn.text:
        named = mentioned(desk.library, text, entities_of(desk.library, text), turn.as_of)
        turn = replace(turn, text=text, mentioned=named)
    turn = replace(turn, intent=INFORM) if _only_names(desk, turn) or _is_of_what_was_said(turn) else turn
    return _with_question(desk, turn)


def _with_question(desk: Desk, turn: Turn) -> Turn:
    """The name that the last question lacked, with that question: its words may ask for more than its topic tells."""
    new, memory = turn.mentioned, turn.memory
    lacked = memory.asked and not (memory.organisation or memory.occupation or memory.beside or memory.form)
    if not lacked or turn.intent != INFORM or not (new.organisation or new.occupation):
        return turn
    text = f"{memory.asked}，{turn.text}"
    named = mentioned(desk.library, text, entities_of(desk.library, text), turn.as_of)
    return replace(turn, text=text, mentioned=named)


def _only_names(desk: Desk, turn: Turn) -> bool:
    """Whether a name is all that the message brings, so that the last question is asked again for it."""
    new, topic = turn.mentioned, turn.memory.topic
    named = new.organisation or new.occupation or new.levels or new.code
    if (
        turn.intent not in _UNSURE
        or not named
        or topic in _NO_TALK
        or turn.memory.form
        or new.situation.told
        or new.held_levels
    ):
        return False
    if new.occupation and asks_whether_there(turn.text):
        return False  # 茶艺师呢，也是那家 asks who examines it, whatever was asked before
    rest = _beside_names(desk.library, turn.text)
    again = topic in (*FEES, *_SEATS) and bool(_SITS.fullmatch(rest))
    return again or bool(_ASIDE.fullmatch(rest))


def _is_of_what_was_said(turn: Turn) -> bool:
    """你说的是今年的价吗 asks whether the last answer was of that: it is asked for it."""
    known = turn.memory.topic not in _NO_TALK and not turn.memory.form
    return known and turn.intent in _UNSURE and _YOU_SAID.match(turn.text) is not None


def _beside_names(library: Library, text: str) -> str:
    for one in sorted(entities_of(library, text), key=lambda entity: -int(entity["start"])):
        text = text[: one["start"]] + text[one["end"] :]
    return text


def _put_right(library: Library, text: str) -> str:
    """五级，哦不对四级，多少钱 names only what is said instead, and so does 不是五级，四级."""
    found = entities_of(library, text)
    for one, other in pairwise(found):
        if one["entity"] == other["entity"] and _INSTEAD.fullmatch(text[one["end"] : other["start"]]):
            return text[: one["start"]] + text[other["start"] :]
        denied = _NOT_THIS.search(text[: one["start"]])
        if denied and one["entity"] == other["entity"] and _BUT.fullmatch(text[one["end"] : other["start"]]):
            return text[: denied.start()] + text[other["start"] :]
    return text


def _with_earlier(desk: Desk, turn: Turn, text: str) -> str:
    """回到咖啡 names the one occupation whose name begins so; nothing where several do, or one is named anyway."""
    match = None if turn.mentioned.occupation or turn.mentioned.organisation else _BACK_TO.search(text)
    if match is None:
        return text
    names = [one.name for one in desk.library.lexicon.occupations]
    start = match.start("piece")
    for length in range(len(match["piece"]), _LEAST_OF_A_NAME - 1, -1):
        begun = match["piece"][:length]
        fitting = [name for name in names if name.startswith(begun)]
        if len(fitting) == 1:
            return f"{text[:start]}{fitting[0]}{text[start + length :]}"
    return text


def _with_association(desk: Desk, turn: Turn) -> str:
    """协会 is the one talked about, or the one that examines what is talked about; else it stays as it is."""
    known = [(one["start"], one["end"]) for one in entities_of(desk.library, turn.text)]
    for match in _ASSOCIATION.finditer(turn.text):
        start, end = match.span("word")
        within = any(first < end and start < last for first, last in known)
        if within or _ASKED_WHICH.search(turn.text[:start]):
            continue
        if name := _association(desk.library, turn, match["word"]):
            return f"{turn.text[:start]}{name}{turn.text[end:]}"
    return turn.text


def _with_number(turn: Turn, text: str) -> str:
    """那个号码是谁的 is of the number that the person wrote before."""
    before = numbers(turn.memory.asked or "")
    match = _THAT_NUMBER.search(text)
    if match is None or len(before) != 1 or numbers(text):
        return text
    return f"{text[: match.start()]}{before[0]}{text[match.end() :]}"


def _association(library: Library, turn: Turn, word: str) -> str | None:
    before, new = turn.memory.organisation, turn.mentioned
    if before and before.endswith(word) and new.organisation is None:
        return before
    occupation = new.occupation or turn.memory.occupation
    names = [one.name for one in library.lexicon.organisations if one.name.endswith(word)]
    if occupation:
        return _single(name for name in names if assesses(library, name, occupation))
    issuers = {library.issuer(one.notice.front).name for one in library.holdings}
    own = [name for name in names if name in issuers]
    return _single(own) or (_single(one for one in own if _shares_work(library, one, before)) if before else None)


def _shares_work(library: Library, one: str, other: str) -> bool:
    """Whether both examine the same: after 交大 the 协会 is the one that examines what 交大 does."""
    facts = [fact for holding in library.holdings for fact in holding.facts.catalogue]
    mine = {fact.occupation for fact in facts if fact.organisation == one}
    return any(fact.occupation in mine for fact in facts if fact.organisation == other)


def _single(names: Iterable[str]) -> str | None:
    found = list(dict.fromkeys(names))
    return found[0] if len(found) == 1 else None


def _with_level(desk: Desk, turn: Turn, text: str) -> str:
    """再高一级 counts from the level talked about, 最低那一级 among those that are examined."""
    known = turn.memory.level
    for pattern, step in ((_HIGHER, -1), (_LOWER, 1)):
        match = pattern.search(text)
        if match and known is not None and known + step in LEVELS:
            return f"{text[: match.start()]}{LEVEL_NAMES[known + step]}{text[match.end() :]}"
    match = _EXTREME.search(text)
    if match is None:
        return text
    unknown = f"{text[: match.start()]}最{match['which']}等级{text[match.end() :]}"  # 那一级 is not level one
    subject = subject_of(desk.library.lexicon, turn.memory)
    if subject.occupation is None:
        return unknown
    entries = directory(desk.library, replace(subject, level=None), turn.as_of)
    offered = {level for one in entries for level in one.levels}
    if not offered:
        return unknown
    level = min(offered) if match["which"] in ("高", "贵") else max(offered)
    return f"{text[: match.start()]}{LEVEL_NAMES[level]}{text[match.end() :]}"
