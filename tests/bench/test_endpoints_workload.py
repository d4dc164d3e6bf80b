"""The requests of the endpoint benchmark are many and different, and the gateway answers every one of them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pydantic
import pytest

from api.app import create_app
from api.settings import Settings
from bench.endpoints.results import Pass
from bench.endpoints.workload import METHODS, Ask, load_asks
from bot.actions.desk import Desk
from bot.actions.keeper import DeskKeeper
from knowledge.editions import EditionStore
from retrieval.settings import RetrievalSettings

ASKS = load_asks()
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
async def client(desk: Desk, tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    keeper = DeskKeeper(desk, EditionStore(tmp_path), RetrievalSettings(wenkao_var=tmp_path, embedding_model=""))
    app = create_app(Settings(wenkao_var=tmp_path, rasa_url=NOWHERE, actions_url=NOWHERE, database_url=""), keeper)
    transport = httpx2.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=transport, base_url="http://test") as one,
    ):
        yield one


@pytest.mark.parametrize("name", METHODS)
def test_no_answer_given_once_serves_an_endpoint(name: str) -> None:
    assert len({one.key for one in ASKS[name]}) == len(ASKS[name]) >= 5
    assert any("as_of" in one.key for one in ASKS[name])
    assert any("as_of" not in one.key for one in ASKS[name])


def test_a_dozen_applicants_are_judged() -> None:
    about = ("as_of", "occupation", "organisation", "levels")
    bodies = [json.loads(one.body) for one in ASKS["eligibility"]]
    people = [{name: value for name, value in body.items() if name not in about} for body in bodies]
    assert len({json.dumps(one) for one in people}) >= 12


@pytest.mark.parametrize("name", METHODS)
async def test_the_gateway_answers_every_request(client: httpx2.AsyncClient, name: str) -> None:
    for ask in ASKS[name]:
        answer = await client.request(
            ask.method, ask.target, content=ask.body or None, headers={"Content-Type": "application/json"}
        )
        assert answer.status_code == 200, f"{ask.key}: {answer.text}"


def test_a_misspelt_endpoint_of_the_workload_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "endpoints.yml"
    file.write_text("fee: [{}]", encoding="utf-8")
    with pytest.raises(pydantic.ValidationError, match="fee"):
        load_asks(file)


def test_a_name_is_encoded_as_a_browser_does() -> None:
    asks = [one for one in ASKS["directory"] if one.query.startswith("occupation=%E6%9C%88%E5%AB%82")]
    assert asks == [Ask("directory", "occupation=%E6%9C%88%E5%AB%82", "")]
    assert asks[0].target == "/v1/directory?occupation=%E6%9C%88%E5%AB%82"


def test_20_answers_in_2_seconds_are_10_a_second_and_half_a_second_of_processor_is_25_ms_each() -> None:
    one = Pass(2.0, tuple(float(ms) for ms in range(1, 21)), processor_seconds=0.5)
    assert one.rate == 10.0
    assert one.p50 == 10.5
    assert 19.0 <= one.p95 <= 20.0
    assert one.cost == 25.0
