"""Ties a process to the one that started it, so that not even `kill -9` leaves an orphan.

As a program: `python -m deploy.local.leash COMMAND …` becomes COMMAND, which the kernel kills with its parent.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1
# Loaded here and not after a fork, where the loader's locks may be held by a thread that is gone.
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform.startswith("linux") else None


def hold(signum: int, parent: int | None = None) -> None:
    """Ask the kernel for `signum` when the parent ends. Does nothing where the kernel is not Linux."""
    if _LIBC is None:
        return
    _LIBC.prctl(_PR_SET_PDEATHSIG, int(signum), 0, 0, 0)
    if parent is not None and os.getppid() != parent:  # it ended before we asked
        os.kill(os.getpid(), signum)


def leashed(signum: int) -> Callable[[], None]:
    """Return a `preexec_fn` for `subprocess` that ties the child to this process."""
    parent = os.getpid()
    return lambda: hold(signum, parent)


if __name__ == "__main__":
    hold(signal.SIGKILL)
    os.execvp(sys.argv[1], sys.argv[1:])
