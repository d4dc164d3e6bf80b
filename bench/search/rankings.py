"""How well a ranking finds: recall, mean reciprocal rank, discounted gain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bench.evaluation.metrics import Rate, rate
from retrieval.labelled import Sought

DEPTH = 10


@dataclass(frozen=True)
class Found:
    """One ranking over all questions. `recall` by depth: a passage that answers is among the first so many."""

    recall: dict[int, Rate]
    reciprocal: float  # MRR@10
    gain: float  # nDCG@10


def judge(
    questions: Sequence[Sought], rankings: Sequence[Sequence[str]], depths: Sequence[int] = (1, 3, 5)
) -> Found:
    """Judge rankings of passages' `twin_key`s, best first."""
    firsts, gains = [], []
    for one, ranking in zip(questions, rankings, strict=True):
        places = [i for i, key in enumerate(list(dict.fromkeys(ranking))[:DEPTH]) if key in one.answers]
        firsts.append(places[0] if places else None)
        gains.append(_gain(places, len(one.answers)))
    return Found(
        recall={depth: rate(first is not None and first < depth for first in firsts) for depth in depths},
        reciprocal=sum(1 / (first + 1) for first in firsts if first is not None) / len(firsts),
        gain=sum(gains) / len(gains),
    )


def _gain(places: Sequence[int], answers: int) -> float:
    best = sum(1 / math.log2(i + 2) for i in range(min(DEPTH, answers)))
    return sum(1 / math.log2(i + 2) for i in places) / best
