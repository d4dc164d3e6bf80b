"""Conversations in SQLite and, where one is found, in PostgreSQL over a real connection."""

from __future__ import annotations

import os
import uuid
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from api.storage import Storage

URLS = ["sqlite", *([os.environ["WENKAO_TEST_POSTGRES"]] if os.environ.get("WENKAO_TEST_POSTGRES") else [])]


@pytest.fixture(params=URLS, ids=lambda url: url.split(":")[0])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'test.db'}" if request.param == "sqlite" else str(request.param)


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    one = Storage(url, timedelta(hours=1))
    await one.open()
    yield one
    await one.close()


async def test_a_turn_is_kept_in_order_with_its_chinese_text(storage: Storage) -> None:
    conversation = await storage.start("web")
    replies = [{"message_id": str(uuid.uuid4()), "text": text} for text in ("五百元", "二（四）")]
    await storage.record(conversation, "三级多少钱", "answered", replies)
    history = await storage.history(conversation)
    assert [(one.role, one.body["text"]) for one in history] == [
        ("user", "三级多少钱"),
        ("assistant", "五百元"),
        ("assistant", "二（四）"),
    ]


async def test_a_conversation_survives_a_restart_and_another_is_unknown(storage: Storage, url: str) -> None:
    conversation = await storage.start("web")
    again = Storage(url, timedelta(hours=1))
    await again.open()
    assert await again.lives(conversation)
    assert not await again.lives(conversation + "x")
    await again.close()


async def test_an_idle_conversation_expires(storage: Storage, url: str) -> None:
    conversation = await storage.start("web")
    impatient = Storage(url, timedelta(0))
    assert not await impatient.lives(conversation)
    await impatient.close()


async def test_ids_cannot_be_guessed(storage: Storage) -> None:
    ids = {await storage.start("web") for _ in range(50)}
    assert len(ids) == 50
    assert all(len(one) >= 22 for one in ids)
