"""The classifier's input, from the features of the sentence alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rasa.shared.nlu.constants import TEXT
from scipy.sparse import hstack, vstack


def of_sentences(original: Callable[[Any, list[Any]], Any]) -> Callable[[Any, list[Any]], Any]:
    """For `LogisticRegressionClassifier._create_X`: the same matrix; features of single tokens are not put together."""

    def create_x(self: Any, messages: list[Any]) -> Any:
        rows = []
        for message in messages:
            sparse = message._filter_sparse_features(TEXT, [])[1]
            dense = message._filter_dense_features(TEXT, [])[1]
            if dense or not sparse:
                return original(self, messages)
            rows.append(hstack([one.features for one in sparse], format="csr"))
        return vstack(rows, format="csr")

    return create_x
