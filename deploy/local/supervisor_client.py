"""Asks supervisord how its programs are, over its Unix socket."""

from __future__ import annotations

import http.client
import socket
import xmlrpc.client
from typing import cast


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=5)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class _UnixTransport(xmlrpc.client.Transport):
    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def make_connection(self, host: object) -> http.client.HTTPConnection:  # noqa: ARG002 - its parent's signature
        connection = _UnixConnection(self._path)
        self._connection = (None, connection)  # where close() looks for it
        return connection


def state_of(path: str) -> list[dict[str, object]]:
    """Return supervisord's record of each program (`name`, `pid`, `statename`, `spawnerr`, …).

    Empty while supervisord does not answer, which is so for a moment after its start.
    """
    transport = _UnixTransport(path)
    server = xmlrpc.client.ServerProxy("http://localhost", transport=transport)
    try:
        return cast("list[dict[str, object]]", server.supervisor.getAllProcessInfo())
    except (OSError, http.client.HTTPException, xmlrpc.client.Error):
        return []
    finally:
        transport.close()
