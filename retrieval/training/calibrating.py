"""`python -m retrieval.training.calibrating` fits the confidence of search to questions that were never trained on.

The questions (`calibration/`) either have passages that answer them or are to be declined; each of the first hits of
every question is one observation. Run it after `make embedding`; with EMBEDDING_MODEL it fits that model's.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from knowledge.validity import parse_as_of
from knowledge.verification import verified_library
from retrieval.backend import build
from retrieval.confidence import SIGNS, Confidence, fitted_file
from retrieval.labelled import Sought, load_labelled, sought
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings

_FOLDER = Path(__file__).parent / "calibration"
_FIRST = 3  # hits of a question that are observed
_AS_OF = parse_as_of("2026-06-01")
_FREEDOM = 10.0  # the inverse of regularisation: three signs need little


def questions_for(searcher: Searcher) -> Iterator[Sought]:
    """The questions of the calibration set; those to be declined have no answers."""
    for one in load_labelled([_FOLDER / "answered.yml"]):
        yield sought(one, searcher.index.passages)
    declined: dict[str, list[str]] = yaml.safe_load((_FOLDER / "declined.yml").read_text(encoding="utf-8"))
    for question in (question for questions in declined.values() for question in questions):
        yield Sought(question, _AS_OF, frozenset())


def fit(searcher: Searcher) -> Confidence:
    """The confidence under which the calibration questions are likeliest."""
    signs, answers = [], []
    for one in questions_for(searcher):
        for hit in searcher.search(searcher.understand(one.question), one.as_of, limit=_FIRST):
            signs.append([getattr(hit.signs, name) for name in SIGNS])
            answers.append(hit.passage.twin_key in one.answers)
    fitted = LogisticRegression(C=_FREEDOM).fit(np.array(signs), np.array(answers))
    weights = {name: round(float(weight), 4) for name, weight in zip(SIGNS, fitted.coef_[0], strict=True)}
    return Confidence(weights, round(float(fitted.intercept_[0]), 4))


def main(arguments: list[str] | None = None) -> int:
    """Fit and write; returns the exit status."""
    argparse.ArgumentParser(prog="python -m retrieval.training.calibrating", description=__doc__).parse_args(
        arguments
    )
    library, settings = verified_library(), RetrievalSettings()
    build(library, settings, lambda _: None)
    found, to = fit(Searcher(library, settings)), fitted_file(settings)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(json.dumps(asdict(found), indent=1) + "\n", encoding="utf-8")
    print(f"  confidence: {found} → {to.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
