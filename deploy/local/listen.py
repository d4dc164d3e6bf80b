"""Chooses where the three programs listen, and says so when a port is taken."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from dataclasses import dataclass

from deploy.local.console import Problem

LOOPBACK = "127.0.0.1"
_ANY_ADDRESS = {"": LOOPBACK, "0.0.0.0": LOOPBACK, "::": "::1"}


@dataclass(frozen=True)
class Listen:
    """The public address and the two ports that only this machine reaches."""

    host: str
    port: int
    rasa_port: int
    actions_port: int

    @property
    def reachable_host(self) -> str:
        """A host at which this machine itself reaches the API, also where it listens on every address."""
        return _ANY_ADDRESS.get(self.host, self.host)

    @property
    def url(self) -> str:
        """The address to print and to poll."""
        host = self.reachable_host
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"

    def environment(self) -> dict[str, str]:
        """Return the variables by which the programs find each other."""
        return {
            "HOST": self.host,
            "PORT": str(self.port),
            "RASA_URL": f"http://{LOOPBACK}:{self.rasa_port}",
            "ACTIONS_URL": f"http://{LOOPBACK}:{self.actions_port}",
        }


def choose(environ: Mapping[str, str]) -> Listen:
    """Read HOST, PORT, RASA_PORT and ACTIONS_PORT; inner ports that are not set are free ones. Raises `Problem`."""
    host = environ.get("HOST") or LOOPBACK
    port = _number(environ, "PORT") or 8000
    check_free(host, port, "PORT")
    taken = {port}
    inner = []
    for name, default in (("RASA_PORT", port + 1), ("ACTIONS_PORT", port + 2)):
        chosen = _number(environ, name)
        if chosen is None:
            chosen = default if default not in taken and is_free(LOOPBACK, default) else _any_free(taken)
        else:
            check_free(LOOPBACK, chosen, name)
        taken.add(chosen)
        inner.append(chosen)
    if len(taken) < 3:
        raise Problem("PORT, RASA_PORT and ACTIONS_PORT must differ.", "PORT、RASA_PORT、ACTIONS_PORT 不能相同。")
    return Listen(host, port, *inner)


def check_free(host: str, port: int, variable: str) -> None:
    """Raise the `Problem` that names the port, unless one can listen there."""
    if not is_free(host, port):
        raise Problem(
            f"Port {port} is taken: set {variable} to another one, e.g. `{variable}={port + 10} make serve`.",
            f"端口 {port} 已被占用：请换一个，例如 `{variable}={port + 10} make serve`。",
        )


def is_free(host: str, port: int) -> bool:
    """Tell whether one can listen at an address. Raises `Problem` where nobody ever can."""
    if port > 65535:
        return False
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError:
        raise Problem(f"HOST={host} is not an address of this machine.", f"HOST={host} 不是本机地址。") from None
    with socket.socket(family, kind, protocol) as probe:
        # As servers do: connections of one that has just ended do not hold the port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except PermissionError:
            raise Problem(
                f"Port {port} needs more rights: set PORT to 1024 or higher.",
                f"端口 {port} 需要更高权限：请将 PORT 设为 1024 以上。",
            ) from None
        except OSError as error:
            if "assign" in str(error):
                raise Problem(
                    f"HOST={host} is not an address of this machine.", f"HOST={host} 不是本机地址。"
                ) from None
            return False
        return True


def _number(environ: Mapping[str, str], name: str) -> int | None:
    text = environ.get(name, "")
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise Problem(
            f"{name}={text} is not a port: a number from 1 to 65535 is.",
            f"{name}={text} 不是有效端口（1–65535）。",
        )
    return int(text)


def _any_free(taken: set[int]) -> int:
    while True:
        with socket.socket() as probe:
            probe.bind((LOOPBACK, 0))
            port: int = probe.getsockname()[1]
        if port not in taken:
            return port
