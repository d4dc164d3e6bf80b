"""What a notice says otherwise than another one, or than itself: kept as both, with which one prevails and why."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.models import Strict

Check = Literal[
    "levels",
    "offer",
    "code",
    "phone_owner",
    "phone_hours",
    "owner_name",
    "annex_missing",
    "annex_title",
    "window_levels",
    "ticket_rule",
    "retake_levels",
    "payment_dates",
    "website",
    "numbering",
    "brackets",
    "title_name",
    "reading",
]


class Place(Strict):
    """Where one of the statements stands; `notice` is None for the notice that lists the difference."""

    notice: str | None = None
    clause: str
    quote: str = Field(min_length=1)


class DifferenceFact(Strict):
    """A known difference. `check` finds it (`reading`: only a reader does), `key` is what that check calls it.

    `about` and `reason` are Chinese sentences for applicants; `prevails` is the id of the notice to go by, or None
    where nothing published decides it. `topics` are those of knowledge/statements.py that an answer tells it with.
    """

    check: Check
    key: str
    about: str = Field(min_length=1)
    places: tuple[Place, ...] = Field(min_length=1)
    prevails: str | None
    reason: str = Field(min_length=1)
    topics: tuple[str, ...] = ()
