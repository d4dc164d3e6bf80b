"""Finds Python interpreters that really run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deploy.local.console import Problem

_PROBE = "import sys; print(*sys.version_info[:2], sys.implementation.name, sys.executable)"


@dataclass(frozen=True)
class Interpreter:
    """A CPython that answered."""

    path: Path
    minor: int


def find(
    minors: Sequence[int], uv: Path | None = None, environ: Mapping[str, str] = os.environ
) -> Interpreter | None:
    """Return the first interpreter of a wanted version `3.minor`, in the order of `minors`."""
    for minor in minors:
        for candidate in _candidates(minor, uv, environ):
            found = probe(candidate)
            if found and found.minor == minor:
                return found
    return None


def probe(candidate: str | Path) -> Interpreter | None:
    """Run a candidate: a pyenv shim of that name may be there and still know no such version."""
    answer = _output([str(candidate), "-I", "-c", _PROBE]).split(maxsplit=3)
    if len(answer) != 4 or answer[0] != "3" or answer[2] != "cpython":
        return None
    return Interpreter(Path(answer[3].strip()), int(answer[1]))


def missing(minors: Sequence[int], why: str, why_chinese: str, uv: str) -> Problem:
    """Return the sentence that says which Python is missing and how to get it."""
    wanted = f"Python 3.{minors[0]}"
    command = f"{uv} python install 3.{minors[0]}"
    return Problem(
        f"{wanted} is missing ({why}): run `{command}`, then repeat.",
        f"缺少 {wanted}（{why_chinese}）：请运行 `{command}` 后重试。",
    )


def _candidates(minor: int, uv: Path | None, environ: Mapping[str, str]) -> Iterator[str | Path]:
    if sys.version_info[:2] == (3, minor):
        yield sys.executable
    name = f"python3.{minor}"
    yield from _on_path(name, environ)
    pyenv = Path(environ.get("PYENV_ROOT") or Path(environ.get("HOME", "~")).expanduser() / ".pyenv")
    yield from _newest_first(pyenv.glob(f"versions/3.{minor}.*/bin/{name}"))
    if uv:
        # Only uv's own interpreters: the search path is done, and uv stops at the first shim that fails.
        options = ["--managed-python", "--no-python-downloads", "--no-project"]
        managed = _output([str(uv), "python", "find", *options, f"3.{minor}"]).strip()
        if managed:
            yield managed


def _on_path(name: str, environ: Mapping[str, str]) -> Iterator[Path]:
    """Yield every `name` on PATH: behind a shim that fails the system's own may stand."""
    for folder in environ.get("PATH", "").split(os.pathsep):
        path = Path(folder) / name
        if folder and os.access(path, os.X_OK):
            yield path


def _newest_first(paths: Iterable[Path]) -> list[Path]:
    def patch(path: Path) -> int:
        digits = path.parents[1].name.rpartition(".")[2]
        return int(digits) if digits.isdigit() else -1

    return sorted(paths, key=patch, reverse=True)


def _output(command: list[str]) -> str:
    """Return what a command prints, nothing where it fails."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=30, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return ""
    return done.stdout if done.returncode == 0 else ""
