"""What an answer cited stays readable after the notice has changed or is gone, in both databases."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from gateway import copied, edited, gateway

from knowledge.library import load_library
from knowledge.provenance import affected, affected_text

URLS = ["sqlite", *([os.environ["WENKAO_TEST_POSTGRES"]] if os.environ.get("WENKAO_TEST_POSTGRES") else [])]
FEE_OF_LEVEL_3 = '/ask_fee{"organisation": "上海市人工智能行业协会", "occupation": "人工智能训练师", "level": "3"}'
# saia-2026-ai-trainer/source.txt, the row of 三级: 100 + 400 = 500.
ROW, CELLS = "三级/高级 100 400 500", "| 三级/高级 | 100 | 400 | 500 |"


@dataclass
class Service:
    """A gateway with knowledge of its own that can be changed between two starts."""

    var: Path
    knowledge: Path
    database: str
    notice: str

    def ask(self) -> dict[str, Any]:
        """Ask for the fee, as in May 2026; the answer with its conversation."""
        with self.client() as client:
            body = {"payload": FEE_OF_LEVEL_3, "as_of": "2026-05-06"}
            return dict(client.post("/v1/chat", json=body).json())

    def get(self, path: str, **params: str) -> httpx2.Response:
        with self.client() as client:
            return client.get(path, params=params)

    @contextmanager
    def client(self) -> Iterator[httpx2.Client]:
        with (
            gateway(self.var, self.knowledge, self.database) as url,
            httpx2.Client(base_url=url, timeout=60, trust_env=False) as client,
        ):
            yield client


@pytest.fixture(params=URLS, ids=lambda url: url.split(":")[0])
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Service:
    notice = f"saia-{uuid.uuid4().hex[:8]}"  # the PostgreSQL database is shared and keeps what was written
    knowledge = copied(tmp_path / "knowledge", **{notice.replace("-", "_"): "saia-2026-ai-trainer"})
    database = f"sqlite+aiosqlite:///{tmp_path / 'test.db'}" if request.param == "sqlite" else request.param
    return Service(tmp_path, knowledge, database, notice)


def edition(citation: dict[str, Any]) -> str:
    return parse_qs(urlsplit(citation["url"]).query)["text"][0]


def citation_of(answer: dict[str, Any]) -> dict[str, Any]:
    """The citation of the row of level 3."""
    return next(one for one in answer["messages"][0]["citations"] if one["quote"] == ROW)


def test_a_cited_clause_is_read_by_the_beginning_of_its_digest(service: Service) -> None:
    cited = citation_of(service.ask())
    found = service.get(f"/v1/clauses/{edition(cited)}", notice_id=service.notice).json()
    assert found["current"] is True
    assert (found["notice_id"], found["clause"], found["year"]) == (service.notice, "二（四）", 2026)
    assert ROW in found["text"].split("\n")
    assert found["digest"].startswith(edition(cited))
    assert service.get(f"/v1/clauses/{found['digest']}", notice_id=service.notice).json() == found


def test_after_the_clause_has_changed_the_text_of_then_can_still_be_read(service: Service) -> None:
    cited = citation_of(service.ask())
    edited(service.knowledge, service.notice, CELLS, "| 三级/高级 | 100 | 450 | 550 |")
    found = service.get(f"/v1/clauses/{edition(cited)}", notice_id=service.notice).json()
    assert found["current"] is False
    assert ROW in found["text"].split("\n")
    assert (found["issuer"], found["clause"]) == ("上海市人工智能行业协会", "二（四）")
    today = service.get(f"/v1/notices/{service.notice}/clauses/二（四）").json()
    assert "三级/高级 100 450 550" in today["text"]
    assert not today["digest"].startswith(edition(cited))


def test_after_the_notice_is_gone_the_text_of_then_can_still_be_read(service: Service) -> None:
    answer = service.ask()
    shutil.copytree(service.knowledge / "notices" / service.notice, service.knowledge / "notices" / "other")
    edited(service.knowledge, "other", f"id: {service.notice}", "id: other")
    shutil.rmtree(service.knowledge / "notices" / service.notice)
    found = service.get(f"/v1/clauses/{edition(citation_of(answer))}", notice_id=service.notice).json()
    assert (found["notice_id"], found["current"]) == (service.notice, False)
    assert ROW in found["text"]
    history = service.get(f"/v1/conversations/{answer['conversation_id']}/messages").json()
    assert history["messages"][-1]["message"]["citations"] == answer["messages"][0]["citations"]


def test_an_operator_is_told_which_answers_rest_on_what_has_changed(service: Service) -> None:
    answer = service.ask()
    assert affected(service.database, load_library(service.knowledge), service.notice) == []
    edited(service.knowledge, service.notice, CELLS, "| 三级/高级 | 100 | 450 | 550 |")
    found = affected(service.database, load_library(service.knowledge), service.notice)
    assert {one.message_id for one in found} == {answer["messages"][0]["message_id"]}
    row = next(one for one in found if one.quote == ROW)
    assert (row.clause, row.quote_stands, row.now) == ("二（四）", False, "三级/高级 100 450 550")
    assert "三级/高级 100 450 550" in affected_text(found)


def test_a_text_that_nobody_kept_is_not_found_and_a_malformed_digest_is_refused(service: Service) -> None:
    with service.client() as client:
        assert client.get("/v1/clauses/000000000000").status_code == 404
        for malformed in ("abc", "00000000000g", "0" * 65, "0000000%25"):
            refused = client.get(f"/v1/clauses/{malformed}")
            assert refused.status_code == 422, malformed
            assert refused.headers["content-type"] == "application/problem+json"
        assert client.get("/v1/clauses/000000000000", params={"notice_id": "../x"}).status_code == 422


def test_two_notices_that_say_the_same_are_told_apart_by_the_notice(tmp_path: Path) -> None:
    # 四 is a heading of the same words in both source.txt: 关于补考申报的相关事项.
    with (
        gateway(tmp_path) as url,
        httpx2.Client(base_url=url, timeout=60, trust_env=False) as client,
    ):
        notices = ("sjtu-2025-ai-trainer", "shta-2026-hr")
        digests = {client.get(f"/v1/notices/{one}/clauses/四").json()["digest"] for one in notices}
        assert len(digests) == 1
        for one in notices:
            found = client.get(f"/v1/clauses/{next(iter(digests))}", params={"notice_id": one}).json()
            assert found["notice_id"] == one
