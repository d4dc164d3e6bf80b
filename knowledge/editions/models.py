"""What is written down about editions: who changed what, when and why."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from knowledge.models import Strict


class Change(Strict):
    """What an edition did to one notice."""

    action: Literal["added", "replaced", "withdrawn"]
    notice_id: str
    title: str


class EditionRecord(Strict):
    """`edition.yml`. `base` is the edition that was changed, 0 the shipped knowledge; `by` names a person."""

    number: int = Field(ge=1)
    at: datetime
    by: str = Field(min_length=1)
    reason: str | None
    base: int = Field(ge=0)
    changes: tuple[Change, ...]


class Move(Strict):
    """One step of the pointer, from edition `was` to `number`. The pointer itself is the latest of them."""

    number: int = Field(ge=0)
    was: int = Field(ge=0)
    action: Literal["publish", "withdraw", "rollback"]
    at: datetime
    by: str = Field(min_length=1)
    reason: str | None


class Withdrawal(Strict):
    """A notice that is no longer shown at all, shipped or not."""

    id: str
    reason: str
    on: date
    by: str
