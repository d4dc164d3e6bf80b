"""After several questions in one message: 「那四级呢」 asks all of them again, and so does the name that was asked for."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.topic_choice import choose_topic
from bot.actions.turn import INFORM, Memory, Turn

_NOT_AGAIN = ("search",)  # what was searched for is not remembered


def turns(turn: Turn) -> list[Turn]:
    """The turn, or one for each question of the last message where it asks them again for something else.

    A question with a subject of its own does not go on with the topic of the one before it in the same message.
    """
    topics = _all_topics(turn.memory)
    if turn.goes_on and turn.intent not in (INFORM, *_NOT_AGAIN) and _names_subject(turn):
        return [replace(turn, memory=replace(turn.memory, topic=None, said=None, day=None, shares=()))]
    if len(topics) < 2 or not _asks_again(turn, topics):
        return [turn]
    return [replace(turn, intent=INFORM, memory=replace(turn.memory, topic=topic, beside=())) for topic in topics]


def remembered(turn: Turn, after: Memory) -> Memory:
    """The memory after an answer, with the topics that were asked about beside its topic."""
    before, topics = turn.memory, _all_topics(turn.memory)
    if len(topics) > 1 and _asks_again(turn, topics):
        return replace(after, beside=before.beside)
    if not turn.goes_on:
        return after if after is before else replace(after, beside=())  # small talk leaves all as it was
    same = (after.organisation, after.occupation) == (before.organisation, before.occupation)
    one_subject = same or (before.organisation, before.occupation) == (None, None)
    beside = tuple(one for one in topics if one != after.topic) if one_subject else ()
    return replace(after, beside=beside)


def _asks_again(turn: Turn, topics: tuple[str, ...]) -> bool:
    """Whether only a subject is named: in words, or by a button under a question for it."""
    new = turn.mentioned
    named = new.organisation or new.occupation or new.levels or new.code or new.year
    if not named or new.outside or new.stranger or new.strange_organisation:
        return False
    if turn.text.startswith("/"):
        return turn.intent in topics and not (turn.memory.occupation or turn.memory.organisation)
    bare = turn.intent == INFORM or turn.question is not None  # to a form that asked for the name, it is a reply
    return bare and choose_topic(turn) == turn.memory.topic


def _names_subject(turn: Turn) -> bool:
    return bool(turn.mentioned.organisation or turn.mentioned.occupation)


def _all_topics(memory: Memory) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in (*memory.beside, memory.topic) if one and one not in _NOT_AGAIN))
