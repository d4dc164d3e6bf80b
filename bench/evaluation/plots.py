"""The plots of `docs/evaluation.md`, as SVG: text stays text, and the same figures give the same file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.evaluation.metrics import Rate
from bench.evaluation.results import Figures

_BLUE, _DARK = "#3b6ea5", "#1f2933"


def write_plots(figures: Figures, folder: Path) -> list[Path]:
    """Draw what was measured; returns the files."""
    written = []
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "wenkao", "font.size": 9}):
        if figures.ours:
            written.append(_save(_bars(figures.ours.metrics.categories), folder / "evaluation-categories.svg"))
            written.append(_save(_table(figures.ours.metrics.statuses), folder / "evaluation-statuses.svg"))
        if figures.robust:
            drops = {kind: one.questions for kind, one in figures.robust.drops.items()}
            written.append(_save(_bars(drops), folder / "evaluation-robustness.svg"))
    return written


def _bars(rates: Mapping[str, Rate]) -> Figure:
    """A horizontal bar per name in percent, with its interval, and how many it stands for."""
    names = list(rates)[::-1]
    many = [rates[name] for name in names]
    figure, axes = _figure(height=0.8 + 0.26 * len(names))
    shares = [100 * one.share for one in many]
    below = [100 * (one.share - one.interval[0]) for one in many]
    above = [100 * (one.interval[1] - one.share) for one in many]
    axes.barh(names, shares, xerr=[below, above], color=_BLUE, ecolor=_DARK, capsize=2, height=0.7)
    for place, one in enumerate(many):
        axes.text(1, place, f"{one.hits}/{one.of}", va="center", color="white", fontsize=8)
    axes.set_xlim(0, 100)
    axes.set_xlabel("right, %")
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def _table(statuses: Mapping[str, Mapping[str, int]]) -> Figure:
    """Expected against got: the shade is the share of the row, the number is the count."""
    rows = list(statuses)
    columns = sorted({got for row in statuses.values() for got in row} | set(rows))
    counts = [[statuses[row].get(column, 0) for column in columns] for row in rows]
    figure, axes = _figure(height=1.6 + 0.35 * len(rows))
    axes.imshow([[n / sum(line) for n in line] for line in counts], cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for y, line in enumerate(counts):
        for x, n in enumerate(line):
            if n:
                axes.text(x, y, str(n), ha="center", va="center", color="white" if n > sum(line) / 2 else _DARK)
    axes.set_xticks(range(len(columns)), columns, rotation=30, ha="right")
    axes.set_yticks(range(len(rows)), rows)
    axes.set_xlabel("got")
    axes.set_ylabel("expected first")
    return figure


def _figure(height: float) -> tuple[Figure, Axes]:
    """Without pyplot: no window, no global state."""
    figure = Figure(figsize=(7.2, height), layout="constrained")
    return figure, figure.add_subplot()


def _save(figure: Figure, file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, metadata={"Date": None})
    # matplotlib leaves blanks at line ends, which editors and checks complain of.
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")
    return file
