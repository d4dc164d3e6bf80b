"""A window as the contract sends it, with what was worked out for it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from knowledge.facts import Period, TicketPeriod
from knowledge.models import Citation, NoticeStatus, OccupationRef, OrganisationRef, Strict

WindowStatus = Literal["upcoming", "open", "closed"]
Way = Literal["group", "individual"]


class Ticket(Strict):
    """From when applicants of one way can print their admission ticket. The JSON key of `from_` is `from`.

    `text` are the notice's own words: the date of its timetable, else its rule. `computed` says how `from` was worked
    out of the rule, or why it is not known; null where the timetable prints the date. `way` is null where the notice
    makes no difference.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    way: Way | None
    from_: date | None = Field(alias="from")
    text: str
    computed: str | None
    url: str | None
    needs: str | None
    citations: list[Citation]


class Change(Strict):
    """What may move the assessment, in a sentence whose figures stand in the citations."""

    text: str
    citations: list[Citation]


class Window(Strict):
    """The contract's window: one row of a timetable, for one occupation.

    `status` is the application's, of `notice_status` the notice's, both at the moment asked for. `days_left`: whole
    days until the last day of application, 0 on that day; null unless open with a known end. `id` names the row of the
    notice and outlives a correction of its dates. `occupation` is null where the notice names none.
    """

    id: str
    notice_id: str
    organisation: OrganisationRef
    occupation: OccupationRef | None
    levels: tuple[int, ...]
    application: Period
    payment: Period | None
    admission_ticket: TicketPeriod | None
    assessment: Period
    status: WindowStatus
    days_left: int | None
    year: int
    notice_status: NoticeStatus
    tickets: tuple[Ticket, ...]
    changes: tuple[Change, ...]
    citations: list[Citation]


class Schedule(Strict):
    """The contract's answer. `next`: the open window that ends first, else the next upcoming one, else null."""

    windows: list[Window]
    next: Window | None
