"""Both of two subjects that a talk has come to: 两家个人报名分别去哪, and after a comparison 今年还剩哪个能报.

The question is asked of each, and the talk goes on about the one that it was about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.actions.desk import Desk
from bot.actions.names.understanding import entities_of
from bot.actions.people.tokens import TOGETHER
from bot.actions.references.houses import both_in_force
from bot.actions.turn import Memory, Turn
from knowledge.directory import assesses

_TWO = re.compile(
    r"(?:[这那]|她|他)?两[家边头](?:都|分别|各自)*|[这那]两个?[个种样门](?:协会|机构|证|职业|项目|考试)?(?:都|分别|各自)*|两个(?:协会|机构|证|职业|项目|考试)(?:都|分别|各自)*"
)
# 哪个能报, 哪边先考: one of the two; 哪个部门, 哪个窗口 are others.
_WHICH = re.compile(
    r"哪[个家边](?=的?(?:还|能|可|先|更|最|早|晚|近|快|开[考始放]|报|有考|没|来得及|赶得上|今年|明年|现在|补考|电话|[,，。?？\s]|$))"
)
_EACH = re.compile(r"分别|各自|各是")
# What can be asked of either by itself; a verdict goes on by a form, and a price is compared by its own answer.
_OF_EITHER = (
    "ask_application_window",
    "ask_exam_date",
    "ask_payment",
    "ask_admission_ticket",
    "ask_how_to_apply",
    "ask_results",
    "ask_certificate",
    "ask_retake",
    "ask_retake_fee",
    "ask_phone",
    "ask_address",
    "ask_office_hours",
    "ask_website",
    "ask_supervision",
)
_BOTH = 2
_LONGEST = 200  # characters of a question that are kept


@dataclass(frozen=True)
class _One:
    """One of the two: what it is, or who assesses what the talk is about."""

    occupation: str | None
    organisation: str | None


def turns(desk: Desk, turn: Turn) -> list[Turn]:
    """The question asked of each of the two; none where it is not about two, or nobody can tell which."""
    of_two, which = _TWO.search(turn.text), _WHICH.search(turn.text)
    if turn.intent not in _OF_EITHER or TOGETHER.search(turn.text):
        return []
    if not (of_two or which or _EACH.search(turn.text)):
        return []
    new = turn.mentioned
    both = _named(desk, turn.text, new.occupation)
    if not both and (of_two or which) and not (new.occupation or new.organisation or new.outside or new.stranger):
        both = _compared(desk, turn.memory) or (_with_own_notices(desk, turn) if of_two else [])
    if not both and (of_two or _EACH.search(turn.text)) and not (turn.memory.occupation or new.occupation):
        both = [_One(None, one) for one in both_in_force(desk, turn)] if new.organisation is None else []
    text = _TWO.sub("", turn.text) or turn.text
    return [
        replace(
            turn,
            text=text,
            mentioned=replace(new, occupation=one.occupation, organisation=one.organisation),
            memory=replace(turn.memory, shares=(), form=None),
        )
        for one in both
    ]


def remembered(desk: Desk, turn: Turn, asked: Sequence[Turn], after: Memory) -> Memory:
    """The memory after both answers: the talk is about what it was about, and both can be asked of again."""
    before, (first, second) = turn.memory, asked
    of_houses = (
        first.mentioned.occupation in (None, second.mentioned.occupation) or not second.mentioned.occupation
    )
    named = [one.mentioned.organisation if of_houses else one.mentioned.occupation for one in (first, second)]
    kept = turn.text if _named(desk, turn.text, None) else f"{named[0]}和{named[1]}，{turn.text}"
    if before.occupation or before.organisation:
        after = replace(
            after,
            organisation=before.organisation,
            occupation=before.occupation,
            level=before.level,
            year=before.year,
        )
    return replace(after, shares=before.shares, form=before.form, asked=kept[:_LONGEST])


def _compared(desk: Desk, memory: Memory) -> list[_One]:
    """The two occupations, or the two organisations, of the last comparison."""
    told = dict.fromkeys((one.occupation, one.organisation) for one in memory.shares if one.occupation)
    if len({occupation for occupation, _ in told}) == len(told) == _BOTH:
        return [_One(occupation, organisation) for occupation, organisation in told]
    return _named(desk, memory.asked or "", memory.occupation)


def _named(desk: Desk, text: str, about: str | None) -> list[_One]:
    """The two occupations that a text names, or the two organisations, which are asked about one occupation."""
    found = entities_of(desk.library, text)
    occupations = list(dict.fromkeys(str(one["value"]) for one in found if one["entity"] == "occupation"))
    if len(occupations) == _BOTH:
        return [_One(one, None) for one in occupations]
    organisations = list(dict.fromkeys(str(one["value"]) for one in found if one["entity"] == "organisation"))
    if len(organisations) != _BOTH or len(occupations) > 1:
        return []
    ours = [about if about and assesses(desk.library, one, about) else None for one in organisations]
    return [_One(occupation, one) for occupation, one in zip(ours, organisations, strict=True)]


def _with_own_notices(desk: Desk, turn: Turn) -> list[_One]:
    """The two organisations that assess what the talk is about and have notices of their own, the one in force first."""
    occupation = turn.memory.occupation
    if occupation is None:
        return []
    issuers = dict.fromkeys(
        desk.library.issuer(holding.notice.front).name
        for _, holding in desk.library.by_status(turn.as_of)
        if holding.notice.front.kind == "organisation"
    )
    names = [one for one in issuers if assesses(desk.library, one, occupation)]
    return [_One(occupation, one) for one in names] if len(names) == _BOTH else []
