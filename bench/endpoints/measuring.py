"""Loads the two servers in turn, endpoint by endpoint, and counts."""

from __future__ import annotations

import json
import statistics
import subprocess
import tempfile
import uuid
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench import machine
from bench.endpoints.load import Order
from bench.endpoints.report import Result, markdown
from bench.endpoints.results import Pair, Pass
from bench.endpoints.sides import Server, bare, gateway
from bench.endpoints.workload import METHODS, Ask, load_asks
from deploy.local.build import build_index
from deploy.local.console import Problem, say
from deploy.local.tree import Tree

CONNECTIONS = 16
_PACKAGES = ("fastapi", "starlette", "pydantic", "uvicorn", "uvloop", "httptools")
_ROUNDS = 5
_SECONDS = 0.7
_WARM_UP_SECONDS = 0.4
# Copies of each request, more than can be answered in a pass.
_FRESH = 1000


def measure(tree: Tree) -> str:
    """Start both sides, load them, and return the page; about a minute."""
    asks = load_asks()
    build_index(tree)
    heading = _heading(asks, machine.load())
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wenkao-bench-")))
        ours = stack.enter_context(gateway(tree, folder))
        other = stack.enter_context(bare(tree, folder, _recorded(ours, asks)))
        sides = (ours, other)
        for many in asks.values():
            for side in sides:
                _load(tree, side, many, _WARM_UP_SECONDS)
        found: dict[str, list[Pair]] = {}
        first: dict[str, Pass] = {}
        for name, many in asks.items():
            say(f"… /v1/{name}")
            found[name] = [_pair(tree, sides, many) for _ in range(_ROUNDS)]
            if METHODS[name] == "GET":
                first[name] = _first_time(tree, ours, many)
        sizes = {
            name: statistics.mean(len(ours.answer(one).encode()) for one in many) for name, many in asks.items()
        }
    return markdown(Result(heading, found, first, sizes, CONNECTIONS))


def _heading(asks: dict[str, tuple[Ask, ...]], load: str) -> list[str]:
    return [
        f"Made by `make bench ARGS=endpoints` on {date.today().isoformat()}; do not edit. {machine.hardware()}, "
        f"{machine.versions(*_PACKAGES)}; load average before the start {load}.",
        f"The same {sum(map(len, asks.values()))} requests (`bench/endpoints.yml`) go to two servers on this machine, "
        "each one uvicorn process with the settings of `python -m api`. Ours reads and checks every parameter and "
        "answers from the notices; the bare one (`bench/endpoints/bare.py`) looks up the bytes that ours sent for the "
        "same query or body, and sends them. The requests come from a process apart.",
        "What a GET was answered with is kept for a minute (`api/answers.py`), so most GETs below are answered as the "
        "bare ones are, from memory: *first time* is what the gateway takes for one that nobody has asked in that "
        "minute. Every applicant is judged anew.",
    ]


def _recorded(ours: Server, asks: dict[str, tuple[Ask, ...]]) -> dict[str, dict[str, str]]:
    return {many[0].path: {one.key: ours.answer(one) for one in many} for many in asks.values()}


def _pair(tree: Tree, sides: tuple[Server, Server], asks: Sequence[Ask]) -> Pair:
    ours, other = (_load(tree, side, asks, _SECONDS) for side in sides)
    return ours, other


def _first_time(tree: Tree, ours: Server, asks: Sequence[Ask]) -> Pass:
    """Requests that nobody has made before: a parameter that no endpoint reads makes each address a new one."""
    made = [replace(one, query=f"{one.query}&first={uuid.uuid4().hex}") for _ in range(_FRESH) for one in asks]
    return _load(tree, ours, made, _SECONDS)


def _load(tree: Tree, side: Server, asks: Sequence[Ask], seconds: float) -> Pass:
    order = Order(side.port, CONNECTIONS, seconds, [(one.method, one.target, one.body) for one in asks])
    before = side.processor_seconds()
    done = subprocess.run(
        [tree.app_python, "-m", "bench.endpoints.load"], input=order.encoded(), capture_output=True, cwd=tree.root
    )
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise Problem(f"{side.name}: {reason}", f"{side.name} 没有正常回答。")
    answered = json.loads(done.stdout)
    return Pass(answered["seconds"], tuple(answered["ms"]), side.processor_seconds() - before)
