"""Every step in every size, each in a process of its own; the page and the plots are made of what they say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
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

_SECONDS = 1_500  # for a step, and for all alternatives together with it; GROWTH_SECONDS allows others
Figures = dict[int, dict[str, dict[str, Any]]]


def sizes() -> list[int]:
    """All of them, or those that GROWTH_SIZES names (`1000,10000`)."""
    named = os.environ.get("GROWTH_SIZES", "")
    return [int(one) for one in named.split(",")] if named else list(SIZES)


def measure(tree: Tree) -> str:
    """Measure all sizes; returns the page."""
    say(f"… {machine.hardware()}, load {machine.load()}")
    load = machine.load()
    ends = time.monotonic() + int(os.environ.get("GROWTH_SECONDS", _SECONDS))
    figures: Figures = {
        size: {step: _step(step, size, _SECONDS) for step in ("build", "serve")} for size in sizes()
    }
    for size, steps in figures.items():
        steps.update({step: _step(step, size, ends - time.monotonic()) for step in ALTERNATIVES})
    write_plots(figures, tree.root / "docs" / "images")
    return page(figures, date.today().isoformat(), machine.hardware(), load)


def _step(step: str, size: int, seconds: float) -> dict[str, Any]:
    if seconds <= 0:
        return {"cut": "not run: the time for all was up"}
    say(f"  {size:,}: {step}")
    command = [sys.executable, "-m", "bench.growth.work", step, str(size)]
    try:
        done = subprocess.run(
            command, cwd=Path.cwd(), capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return {"cut": f"given up after {seconds:.0f} s: the time for all was up"}
    if done.returncode != 0:
        if step in ("build", "serve"):
            raise RuntimeError(f"{step} of {size}: {done.stderr[-2000:]}")
        return {"cut": (done.stderr.strip().splitlines() or ["ended"])[-1][:120]}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
