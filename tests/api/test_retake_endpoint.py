"""How long a passed paper counts, over HTTP."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

pytestmark = pytest.mark.processes
PATH = "/v1/retake-validity"


def read(client: httpx2.Client, **params: Any) -> dict[str, Any]:
    response = client.get(PATH, params={"as_of": "2026-06-01", **params})
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


@pytest.mark.parametrize(("at", "valid"), [("2026-06-15", True), ("2026-06-16", False)])
def test_a_paper_counts_up_to_and_on_its_last_day(client: httpx2.Client, at: str, valid: bool) -> None:
    found = read(client, level=3, passed_on="2024-06-15", as_of=at)
    assert (found["valid_years"], found["expires_on"], found["valid"]) == (2, "2026-06-15", valid)
    assert "成绩有效期均为两年" in found["citations"][0]["quote"]


def test_without_a_date_only_the_years_are_told(client: httpx2.Client) -> None:
    found = read(client, level=2)
    assert (found["valid_years"], found["passed_on"], found["expires_on"], found["valid"]) == (3, None, None, None)


def test_what_no_notice_states_is_null(client: httpx2.Client) -> None:
    found = read(client, level=2, passed_on="2025-06-15", organisation="技师协会")
    assert (found["valid_years"], found["expires_on"], found["valid"], found["citations"]) == (
        None,
        None,
        None,
        [],
    )


@pytest.mark.parametrize(
    ("params", "pointer"),
    [
        ({}, "#/query/level"),
        ({"level": 6}, "#/query/level"),
        ({"level": 3, "passed_on": "2024-02-30"}, "#/query/passed_on"),
        ({"level": 3, "passed_on": "2026-06-02"}, "#/query/passed_on"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_place(
    client: httpx2.Client, params: dict[str, Any], pointer: str
) -> None:
    response = client.get(PATH, params={"as_of": "2026-06-01", **params})
    assert response.status_code == 422
    assert [one["pointer"] for one in response.json()["errors"]] == [pointer]
