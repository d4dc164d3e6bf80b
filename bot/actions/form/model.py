"""What a form remembers between turns: what was asked last, and about whose application."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """`asked` is the input that was asked for last, `skipped` those that the person cannot tell.

    `missed` counts the messages in a row that were no answer and no other question either. The names are those of the
    application that is being judged, so that it goes on after another question in between.
    """

    asked: str
    skipped: tuple[str, ...] = ()
    missed: int = 0
    organisation: str | None = None
    occupation: str | None = None
    level: int | None = None
