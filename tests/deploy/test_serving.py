"""A real supervisord with three tiny programs: they come back, and they all end."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from stand_ins import REPOSITORY

from deploy.local.listen import Listen, choose
from deploy.local.serve import readiness
from deploy.local.supervisor_client import state_of
from deploy.local.tree import Tree

WEB = """\
import http.server, os
class Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
http.server.HTTPServer((os.environ["HOST"], int(os.environ["PORT"])), Ready).serve_forever()
"""
SLEEPER = "import time; time.sleep(600)"
# The same start as `make serve` makes, with other programs.
SERVE = """\
import os, sys
from pathlib import Path
from deploy.local.console import Problem
from deploy.local.listen import Listen
from deploy.local.serve import Session
from deploy.local.supervision import Program, Supervisor
from deploy.local.tree import Tree

where = Listen("127.0.0.1", *map(int, sys.argv[1:4]))
programs = [Program(name, [".venv/bin/python", f"{name}.py"]) for name in ("worker", "helper", "web")]
tree = Tree(Path.cwd())
supervisor = Supervisor(tree, "t", programs, {**os.environ, **where.environment()})
try:
    sys.exit(Session(supervisor, where).run())
except Problem as problem:
    problem.report()
    sys.exit(1)
"""


def until(condition: Callable[[], bool]) -> None:
    """Wait; that a wait ends is the test runner's business."""
    while not condition():
        time.sleep(0.05)


def lives(pid: int) -> bool:
    """Tell whether a process is there and not merely waiting to be collected."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Service:
    """One `serve` in a process of its own."""

    def __init__(self, tree: Tree, worker: str = SLEEPER, web: str = WEB, ignored: int | None = None) -> None:
        for name, text in (("worker", worker), ("helper", SLEEPER), ("web", web)):
            (tree.root / f"{name}.py").write_text(text)
        self.where: Listen = choose({"PORT": str(_free_port())})
        self.socket = tree.run / "supervisord-t.sock"
        ports = [self.where.port, self.where.rasa_port, self.where.actions_port]
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE, *map(str, ports)],
            cwd=tree.root,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: ignored and signal.signal(ignored, signal.SIG_IGN),
        )

    def is_ready(self) -> bool:
        return readiness(self.where).startswith("200")

    def pids(self) -> dict[str, int]:
        states = state_of(str(self.socket))
        return {str(one["name"]): int(str(one["pid"])) for one in states if one["pid"]}

    def first_line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def checkout(tree: Tree) -> Tree:
    """A checkout whose environment is the one that these tests run in."""
    (tree.root / ".venv").symlink_to(sys.prefix)
    return tree


@pytest.fixture
def service(checkout: Tree) -> Iterator[Service]:
    made = Service(checkout)
    assert made.first_line() == f"问考 is ready: {made.where.url}\n"
    yield made
    made.process.kill()
    made.process.communicate()


def everything(service: Service, tree: Tree) -> list[int]:
    supervisord = int((tree.run / "supervisord-t.pid").read_text())
    return [supervisord, *service.pids().values()]


def test_a_program_that_is_killed_again_and_again_comes_back(service):
    seen = {service.pids()["worker"]}
    for _ in range(6):
        os.kill(service.pids()["worker"], signal.SIGKILL)
        until(lambda: service.pids().get("worker", 0) not in {0, *seen})
        seen.add(service.pids()["worker"])
    assert len(seen) == 7
    assert service.is_ready()


def test_the_service_comes_back_when_supervisord_itself_is_killed(service, checkout):
    before = everything(service, checkout)
    os.kill(before[0], signal.SIGKILL)
    until(lambda: not any(map(lives, before)))
    until(service.is_ready)
    assert not set(before) & set(everything(service, checkout))


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_every_process_and_the_task_with_status_0(service, checkout, signum):
    pids = everything(service, checkout)
    assert len(pids) == 4
    service.process.send_signal(signum)
    output, _ = service.process.communicate()
    assert service.process.returncode == 0
    assert output == ""  # the address was the only line
    assert not any(map(lives, pids))


def test_not_even_kill_9_leaves_a_process(service, checkout):
    pids = everything(service, checkout)
    service.process.kill()
    until(lambda: not any(map(lives, pids)))
    assert not service.is_ready()


def test_a_program_that_keeps_dying_is_named_with_the_end_of_its_log(checkout):
    log = checkout.logs / "worker.log"
    log.write_text("a line of yesterday\n")
    dying = Service(checkout, "print('no such model: wenkao'); raise SystemExit(3)", web=SLEEPER)
    output, errors = dying.process.communicate()
    assert dying.process.returncode == 1
    assert output == ""
    assert "no such model: wenkao" in errors
    assert "a line of yesterday" not in errors
    assert errors.splitlines()[-1].startswith("✗ worker does not start; the end of var/log/worker.log")
    assert "worker 无法启动" in errors


def test_ctrl_c_before_it_is_ready_ends_every_process_too(checkout):
    starting = Service(checkout, web=SLEEPER)
    until(lambda: len(starting.pids()) == 3)
    pids = everything(starting, checkout)
    starting.process.send_signal(signal.SIGINT)
    output, _ = starting.process.communicate()
    assert (starting.process.returncode, output) == (0, "")
    assert not any(map(lives, pids))


def test_ctrl_c_counts_although_a_script_started_it_in_the_background(checkout):
    # `make serve &` in a script: the shell has switched SIGINT off for it.
    service = Service(checkout, ignored=signal.SIGINT)
    assert "is ready" in service.first_line()
    pids = everything(service, checkout)
    service.process.send_signal(signal.SIGINT)
    service.process.communicate()
    assert not any(map(lives, pids))


def test_nohup_keeps_it_running_when_the_terminal_closes(checkout):
    service = Service(checkout, ignored=signal.SIGHUP)
    assert "is ready" in service.first_line()
    before = everything(service, checkout)
    service.process.send_signal(signal.SIGHUP)
    os.kill(service.pids()["worker"], signal.SIGKILL)
    until(lambda: service.pids().get("worker", 0) not in {0, *before})
    assert service.is_ready()
    assert service.process.poll() is None
    service.process.terminate()
    service.process.communicate()
