"""Runs programs under supervisord, which starts each again whenever it ends."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deploy.local.leash import leashed
from deploy.local.supervisor_client import state_of
from deploy.local.tree import Tree

# supervisord binds `NAME.PID` first, and the kernel takes 107 bytes.
_LONGEST_SOCKET = 107 - len(".4194304")
_STOP_SECONDS = 8


@dataclass(frozen=True)
class Program:
    """A program to keep running; its command is relative to the root of the checkout."""

    name: str
    command: Sequence[str]


@dataclass
class Supervisor:
    """One supervisord and its programs. `name` tells the instances of one checkout apart."""

    tree: Tree
    name: str
    programs: Sequence[Program]
    environment: Mapping[str, str]
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _socket_folder: Path | None = field(default=None, init=False)

    @property
    def config(self) -> Path:
        """The generated configuration."""
        return self.tree.run / f"supervisord-{self.name}.conf"

    @property
    def socket(self) -> Path:
        """Where supervisord answers: in var/run, or in a temporary folder where that path is too long."""
        path = self.tree.run / f"supervisord-{self.name}.sock"
        if len(os.fsencode(path)) <= _LONGEST_SOCKET:
            return path
        if self._socket_folder is None:
            self._socket_folder = Path(tempfile.mkdtemp(prefix="wenkao-"))
        return self._socket_folder / "s"

    def log(self, program: str) -> Path:
        """Return the log of a program, or of supervisord itself."""
        return self.tree.logs / f"{program}.log"

    def start(self) -> None:
        """Start supervisord, and by it the programs."""
        self.tree.make_folders()
        self.config.write_text(self.config_text(), encoding="utf-8")
        with self.log("supervisord").open("ab") as output:
            self._process = subprocess.Popen(
                [
                    self.tree.app_python,
                    "-m",
                    "supervisor.supervisord",
                    "-c",
                    self.tree.short(self.config),
                ],
                cwd=self.tree.root,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                # Ctrl-C and a closing terminal reach us alone: we end supervisord, it ends the programs.
                start_new_session=True,
                preexec_fn=leashed(signal.SIGTERM),
            )

    def is_alive(self) -> bool:
        """Tell whether supervisord itself still runs."""
        return self._process is not None and self._process.poll() is None

    def states(self) -> list[dict[str, object]]:
        """Return what supervisord says of each program; nothing while it does not answer yet."""
        return state_of(str(self.socket))

    def ask_to_stop(self) -> None:
        """Ask supervisord to end all programs and itself."""
        if self._process and self.is_alive():
            self._process.terminate()

    def kill(self) -> None:
        """End supervisord at once; the leash takes the programs along."""
        if self._process and self.is_alive():
            self._process.kill()

    def stop(self, patience: float = _STOP_SECONDS + 4) -> None:
        """End everything, patiently first, and leave nothing behind."""
        self.ask_to_stop()
        if self._process:
            try:
                self._process.wait(patience)
            except subprocess.TimeoutExpired:
                self.kill()
                self._process.wait()
        if self._socket_folder:
            shutil.rmtree(self._socket_folder, ignore_errors=True)
            self._socket_folder = None

    def config_text(self) -> str:
        """Return supervisord's configuration. Paths are relative to the root, so none needs quoting."""
        names = ",".join(program.name for program in self.programs)
        head = _HEAD.format(
            socket=_literal(self.tree.short(self.socket)),
            pidfile=_literal(self.tree.short(self.config.with_suffix(".pid"))),
            user="user=root\n" if os.geteuid() == 0 else "",
            names=names,
        )
        return head + "".join(map(self._section, self.programs))

    def _section(self, program: Program) -> str:
        leash = [self.tree.short(self.tree.app_python), "-m", "deploy.local.leash"]
        return _PROGRAM.format(
            name=program.name,
            command=_literal(shlex.join([*leash, *program.command])),
            seconds=_STOP_SECONDS,
        )


def _literal(text: str) -> str:
    """Protect a text from supervisord's `%(…)s`."""
    return text.replace("%", "%%")


# `user` only says that running as root is meant. One group, because groups are stopped one after another.
_HEAD = """\
; Written by `make serve` at every start.
[unix_http_server]
file={socket}
chmod=0700

[supervisord]
nodaemon=true
silent=true
{user}logfile=var/log/supervisord.log
logfile_maxbytes=5MB
logfile_backups=1
pidfile={pidfile}

[rpcinterface:supervisor]
supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

[supervisorctl]
serverurl=unix://{socket}

[group:wenkao]
programs={names}
"""

# startsecs=0: a program counts as started at once, so supervisord never waits longer and longer between tries
# and never gives up on one that was killed many times.
_PROGRAM = """
[program:{name}]
command={command}
autorestart=true
startsecs=0
startretries=1000
stopasgroup=true
killasgroup=true
stopwaitsecs={seconds}
redirect_stderr=true
stdout_logfile=var/log/{name}.log
stdout_logfile_maxbytes=10MB
stdout_logfile_backups=3
"""
