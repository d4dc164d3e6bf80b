"""The two sides as running services: the same gateway and action server, each with its own Rasa and databases."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bench.client import Caller
from bench.models import DEFAULT, Trained, environment
from deploy.local import listen
from deploy.local.build import MODEL
from deploy.local.console import Problem, StatusLine, tail
from deploy.local.serve import programs, readiness
from deploy.local.supervision import Program, Supervisor
from deploy.local.tree import Tree

_READY_SECONDS = 300
_DEFAULT_FILES = ("--endpoints", "bench/rasa_default/endpoints.yml", "--credentials", "bot/credentials.yml")
_API = "--enable-api"  # /model/parse and the tracker, which `hops` reads


@dataclass
class Side:
    """A running service, and what its start took."""

    name: str
    where: listen.Listen
    trained: Trained
    supervisor: Supervisor
    ready_seconds: float = 0.0
    """From starting the three programs until all are ready; Rasa is the last by far."""

    def gateway(self) -> Caller:
        """A new connection to the gateway."""
        return Caller(listen.LOOPBACK, self.where.port)

    def rasa(self) -> Caller:
        """A new connection to Rasa itself."""
        return Caller(listen.LOOPBACK, self.where.rasa_port)

    def actions(self) -> Caller:
        """A new connection to the action server itself."""
        return Caller(listen.LOOPBACK, self.where.actions_port)

    def pids(self) -> dict[str, int]:
        """The process of each program at this moment, by the program's short name."""
        states = self.supervisor.states()
        return {str(one["name"]).rsplit("-", 1)[-1]: int(str(one["pid"])) for one in states if one["pid"]}

    def rasa_megabytes(self) -> float:
        """Resident memory of the Rasa process."""
        status = Path(f"/proc/{self.pids()['rasa']}/status").read_text(encoding="ascii", errors="replace")
        found = re.search(r"^VmRSS:\s+(\d+) kB", status, re.MULTILINE)
        return int(found.group(1)) / 1024 if found else 0.0


@contextmanager
def running(tree: Tree, name: str, trained: Trained, data: Path) -> Iterator[Side]:
    """Start one side, with its databases in the folder `data`; at the end nothing of it is left running."""
    where = listen.choose({"PORT": str(free_port())})
    supervisor = Supervisor(
        tree, f"bench-{name}", _programs(tree, name, trained, where), _environment(tree, where, data)
    )
    side = Side(name, where, trained, supervisor)
    try:
        _start(side)
        pids = side.pids()
        yield side
        if side.pids() != pids:
            raise Problem(
                f"A program of {name} was restarted: nothing measured counts.", f"{name} 中途重启，结果作废。"
            )
    finally:
        supervisor.stop()


def _programs(tree: Tree, name: str, trained: Trained, where: listen.Listen) -> list[Program]:
    """Ours is started as `make serve` does; the default by Rasa's own command. Gateway and actions are the same."""
    rasa, *others = programs(tree, where)
    if name == DEFAULT.name:
        command = [tree.short(tree.rasa_python), "-m", "rasa", "run", "-m", trained.model, *_DEFAULT_FILES]
        command += ["-i", listen.LOOPBACK, "-p", str(where.rasa_port)]
    else:
        command = [trained.model if part == MODEL else part for part in rasa.command]
    chosen = [Program(rasa.name, [*command, _API]), *others]
    return [replace(one, name=f"bench-{name}-{one.name}") for one in chosen]


def _environment(tree: Tree, where: listen.Listen, data: Path) -> dict[str, str]:
    data.mkdir()
    return {
        **environment(tree),
        **where.environment(),
        "DATABASE_URL": f"sqlite+aiosqlite:///{data / 'wenkao.db'}",
        "WENKAO_TRACKER_DB": str(data / "tracker.db"),
    }


def _start(side: Side) -> None:
    """Start and wait until everything answers. Raises `Problem`."""
    started = time.monotonic()
    status = StatusLine(f"starting {side.name} / 正在启动")
    seen: set[int] = set()
    side.supervisor.start()
    while not readiness(side.where).startswith("200"):
        seen |= set(side.pids().values())
        ends_again_and_again = len(seen) > 2 * len(side.supervisor.programs)
        if ends_again_and_again or status.seconds > _READY_SECONDS:
            status.clear()
            raise _does_not_start(side)
        status.show()
        time.sleep(0.1)
    side.ready_seconds = time.monotonic() - started
    status.done()


def _does_not_start(side: Side) -> Problem:
    logs = [side.supervisor.log(one.name) for one in side.supervisor.programs]
    ends = [f"{log.name}:\n{tail(log, 8)}" for log in logs]
    return Problem(
        f"{side.name} does not start; logs above.", f"{side.name} 无法启动；日志见上。", "\n".join(ends)
    )


def free_port() -> int:
    """A port on loopback on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((listen.LOOPBACK, 0))
        return int(probe.getsockname()[1])
