"""The forms that there are: whose questions each asks, what belongs to it, and how it starts again.

A form serves one kind of answer (`topics`). The answer says what it still needs (`Reply.asks`); the journey asks for
it, and what is told here brings the person back to that answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.actions.answers.eligibility import eligibility
from bot.actions.answers.fees import fees
from bot.actions.answers.retakes import retakes
from bot.actions.desk import Desk
from bot.actions.form import eligibility_inputs, fee_inputs, retake_inputs
from bot.actions.form.reading import tells_fee, tells_retake, tells_situation
from bot.actions.reply import Reply
from bot.actions.situation import Situation
from bot.actions.turn import ELIGIBILITY, FEES, RETAKE, Memory, Turn, subject_of
from knowledge.fees import fees as priced
from knowledge.models import LEVEL_NAMES
from knowledge.subject import Subject

_KEPT = "您说过的情况我还记着，想接着{}，直接说“{}”就行。"


@dataclass(frozen=True)
class Kind:
    """`changeable`: what can be told anew, by name, with the input that asks for it.

    `tells`: whether a message tells something that the form asks for, and asks nothing else. `begun`: whether the
    memory holds something of it. `cleared`: the memory without what one input asks for. `why` explains an input.
    `rereads`: of 不是三级，是四级 only the latter is read (the situation has its own way with what is taken back).
    `likely`: answers to press, where the usual ones of an input do not fit. `asked_anew`: the input to ask for where one is to be changed.
    """

    topics: tuple[str, ...]
    changeable: Mapping[str, str]
    cancelled: str
    why: Callable[[Desk, Turn, Subject, str], Reply]
    tells: Callable[[Turn, str], bool]
    begun: Callable[[Memory], bool]
    cleared: Callable[[Memory, str], Memory]
    rereads: bool = True
    likely: Callable[[Desk, Turn, Memory, str], tuple[str, ...]] = lambda *_: ()
    asked_anew: Callable[[Memory, str], str] = lambda _, asked: asked


def kind_of(topic: str | None) -> Kind | None:
    """The form that serves a topic; None where none does."""
    return next((one for one in KINDS if topic in one.topics), None)


def kind_to_change(memory: Memory, name: str) -> Kind | None:
    """Whose thing of that name is meant: the open form's, that of the talk, or one that was begun."""
    own = [one for one in KINDS if name in one.changeable]
    topics = [memory.form.topic] if memory.form else []
    near = [kind for topic in (*topics, memory.topic) if (kind := kind_of(topic)) in own]
    begun = [one for one in own if one.begun(memory)]
    alone = own if len(own) == 1 else []
    return next(iter([*near, *begun, *alone]), None)


def kind_put_right(memory: Memory, turn: Turn) -> Kind | None:
    """Whose fact a message takes back, after the conclusion: that of the talk first, else one that was begun."""
    first = kind_of(memory.topic)
    ordered = [*([first] if first else []), *(one for one in KINDS if one is not first)]
    return next((one for one in ordered if one.begun(memory) and one.tells(turn, "")), None)


def _without_situation(memory: Memory, asked: str) -> Memory:
    fields = next(fields for fields, name in eligibility_inputs.CHANGEABLE.values() if name == asked)
    cleared = Situation.model_validate({**memory.situation.__dict__, **dict.fromkeys(fields)})
    return replace(memory, situation=cleared)


def _without_name(memory: Memory, asked: str) -> Memory:
    """What organisation and occupation the talk is about can be changed in every form that names them."""
    if asked == retake_inputs.OCCUPATION:
        return replace(memory, occupation=None, organisation=None)
    return replace(memory, organisation=None) if asked == retake_inputs.ORGANISATION else memory


def _without_retake(memory: Memory, asked: str) -> Memory:
    if asked == retake_inputs.DAY:
        return replace(memory, passed=None)
    return replace(memory, level=None) if asked == retake_inputs.LEVEL else _without_name(memory, asked)


def _offered(desk: Desk, turn: Turn, memory: Memory, asked: str) -> tuple[str, ...]:
    """The levels, or the occupations, that something is charged for."""
    subject = subject_of(desk.library.lexicon, memory)
    found = priced(desk.library, replace(subject, level=None, year=None), turn.as_of)
    if asked == retake_inputs.OCCUPATION:
        return tuple(dict.fromkeys(one.occupation.name for one in found))
    levels = sorted({one.level for one in found}, reverse=True) if asked == fee_inputs.LEVELS else ()
    return tuple(LEVEL_NAMES[one] for one in levels)


def _shares_anew(memory: Memory, asked: str) -> str:
    """Of several shares nobody can tell which is meant: they are told anew."""
    return fee_inputs.LEVELS if len(memory.shares) > 1 and asked in fee_inputs.INPUTS else asked


def _without_share(memory: Memory, asked: str) -> Memory:
    shares = memory.shares
    if len(shares) > 1 and asked in fee_inputs.INPUTS:  # all are told anew
        topic = "ask_retake_fee" if all(one.retake for one in shares) else "ask_fee"
        return replace(memory, shares=(), level=None, topic=topic)
    if asked == fee_inputs.PEOPLE:
        return replace(memory, shares=tuple(replace(one, people=None) for one in shares))
    if asked == fee_inputs.LEVELS:
        return replace(memory, shares=tuple(replace(one, level=None) for one in shares), level=None)
    if asked == fee_inputs.MODULES:
        return replace(memory, shares=tuple(replace(one, modules=(), module_count=None) for one in shares))
    return _without_name(memory, asked)


KINDS = (
    Kind(
        topics=(ELIGIBILITY,),
        changeable={name: asked for name, (_, asked) in eligibility_inputs.CHANGEABLE.items()},
        cancelled="好的，先不判断了。" + _KEPT.format("判断", "能考几级"),
        why=eligibility.answer_why,
        tells=tells_situation,
        begun=lambda memory: memory.situation.told,
        cleared=_without_situation,
        rereads=False,
    ),
    Kind(
        topics=(RETAKE,),
        changeable=retake_inputs.CHANGEABLE,
        cancelled="好的，先不算了。" + _KEPT.format("问", "还能补考吗"),
        why=retakes.answer_why,
        tells=tells_retake,
        begun=lambda memory: memory.passed is not None,
        cleared=_without_retake,
        likely=_offered,
    ),
    Kind(
        topics=FEES,
        changeable=fee_inputs.CHANGEABLE,
        cancelled="好的，先不算了。想再算的时候，告诉我几个人、考几级就行。",
        why=fees.answer_why,
        tells=tells_fee,
        begun=lambda memory: any(not one.aside for one in memory.shares) or memory.topic in FEES,
        cleared=_without_share,
        likely=_offered,
        asked_anew=_shares_anew,
    ),
)
