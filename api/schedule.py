"""Application windows worked out for a moment, and each as a calendar file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response
from pydantic import AfterValidator

from api.answers import KeptRoute
from api.parameters import AsOf, LevelNumber, Name, printable, subject
from api.problems import Problem
from api.state import Shared
from knowledge.schedule import Schedule, find_window, schedule
from knowledge.schedule.calendar_file import calendar_of
from knowledge.validity import now

router = APIRouter(prefix="/v1", tags=["facts"], route_class=KeptRoute)
WindowId = Annotated[str, Path(max_length=100, description="`id` of a window"), AfterValidator(printable)]
_CALENDAR = "text/calendar"


@router.get("/schedule")
def read_schedule(
    state: Shared,
    organisation: Name = None,
    occupation: Name = None,
    level: LevelNumber = None,
    as_of: AsOf = None,
) -> Schedule:
    """When to apply, pay, print the ticket and sit the assessment; `next` is the open or else the next window."""
    wanted = subject(state.desk.library.lexicon, organisation, occupation, level)
    return schedule(state.desk.library, wanted, as_of or now())


@router.get(
    "/schedule/{window_id}.ics",
    response_class=Response,
    responses={200: {"content": {_CALENDAR: {"schema": {"type": "string"}}}, "description": "RFC 5545"}},
)
def read_calendar(state: Shared, window_id: WindowId) -> Response:
    """The known dates of one window for a calendar; the same at any time."""
    library = state.desk.library
    window = find_window(library, window_id, now())
    if window is None:
        raise Problem(404, f"没有这个申报时间段：{window_id}。请用 /v1/schedule 返回的 id。")
    content = calendar_of(window, library.notice(window.notice_id).front)
    attached = {"Content-Disposition": f'attachment; filename="{window.id}.ics"'}
    return Response(content, media_type=_CALENDAR, headers=attached)
