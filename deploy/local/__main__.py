"""`python -m deploy.local TASK`: one task of the Makefile."""

from __future__ import annotations

import errno
import os
import shlex
import sys
from collections.abc import Callable

from deploy.local.bootstrap import APP, DEV, RASA, ensure
from deploy.local.build import build_index, train
from deploy.local.check import check, lint
from deploy.local.commands import Stopped, run_visible, stop_on_signals
from deploy.local.console import Problem, say
from deploy.local.notices import (
    check_notices,
    ingest,
    list_affected,
    list_editions,
    publish,
    rollback,
    withdraw,
)
from deploy.local.serve import serve
from deploy.local.tree import Tree
from deploy.local.upkeep import clean, compile_pins, format_code, install, show_help


def _index(tree: Tree) -> int:
    ensure(tree, (APP,))
    build_index(tree)
    return 0


def _train(tree: Tree) -> int:
    ensure(tree, (APP, RASA))
    train(tree)
    return 0


def _lint(tree: Tree) -> int:
    ensure(tree, (DEV,))
    return lint(tree)


def _chat(tree: Tree) -> int:
    ensure(tree, (APP,))
    return run_visible(tree, [tree.app_python, "-m", "api.terminal"])


def _bench(tree: Tree) -> int:
    arguments = shlex.split(os.environ.get("ARGS", ""))
    ensure(tree, (DEV,) if {"endpoints", "search"} & set(arguments) else (DEV, RASA))
    return run_visible(tree, [tree.app_python, "-m", "bench", *arguments])


def _evaluate(tree: Tree) -> int:
    arguments = shlex.split(os.environ.get("ARGS", ""))
    ensure(tree, (DEV, RASA))
    return run_visible(tree, [tree.app_python, "-m", "bench.evaluation", *arguments])


def _embedding(tree: Tree) -> int:
    arguments = shlex.split(os.environ.get("ARGS", ""))
    ensure(tree, (APP,))
    trained = run_visible(tree, [tree.app_python, "-m", "retrieval.training", *arguments])
    return trained or run_visible(tree, [tree.app_python, "-m", "retrieval.training.calibrating"])


TASKS: dict[str, Callable[[Tree], int]] = {
    "help": show_help,
    "serve": serve,
    "test": check,
    "chat": _chat,
    "check": check_notices,
    "ingest": ingest,
    "publish": publish,
    "withdraw": withdraw,
    "editions": list_editions,
    "rollback": rollback,
    "affected": list_affected,
    "install": install,
    "index": _index,
    "train": _train,
    "embedding": _embedding,
    "lint": _lint,
    "format": format_code,
    "pins": compile_pins,
    "clean": clean,
    "bench": _bench,
    "evaluate": _evaluate,
}


def main(arguments: list[str]) -> int:
    """Run one task and return its exit status; a problem is one sentence, never a traceback."""
    tree = Tree.here()
    task = TASKS.get(arguments[0] if arguments else "help")
    if task is None:
        say(f"✗ No such task: {arguments[0]}; `make help` lists them / 没有此任务，见 `make help`")
        return 2
    os.chdir(tree.root)
    stop_on_signals()
    try:
        return task(tree)
    except Problem as problem:
        problem.report()
        return 1
    except (KeyboardInterrupt, Stopped):
        say("✗ stopped / 已停止")
        return 130
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        say("✗ The disk is full: free some space and repeat. / 磁盘已满：请清理空间后重试。")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
