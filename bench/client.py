"""A caller that costs the measured machine little: one kept connection, the standard library's client."""

from __future__ import annotations

import http.client
import json
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from deploy.local.console import Problem

_TIMEOUT = 60.0
_IDLE = 3.0  # seconds after which a server may have closed a kept connection


@dataclass(frozen=True)
class Response:
    """The decoded body, and the milliseconds from sending to the last byte."""

    body: Any
    ms: float


class Caller:
    """Calls one server on loopback over one connection."""

    def __init__(self, host: str, port: int) -> None:
        self._connection = http.client.HTTPConnection(host, port, timeout=_TIMEOUT)
        self._last = time.monotonic()

    def __enter__(self) -> Self:
        """Connect, so that no measured call does."""
        self._connection.connect()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Close the connection."""
        self._connection.close()

    def post(self, path: str, body: dict[str, Any]) -> Response:
        """POST a JSON body. Raises `Problem` unless the answer is 200: a broken side is not to be measured."""
        return self._call("POST", path, json.dumps(body).encode())

    def get(self, path: str) -> Response:
        """GET a JSON document. Raises `Problem` unless the answer is 200."""
        return self._call("GET", path, None)

    def text(self, method: str, path: str, body: bytes | None) -> str:
        """The body of an answer as it was sent. Raises `Problem` unless it is a 200."""
        return self._content(method, path, body).decode()

    def _call(self, method: str, path: str, body: bytes | None) -> Response:
        started = time.perf_counter()
        content = self._content(method, path, body)
        ms = (time.perf_counter() - started) * 1000
        return Response(json.loads(content), ms)

    def _content(self, method: str, path: str, body: bytes | None) -> bytes:
        if time.monotonic() - self._last > _IDLE:
            self._connection.close()  # it connects again by itself
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        content = answer.read()
        self._last = time.monotonic()
        if answer.status != 200:
            text = content[:300].decode("utf-8", "replace")
            raise Problem(f"{method} {path} answered {answer.status}: {text}", f"{path} 返回 {answer.status}")
        return content
