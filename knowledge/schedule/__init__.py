"""Application windows worked out for a moment: what is open, until when, and what follows.

The calendar file is apart, in `knowledge.schedule.calendar_file`: only the HTTP service needs its library.
"""

from __future__ import annotations

from knowledge.schedule.days import printed_first_day
from knowledge.schedule.models import Change, Schedule, Ticket, Way, Window, WindowStatus
from knowledge.schedule.tickets import notice_tickets
from knowledge.schedule.windows import find_window, next_window, schedule, windows

__all__ = [
    "Change",
    "Schedule",
    "Ticket",
    "Way",
    "Window",
    "WindowStatus",
    "find_window",
    "next_window",
    "notice_tickets",
    "printed_first_day",
    "schedule",
    "windows",
]
