"""Which application windows are still open to somebody whose passed papers expire on a day."""

from __future__ import annotations

from datetime import date, datetime

from knowledge.library import Library
from knowledge.models import Strict
from knowledge.schedule import Window, windows
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI


class RetakeWindow(Strict):
    """A window with the last day on which to apply in it, and whether its assessment ends within the validity.

    Notices do not say whether applying in time is enough, so both are told. `assessment_inside` is null where the
    assessment has no printed end.
    """

    window: Window
    apply_by: date | None
    assessment_inside: bool | None


def windows_within(library: Library, subject: Subject, expires_on: date, as_of: datetime) -> list[RetakeWindow]:
    """Windows of notices in force, open or to come, in which one can apply on or before `expires_on`."""
    day = as_of.astimezone(SHANGHAI).date()
    return [
        _judged(one, expires_on)
        for one in windows(library, subject, as_of)
        if one.notice_status == "current"
        and one.status in ("open", "upcoming")
        and max(one.application.start or day, day) <= expires_on
    ]


def _judged(window: Window, expires_on: date) -> RetakeWindow:
    end, last = window.application.end, window.assessment.end
    return RetakeWindow(
        window=window,
        apply_by=min(end, expires_on) if end else expires_on,
        assessment_inside=None if last is None else last <= expires_on,
    )
