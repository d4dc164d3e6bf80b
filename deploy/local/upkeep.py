"""The smaller tasks: layout of the code, pinned versions, clearing up, the list of tasks."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from deploy.local.bootstrap import DEV, RASA, ensure
from deploy.local.commands import Command, Failed, run_logged, run_visible
from deploy.local.stamps import setup_lock
from deploy.local.tree import Tree
from deploy.local.uv import explain, get_uv, pip_settings, torch_options, uv_environment

_REBUILT = ("var/build", "var/index", "var/models", ".rasa")
_CACHES = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache")
# app before dev: the versions of the one bind the other, since both live in one environment.
_PINNED = (("app", "3.11", ()), ("dev", "3.11", ("-c", "requirements/app.txt")), ("rasa", "3.10", ()))

_BARE = ("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links")


def show_help(tree: Tree) -> int:
    """List the tasks with the lines that stand beside them in the Makefile."""
    text = (tree.root / "Makefile").read_text(encoding="utf-8")
    for name, line in re.findall(r"^(\w+):.*?## (.*)$", text, re.M):
        print(f"  make {name:<8} {line}")
    return 0


def format_code(tree: Tree) -> int:
    """Let ruff write the layout and mend what it safely can."""
    ensure(tree, (DEV,))
    ruff: Command = [tree.app_python, "-m", "ruff"]
    return run_visible(tree, [*ruff, "check", "--fix", "."]) or run_visible(tree, [*ruff, "format", "."])


def compile_pins(tree: Tree) -> int:
    """Write requirements/*.txt from *.in: names and versions only, no address, no build of one machine."""
    with setup_lock(tree):
        log = tree.logs / "pins.log"
        log.write_text("", encoding="utf-8")
        uv = get_uv(tree, log)
        settings = pip_settings(tree)
        env = uv_environment(settings)
        for name, python, constraints in _PINNED:
            source, target = f"requirements/{name}.in", tree.root / f"requirements/{name}.txt"
            options = torch_options(_with_includes(tree, source), int(python.split(".")[1]), settings)
            options += ["--upgrade"] if os.environ.get("UPGRADE") else []
            forget_torch(target)
            command: Command = [uv, "pip", "compile", source, "-o", target, "--python-version", python]
            try:
                run_logged(tree, f"{name}.txt", [*command, *_BARE, *constraints, *options], log, env)
            except Failed as failed:
                raise explain(tree, failed, f"{name}.txt") from None
            target.write_text(strip_local_builds(target.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def forget_torch(target: Path) -> None:
    """Drop the old pin of torch: without its `+cpu`, uv would keep to the build that brings CUDA along."""
    if target.exists():
        pins = target.read_text(encoding="utf-8").splitlines()
        target.write_text("".join(f"{pin}\n" for pin in pins if not pin.startswith("torch==")), encoding="utf-8")


def strip_local_builds(pins: str) -> str:
    """Keep `name==version` lines alone: without `+cpu`, without options and addresses."""
    kept = [re.sub(r"\+[\w.]+", "", line) for line in pins.splitlines() if re.match(r"\w", line)]
    return "\n".join(kept) + "\n"


def _with_includes(tree: Tree, source: str) -> str:
    """Return a requirement file with the files that it includes."""
    text = (tree.root / source).read_text(encoding="utf-8")
    return text + "".join(
        (tree.root / "requirements" / name).read_text(encoding="utf-8")
        for name in re.findall(r"^-r (\S+)$", text, re.M)
    )


def clean(tree: Tree) -> int:
    """Remove what can be made again."""
    for name in (*_REBUILT, *_CACHES):
        shutil.rmtree(tree.root / name, ignore_errors=True)
    return 0


def install(tree: Tree) -> int:
    """Make both environments."""
    ensure(tree, (DEV, RASA))
    return 0
