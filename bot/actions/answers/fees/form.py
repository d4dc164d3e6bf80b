"""The form's side of a sum of fees: what is asked next, likely answers, and what can be changed afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.answers.fees.sums import Bill, summary
from bot.actions.choices import ask_occupation
from bot.actions.form.asking import asking, changing_named
from bot.actions.form.fee_inputs import LEVELS
from bot.actions.form.retake_inputs import OCCUPATION
from bot.actions.people.counted import Share
from bot.actions.reply import Reply, single
from bot.actions.turn import FEES, Turn
from knowledge.fees import Fee
from knowledge.models import LEVEL_NAMES
from knowledge.subject import Subject

_WHICH = "分不清您改的是哪一部分。请说全：是哪个职业、原来考几级、有几个人、改成什么。"


def skipped(turn: Turn) -> tuple[str, ...]:
    """What the person said they cannot tell."""
    form = turn.memory.form
    return form.skipped if form and form.topic in FEES else ()


def which_occupation(turn: Turn, offered: Sequence[str], shares: Sequence[Share]) -> Reply:
    """Ask which occupation is meant; of a sum as a form, so that the way back is kept."""
    reply = ask_occupation("收费按职业和等级不同。请问您问的是哪个职业（工种）？", turn.intent, list(offered))
    return reply.model_copy(update={"asks": OCCUPATION}) if shares and OCCUPATION not in skipped(turn) else reply


def which_share(shares: Sequence[Share], subject: Subject) -> Reply:
    """Ask whom a change is of, with what was understood so far."""
    line = summary(shares, subject)
    return single("clarification", f"{line.text}{_WHICH}", computed=line.computed)


def with_question(reply: Reply, found: Sequence[Fee], shares: Sequence[Share], bills: Sequence[Bill]) -> Reply:
    """The reply with what the sum still needs, or with the buttons by which something is told anew."""
    if not shares:
        return reply
    asks = next((one for each in bills for one in each.asks), "")
    offered = dict.fromkeys(LEVEL_NAMES[one.level] for one in sorted(found, key=lambda one: -one.level))
    buttons = asking(asks, offered if asks == LEVELS else ()) if asks else changing_named(_changeable(shares))
    *others, last = reply.messages
    asked = last.model_copy(update={"quick_replies": (*last.quick_replies, *buttons)})
    return reply.model_copy(update={"messages": (*others, asked), "asks": asks})


def _changeable(shares: Sequence[Share]) -> list[str]:
    """Modules only of retakes."""
    return ["人数", "等级", "职业", *(["科目"] if any(one.retake for one in shares) else [])]
