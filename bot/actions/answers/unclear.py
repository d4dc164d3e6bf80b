"""What is settled before any topic is looked at: words that several occupations share, numbers, other matters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.actions.answers.catalogue.assessors import describe
from bot.actions.answers.catalogue.organisations import settle_association, settle_reference
from bot.actions.answers.catalogue.registration import settle_number
from bot.actions.answers.programme.talk import settle_programme
from bot.actions.answers.silent.beside import answer_beside, asks_beside, memory_beside
from bot.actions.choices import MOST, asked_by_button, quick_reply
from bot.actions.desk import Desk
from bot.actions.names.asked_of import only_acts
from bot.actions.names.studies import is_studied
from bot.actions.reply import Reply, single
from bot.actions.several.words import asked_for
from bot.actions.situation import merged as merge_situations
from bot.actions.topic_choice import choose_topic
from bot.actions.turn import INFORM, REMARK, Memory, Turn
from bot.actions.wording import joined, unique
from knowledge.directory import assesses, directory
from knowledge.models import Citation
from knowledge.subject import Subject

_SMALL_TALK = ("greet", "thank", "goodbye", "capabilities", REMARK)
_PARTICLES = re.compile(r"[\s，。？！,.?!]|[那这]个|那|呢|吧|吗|呀|啊|的|证书?|考")
_FRAGMENT = 2
_WORK_BEFORE = re.compile(
    r"[当做干](?:着|过|了|个|我的|他的|她的)?$"
)  # 我要是还是当我的保安, of who asks about another
# 那钟表呢; 对了我想先问钟表，我爸修表的
_ANOTHER = re.compile(
    r"(?:(?:那么?|对了|哦|噢|还有|换成?|回来|再|先|我|想|要|说说?|问(?:问|一?下)?|讲讲?|看看?|[,，])*(?:问(?:问|一?下)?|说说?|讲讲?|看看?)|那么?|换成?|还有)"
    r"(?P<piece>[一-鿿]{2,4}?)(?:的|类|这?方面|那块|这块|那个|那种|的话)*(?:呢|[,，。].{0,10}|$)[？?。]?$"
)
_OF_MANY = frozenset(("企业", "职业", "网络", "计算", "计算机", "互联", "互联网", "智能", "劳动", "呼叫", "信息"))
_LONGEST_PIECE = 4
_CATALOGUE = "ask_catalogue"
_FEW = 3  # occupations of which all is told rather than one asked for


def settle(desk: Desk, turn: Turn) -> tuple[Turn, Reply | None]:
    """The turn, or what is to be said before any topic is looked at.

    A shared word is asked back, unless an organisation named beside it leaves one occupation only or the talk so far
    is about one of them. A fragment (「养老的」) may settle the question asked back.
    """
    if turn.intent in _SMALL_TALK:
        return turn, None
    if asks_beside(turn):
        return turn, answer_beside(turn)
    turn = settle_programme(desk, settle_association(desk, settle_reference(settle_number(desk, turn))))
    shared = desk.library.lexicon.ambiguity(turn.text)
    if shared is None or is_studied(turn.text, shared.word) or only_acts(turn.text, shared.word):
        return _picked(desk, turn)
    if turn.mentioned.occupation or turn.memory.occupation in shared.names:
        return turn, None
    if turn.memory.topic and not asks_about(turn, shared.word):
        return turn, None
    if turn.memory.occupation and _WORK_BEFORE.search(turn.text[: turn.text.find(shared.word)]):
        return turn, None
    whose = turn.mentioned.organisation
    own = [name for name in shared.names if whose and assesses(desk.library, whose, name)]
    if len(own) == 1:
        return _about(turn, own[0]), None
    meant = own or list(shared.names)
    asked = turn if len(meant) > 1 else _about(turn, meant[0])
    return asked, _question(desk, turn, shared.word, meant)


def _about(turn: Turn, occupation: str) -> Turn:
    return replace(turn, mentioned=replace(turn.mentioned, occupation=occupation, stranger=None))


def _picked(desk: Desk, turn: Turn) -> tuple[Turn, Reply | None]:
    """A piece of one name only, after a question that named no occupation; of several names, which is meant.

    What was asked back is not remembered as such; of the names that shared words stand for a piece settles one.
    """
    waiting = turn.memory.topic and not turn.memory.occupation
    if waiting and turn.mentioned.occupation and turn.intent == "out_of_scope":
        return replace(turn, intent="search"), None  # the name that was asked for is no stranger's talk
    if begun := _begun(desk, turn):
        return replace(_about(turn, begun), intent=INFORM), None
    named = turn.mentioned.occupation or turn.mentioned.organisation or turn.mentioned.levels
    piece = _PARTICLES.sub("", turn.text)
    if not waiting or named or not 2 <= len(piece) <= _LONGEST_PIECE:
        return turn, None
    lexicon = desk.library.lexicon
    fitting = [name for name in lexicon.shared_names if piece in name]
    if len(fitting) != 1 and turn.intent in (INFORM, "search", "out_of_scope"):
        fitting = [one.name for one in lexicon.occupations if piece in one.name]
        fitting = _at_the_level(desk, turn, fitting) or fitting
        if 1 < len(fitting) <= MOST:
            return turn, _question(desk, turn, piece, fitting)
    return (replace(_about(turn, fitting[0]), intent=INFORM) if len(fitting) == 1 else turn), None


def _at_the_level(desk: Desk, turn: Turn, names: list[str]) -> list[str]:
    """Those of several occupations that somebody assesses now at the level talked of."""
    if turn.memory.level is None:
        return []
    about = [Subject(occupation=desk.library.lexicon.occupation(one), level=turn.memory.level) for one in names]
    return [
        one.occupation.name
        for one in about
        if one.occupation and any(each.status == "current" for each in directory(desk.library, one, turn.as_of))
    ]


def _begun(desk: Desk, turn: Turn) -> str | None:
    """The one occupation whose name a fragment begins (那钟表呢, 我想先问钟表), after a talk of another."""
    new, match = turn.mentioned, _ANOTHER.match(turn.text)
    named = new.occupation or new.organisation or new.code or new.stranger or new.outside
    if not turn.memory.topic or named or match is None or match["piece"] in _OF_MANY:
        return None
    lexicon, piece = desk.library.lexicon, match["piece"]
    fitting = {lexicon.base_name(one.name) for one in lexicon.occupations if one.name.startswith(piece)}
    known = {one.name for one in lexicon.occupations}
    return fitting.pop() if len(fitting) == 1 and fitting <= known else None


def asks_about(turn: Turn, word: str) -> bool:
    """Whether the message asks about the word; a fragment must be hardly more than it (「护理员呢」)."""
    if turn.intent != INFORM:
        return True
    return len(_PARTICLES.sub("", turn.text.replace(word, "", 1))) <= _FRAGMENT


def memory_of_question(turn: Turn) -> Memory:
    """What was talked about before is left; what was asked, and told of oneself, is kept for the name that comes next.

    A word that can mean one occupation only is taken for it in what follows.
    """
    if asks_beside(turn):
        return memory_beside(turn)
    topic = choose_topic(turn)
    kept = topic if topic and topic != "search" else turn.memory.topic or asked_by_button(topic)
    told = merge_situations(turn.memory.situation, turn.mentioned.situation)
    return replace(turn.memory, occupation=turn.mentioned.occupation, level=None, topic=kept, situation=told)


def _question(desk: Desk, turn: Turn, word: str, names: list[str]) -> Reply:
    beside = {"level": str(turn.mentioned.levels[0])} if turn.mentioned.levels else {}
    if turn.mentioned.organisation:
        beside["organisation"] = turn.mentioned.organisation
    intent = asked_by_button(choose_topic(turn))
    buttons = tuple(quick_reply(name, intent, occupation=name, **beside) for name in names[:MOST])
    which = "是不是下面这个" if len(names) == 1 else "是下面哪一个"
    text = f"目录里没有单独叫“{word}”的职业（工种）。您问的{which}：{joined(names[:MOST])}？"
    only_who = asked_for(turn.text) <= {"where"} and not turn.mentioned.organisation
    if intent == _CATALOGUE and only_who and len(names) <= _FEW:
        told, citations = _of_each(desk, turn, names)
        return single("partial", f"{text}\n{told}", citations=unique(citations), quick_replies=buttons)
    return single("clarification", text, quick_replies=buttons)


def _of_each(desk: Desk, turn: Turn, names: Sequence[str]) -> tuple[str, list[Citation]]:
    """Who examines each of a few that may be meant: told at once, for that is short."""
    texts, citations = [], list[Citation]()
    for name in names:
        about = Subject(occupation=desk.library.lexicon.occupation(name))
        text, cited = describe(desk, turn, directory(desk.library, about, turn.as_of), by_occupation=True)
        texts.append(text)
        citations += cited
    return "\n".join(filter(None, texts)), citations
