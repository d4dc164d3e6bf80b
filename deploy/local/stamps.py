"""Remembers what was made from what, so that nothing is made twice; and lets one task at a time make it."""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from deploy.local.console import say
from deploy.local.tree import Tree


def digest(root: Path, patterns: Iterable[str]) -> str:
    """Return a hash over the names and contents of the files that the patterns match, in a fixed order."""
    total = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in root.glob(pattern)}):
        if path.is_file() and "__pycache__" not in path.parts:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{path.relative_to(root)}\0{content}\n".encode())
    return total.hexdigest()


def read_stamp(path: Path) -> dict[str, Any]:
    """Return what a stamp says; a missing or damaged one says nothing."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(path: Path, stamp: dict[str, Any]) -> None:
    """Write a stamp whole or not at all."""
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    draft.replace(path)


@contextmanager
def setup_lock(tree: Tree) -> Iterator[None]:
    """Hold the lock under which environments, index and model are made. The kernel frees it at any end."""
    tree.make_folders()
    with (tree.run / "setup.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("… another make is preparing this folder: waiting / 另一个 make 正在准备此目录，等待中")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
