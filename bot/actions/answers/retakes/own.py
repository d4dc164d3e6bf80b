"""A person's own retake: what is still to be asked for it, what was understood, and why something is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.actions.answers.retakes.aspects import Aspect
from bot.actions.answers.retakes.dates import spoken_span
from bot.actions.answers.retakes.parts import Part
from bot.actions.choices import said_by_button
from bot.actions.form.asking import asking, changing_named
from bot.actions.form.retake_inputs import DAY, EXACT_DAY, LEVEL, OCCUPATION
from bot.actions.passed_dates import Passed
from bot.actions.reply import Computed, QuickReply, Reply
from bot.actions.turn import RETAKE, Turn
from knowledge.models import LEVEL_NAMES
from knowledge.subject import Subject

_WHO = re.compile(r"我|咱|本人|俺|阿拉|儿子|女儿|孩子|老公|老婆|朋友|同事|同学")
_MODULE = r"(?:理论|操作|实操|技能|综合评审|(?:一|单|有)[门科]|另外?一[门科])"
_PASSED = re.compile(
    r"(?<![没未不有])(?:考过|过了|过的|通过了?|合格|及格)(?!期)|(?:理论|操作|实操)过(?=[,，没操实理])"
)
_FAILED = re.compile(
    rf"{_MODULE}[^,，。；;？?]{{0,6}}(?:[没未](?:有)?(?:考)?(?:过(?!期)|通过|合格|及格)|不(?:合格|及格)|挂)"
)
_STILL = re.compile(
    r"我[^,，。]{0,8}(?:成绩|理论|操作|实操|那门)[^,，。]{0,6}(?:还|过期[了没]|有没有(?:过期|失效)|在不在|作废了|失效了)"
)
_SUPPOSED = re.compile(r"如果|要是|假如|万一|假设|的话|一般|规定|政策|是不是说")
# Of these the day of passing decides.
_DECIDED_BY_DAY = ("keep", "allowed", "expired", "when", "which", "how")
PRICE_ASKED = "补考多少钱"


def is_own(text: str) -> bool:
    """Whether somebody speaks of a paper that they passed, and not of the rule."""
    if _SUPPOSED.search(text):
        return False
    passed, failed = bool(_PASSED.search(text)), bool(_FAILED.search(text))
    return bool(_STILL.search(text)) or (passed and failed) or (bool(_WHO.search(text)) and (passed or failed))


@dataclass(frozen=True)
class Case:
    """What an answer on retakes was given for. `turn` asks the question, whatever message replied to it."""

    turn: Turn
    subject: Subject
    aspect: Aspect
    passed: Passed | None
    levels: tuple[int, ...]
    priced: bool


def asked_of(case: Case, parts: Sequence[Part]) -> str | None:
    """The input that is asked for next; empty where the answer needs nothing more, None where it is about the rule."""
    if case.aspect.name not in _DECIDED_BY_DAY:
        return None if case.passed is None else ""
    form = case.turn.memory.form
    skipped = form.skipped if form and form.topic == RETAKE else ()
    own = case.turn.question is not None or is_own(case.turn.text)
    if case.passed is None:
        return (DAY if DAY not in skipped else "") if own else None
    if any(one.by_day for part in parts for one in part.told) and EXACT_DAY not in skipped:
        return EXACT_DAY
    return OCCUPATION if own and OCCUPATION not in skipped and _differs_by_notice(case, parts) else ""


def _differs_by_notice(case: Case, parts: Sequence[Part]) -> bool:
    """Whether nobody said whose examination it was, and the windows that are left depend on it."""
    unnamed = case.subject.occupation is None and case.subject.organisation is None
    still = all(one.valid for part in parts for one in part.told)
    return unnamed and len(parts) > 1 and still and case.aspect.windows


def with_question(reply: Reply, case: Case, asks: str | None, occupations: Sequence[str]) -> Reply:
    """The reply with what it asks for, or with the buttons by which something is told anew."""
    if asks is None or asks == LEVEL:  # the levels that are offered are its own buttons
        return reply.model_copy(update={"asks": asks})
    *others, last = reply.messages
    text, buttons = last.text, asking(asks, occupations if asks == OCCUPATION else ()) if asks else _buttons(case)
    if asks == OCCUPATION:
        text += "\n各家能报的时间和补考费不一样。您考的是哪个职业（工种）？"
    asked = last.model_copy(update={"text": text, "quick_replies": (*last.quick_replies, *buttons)})
    return reply.model_copy(update={"messages": (*others, asked), "asks": asks})


def summary(case: Case) -> tuple[list[str], list[Computed]]:
    """What was understood, above the conclusion of a talk in which it was asked for or put right."""
    if case.turn.question is None or case.passed is None:
        return [], []
    level = LEVEL_NAMES[case.levels[0]] if len(case.levels) == 1 else ""
    name = case.subject.occupation.name if case.subject.occupation else ""
    where = case.subject.organisation.name if case.subject.organisation else ""
    did = "没过" if case.passed.failed else "通过"
    parts = [where, f"{name}{level}", f"{spoken_span(case.passed.first, case.passed.last)}{did}"]
    said = "，".join(filter(None, parts))
    told = Computed(text=said, explanation="您在对话里说的情况；说错了可以直接改，例如“不对，是……”")
    return [f"我了解到的情况：{said}。"], [told]


def _buttons(case: Case) -> tuple[QuickReply, ...]:
    """What was told can be told anew; the price is one step away where it was not asked for."""
    told = {"通过时间": case.passed, "等级": case.levels, "职业": case.subject.occupation}
    price = () if case.priced else (said_by_button(PRICE_ASKED),)
    return (*price, *changing_named(name for name, value in told.items() if value))


def asking_turn(turn: Turn) -> Turn:
    """The turn that asked, where the message replies to what was asked back."""
    return replace(turn, text=turn.question) if turn.question else turn
