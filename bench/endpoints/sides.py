"""The two servers, each one process, started alike."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.client import Caller
from bench.endpoints.workload import Ask
from bench.sides import free_port
from deploy.local import listen
from deploy.local.console import Problem, tail
from deploy.local.tree import Tree

_READY_SECONDS = 60
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """A running server."""

    name: str
    port: int
    pid: int

    def processor_seconds(self) -> float:
        """What its process has used of a processor so far; the system counts in steps of 10 ms."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2]
        user, system = fields.split()[11:13]
        return (int(user) + int(system)) / _TICKS

    def answer(self, ask: Ask) -> str:
        """The body of one answer. Raises `Problem` unless it is a 200."""
        with Caller(listen.LOOPBACK, self.port) as caller:
            return caller.text(ask.method, ask.target, ask.body.encode() or None)


@contextmanager
def gateway(tree: Tree, folder: Path) -> Iterator[Server]:
    """Ours, by the command of `make serve`, with a database of its own and without Rasa: facts need none."""
    variables = {"DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'wenkao.db'}"}
    with _running(tree, "bench-gateway", ["api"], variables) as server:
        yield server


@contextmanager
def bare(tree: Tree, folder: Path, recorded: dict[str, dict[str, str]]) -> Iterator[Server]:
    """The bare endpoints with these answers."""
    file = folder / "answers.json"
    file.write_text(json.dumps(recorded), encoding="utf-8")
    with _running(tree, "bench-bare", ["bench.endpoints.bare", str(file)], {}) as server:
        yield server


@contextmanager
def _running(tree: Tree, name: str, module: Sequence[str], variables: dict[str, str]) -> Iterator[Server]:
    where = listen.choose({"PORT": str(free_port())})
    environment = {**tree.environment(), **where.environment(), **variables}
    log = tree.logs / f"{name}.log"
    tree.make_folders()
    with log.open("wb") as lines:
        process = subprocess.Popen(
            [tree.app_python, "-m", *module], cwd=tree.root, env=environment, stdout=lines, stderr=lines
        )
    server = Server(name, where.port, process.pid)
    try:
        _wait(server, process, log)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until it answers. Raises `Problem`."""
    started = time.monotonic()
    while process.poll() is None and time.monotonic() - started < _READY_SECONDS:
        try:
            with Caller(listen.LOOPBACK, server.port) as caller:
                caller.get("/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise Problem(
        f"{server.name} does not start; the end of its log stands above.",
        f"{server.name} 无法启动。",
        tail(log, 8),
    )
