"""Whatever comes in, a problem document goes out: no 500, no stack trace, nothing half done."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

pytestmark = pytest.mark.processes


def is_problem(response: httpx2.Response, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert {"type", "title", "status", "detail"} <= body.keys()
    assert body["status"] == status
    assert "Traceback" not in response.text
    return body


BODIES: list[tuple[str, Any]] = [
    ("no field at all", {}),
    ("an empty text", {"text": ""}),
    ("only white space", {"text": " \n\t　"}),
    ("10,000 characters", {"text": "考" * 10_000}),
    ("501 characters", {"text": "考" * 501}),
    ("a number for a text", {"text": 5}),
    ("a list for a text", {"text": ["三级"]}),
    ("an object for a text", {"text": {"a": 1}}),
    ("null for a text", {"text": None}),
    ("a control character", {"text": "三级\u0000多少钱"}),
    ("an escape sequence", {"text": "三级\u001b[31m多少钱"}),
    ("a command of the dialogue engine", {"text": "/restart"}),
    ("a command with entities", {"text": '/ask_fee{"level":"3"}'}),
    ("a command behind white space", {"text": "  /restart"}),
    ("a full-width command", {"text": "／restart"}),
    ("text and payload at once", {"text": "三级", "payload": "/ask_fee{}"}),
    ("a payload that nobody offered", {"payload": "/restart{}"}),
    ("a payload of free words", {"payload": "三级多少钱"}),
    ("a payload with a strange entity", {"payload": '/ask_fee{"role":"admin"}'}),
    ("a payload with an empty level", {"payload": '/ask_fee{"level":""}'}),
    ("a payload with two levels in one", {"payload": '/ask_fee{"level":"12"}'}),
    ("a payload that says nothing", {"payload": '/say{"text":" "}'}),
    ("a payload that says a number", {"payload": '/say{"text":5}'}),
    ("a payload that says too much", {"payload": '/say{"text":"' + "三" * 51 + '"}'}),
    ("a payload that says a command", {"payload": '/say{"text":"/restart"}'}),
    ("a payload that is no JSON", {"payload": "/ask_fee{level}"}),
    ("an unknown channel", {"text": "三级", "channel": "fax"}),
    ("an unknown field", {"text": "三级", "admin": True}),
    ("a date that is none", {"text": "三级", "as_of": "2026-13-45"}),
    ("a date of another age", {"text": "三级", "as_of": "0001-01-01T00:00:00+14:00"}),
    ("a list for the conversation", {"text": "三级", "conversation_id": ["a"]}),
]


@pytest.mark.parametrize(("title", "body"), BODIES, ids=[title for title, _ in BODIES])
def test_bad_chat_body_is_refused(client: httpx2.Client, title: str, body: Any) -> None:
    problem = is_problem(client.post("/v1/chat", json=body), 422)
    assert problem["errors"], title
    assert all(one["pointer"].startswith("#") for one in problem["errors"])


@pytest.mark.parametrize("raw", [b"", b"{", b"not json", b'{"text": "a"', b"\xff\xfe\x00", b"[" * 30_000])
def test_what_is_not_json_is_refused(client: httpx2.Client, raw: bytes) -> None:
    response = client.post("/v1/chat", content=raw, headers={"content-type": "application/json"})
    assert response.status_code in (400, 422)
    is_problem(response, response.status_code)


def test_lone_surrogate_is_refused(client: httpx2.Client) -> None:
    raw = b'{"text": "\\ud800"}'
    is_problem(client.post("/v1/chat", content=raw, headers={"content-type": "application/json"}), 422)


def test_body_over_the_limit_is_refused_before_it_is_read(client: httpx2.Client) -> None:
    is_problem(client.post("/v1/chat", json={"text": "考" * 100_000}), 413)


def test_body_over_the_limit_without_announced_length_is_refused(client: httpx2.Client) -> None:
    chunks = (b"x" * 10_000 for _ in range(20))
    response = client.post("/v1/chat", content=chunks, headers={"content-type": "application/json"})
    assert response.status_code in (400, 413)
    is_problem(response, response.status_code)


@pytest.mark.parametrize("unknown", ["nobody-knows-this-one", "短", "a" * 64, "' OR 1=1 --", "../../etc"])
def test_unknown_conversation_is_not_found(client: httpx2.Client, unknown: str) -> None:
    problem = is_problem(client.post("/v1/chat", json={"text": "三级", "conversation_id": unknown}), 404)
    assert "会话" in problem["detail"]


def test_unknown_conversation_has_no_history(client: httpx2.Client) -> None:
    is_problem(client.get("/v1/conversations/nobody-knows-this-one/messages"), 404)


QUERIES = [
    ("/v1/fees?level=9", 422),
    ("/v1/fees?level=三", 422),
    ("/v1/fees?as_of=gestern", 422),
    ("/v1/fees?organisation=", 422),
    ("/v1/fees?organisation=" + "长" * 101, 422),
    ("/v1/fees?occupation=潜水员", 404),
    ("/v1/contacts?organisation=火星协会", 404),
    ("/v1/directory?code=12345", 422),
    ("/v1/directory?organisation=火星协会", 404),
    ("/v1/search", 422),
    ("/v1/search?q=", 422),
    ("/v1/search?q=补考&limit=0", 422),
    ("/v1/search?q=补考&limit=10000", 422),
    ("/v1/search?q=补考&year=1", 422),
    ("/v1/search?q=%00", 422),
    ("/v1/notices/no-such-notice", 404),
    ("/v1/notices/saia-2026-ai-trainer/clauses/九十九", 404),
    ("/v1/nothing", 404),
]


@pytest.mark.parametrize(("path", "status"), QUERIES)
def test_bad_query_is_a_problem(client: httpx2.Client, path: str, status: int) -> None:
    is_problem(client.get(path), status)


def test_wrong_method_is_a_problem(client: httpx2.Client) -> None:
    is_problem(client.delete("/v1/chat"), 405)


def test_unknown_name_comes_with_the_nearest_known_ones(client: httpx2.Client) -> None:
    problem = is_problem(client.get("/v1/fees", params={"organisation": "上海技师学会"}), 404)
    assert "上海市技师协会" in problem["nearest"]
    assert "上海市技师协会" in problem["detail"]
