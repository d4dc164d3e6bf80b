"""Words that mean something of the talk so far, put into full names: 协会, 再高一级, and a name that only asks again.

A message is read again with what it means in place of what it says, so that every answer sees the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from bot.actions.answers.catalogue.words import asks_whether_there
from bot.actions.answers.programme.talk import programme_name, tells_of_the_exam
from bot.actions.answers.programme.words import names_the_exam
from bot.actions.desk import Desk
from bot.actions.names.contact_points import numbers
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.references.houses import with_house
from bot.actions.references.level_referred import with_level
from bot.actions.references.month_applied import with_month_applied
from bot.actions.references.of_a_programme import sat_then, with_assessed
from bot.actions.references.pieces import with_piece
from bot.actions.several.words import asks
from bot.actions.talk import PROMOTER, with_sitting
from bot.actions.turn import FEES, INFORM, RETAKE, Turn
from knowledge.directory import assesses, directory
from knowledge.library import Library
from knowledge.subject import Subject

# A bare 协会: the name of none, such as 宠物协会, stands before it, and it is not asked which one.
_ASSOCIATION = re.compile(
    r"(?:^|(?<=[\s,，。;；!！?？、去到在是问的和跟与给找选换成打那这个家考报说于由对比名啊呀呢吗吧嘛哦噢道解下询年])|(?<=[听人他她师友都]讲|据传|好像|[晓记觉]得|以为))(?P<word>行业协会|协会)(?!们|[都还]?有[哪几多]|章)"
)
# 哪个协会, 有没有协会, 两个协会, 各家协会: which one, or several, never the one that is known.
_ASKED_WHICH = re.compile(
    r"(?:(?:哪|什么|啥|有没有|几)[^，,。]{0,3}|(?:[两二三四五六2-9各每]|所有|有些|多)[个家]?)$"
)
_THAT_NUMBER = re.compile(
    r"(?:这|那|该|此)个?(?:电话)?(?:号码?|电话|座机)(?=是|谁|哪|什么|干|有|没|真|对|能|打|归|管|属)"
)
# What may stand beside a name that is put in the place of another: 说错了，我要问某某的; 那我同事考五级; 某某考的.
_WHO = r"(?:我|他|她|我们|(?:我|他|她)?(?:的|家|们)?(?:一个)?(?:朋友|同事|同学|老公|老婆|儿子|女儿|孩子|室友|哥哥?|姐姐?|弟弟?|妹妹?|对象|爱人|闺蜜))"
_PUT_RIGHT = r"(?:不对|错了|[说打写讲问搞]错了?|更正|纠正|不好意思|抱歉|哦|噢|啊|哎呀?|呃|等等)"
_ASIDE = re.compile(
    rf"(?:{_PUT_RIGHT}|那么?|要是|如果|换成?|改成?|还是|我?(?:要|想)?(?:问|说|指)的?(?:就?是)?|就?是|在|去|到|从|找|一?下|看看|也|呢|吧|呀|啊|哈|哦|了|的|嘛|[\s,，。！!？?]"
    rf"|那(?:边|家|里|个)|这(?:边|家|里|个)|(?:考|报|拿|办|发)的|{_WHO})*"
)
_COMMAS = re.compile(r"[,，。;；!！\s]+")
_TAKEN_BACK = re.compile(
    rf"(?:哦|噢|啊|哎呀?|呃|等等|等下|慢着)*(?:我|我刚才|刚才)?(?:{_PUT_RIGHT}|不是)+(?:了|啊|哦)*"
)
_MONTH = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_DENIED_MONTH = re.compile(rf"(?:我)?(?:说|问|要)?的?不是{_MONTH.pattern}")
_LOOKED = re.compile(
    r"[翻看查找问核拿][^？?]{0,4}(?:了|过|到|一?下)|(?:准考证|证书|通知|单子|他|她|儿子|女儿|孩子|老师|同事)[^？?]{0,4}(?:写|说|讲|印)"
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
# AI五级, 回到AI班, AI这个个人去哪报: the word with which several names begin, for the one of them that has levels.
_BEGINNING = "人工智能"
_SHORT = r"(?<![a-zA-Z])(?:ai|人工智能)"
_SHORT_AT_LEVEL = re.compile(rf"{_SHORT}(?=(?:的|[那这]个|考)*(?:[一二三四五1-5]级|[初中高]级工?))", re.IGNORECASE)
_SHORT_IN_TALK = re.compile(
    rf"(?:^|(?<=[\s,，。;；!！?？、考报到回换问说比和跟那])|(?<=还是))(?P<name>{_SHORT})"
    r"(?=(?:的|[那这][个边]?)*(?:班|考试|培训|呢|吧|啊|了|的|我|他|她|个人|团体|怎么|在|去|哪|多少|几|报|收|要|也|补考|准考|成绩|今年|现在|[那这]|[\s,，。?？!！]|$))",
    re.IGNORECASE,
)
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
_STORIES = ("ask_certificate_loss", "ask_discipline", "ask_payment", RETAKE)


def in_full(desk: Desk, turn: Turn) -> Turn:
    """The turn with what it refers to in place; a button's payload as it is."""
    if turn.text.startswith("/"):
        return turn
    text = _put_right(desk.library, turn.text)
    if text != turn.text:
        turn = replace(turn, mentioned=mentioned(desk.library, text, entities_of(desk.library, text), turn.as_of))
    text = with_house(desk, turn, _with_association(desk, replace(turn, text=_with_beginning(desk, turn, text))))
    text = with_month_applied(turn, text)
    text = with_sitting(turn, _with_number(turn, with_piece(desk, turn, text)))
    text = with_assessed(desk, turn, with_level(desk, turn, text))
    if then := sat_then(desk.library, turn):
        text, turn = then, replace(turn, intent=PROMOTER)
    if text != turn.text:
        named = mentioned(desk.library, text, entities_of(desk.library, text), turn.as_of)
        other = named.organisation not in (turn.mentioned.organisation, turn.memory.organisation)
        memory = replace(turn.memory, year=None) if other else turn.memory  # 去年 was of the house talked of
        turn = replace(turn, text=text, mentioned=named, memory=memory)
    turn = _without_mistake(turn)
    if turn.memory.topic not in _NO_TALK and _corrects(_beside_names(desk.library, turn.text)):
        turn = replace(turn, text=_without_source(desk.library, turn.text), intent=INFORM)
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
    # 交大发的 says whose certificate was lost, which words of the story must not turn into another question.
    told = str(memory.topic) if memory.topic in _STORIES else turn.intent
    return replace(turn, text=text, mentioned=named, intent=told)


def _only_names(desk: Desk, turn: Turn) -> bool:
    """Whether a name is all that the message brings, so that the last question is asked again for it."""
    new, topic = turn.mentioned, turn.memory.topic
    named = new.organisation or new.occupation or new.levels or new.code
    if (
        not (turn.intent in _UNSURE or _corrects(_beside_names(desk.library, turn.text)))
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
    return again or bool(_ASIDE.fullmatch(rest)) or _corrects(rest)


def _without_mistake(turn: Turn) -> Turn:
    """不是8月，我写错了，要11月那批的 asks of a timetable what was asked before, for the month that was meant."""
    clauses = [one for one in _COMMAS.split(turn.text) if one]
    meant = [one for one in clauses if not (_TAKEN_BACK.fullmatch(one) or _DENIED_MONTH.match(one))]
    mistaken = any(_TAKEN_BACK.fullmatch(one) for one in clauses) and turn.memory.topic in _SEATS
    if not mistaken or len(meant) != 1 or asks(meant[0]) or not _MONTH.search(meant[0]):
        return turn
    return replace(turn, text=meant[0], intent=INFORM)


def _corrects(rest: str) -> bool:
    """噢不对，翻了下准考证，是四级: besides the correction only what it is known from is told."""
    clauses = [one for one in _COMMAS.split(rest) if one]
    taken_back = clauses and _TAKEN_BACK.fullmatch(clauses[0])
    others = [one for one in clauses[1:] if not _ASIDE.fullmatch(one)]
    return bool(taken_back) and len(others) == 1 and bool(_LOOKED.search(others[0])) and not asks(others[0])


def _without_source(library: Library, text: str) -> str:
    """The correction without what it is known from, whose words (准考证) ask for nothing."""
    kept = [one for one in _COMMAS.split(text) if not _LOOKED.search(one) or entities_of(library, one)]
    return "，".join(kept)


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


def _with_beginning(desk: Desk, turn: Turn, text: str) -> str:
    """AI五级 names the one occupation that begins so and has levels; a mere AI does in a talk about another occupation."""
    memory = turn.memory
    if names_the_exam(text) or tells_of_the_exam(turn, programme_name(desk.library)):
        return text  # its science of that name has levels of its own
    match = _SHORT_AT_LEVEL.search(text)
    about = memory.occupation or memory.organisation
    if match is None and about and _BEGINNING not in about:
        match = _SHORT_IN_TALK.search(text)
    if match is None or _within_a_name(desk.library, text, match.span()):
        return text
    lexicon = desk.library.lexicon
    begun = [one for one in lexicon.occupations if one.name.startswith(_BEGINNING)]
    name = _single(
        one.name
        for one in begun
        if any(
            entry.levels
            for entry in directory(desk.library, Subject(occupation=lexicon.occupation(one.name)), turn.as_of)
        )
    )
    if name is None or name == memory.occupation:
        return text
    return f"{text[: match.start()]}{name}{text[match.end() :]}"


def _within_a_name(library: Library, text: str, span: tuple[int, int]) -> bool:
    return any(
        one["start"] < span[1] and span[0] < one["end"]
        for one in entities_of(library, text)
        if one["entity"] != "level"
    )


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
        examining = _single(name for name in names if assesses(library, name, occupation))
        if examining or new.occupation:
            return examining
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
