"""That one organisation alone is said to examine an occupation: all that the lists have, and whether it is so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.actions.answers.claims.words import whether
from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.turn import Turn
from knowledge.directory import directory
from knowledge.subject import Subject

# 只有江南造船能考, 只能去他们那考; and after the name 江南造船一家, 江南造船独家.
_BEFORE = re.compile(
    r"(?:只有|只能|只准|只在|只归|只由|只去|就只?有|就在|光|仅(?:有|限|能)?|唯一[^，。,]{0,8}是|除了)(?:上|去|在|找|到|由|归|是|能|上海)*$"
)
_AFTER = re.compile(r"^[^，。,？?]{0,3}(?:一家(?!吗.{0,3}别)|独家|唯一|这一家)")
_ELSE = re.compile(r"还有(?:谁|哪|别|其)")

Answer = Callable[[Desk, Turn, Subject], Reply]


def said_to_be_only(desk: Desk, turn: Turn, subject: Subject) -> str | None:
    """The organisation that the message says to be the only one for the occupation; None where it says no such thing."""
    name = turn.mentioned.organisation
    if name is None or subject.occupation is None or turn.mentioned.levels or _ELSE.search(turn.text):
        return None
    places = [one for one in desk.library.lexicon.matcher.find(turn.text) if one.value == name]
    alone = any(_BEFORE.search(turn.text[: one.start]) or _AFTER.match(turn.text[one.end :]) for one in places)
    return name if alone and whether(turn.text) else None


def only_one(desk: Desk, turn: Turn, subject: Subject, answer: Answer, name: str) -> Reply:
    """All who examine it, after a plain yes or no."""
    occupation = subject.occupation.name if subject.occupation else None
    named = replace(turn.mentioned, organisation=None, occupation=occupation)
    reply = answer(desk, replace(turn, mentioned=named), replace(subject, organisation=None, level=None))
    found = {
        one.organisation.name for one in directory(desk.library, Subject(None, subject.occupation), turn.as_of)
    }
    if reply.status != "answered" or not found:
        return reply
    said = (
        f"对，收录的通知和目录里只有{name}。"
        if found == {name}
        else f"不是，不只有{name}。"
        if name in found
        else f"不是，{name}不在里面。"
    )
    first = reply.messages[0]
    message = first.model_copy(update={"text": f"{said}\n{first.text}"})
    return reply.model_copy(update={"messages": (message, *reply.messages[1:])})
