"""Trains the linear model: support vectors, one label against the rest, with confidences fitted on unseen examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.svm import LinearSVC

from bot.components.linear_model import Block, LinearModel, softmax

_SHARPNESSES = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_FOLDS = 4


def fit(features: Sequence[Sequence[Sequence[str]]], labels: Sequence[str], seed: int) -> LinearModel:
    """Train on examples; `features` holds, for each block, those of each example.

    Raises:
        ValueError: fewer than two labels.
    """
    vectorizers = [TfidfVectorizer(analyzer=_as_they_are, sublinear_tf=True) for _ in features]
    matrix = hstack([one.fit_transform(rows) for one, rows in zip(vectorizers, features, strict=True)]).tocsr()
    model = LinearSVC(C=1.0, random_state=seed)
    model.fit(matrix, labels)
    known = [str(one) for one in model.classes_]
    weights, bias = (model.coef_, model.intercept_) if len(known) > 2 else _both_sides(model)
    return LinearModel(
        labels=tuple(known),
        blocks=tuple(_block(one) for one in vectorizers),
        weights=np.ascontiguousarray(weights.T, dtype=np.float32),
        bias=np.asarray(bias, dtype=np.float32),
        sharpness=_sharpness(matrix, labels, known, seed),
    )


def _as_they_are(features: Sequence[str]) -> Sequence[str]:
    return features


def _both_sides(model: LinearSVC) -> tuple[Any, Any]:
    """For two labels sklearn keeps the scores of the second only."""
    return np.vstack([-model.coef_, model.coef_]), np.hstack([-model.intercept_, model.intercept_])


def _block(vectorizer: TfidfVectorizer) -> Block:
    columns = {str(name): at for at, name in enumerate(vectorizer.get_feature_names_out())}
    return Block(columns, np.asarray(vectorizer.idf_, dtype=np.float64))


def _sharpness(matrix: Any, labels: Sequence[str], known: Sequence[str], seed: int) -> float:
    """The sharpness under which examples that the model did not see are likeliest.

    Without it the scores say which label is best, but not how sure that is.
    """
    counts = np.unique(np.asarray(labels), return_counts=True)[1]
    if len(known) < 3 or counts.min() < _FOLDS:
        return 1.0
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=seed)
    model = LinearSVC(C=1.0, random_state=seed)
    scores = cross_val_predict(model, matrix, labels, cv=folds, method="decision_function")
    right = np.searchsorted(known, labels)

    def likelihood(sharpness: float) -> float:
        return float(np.mean(np.log(softmax(scores * sharpness)[np.arange(len(right)), right] + 1e-12)))

    return max(_SHARPNESSES, key=likelihood)
