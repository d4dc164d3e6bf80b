"""Every step in every size, each in a process of its own; the page and the plots are made of what they say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from bench import machine
from bench.growth.alternatives import STEPS as ALTERNATIVES
from bench.growth.corpora import SIZES
from bench.growth.plots import write_plots
from bench.growth.report import page
from deploy.local.console import say
from deploy.local.tree import Tree

_SECONDS = 1_500
Figures = dict[int, dict[str, dict[str, Any]]]


def sizes() -> list[int]:
    """All of them, or those that GROWTH_SIZES names (`1000,10000`)."""
    named = os.environ.get("GROWTH_SIZES", "")
    return [int(one) for one in named.split(",")] if named else list(SIZES)


def measure(tree: Tree) -> str:
    """Measure all sizes; returns the page."""
    say(f"… {machine.hardware()}, load {machine.load()}")
    load = machine.load()
    figures: Figures = {
        size: {step: _step(step, size) for step in ("build", "serve", *ALTERNATIVES)} for size in sizes()
    }
    write_plots(figures, tree.root / "docs" / "images")
    return page(figures, date.today().isoformat(), machine.hardware(), load)


def _step(step: str, size: int) -> dict[str, Any]:
    say(f"  {size:,}: {step}")
    command = [sys.executable, "-m", "bench.growth.work", step, str(size)]
    try:
        done = subprocess.run(
            command, cwd=Path.cwd(), capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return {"cut": f"given up after {_SECONDS} s"}
    if done.returncode != 0:
        if step in ("build", "serve"):
            raise RuntimeError(f"{step} of {size}: {done.stderr[-2000:]}")
        return {"cut": (done.stderr.strip().splitlines() or ["ended"])[-1][:120]}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
