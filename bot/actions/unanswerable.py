"""What is told before any answer is looked for: that the question is outside, or that no notice states such things."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers import outside
from bot.actions.answers.claims.judged import with_claim_judged
from bot.actions.answers.claims.words import states
from bot.actions.answers.programme.talk import asks_to_change, in_programme
from bot.actions.answers.said_by_some import answer_by_some, sort_stated_by_some
from bot.actions.answers.silent.matters import answer_matters, matters_asked
from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.roster.corrections import puts_right
from bot.actions.roster.shares import sum_goes_on
from bot.actions.several.words import asked_for
from bot.actions.turn import INFORM, Memory, Turn, subject_of
from knowledge.subject import Subject

_UNPLACED = ("search", "out_of_scope")  # no question of the field, by its words
_COMPARES = re.compile(r"比|哪个|还是")


def outside_or_silent(desk: Desk, turn: Turn, asked: bool) -> tuple[Reply, Memory] | None:
    """The reply to what is outside or unstated, and what is remembered; None for all else.

    `asked` tells that the message is a question, whatever small talk it was taken for.
    """
    return _outside(desk, turn, asked) or _silent(desk, turn)


def _outside(desk: Desk, turn: Turn, asked: bool) -> tuple[Reply, Memory] | None:
    if turn.mentioned.affair and turn.intent in _UNPLACED:
        turn = replace(turn, mentioned=replace(turn.mentioned, outside=turn.mentioned.affair))
    if turn.mentioned.outside and not _changes_for_programme(desk, turn) and not _compares(desk, turn):
        return outside.answer_outside_name(desk, turn, Subject()), outside.memory_outside(desk, turn)
    if turn.mentioned.strange_organisation and asked and not in_programme(desk, turn):
        return outside.answer_strange_organisation(desk, turn, Subject()), turn.memory
    if outside.asks_of_foreign(desk, turn):
        return outside.answer_foreign(desk, turn, Subject()), turn.memory
    return None


def _silent(desk: Desk, turn: Turn) -> tuple[Reply, Memory] | None:
    if outside.is_nothing_of_ours(turn) or (puts_right(turn.text) and sum_goes_on(desk.library, turn)):
        return None
    turn = _of_whom_now(turn)
    if silent := matters_asked(desk, turn):
        reply, memory = answer_matters(desk, turn, silent)
        subject = subject_of(desk.library.lexicon, memory)
        judged = with_claim_judged(desk, turn, subject, turn.intent, reply) if states(turn.text) else reply
        return judged, memory
    if partly := sort_stated_by_some(desk, turn):
        return answer_by_some(desk, turn, partly)
    return None


def _of_whom_now(turn: Turn) -> Turn:
    """训练师四级, after 学生有没有优惠 of nobody: the question asked again, of whom is told now."""
    memory, new = turn.memory, turn.mentioned
    known = memory.topic or memory.occupation or memory.organisation
    named = (new.occupation or new.organisation) and not new.situation.told
    if known or not named or memory.asked is None or turn.intent != INFORM or asked_for(turn.text):
        return turn
    return replace(turn, text=memory.asked, intent=_UNPLACED[0])


def _compares(desk: Desk, turn: Turn) -> bool:
    """Whether another examination only stands beside one of ours in what no notice states (跟软考比哪个难)."""
    beside = turn.mentioned.occupation is not None and not turn.mentioned.elsewhere
    return beside and bool(_COMPARES.search(turn.text)) and bool(matters_asked(desk, turn))


def _changes_for_programme(desk: Desk, turn: Turn) -> bool:
    """Whether another examination is only what somebody has who asks about a programme's certificate."""
    name = turn.mentioned.occupation
    return name is not None and bool(desk.library.programmes(name)) and asks_to_change(turn)
