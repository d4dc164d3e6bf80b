"""How well search knows what it does not know: risk against coverage, and who is told apart from whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
import yaml
from matplotlib.figure import Figure
from sklearn.metrics import roc_auc_score

from bench.evaluation.metrics import Rate, rate
from knowledge.validity import parse_as_of
from retrieval.labelled import Sought
from retrieval.search import Searcher

DECLINED = Path(__file__).with_name("declined.yml")
"""Questions that no notice answers: of this field (`unsaid`) and of others (`outside`)."""
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_AS_OF = parse_as_of("2026-06-01")


@dataclass(frozen=True)
class Judged:
    """A question's first hit: its confidence, its nearness, and whether it answers. `kind`: answered, unsaid, outside."""

    kind: str
    confidence: float
    nearness: float
    right: bool


@dataclass(frozen=True)
class Threshold:
    """What answering from a confidence on means."""

    least: float
    coverage: Rate  # of the questions that have an answer: those that get a reply
    risk: Rate  # of the replies to all questions: those that are no answer
    declined: dict[str, Rate]  # of the questions that have none


def judge_confidence(searcher: Searcher, answered: Sequence[Sought]) -> list[Judged]:
    """Search for every question, those with an answer and those without."""
    return [_judged(searcher, kind, one) for kind, one in _questions(answered)]


def _questions(answered: Sequence[Sought]) -> Iterator[tuple[str, Sought]]:
    yield from (("answered", one) for one in answered)
    raw: dict[str, list[str]] = yaml.safe_load(DECLINED.read_text(encoding="utf-8"))
    yield from ((kind, Sought(one, _AS_OF, frozenset())) for kind, many in raw.items() for one in many)


def _judged(searcher: Searcher, kind: str, one: Sought) -> Judged:
    hits = searcher.search(searcher.understand(one.question), one.as_of, limit=1)
    if not hits:
        return Judged(kind, 0.0, 0.0, right=False)
    (hit,) = hits
    return Judged(kind, hit.confidence, hit.signs.nearness, hit.passage.twin_key in one.answers)


def at(least: float, judged: Sequence[Judged]) -> Threshold:
    """Rates where hits from this confidence on are given as answers."""
    given = [one for one in judged if one.confidence >= least]
    return Threshold(
        least,
        coverage=rate(one.confidence >= least for one in judged if one.kind == "answered"),
        risk=rate(not one.right for one in given),
        declined={
            kind: rate(one.confidence < least for one in judged if one.kind == kind)
            for kind in ("unsaid", "outside")
        },
    )


def telling_apart(judged: Sequence[Judged]) -> dict[str, tuple[float, float]]:
    """By kind of question without an answer, how well the nearness alone and the confidence tell it from one with (AUROC)."""
    found = {}
    for kind in ("unsaid", "outside"):
        some = [one for one in judged if one.kind in ("answered", kind)]
        truth = [one.kind == "answered" for one in some]
        found[kind] = tuple(
            float(roc_auc_score(truth, [getattr(one, name) for one in some]))
            for name in ("nearness", "confidence")
        )
    return found  # type: ignore[return-value]


def curve(judged: Sequence[Judged]) -> list[tuple[float, float]]:
    """(coverage, risk) as questions are answered one by one, the most confident first; shares of all questions."""
    ordered = sorted(judged, key=lambda one: -one.confidence)
    points, wrong = [], 0
    for number, one in enumerate(ordered, start=1):
        wrong += not one.right
        points.append((number / len(ordered), wrong / number))
    return points


def draw(judged: Sequence[Judged], file: Path) -> None:
    """The curve over all questions, and over those that have an answer."""
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "wenkao", "font.size": 9}):
        figure = Figure(figsize=(5.6, 3.4), layout="constrained")
        axes = figure.add_subplot()
        for name, some in (
            ("all questions", judged),
            ("those that have an answer", [one for one in judged if one.kind == "answered"]),
        ):
            points = curve(some)
            axes.plot([100 * x for x, _ in points], [100 * y for _, y in points], label=name)
        axes.set(
            xlabel="answered, % (most confident first)",
            ylabel="wrong among them, %",
            xlim=(0, 100),
            ylim=(0, None),
        )
        axes.legend(frameon=False)
        axes.spines[["top", "right"]].set_visible(False)
        file.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(file, metadata={"Date": None})
