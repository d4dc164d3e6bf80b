"""What is settled before any topic is looked at: words that several occupations share, numbers, other matters."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.beside import answer_beside, asks_beside, memory_beside
from bot.actions.answers.catalogue_organisations import settle_association, settle_reference
from bot.actions.answers.programme_talk import settle_programme
from bot.actions.answers.registration import settle_number
from bot.actions.choices import MOST, asked_by_button, quick_reply
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.topic_choice import choose_topic
from bot.actions.turn import INFORM, Memory, Turn
from bot.actions.wording import joined
from knowledge.directory import assesses

_SMALL_TALK = ("greet", "thank", "goodbye", "capabilities")
_PARTICLES = re.compile(r"[\s，。？！,.?!]|那|呢|吧|吗|呀|啊|的|证书?|考")
_FRAGMENT = 2
_LONGEST_PIECE = 4


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
    if shared is None:
        return _picked(desk, turn), None
    if turn.mentioned.occupation or turn.memory.occupation in shared.names:
        return turn, None
    if turn.memory.topic and not asks_about(turn, shared.word):
        return turn, None
    whose = turn.mentioned.organisation
    own = [name for name in shared.names if whose and assesses(desk.library, whose, name)]
    if len(own) == 1:
        return _about(turn, own[0]), None
    meant = own or list(shared.names)
    asked = turn if len(meant) > 1 else _about(turn, meant[0])
    return asked, _question(turn, shared.word, meant)


def _about(turn: Turn, occupation: str) -> Turn:
    return replace(turn, mentioned=replace(turn.mentioned, occupation=occupation, stranger=None))


def _picked(desk: Desk, turn: Turn) -> Turn:
    """A piece of one name only, of those that shared words stand for, after a question that named no occupation.

    What was asked back is not remembered as such; a piece that several of these names have in common settles nothing.
    """
    waiting = turn.memory.topic and not turn.memory.occupation
    if waiting and turn.mentioned.occupation and turn.intent == "out_of_scope":
        return replace(turn, intent="search")  # the name that was asked for is no stranger's talk
    named = turn.mentioned.occupation or turn.mentioned.organisation or turn.mentioned.levels
    piece = _PARTICLES.sub("", turn.text)
    if not waiting or named or not 2 <= len(piece) <= _LONGEST_PIECE:
        return turn
    fitting = [name for name in desk.library.lexicon.shared_names if piece in name]
    return replace(_about(turn, fitting[0]), intent=INFORM) if len(fitting) == 1 else turn


def asks_about(turn: Turn, word: str) -> bool:
    """Whether the message asks about the word; a fragment must be hardly more than it (「护理员呢」)."""
    if turn.intent != INFORM:
        return True
    return len(_PARTICLES.sub("", turn.text.replace(word, "", 1))) <= _FRAGMENT


def memory_of_question(turn: Turn) -> Memory:
    """What was talked about before is left; what was asked is kept for the name that comes next.

    A word that can mean one occupation only is taken for it in what follows.
    """
    if asks_beside(turn):
        return memory_beside(turn)
    topic = choose_topic(turn)
    kept = topic if topic and topic != "search" else turn.memory.topic or asked_by_button(topic)
    return replace(turn.memory, occupation=turn.mentioned.occupation, level=None, topic=kept)


def _question(turn: Turn, word: str, names: list[str]) -> Reply:
    beside = {"level": str(turn.mentioned.levels[0])} if turn.mentioned.levels else {}
    if turn.mentioned.organisation:
        beside["organisation"] = turn.mentioned.organisation
    intent = asked_by_button(choose_topic(turn))
    buttons = tuple(quick_reply(name, intent, occupation=name, **beside) for name in names[:MOST])
    which = "是不是下面这个" if len(names) == 1 else "是下面哪一个"
    text = f"目录里没有单独叫“{word}”的职业（工种）。您问的{which}：{joined(names[:MOST])}？"
    return single("clarification", text, quick_replies=buttons)
