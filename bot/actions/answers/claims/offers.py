"""That an organisation examines an occupation at a level, where its own notice in force does not."""

from __future__ import annotations

import re

from bot.actions.answers.claims.words import claims
from bot.actions.desk import Desk
from bot.actions.turn import Turn
from bot.actions.wording import levels
from knowledge.directory import directory
from knowledge.models import Citation
from knowledge.subject import Subject

_OFFERS = re.compile(r"[能可]以?(?:报)?考|开(?:了|设|展|考)?|有|报|评|发|办|搞")

_ANEW = re.compile(
    r"放(?:出来|开)了?|新(?:增|开|设|加)|增(?:加|开|设)|开(?:了|放|出来|考|始考)|恢复|重开|上线|也(?:有|开|考)了?"
)


def claims_offer(text: str) -> bool:
    """Whether it puts forward that levels are examined anew (二级也放出来了), whatever is told of oneself beside it."""
    return _ANEW.search(text) is not None and claims(text)


def offer_verdict(desk: Desk, turn: Turn, subject: Subject, topic: str) -> tuple[str, tuple[Citation, ...]]:
    """不是，… and the rows that tell; empty where no level was named, or nothing in force tells."""
    if (
        topic != "ask_catalogue"
        or not turn.mentioned.levels
        or subject.occupation is None
        or not _OFFERS.search(turn.text)
    ):
        return "", ()
    asked = turn.mentioned.levels[0]
    known = directory(desk.library, Subject(subject.organisation, subject.occupation), turn.as_of)
    own = [one for one in known if one.status == "current"]
    if not own:
        return "", ()
    if any(asked in one.levels for one in own):
        return "对，有。", ()
    offered = levels(sorted({each for one in own for each in one.levels}, reverse=True))
    rows = [cited for one in own for cited in one.citations]
    titles = [desk.library.cite_title(one, turn.as_of) for one in dict.fromkeys(each.notice_id for each in rows)]
    return f"不是，{own[0].organisation.name}只开展{offered}。", (*rows, *titles)
