"""The plots of the page: latency, memory, build time and quality against the number of passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

Figures = Mapping[int, Mapping[str, Mapping[str, Any]]]
Lines = Mapping[str, Sequence[float]]


def write_plots(figures: Figures, folder: Path) -> list[Path]:
    """Draw what was measured; returns the files."""
    sizes = list(figures)
    serve, build = [one["serve"] for one in figures.values()], [one["build"] for one in figures.values()]
    latency = {
        f"{name}, {percentile}": [one[key][percentile] for one in serve]
        for name, key in (("narrowed", "search"), ("everything", "rank"))
        for percentile in ("p50", "p95")
    }
    memory = {
        "serving, PSS": [one["memory"]["pss"] for one in serve],
        "serving, own": [one["memory"]["anonymous"] for one in serve],
        "building, peak": [one["peak"] for one in build],
        "on disk": [one["disk"] for one in build],
    }
    quality = {
        "recall@1": [one["quality"]["at 1"] for one in serve],
        "recall@5": [one["quality"]["at 5"] for one in serve],
        "MRR@10": [one["quality"]["reciprocal"] for one in serve],
        "dense recall@10 against exact": [one["recall"] for one in serve],
    }
    return [
        _plot(sizes, latency, "ms", folder / "growth-latency.png"),
        _plot(sizes, memory, "MB", folder / "growth-memory.png", logarithmic=True),
        _plot(
            sizes, {"build": [one["seconds"] for one in build]}, "s", folder / "growth-build.png", logarithmic=True
        ),
        _plot(sizes, quality, "share", folder / "growth-quality.png", top=1.02),
    ]


def _plot(
    sizes: Sequence[int], lines: Lines, unit: str, file: Path, logarithmic: bool = False, top: float | None = None
) -> Path:
    figure = Figure(figsize=(5.6, 3.2), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for name, values in lines.items():
        axes.plot(sizes, values, marker="o", markersize=4, label=name)
    axes.set_xscale("log")
    if logarithmic:
        axes.set_yscale("log")
    else:
        axes.set_ylim(0, top)
    axes.set_xlabel("passages")
    axes.set_ylabel(unit)
    axes.grid(alpha=0.3)
    axes.legend(fontsize=8)
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, dpi=90, metadata={"Software": None})
    return file
