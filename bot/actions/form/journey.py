"""Before and after an answer while a form is open: bare replies, ways around a question, and the way back to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.actions.answers.eligibility import answer_why
from bot.actions.choices import quick_reply
from bot.actions.desk import Desk
from bot.actions.follow_ups.eligibility import OTHER_MATTER
from bot.actions.form import words
from bot.actions.form.asking import asking
from bot.actions.form.model import Form
from bot.actions.reply import Reply, single
from bot.actions.situation import Situation
from bot.actions.turn import ELIGIBILITY, Memory, Turn, subject_of
from bot.actions.understanding import entities_of, mentioned

CANCELLED = "好的，先不判断了。您说过的情况我还记着，想接着判断，直接说“能考几级”就行。"
_MISSED = "没听懂您的意思。刚才问的是：{}"
_CHOICES = "还是没听懂。您可以点下面的选项，或者找人工："
_BACK = "回到刚才的问题：{}"
_MOST_MISSED = 2
_NOT_UNDERSTOOD = ("no_answer", "clarification")


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
        return _change(turn, match.group(1))
    form = turn.memory.form
    if form is None:
        return Heard(turn)
    if words.CANCELLED.fullmatch(said):
        return Heard(turn, single("cancelled", CANCELLED), replace(turn.memory, form=None))
    if words.ASKS_WHY.search(said):
        subject = subject_of(desk.library.lexicon, _resumed(turn.memory, form))
        reply = answer_why(desk, turn, subject, form.asked)
        return Heard(turn, _asked_again(reply, form.asked, words.INPUTS[form.asked].question), turn.memory)
    if words.SKIPPED.fullmatch(said):
        form = replace(form, skipped=(*form.skipped, form.asked))
        return Heard(replace(turn, intent=ELIGIBILITY, memory=_resumed(turn.memory, form)))
    return Heard(_replied(desk, turn, form))


def after(turn: Turn, reply: Reply, memory: Memory) -> tuple[Reply, Memory]:
    """Open, keep or close the form after an answer; another question in between leads back to it."""
    before = turn.memory.form
    if reply.asks:
        form = Form(
            asked=reply.asks,
            skipped=before.skipped if before else (),
            organisation=memory.organisation,
            occupation=memory.occupation,
            level=memory.level,
        )
        return reply, replace(memory, form=form)
    if before is None or reply.asks is not None:
        return reply, replace(memory, form=None)
    question = words.INPUTS[before.asked].question
    if reply.status in _NOT_UNDERSTOOD and not reply.messages[0].quick_replies:
        missed = replace(before, missed=before.missed + 1)
        kept = replace(turn.memory, form=missed)
        if missed.missed < _MOST_MISSED:
            text = _MISSED.format(question)
            return single("clarification", text, quick_replies=asking(before.asked)), kept
        human = quick_reply("转人工", "ask_human")
        return single("clarification", f"{_CHOICES}{question}", quick_replies=(*asking(before.asked), human)), kept
    kept = replace(memory, form=replace(before, missed=0))
    if reply.status == "clarification":  # its own question comes first
        return reply, kept
    return _asked_again(reply, before.asked, _BACK.format(question)), kept


def _resumed(memory: Memory, form: Form) -> Memory:
    """The memory of the application that is being judged, whatever was talked of in between."""
    return replace(
        memory,
        topic=ELIGIBILITY,
        organisation=form.organisation,
        occupation=form.occupation,
        level=form.level,
        form=form,
    )


def _replied(desk: Desk, turn: Turn, form: Form) -> Turn:
    """A reply to the question, in full; another question, and what tells nothing, stays as it is."""
    text = words.in_full(form.asked, turn.text)
    if text == turn.text:
        told = turn.mentioned.situation.told and not OTHER_MATTER.search(turn.text)
        resumed = told and turn.memory.topic != ELIGIBILITY
        return replace(turn, memory=_resumed(turn.memory, form), intent=ELIGIBILITY) if resumed else turn
    named = mentioned(desk.library, text, entities_of(desk.library, text), turn.as_of)
    # A bare 四级 answers which certificate, and not which level is applied for.
    named = replace(named, levels=(), held_levels=())
    return replace(turn, text=text, intent=ELIGIBILITY, mentioned=named, memory=_resumed(turn.memory, form))


def _change(turn: Turn, name: str) -> Heard:
    fields, asked = words.CHANGEABLE[name]
    cleared = Situation.model_validate({**turn.memory.situation.__dict__, **dict.fromkeys(fields)})
    memory = replace(turn.memory, situation=cleared, topic=ELIGIBILITY)
    reply = single("clarification", words.INPUTS[asked].question, quick_replies=asking(asked))
    form = Form(asked, (), 0, memory.organisation, memory.occupation, memory.level)
    return Heard(turn, reply, replace(memory, form=form))


def _asked_again(reply: Reply, asked: str, line: str) -> Reply:
    *others, last = reply.messages
    again = last.model_copy(update={"text": f"{last.text}\n{line}", "quick_replies": asking(asked)})
    return reply.model_copy(update={"messages": (*others, again)})
