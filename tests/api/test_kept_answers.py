"""An answer that is kept for the next who asks is never that of another edition, day or minute."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import httpx2
import pytest
from fastapi import Response

from api.answers import Answers, Time
from api.app import create_app
from api.settings import Settings
from bot.actions.desk import Desk
from bot.actions.keeper import DeskKeeper
from knowledge.editions import EditionStore
from knowledge.library import Library
from knowledge.validity import SHANGHAI
from retrieval.settings import RetrievalSettings

NOWHERE = "http://127.0.0.1:9"
SHTA = {"organisation": "技师协会"}


@pytest.fixture
def keeper(desk: Desk, tmp_path: Path) -> DeskKeeper:
    return DeskKeeper(desk, EditionStore(tmp_path), RetrievalSettings(wenkao_var=tmp_path, embedding_model=""))


@pytest.fixture
async def client(keeper: DeskKeeper, tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    """The gateway in this process, the dialogue engine out of reach."""
    app = create_app(Settings(wenkao_var=tmp_path, rasa_url=NOWHERE, actions_url=NOWHERE, database_url=""), keeper)
    transport = httpx2.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=transport, base_url="http://test") as one,
    ):
        yield one


def the_clock_stands_at(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    for module in ("answers", "facts", "schedule", "retakes"):
        monkeypatch.setattr(f"api.{module}.now", lambda: datetime.fromisoformat(moment).astimezone(SHANGHAI))


async def test_an_office_that_closes_at_half_past_eleven_is_open_a_minute_before(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {}
    for clock in ("11:29:10", "11:29:50", "11:30:00"):
        the_clock_stands_at(monkeypatch, f"2026-11-23T{clock}+08:00")
        found[clock] = (await client.get("/v1/contacts", params=SHTA)).json()["contacts"][0]["open_now"]
    assert found == {"11:29:10": True, "11:29:50": True, "11:30:00": False}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/fees", lambda body: body["fees"][0]["status"]),
        ("/v1/schedule", lambda body: body["windows"][0]["notice_status"]),
        ("/v1/directory", lambda body: body["entries"][0]["status"]),
        ("/v1/retake-validity?level=3", lambda body: body["status"]),
    ],
)
async def test_the_notice_of_2026_is_a_past_years_from_new_years_day_on(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch, path: str, status
) -> None:
    found = []
    for moment in ("2026-12-31T23:59:59+08:00", "2027-01-01T00:00:00+08:00"):
        the_clock_stands_at(monkeypatch, moment)
        address = httpx2.URL(path).copy_merge_params(SHTA)
        found.append(status((await client.get(address)).json()))
    assert found == ["current", "past_year"]


async def test_as_of_and_the_other_parameters_are_told_apart(client: httpx2.AsyncClient) -> None:
    async def totals(**params: str) -> set[float]:
        fees = (await client.get("/v1/fees", params=params)).json()["fees"]
        return {one["total"] for one in fees}

    assert await totals(organisation="技师协会", level="4", as_of="2026-06-01") == {350}
    assert await totals(organisation="技师协会", level="3", as_of="2026-06-01") == {400}


async def test_a_notice_that_another_edition_has_not_is_not_answered_from(
    client: httpx2.AsyncClient, keeper: DeskKeeper, desk: Desk
) -> None:
    asked = {**SHTA, "as_of": "2026-06-01"}
    before = (await client.get("/v1/fees", params=asked)).json()["fees"]
    rest = [one for one in desk.library.holdings if one.notice.id != "shta-2026-hr"]
    keeper._exchange(replace(desk, library=Library(rest, desk.library.lexicon)))
    assert before != []
    assert (await client.get("/v1/fees", params=asked)).json()["fees"] == []
    keeper._exchange(desk)
    assert (await client.get("/v1/fees", params=asked)).json()["fees"] == before


async def test_a_refusal_is_not_kept(client: httpx2.AsyncClient) -> None:
    statuses = [(await client.get("/v1/fees", params={"organisation": "没有这家"})).status_code for _ in range(2)]
    assert statuses == [404, 404]


MINUTE = datetime(2026, 11, 23, 11, 29, tzinfo=SHANGHAI)


def test_an_answer_is_kept_for_its_minute_and_its_edition_only(desk: Desk) -> None:
    answers, answer = Answers(100), Response(b"12345678")
    time = Time(desk, MINUTE)
    assert answers.find(time, "fees") is None
    answers.keep(time, "fees", answer)
    assert answers.find(Time(desk, MINUTE), "fees") is answer
    assert answers.find(Time(replace(desk), MINUTE), "fees") is None
    assert answers.find(time, "fees") is None


def test_an_answer_that_comes_after_the_minute_is_not_kept(desk: Desk) -> None:
    answers = Answers(100)
    begun, later = Time(desk, MINUTE), Time(desk, MINUTE.replace(minute=30))
    answers.find(begun, "fees")
    answers.find(later, "fees")
    answers.keep(begun, "fees", Response(b"12345678"))
    assert answers.find(later, "fees") is None


def test_what_was_asked_for_longest_ago_makes_room(desk: Desk) -> None:
    answers, time = Answers(20), Time(desk, MINUTE)
    answers.find(time, "a")
    for key in ("a", "b"):
        answers.keep(time, key, Response(b"12345678"))
    answers.find(time, "a")
    answers.keep(time, "c", Response(b"12345678"))
    assert [key for key in "abc" if answers.find(time, key)] == ["a", "c"]
