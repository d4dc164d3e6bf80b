"""A notice is published while people ask: nobody is refused, and the new fee is there without a restart."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

from api.app import create_app
from api.settings import Settings
from bot.actions.keeper import DeskKeeper
from knowledge.editions import EditionStore
from knowledge.editions.publishing import publish, rollback
from knowledge.library import Library
from retrieval.index import build
from retrieval.settings import RetrievalSettings

NOWHERE = "http://127.0.0.1:9"
NOTICE = """---
id: tea-{year}
title: 上海市茶叶行业协会关于{year}年茶艺师考评的通知
issuer: 上海市茶叶行业协会
document_number: null
published_on: null
year: {year}
in_force_from: {year}-01-01
in_force_until: {year}-12-31
kind: programme
subject: 茶艺师考评
replaces: null
url: null
---

## 标题

上海市茶叶行业协会关于{year}年茶艺师考评的通知

## 正文

各有关单位：

一、收费标准

茶艺师三级考评费{fee}元，合计{fee}元。
"""
FEES = """
- occupation: 茶艺师
  level: 3
  components: [{{name: 考评费, amount: {fee}}}]
  total: {fee}
  retake: {{basis: not_stated}}
  sources: [{{clause: 一, quote: '茶艺师三级考评费{fee}元，合计{fee}元。'}}]
"""
TEXT_ONLY = "- {reason: title, clauses: [标题]}\n- {reason: preamble, clauses: [引言]}\n"
FEE = {"organisation": "上海市茶叶行业协会", "occupation": "茶艺师", "level": "3"}
IN_2026, IN_2027 = {"as_of": "2026-06-01"}, {"as_of": "2027-06-01"}


def draft(folder: Path, year: int, fee: int) -> Path:
    text = NOTICE.format(year=year, fee=fee)
    (folder / "facts").mkdir(parents=True)
    (folder / "notice.md").write_text(text, encoding="utf-8")
    (folder / "source.txt").write_text(text.split("---\n", 2)[2], encoding="utf-8")
    (folder / "facts" / "fees.yml").write_text(FEES.format(fee=fee), encoding="utf-8")
    (folder / "facts" / "text_only.yml").write_text(TEXT_ONLY, encoding="utf-8")
    return folder


@pytest.fixture
def settings(library: Library, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> RetrievalSettings:
    """A folder of its own with the index of the shipped notices, which other tests have built already."""
    shared = RetrievalSettings(wenkao_var=tmp_path_factory.getbasetemp() / "wenkao-index", embedding_model="")
    build(library, shared, lambda _: None)
    shutil.copytree(shared.index_root, tmp_path / "var" / "index")
    return RetrievalSettings(wenkao_var=tmp_path / "var", embedding_model="")


@pytest.fixture
async def client(settings: RetrievalSettings) -> AsyncIterator[httpx2.AsyncClient]:
    """The gateway in this process, the dialogue engine out of reach."""
    gateway = Settings(wenkao_var=settings.wenkao_var, rasa_url=NOWHERE, actions_url=NOWHERE, database_url="")
    app = create_app(gateway, DeskKeeper.open(settings))
    transport = httpx2.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=transport, base_url="http://test") as one,
    ):
        yield one


async def totals(client: httpx2.AsyncClient, **params: str) -> list[float]:
    response = await client.get("/v1/fees", params={**FEE, **params})
    return [one["total"] for one in response.json()["fees"]]


async def edition(client: httpx2.AsyncClient) -> int:
    return int((await client.get("/readyz")).json()["edition"]["number"])


async def reached(client: httpx2.AsyncClient, number: int) -> None:
    for _ in range(600):
        if await edition(client) == number:
            return
        await asyncio.sleep(0.2)
    pytest.fail(f"edition {number} was not taken")


Ask = Callable[[httpx2.AsyncClient], Awaitable[httpx2.Response]]
QUESTIONS: tuple[Ask, ...] = (
    lambda client: client.get("/v1/fees", params={**FEE, **IN_2027}),
    lambda client: client.get("/v1/notices"),
    lambda client: client.get("/v1/search", params={"q": "茶艺师考评费多少钱"}),
    lambda client: client.get("/v1/notices/saia-2026-ai-trainer"),
    lambda client: client.post("/v1/chat", json={"text": "人工智能训练师三级报名费多少钱", **IN_2026}),
)


BREATH = 0.01  # seconds


class Crowd:
    """Asks until it is told to stop, and counts what it is answered.

    It takes a breath between its questions: crowd, service and publishing share one process here, and answers that are
    kept come so fast that the crowd alone would hold the interpreter.
    """

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self.client, self.running = client, True
        self.statuses: Counter[int] = Counter()
        self.slowest = 0.0

    async def ask(self, question: Ask) -> None:
        while self.running:
            started = time.monotonic()
            response = await question(self.client)
            self.slowest = max(self.slowest, time.monotonic() - started)
            self.statuses[response.status_code] += 1
            await asyncio.sleep(BREATH)

    async def during(self, work: Callable[[], Awaitable[Any]]) -> None:
        tasks = [asyncio.create_task(self.ask(one)) for one in QUESTIONS]
        await work()
        self.running = False
        await asyncio.gather(*tasks)


async def test_a_notice_published_under_load_is_answered_from_without_a_failed_request(
    client: httpx2.AsyncClient, settings: RetrievalSettings, tmp_path: Path
) -> None:
    store = EditionStore(settings.wenkao_var)
    assert await totals(client, **IN_2026) == []

    async def publish_two_years() -> None:
        await asyncio.to_thread(publish, store, draft(tmp_path / "a", 2026, 410), "王")
        await asyncio.to_thread(publish, store, draft(tmp_path / "b", 2027, 460), "王")
        await reached(client, 2)

    crowd = Crowd(client)
    await crowd.during(publish_two_years)
    print(crowd.statuses, f"slowest {crowd.slowest:.2f} s")
    assert list(crowd.statuses) == [200]
    assert crowd.statuses[200] > len(QUESTIONS)

    assert await totals(client, **IN_2026) == [410]
    assert await totals(client, **IN_2027) == [460]
    listed = (await client.get("/v1/notices")).json()["notices"]
    assert {"tea-2026", "tea-2027"} <= {one["id"] for one in listed}
    found = (await client.get("/v1/search", params={"q": "茶艺师三级考评费", "year": "2027"})).json()["results"]
    assert found[0]["notice_id"] == "tea-2027"


async def test_a_rollback_takes_the_fee_back(
    client: httpx2.AsyncClient, settings: RetrievalSettings, tmp_path: Path
) -> None:
    store = EditionStore(settings.wenkao_var)
    publish(store, draft(tmp_path / "a", 2026, 410), "王")
    await reached(client, 1)
    assert await totals(client, **IN_2026) == [410]
    rollback(store, "王")
    await reached(client, 0)
    assert await totals(client, **IN_2026) == []
    assert (await client.get("/v1/notices/tea-2026")).status_code == 404
