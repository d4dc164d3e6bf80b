"""Processes die while people chat: an honest answer meanwhile, service again by itself, nothing forgotten."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

import httpx2
import pytest

from tests.conftest import Running

pytestmark = pytest.mark.processes
NOW = "2026-11-21"


def ask(client: httpx2.Client, text: str, conversation: str | None = None) -> dict[str, Any]:
    body = {"text": text, "as_of": NOW} | ({"conversation_id": conversation} if conversation else {})
    response = client.post("/v1/chat", json=body)
    assert response.status_code == 200, response.text
    return dict(response.json())


def wait_until_ready(client: httpx2.Client) -> None:
    for _ in range(600):
        if client.get("/readyz").status_code == 200:
            return
        time.sleep(0.2)
    pytest.fail("the service did not come back by itself")


@pytest.mark.parametrize("program", ["rasa", "actions"])
def test_a_killed_process_comes_back_and_the_conversation_is_still_there(
    running: Running, client: httpx2.Client, program: str
) -> None:
    wait_until_ready(client)
    first = ask(client, "人工智能训练师三级报名费多少钱")
    assert "500元" in first["messages"][0]["text"]

    os.kill(running.pid(program), signal.SIGKILL)
    meanwhile = ask(client, "人工智能推介官培训多少课时", first["conversation_id"])
    assert "40课时" in meanwhile["messages"][0]["text"]
    assert "对话服务正在恢复" in meanwhile["messages"][0]["text"]
    assert client.get("/readyz").status_code == 503

    wait_until_ready(client)
    after = ask(client, "那四级呢", first["conversation_id"])
    assert "400元" in after["messages"][0]["text"]
    assert "对话服务正在恢复" not in after["messages"][0]["text"]


def test_a_killed_gateway_comes_back_with_its_conversations(running: Running, client: httpx2.Client) -> None:
    wait_until_ready(client)
    first = ask(client, "企业人力资源管理师四级补考多少钱")
    os.kill(running.pid("api"), signal.SIGKILL)
    for _ in range(300):
        try:
            wait_until_ready(client)
            break
        except httpx2.TransportError:
            time.sleep(0.2)
    after = ask(client, "三级呢", first["conversation_id"])
    assert "200元" in after["messages"][0]["text"]
