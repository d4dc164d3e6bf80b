"""The contract's Message and status, as every answer function returns them."""

from __future__ import annotations

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
    """What one turn is answered with."""

    status: Status
    messages: tuple[Answer, ...] = Field(min_length=1)
    handoff: bool = False


def single(status: Status, text: str, **parts: Any) -> Reply:
    """A reply of one message."""
    return Reply(status=status, messages=(Answer(text=text, **parts),))
