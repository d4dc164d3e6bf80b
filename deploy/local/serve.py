"""`make serve`: everything ready, three programs running, one line with the address, and an orderly end."""

from __future__ import annotations

import http.client
import os
import signal
import time
from types import FrameType

from deploy.local import listen
from deploy.local.bootstrap import APP, RASA, ensure
from deploy.local.build import MODEL, build
from deploy.local.console import Problem, StatusLine, say, tail
from deploy.local.leash import hold
from deploy.local.supervision import Program, Supervisor
from deploy.local.tree import Tree

# A program that has to be started this often before the service is ready will not come up by itself.
_STARTS = 3
# Rasa loads TensorFlow in 10 to 30 s; ten times that is a slow machine, more is a fault.
_READY_SECONDS = 300
_POLL_SECONDS = 0.3


def serve(tree: Tree) -> int:
    """Install, build, run until asked to stop. Returns the exit status."""
    if "MAKELEVEL" in os.environ:
        hold(signal.SIGTERM)  # started by make: end with it even if it is killed
    listen.choose(os.environ)  # a port that is taken is said before minutes of installing
    ensure(tree, (APP, RASA))
    build(tree)
    where = listen.choose(os.environ)
    environment = {**tree.environment(), **where.environment()}
    supervisor = Supervisor(tree, str(where.port), programs(tree, where), environment)
    return Session(supervisor, where).run()


def programs(tree: Tree, where: listen.Listen) -> list[Program]:
    """Return the three programs: Rasa, what it can do, and the API in front."""
    app, rasa = tree.short(tree.app_python), tree.short(tree.rasa_python)
    rasa_options = ["-i", listen.LOOPBACK, "-p", str(where.rasa_port), "-m", MODEL]
    rasa_files = ["--endpoints", "bot/endpoints.yml", "--credentials", "bot/credentials.yml"]
    return [
        Program("rasa", [rasa, "-m", "bot.engine", "run", *rasa_options, *rasa_files]),
        Program("actions", [app, "-m", "bot.actions", "--port", str(where.actions_port)]),
        Program("api", [app, "-m", "api"]),
    ]


class Session:
    """One run of the service, from the start of supervisord to the end of every process."""

    def __init__(self, supervisor: Supervisor, where: listen.Listen) -> None:
        self.supervisor, self.where = supervisor, where
        self.stops = 0  # how often we were asked to stop
        self._pids: dict[str, set[object]] = {}
        self._log_starts: dict[str, int] = {}
        self._supervisors: list[float] = []  # when each supervisord was started

    def run(self) -> int:
        """Start, wait until ready, say where, and stay until a signal. Raises `Problem` if it cannot start."""
        for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # `nohup` has switched SIGHUP off, and means it.
            if signum != signal.SIGHUP or signal.getsignal(signum) is not signal.SIG_IGN:
                signal.signal(signum, self._on_signal)
        try:
            self._note_logs()
            self._start()
            if self._wait_until_ready():
                print(f"问考 is ready: {self.where.url}", flush=True)
                while not self.stops:
                    self._keep_supervisor()
                    time.sleep(_POLL_SECONDS)
            say("… stopping / 正在停止")
        finally:
            self.supervisor.stop()
        return 0

    def _on_signal(self, _signum: int, _frame: FrameType | None) -> None:
        self.stops += 1
        if self.stops > 1:  # whoever presses Ctrl-C again does not want to wait
            self.supervisor.kill()

    def _wait_until_ready(self) -> bool:
        """Return whether the service became ready before it was asked to stop."""
        status = StatusLine("starting / 正在启动")
        try:
            while not self.stops:
                self._keep_supervisor()
                states = self.supervisor.states()
                self._check_starts(states)
                answer = readiness(self.where)
                if answer.startswith("200"):
                    return True
                if status.seconds > _READY_SECONDS:
                    raise self._too_late(answer)
                status.show(" · ".join(f"{one['name']} {str(one['statename']).lower()}" for one in states))
                time.sleep(_POLL_SECONDS)
            return False
        finally:
            status.clear()

    def _check_starts(self, states: list[dict[str, object]]) -> None:
        """Raise the `Problem` of a program that ends again and again."""
        for one in states:
            name, pids = str(one["name"]), self._pids.setdefault(str(one["name"]), set())
            if one["pid"]:
                pids.add(one["pid"])
            if len(pids) > _STARTS or one["statename"] in ("BACKOFF", "FATAL"):
                raise self._does_not_start(name, str(one["spawnerr"]))

    def _does_not_start(self, name: str, reason: str) -> Problem:
        log = self.supervisor.log(name)
        shown = self.supervisor.tree.short(log)
        return Problem(
            f"{name} does not start; the end of {shown} stands above.",
            f"{name} 无法启动：上面是 {shown} 的末尾。",
            f"{tail(log, 15, self._log_starts.get(name, 0))}\n{reason}".strip(),
        )

    def _too_late(self, answer: str) -> Problem:
        return Problem(
            f"Not ready after {_READY_SECONDS} s (/readyz: {answer}); logs: var/log.",
            f"{_READY_SECONDS} 秒后仍未就绪；日志：var/log。",
        )

    def _start(self) -> None:
        self._supervisors.append(time.monotonic())
        self._pids.clear()
        self.supervisor.start()

    def _keep_supervisor(self) -> None:
        """Start supervisord again if somebody killed it; raise `Problem` if it ends again and again."""
        if self.supervisor.is_alive() or self.stops:
            return
        lately = [start for start in self._supervisors if time.monotonic() - start < 10]
        if len(lately) >= _STARTS:
            raise self._does_not_start("supervisord", "")
        self._start()

    def _note_logs(self) -> None:
        """Remember where each log ends now: only what this run writes is shown."""
        names = [*(program.name for program in self.supervisor.programs), "supervisord"]
        for name in names:
            log = self.supervisor.log(name)
            self._log_starts[name] = log.stat().st_size if log.exists() else 0


def readiness(where: listen.Listen) -> str:
    """Return the status and the beginning of the body of /readyz, or why there is none."""
    connection = http.client.HTTPConnection(where.reachable_host, where.port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        response = connection.getresponse()
        return f"{response.status} {response.read(300).decode('utf-8', 'replace')}"
    except (OSError, http.client.HTTPException) as error:
        return str(error)
    finally:
        connection.close()
