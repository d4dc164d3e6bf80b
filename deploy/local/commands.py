"""Runs other programs: in sight, or into a log behind one moving line. None outlives the task."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

from deploy.local.console import StatusLine, tail
from deploy.local.leash import leashed
from deploy.local.tree import Tree

Command = Sequence[str | os.PathLike[str]]


class Failed(Exception):
    """A program ended with another status than 0."""

    def __init__(self, status: int, log: Path) -> None:
        super().__init__(f"status {status}")
        self.status, self.log = status, log


class Stopped(BaseException):
    """SIGTERM or SIGHUP asked this process to end."""


def stop_on_signals() -> None:
    """Turn SIGTERM and SIGHUP into `Stopped`; a SIGHUP that `nohup` has switched off stays so.

    A SIGINT counts also where a script that started us with `&` has switched it off: nobody would mean that.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _raise_stopped)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _raise_stopped)


def _raise_stopped(signum: int, _frame: FrameType | None) -> None:
    raise Stopped(signum)


def run_visible(tree: Tree, command: Command, env: Mapping[str, str] | None = None) -> int:
    """Run a program with this terminal and return its exit status."""
    sys.stdout.flush()
    child = subprocess.Popen(command, cwd=tree.root, env=env, preexec_fn=leashed(signal.SIGTERM))
    try:
        return child.wait()
    finally:
        _end(child)


def run_logged(tree: Tree, label: str, command: Command, log: Path, env: Mapping[str, str] | None = None) -> None:
    """Run a program with its output added to `log` and its last line shown. Raises `Failed`."""
    log.parent.mkdir(parents=True, exist_ok=True)
    status = StatusLine(label)
    with log.open("a", encoding="utf-8") as output:
        output.write(f"$ {' '.join(map(str, command))}\n")
        output.flush()
        start = output.tell()
        child = subprocess.Popen(
            command,
            cwd=tree.root,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=leashed(signal.SIGTERM),
        )
    try:
        while child.poll() is None:
            status.show(tail(log, 1, start).strip())
            time.sleep(0.2)
    finally:
        status.clear()
        _end(child)
    if child.returncode != 0:
        raise Failed(child.returncode, log)
    status.done()


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a child that still runs because this process was interrupted."""
    if child.poll() is not None:
        return
    # Ctrl-C has reached the child already; a second SIGINT would cut its own clearing up short.
    if not isinstance(sys.exc_info()[1], KeyboardInterrupt):
        child.send_signal(signal.SIGINT)
    try:
        child.wait(15)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
