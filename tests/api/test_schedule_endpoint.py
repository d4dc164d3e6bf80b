"""GET /v1/schedule and its calendar files over HTTP."""

from __future__ import annotations

import httpx2
import pytest
from icalendar import Calendar

pytestmark = pytest.mark.processes


def test_the_open_window_is_next(client: httpx2.Client) -> None:
    asked = {"organisation": "技师协会", "occupation": "人力", "level": 3, "as_of": "2026-07-01"}
    found = client.get("/v1/schedule", params=asked).json()
    assert [one["status"] for one in found["windows"]] == ["closed", "open", "upcoming"]
    assert found["next"]["application"] == {"start": "2026-06-29", "end": "2026-07-19", "text": "6月29日-7月19日"}
    assert found["next"]["admission_ticket"] == {"from": "2026-08-17", "text": "8月17日"}
    assert found["next"]["days_left"] == 18


def test_a_past_years_windows_name_no_next(client: httpx2.Client) -> None:
    found = client.get("/v1/schedule", params={"organisation": "sjtu", "as_of": "2026-06-01"}).json()
    assert {one["notice_status"] for one in found["windows"]} == {"past_year"}
    assert found["next"] is None


def test_a_window_is_a_calendar_file(client: httpx2.Client) -> None:
    known = client.get("/v1/schedule", params={"organisation": "shta", "as_of": "2026-07-01"}).json()
    answer = client.get(f"/v1/schedule/{known['next']['id']}.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == 4


def test_an_unknown_window_is_a_problem(client: httpx2.Client) -> None:
    answer = client.get("/v1/schedule/shta-2026-hr-99-00000000.ics")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
