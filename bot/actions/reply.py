"""The contract's Message and status, as every answer function returns them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from knowledge.models import Citation, Strict

Status = Literal[
    "answered",
    "partial",
    "clarification",
    "not_stated",
    "no_answer",
    "out_of_scope",
    "chitchat",
    "handoff",
    "cancelled",
]


class Computed(Strict):
    """A figure that was worked out, and how."""

    text: str
    explanation: str


class QuickReply(Strict):
    """A button. `payload` is opaque to clients and goes back as it is."""

    title: str
    payload: str


class Card(Strict):
    """The answer again, structured like the endpoint of the same kind."""

    type: str
    data: Any


class Answer(Strict):
    """One message without its id; every figure in `text` stands in a citation, in `computed` or was typed."""

    text: str = Field(min_length=1)
    citations: tuple[Citation, ...] = ()
    computed: tuple[Computed, ...] = ()
    quick_replies: tuple[QuickReply, ...] = ()
    card: Card | None = None


class Reply(Strict):
    """What one turn is answered with.

    `asks`: the input of a form that it asks for; empty where the form needs nothing more, None outside any form.
    """

    status: Status
    messages: tuple[Answer, ...] = Field(min_length=1)
    handoff: bool = False
    asks: str | None = None


def single(status: Status, text: str, **parts: Any) -> Reply:
    """A reply of one message."""
    return Reply(status=status, messages=(Answer(text=text, **parts),))


def together(replies: Sequence[Reply]) -> Reply:
    """The replies to several questions of one message, in order; what is said twice is said once.

    `partial` where some questions are answered and others stay open; small talk beside an answer does not count.
    """
    if len(replies) == 1:
        return replies[0]
    said = {answer.text: answer for reply in replies for answer in reply.messages}
    said = {text: one for text, one in said.items() if not any(text in other for other in said if other != text)}
    statuses = {one.status for one in replies} - {"chitchat"} or {"chitchat"}
    status = next(iter(statuses)) if len(statuses) == 1 else _mixed(replies)
    return Reply(status=status, messages=tuple(said.values()), handoff=any(one.handoff for one in replies))


def _mixed(replies: Sequence[Reply]) -> Status:
    if any(one.status in ("answered", "partial") for one in replies):
        return "partial"
    return next(one.status for one in replies if one.status != "chitchat")
