"""A dialogue: ours against Rasa's default configuration, in one run."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from bench import machine
from bench.hops import where_a_turn_goes
from bench.models import DEFAULT, OURS, prepare, train
from bench.report import Process, Result, markdown
from bench.rounds import PEOPLE, Bounds, at_once, interleaved, one_by_one
from bench.sides import Side, running
from bench.workload import Workload, load_workload
from deploy.local.build import build_index
from deploy.local.console import say
from deploy.local.tree import Tree

# The measuring takes less than three minutes, on a slow machine too: it then makes fewer rounds.
_ONE_BY_ONE = Bounds(rounds=12, seconds=50)
_AT_ONCE = Bounds(rounds=8, seconds=70)
_HOPS = Bounds(rounds=6, seconds=30)
_WARM_UP = Bounds(rounds=2, seconds=10)


def measure(tree: Tree) -> str:
    """Train what has changed, start both sides, measure, and return the page."""
    workload = load_workload()
    build_index(tree)
    prepare(tree)
    trained = {recipe.name: train(tree, recipe) for recipe in (OURS, DEFAULT)}
    load = machine.load()
    with ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wenkao-bench-")))
        ours, default = (
            stack.enter_context(running(tree, name, model, data / name)) for name, model in trained.items()
        )
        return markdown(_measured((ours, default), workload, _heading(tree, workload, load)))


def _measured(sides: tuple[Side, Side], workload: Workload, heading: Sequence[str]) -> Result:
    say("… warming up / 预热")
    interleaved(one_by_one, sides, workload, _WARM_UP)
    say("… one client after the other / 逐个会话")
    alone = interleaved(one_by_one, sides, workload, _ONE_BY_ONE)
    say(f"… {PEOPLE} conversations at once / {PEOPLE} 个会话同时进行")
    together = interleaved(at_once, sides, workload, _AT_ONCE)
    say("… where a turn goes / 一轮对话的时间去向")
    hops = where_a_turn_goes(sides, workload, _HOPS)
    ours, default = (Process(side.trained, side.ready_seconds, side.rasa_megabytes()) for side in sides)
    return Result(heading, alone, together, hops, (ours, default))


def _heading(tree: Tree, workload: Workload, load: str) -> list[str]:
    talks = len(workload.conversations)
    return [
        f"Made by `make bench` on {date.today().isoformat()}; do not edit. {machine.describe(tree)}; load average "
        f"before the start {load}.",
        f"The same {workload.size} turns in {talks} conversations (`bench/dialogue.yml`) go to two complete services on "
        "this machine: gateway, Rasa and action server each, on loopback, with databases of their own. They differ only "
        "in Rasa: `bot/config.yml` here, and what `rasa init` proposes, for Chinese, there "
        "(`bench/rasa_default/config.yml`), trained on the same examples and rules and a story per rule. Two action "
        "servers and not a shared one: each side is then started and measured as it is deployed, and the one that "
        "waits takes no processor time.",
    ]
