"""What all tests share: the verified library, the desk, and the whole service running."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.actions.desk import Desk, open_desk
from deploy.local.supervisor_client import state_of
from knowledge.library import Library
from knowledge.verification import verified_library
from retrieval.settings import RetrievalSettings

ROOT = Path(__file__).parent.parent


@dataclass
class Running:
    """The service as `make serve` runs it."""

    url: str
    process: subprocess.Popen[str]
    port: int
    var: Path

    def pid(self, program: str) -> int:
        """The process id of rasa, actions or api at this moment."""
        sockets = ROOT / "var" / "run" / f"supervisord-{self.port}.sock"
        states = {str(one["name"]): one for one in state_of(str(sockets))}
        return int(str(states[program]["pid"]))


def free_port() -> int:
    """A port with two free neighbours is likely above it; serve chooses others where not."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def library() -> Library:
    return verified_library()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The shipped notices, whatever an operator has published on this machine."""
    return open_desk(settings=RetrievalSettings(wenkao_var=tmp_path_factory.mktemp("desk"), embedding_model=""))


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Everything running by the very command of `make serve`, with a database of its own."""
    data = tmp_path_factory.mktemp("service")
    port = free_port()
    environment = {
        **os.environ,
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "WENKAO_VAR": str(data),  # editions, index and database apart from an operator's
        "DATABASE_URL": f"sqlite+aiosqlite:///{data / 'wenkao.db'}",
        "WENKAO_TRACKER_DB": str(data / "tracker.db"),
        "FIGURE_GATE": "raise",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "deploy.local", "serve"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)
        if "is ready" in line:
            break
    else:
        pytest.fail("the service did not start:\n" + "".join(said))
    yield Running(f"http://127.0.0.1:{port}", process, port, data)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)


@pytest.fixture(scope="session")
def service(running: Running) -> str:
    """The running service's address."""
    return running.url
