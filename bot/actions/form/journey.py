"""Before and after an answer while a form is open: bare replies, ways around a question, and the way back to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.actions.choices import quick_reply
from bot.actions.desk import Desk
from bot.actions.follow_ups.retakes import begins_with_passing
from bot.actions.form import eligibility_inputs, words
from bot.actions.form.asking import asking
from bot.actions.form.fee_inputs import PEOPLE
from bot.actions.form.kinds import Kind, kind_of, kind_put_right, kind_to_change
from bot.actions.form.model import Form
from bot.actions.form.reading import asks_nothing
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.remarks.closing import closes
from bot.actions.reply import Reply, single
from bot.actions.roster.corrections import puts_right
from bot.actions.roster.shares import sum_goes_on, unplaced
from bot.actions.roster.words import OTHER_MATTER
from bot.actions.turn import FEES, INFORM, RETAKE, Memory, Mentioned, Turn, subject_of

_FINE = "好的。"
_MISSED = "没听懂您的意思。刚才问的是：{}"
_CHOICES = "还是没听懂。您可以点下面的选项，或者找人工："
_BACK = "回到刚才的问题：{}"
_WHICH = "分不清您改的是哪一部分，请把正考、补考各几个人重新说一遍："
_MOST_MISSED = 2
_NOT_UNDERSTOOD = ("no_answer", "clarification")
_NOISE = re.compile(r"(?:(.{1,2})\1+|(.)\2*|[啊嗯哦噢额呃哈嘿唉诶欸喔嘛呢])[\s,。!?？~]*")
_LONGEST = 200  # characters of the question that are kept


@dataclass(frozen=True)
class Heard:
    """The turn as the form understands it, or what is said at once with the memory after it."""

    turn: Turn
    reply: Reply | None = None
    memory: Memory | None = None


def hear(desk: Desk, turn: Turn) -> Heard:
    """Understand a message to an open form, or one that changes what was told."""
    said = words.stripped(turn.text)
    if match := words.CHANGES.fullmatch(said):
        return _change(desk, turn, match.group(1))
    if words.leaves_aside(said):
        turn = replace(turn, memory=replace(turn.memory, form=None))
    form = turn.memory.form
    kind = kind_of(form.topic) if form else None
    if form is None or kind is None:
        if (done := kind_of(turn.memory.topic)) and done.rereads is False and words.gives_up(said):
            return Heard(turn, single("cancelled", done.cancelled), replace(turn.memory, topic=None))
        return _gone_on(desk, turn)
    if words.gives_up(said):
        return Heard(turn, single("cancelled", kind.cancelled), replace(turn.memory, form=None, topic=None))
    if words.ASKS_WHY.search(said):
        subject = subject_of(desk.library.lexicon, _resumed(turn.memory, form))
        reply = kind.why(desk, replace(turn, memory=_resumed(turn.memory, form)), subject, form.asked)
        return Heard(turn, _asked_again(reply, form, words.INPUTS[form.asked].question), turn.memory)
    heard = words.HEARD.fullmatch(said) or said == words.SIX or closes(said)
    if heard and words.in_full(form.asked, turn.text) == turn.text:
        question = _BACK.format(words.INPUTS[form.asked].question)
        return Heard(turn, _asked_again(single("chitchat", _FINE), form, question), turn.memory)
    if words.SKIPPED.fullmatch(said) or words.names_major(form.asked, said):
        form = replace(form, skipped=(*form.skipped, form.asked))
        return Heard(_goes_on(turn, form))
    if form.asked == "major" and eligibility_inputs.names_major(said):
        return Heard(
            _goes_on(replace(turn, mentioned=Mentioned()), replace(form, skipped=(*form.skipped, form.asked)))
        )
    return Heard(_replied(desk, turn, form, kind))


def after(turn: Turn, reply: Reply, memory: Memory) -> tuple[Reply, Memory]:
    """Open, keep or close the form after an answer; another question in between leads back to it."""
    before, kind = turn.memory.form, kind_of(memory.topic)
    if memory.topic == RETAKE and reply.asks is not None:
        memory = replace(memory, question=(turn.question or turn.text)[:_LONGEST])
    same = before is not None and kind is not None and kind is kind_of(before.topic)
    asks = "" if reply.asks is None and same and turn.question is not None else reply.asks
    own = asks is not None and kind is not None
    if before and same and asks == before.asked and _tells_nothing(turn):
        return _missed(turn, before, words.INPUTS[before.asked].question)
    if own and asks:
        return reply, replace(memory, form=_opened(turn, asks, memory, reply))
    if own and before and same:
        outer = before.outer
        if outer is None:
            return reply, replace(memory, form=None)
        back = _BACK.format(words.INPUTS[outer.asked].question)
        return _asked_again(reply, outer, back), replace(memory, form=outer)
    if before is None:
        return reply, replace(memory, form=None)
    question = words.INPUTS[before.asked].question
    if _is_missed(turn, reply):
        return _missed(turn, before, question)
    kept = replace(memory, form=replace(before, missed=0))
    if reply.status in ("clarification", "handoff"):  # its own question, or somebody else, comes first
        return reply, kept
    return _asked_again(reply, before, _BACK.format(question)), kept


def is_heard(text: str) -> bool:
    """Whether a message only says that it has heard, settles something or is pleased (好的, 哪个近去哪个, 你真棒)."""
    said = words.stripped(text)
    gone = words.gives_up(said) and not words.CANCELLED.fullmatch(said)
    return (
        gone
        or closes(said)
        or any(one.fullmatch(said) for one in (words.HEARD, words.SETTLED, words.PLEASED, words.RELIEVED))
    )


def _opened(turn: Turn, asked: str, memory: Memory, reply: Reply) -> Form:
    """The form as it asks now; one of another kind that was open waits outside."""
    before, topic = turn.memory.form, str(memory.topic)
    same = before if before and kind_of(before.topic) is kind_of(topic) else None
    waiting = replace(before, outer=None) if before and same is None else None
    titles = [one.title for one in reply.messages[-1].quick_replies]
    return Form(
        asked=asked,
        skipped=same.skipped if same else (),
        organisation=memory.organisation,
        occupation=memory.occupation,
        level=memory.level,
        topic=topic,
        question=(same.question if same else None) or turn.text[:_LONGEST],
        shares=memory.shares if topic in FEES else (),
        likely=tuple(titles[: titles.index(words.SKIP)] if words.SKIP in titles else titles),
        outer=same.outer if same else waiting,
    )


def _is_missed(turn: Turn, reply: Reply) -> bool:
    """Whether nothing was understood: no answer, a question back without choices, or mere noise."""
    if turn.question is None and _NOISE.fullmatch(turn.text):
        return True
    return reply.status in _NOT_UNDERSTOOD and not reply.messages[0].quick_replies


def _tells_nothing(turn: Turn) -> bool:
    """Whether the same is asked again because the message neither tells nor asks anything."""
    named = turn.mentioned
    told = (
        turn.question is not None
        or named.occupation
        or named.organisation
        or named.levels
        or named.held_levels
        or named.situation.told
    )
    return not told and asks_nothing(turn.text) and not turn.text.startswith("/")


def _missed(turn: Turn, before: Form, question: str) -> tuple[Reply, Memory]:
    missed = replace(before, missed=before.missed + 1)
    kept = replace(turn.memory, form=missed)
    if missed.missed < _MOST_MISSED:
        text = _MISSED.format(question)
        return single("clarification", text, quick_replies=asking(before.asked, before.likely)), kept
    human = quick_reply("转人工", "ask_human")
    return single(
        "clarification", f"{_CHOICES}{question}", quick_replies=(*asking(before.asked, before.likely), human)
    ), kept


def _resumed(memory: Memory, form: Form) -> Memory:
    """The memory of what the form is about, whatever was talked of in between."""
    return replace(
        memory,
        topic=form.topic,
        organisation=form.organisation,
        occupation=form.occupation,
        level=form.level,
        shares=form.shares if form.topic in FEES else memory.shares,
        form=form,
    )


def _goes_on(turn: Turn, form: Form) -> Turn:
    """The message as a reply to the form's question."""
    return replace(
        turn, intent=form.topic, memory=_resumed(turn.memory, form), question=form.question or turn.text
    )


def _replied(desk: Desk, turn: Turn, form: Form, kind: Kind) -> Turn:
    """A reply to the question, in full; another question, and what tells nothing, stays as it is."""
    right = words.put_right(turn.text) if kind.rereads else None
    told = _saying(desk, turn, right) if right else turn
    text = words.in_full(form.asked, told.text)
    if text == told.text:
        return _goes_on(told, form) if kind.tells(told, form.asked) else turn
    told = _saying(desk, turn, text)
    if form.asked in eligibility_inputs.INPUTS:
        # A bare 四级 answers which certificate, and not which level is applied for.
        told = replace(told, mentioned=replace(told.mentioned, levels=(), held_levels=()))
    return _goes_on(told, form)


def _saying(desk: Desk, turn: Turn, text: str) -> Turn:
    """The turn as if these words had been said."""
    return replace(
        turn, text=text, mentioned=mentioned(desk.library, text, entities_of(desk.library, text), turn.as_of)
    )


def _gone_on(desk: Desk, turn: Turn) -> Heard:
    """After the conclusion, a message that adds a fact or takes one back belongs to the answer that rests on it."""
    if turn.memory.shares and puts_right(turn.text) and (intent := sum_goes_on(desk.library, turn)):
        return Heard(replace(turn, intent=intent, question=turn.text))
    right = words.put_right(turn.text)
    if right is None and (turn.memory.beside or not _adds(turn)):
        return Heard(turn)  # after several questions a name asks all of them again
    told = _saying(desk, turn, _with_people(turn, right or turn.text))
    kind = kind_put_right(turn.memory, told)
    if kind is None or (right is None and not (kind.rereads and turn.memory.topic in kind.topics)):
        return Heard(turn)
    if right is not None and FEES[0] in kind.topics and unplaced(desk.library, told):
        return _change(desk, turn, "人数", _WHICH)
    topic = turn.memory.topic if turn.memory.topic in kind.topics else kind.topics[0]
    meant = told if kind.rereads else turn
    known = turn.memory.question if topic == RETAKE else None
    memory = replace(turn.memory, topic=topic)
    return Heard(replace(meant, intent=str(topic), memory=memory, question=known or turn.text))


def _adds(turn: Turn) -> bool:
    """Whether the message may only tell something."""
    unsure = turn.intent in (INFORM, "search", "out_of_scope", turn.memory.topic)
    told = asks_nothing(turn.text) and not begins_with_passing(turn)
    beside = turn.memory.topic in FEES and OTHER_MATTER.search(turn.text)
    return unsure and told and not beside and not turn.text.startswith("/")


def _with_people(turn: Turn, text: str) -> str:
    """In a talk about a sum 6个 are people."""
    return words.in_full(PEOPLE, text) if turn.memory.topic in FEES else text


def _change(desk: Desk, turn: Turn, name: str, line: str = "") -> Heard:
    kind = kind_to_change(turn.memory, name)
    if kind is None:
        return Heard(turn)
    form = turn.memory.form
    topic = next((one for one in (form.topic if form else None, turn.memory.topic) if one in kind.topics), None)
    resumed = _resumed(turn.memory, form) if form and topic == form.topic else turn.memory
    asked = kind.asked_anew(resumed, kind.changeable[name])
    memory = kind.cleared(replace(resumed, topic=topic or kind.topics[0]), asked)
    buttons = asking(asked, kind.likely(desk, turn, memory, asked))
    reply = single("clarification", f"{line}{words.INPUTS[asked].question}", quick_replies=buttons)
    opened = _opened(turn, asked, memory, reply)
    question = form.question if form and form.topic == opened.topic else None
    question = question or (memory.question if opened.topic == RETAKE else None)
    return Heard(turn, reply, replace(memory, form=replace(opened, question=question)))


def _asked_again(reply: Reply, form: Form, line: str) -> Reply:
    *others, last = reply.messages
    again = last.model_copy(
        update={"text": f"{last.text}\n{line}", "quick_replies": asking(form.asked, form.likely)}
    )
    return reply.model_copy(update={"messages": (*others, again)})
