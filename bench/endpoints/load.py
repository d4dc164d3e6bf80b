"""A process that asks one server as fast as it answers; the standard library alone, so that it costs little itself.

Standard input: one `Order` as JSON. Standard output: {seconds, ms: [...]}, one entry for each answer.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import cycle, islice

_PIECE = 1 << 18
_END = b"\r\n\r\n"
_LENGTH = b"content-length: "


@dataclass(frozen=True)
class Order:
    """Whom to ask, over how many kept connections at once, for how long. `requests`: (method, target, body)."""

    port: int
    connections: int
    seconds: float
    requests: Sequence[tuple[str, str, str]]

    def encoded(self) -> bytes:
        """As standard input."""
        return json.dumps(asdict(self)).encode()


@dataclass
class _Connection:
    socket: socket.socket
    coming: Iterator[bytes]
    sent: float = 0.0
    missing: int = -1
    """Bytes of the answer still to come; -1 while its head is not complete."""
    head: bytearray = field(default_factory=bytearray)

    def ask(self) -> None:
        """Send the next request."""
        self.missing = -1
        self.head.clear()
        self.sent = time.perf_counter()
        self.socket.sendall(next(self.coming))

    def answered(self) -> bool:
        """Take what has come; whether the answer is complete. Raises OSError, or ValueError unless it is a 200."""
        piece = self.socket.recv(_PIECE)
        if not piece:
            raise ConnectionResetError("the server closed the connection")
        if self.missing >= 0:
            self.missing -= len(piece)
            return self.missing == 0
        self.head += piece
        end = self.head.find(_END)
        if end < 0:
            return False
        if not self.head.startswith(b"HTTP/1.1 200 "):
            raise ValueError(self.head[:300].decode("utf-8", "replace"))
        start = self.head.lower().index(_LENGTH, 0, end) + len(_LENGTH)
        length = int(self.head[start : self.head.index(b"\r", start)])
        self.missing = end + len(_END) + length - len(self.head)
        return self.missing == 0


def run(order: Order) -> dict[str, object]:
    """Keep every connection busy until the time is over, then take the last answers."""
    messages = [_message(*one) for one in order.requests]
    taken: list[float] = []
    with selectors.DefaultSelector() as selector:
        for place in range(order.connections):
            connection = _connect(order.port, islice(cycle(messages), place, None, order.connections))
            selector.register(connection.socket, selectors.EVENT_READ, connection)
        started = time.perf_counter()
        for key in list(selector.get_map().values()):
            key.data.ask()
        busy = order.connections
        while busy:
            for key, _ in selector.select():
                connection = key.data
                if connection.answered():
                    moment = time.perf_counter()
                    taken.append((moment - connection.sent) * 1000)
                    if moment - started < order.seconds:
                        connection.ask()
                    else:
                        busy -= 1
        seconds = time.perf_counter() - started
        for key in list(selector.get_map().values()):
            key.data.socket.close()
    return {"seconds": seconds, "ms": [round(one, 4) for one in taken]}


def _connect(port: int, coming: Iterator[bytes]) -> _Connection:
    made = socket.create_connection(("127.0.0.1", port), timeout=30)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return _Connection(made, coming)


def _message(method: str, target: str, body: str) -> bytes:
    content = body.encode()
    head = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1", "Accept: application/json"]
    if content:
        head += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
    return "\r\n".join([*head, "", ""]).encode() + content


if __name__ == "__main__":
    json.dump(run(Order(**json.load(sys.stdin))), sys.stdout)
