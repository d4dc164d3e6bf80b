"""What a form remembers between turns: what was asked last, about whose application, and the question it serves."""

from __future__ import annotations

from dataclasses import dataclass

from bot.actions.people.counted import Share


@dataclass(frozen=True)
class Form:
    """`asked` is the input that was asked for last, `skipped` those that the person cannot tell.

    `missed` counts the messages in a row that were no answer and no other question either. The names are those of the
    application that is being judged, so that it goes on after another question in between; `shares` are who takes
    what, in a sum. `likely` are the answers offered to press. `topic` is the intent that the form serves and `question` the message that opened it. `outer` is
    another form that this one interrupts.
    """

    asked: str
    skipped: tuple[str, ...] = ()
    missed: int = 0
    organisation: str | None = None
    occupation: str | None = None
    level: int | None = None
    topic: str = "ask_eligibility"
    question: str | None = None
    shares: tuple[Share, ...] = ()
    likely: tuple[str, ...] = ()
    outer: Form | None = None
