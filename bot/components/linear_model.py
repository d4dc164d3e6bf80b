"""A linear model over counted features, as arrays: enough to classify one message in a fraction of a millisecond."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

_ARRAYS, _NAMES = "model.npz", "names.json"


@dataclass(frozen=True)
class Block:
    """One kind of feature: its columns by name, and how much each counts where it is rare (idf, shape [columns])."""

    columns: dict[str, int]
    idf: Any

    def row(self, features: Sequence[str]) -> tuple[Any, Any]:
        """Columns and values of one message: (1 + ln count) · idf, scaled to length 1, as sklearn's TfidfVectorizer."""
        counts = Counter(self.columns[one] for one in features if one in self.columns)
        places = np.fromiter(counts, dtype=np.int64, count=len(counts))
        values = (1.0 + np.log(np.fromiter(counts.values(), dtype=np.float64, count=len(counts)))) * self.idf[
            places
        ]
        length = float(np.sqrt(np.sum(values * values)))
        return places, values / length if length else values


@dataclass(frozen=True)
class LinearModel:
    """Weights of shape [columns of all blocks, labels], a bias of shape [labels], and the sharpness of confidence."""

    labels: tuple[str, ...]
    blocks: tuple[Block, ...]
    weights: Any
    bias: Any
    sharpness: float

    def confidences(self, features: Sequence[Sequence[str]]) -> Any:
        """One confidence a label, shape [labels], summing to 1; `features` holds those of each block."""
        scores = self.bias.astype(np.float64)
        start = 0
        for block, found in zip(self.blocks, features, strict=True):
            places, values = block.row(found)
            scores = scores + values @ self.weights[start + places].astype(np.float64)
            start += len(block.columns)
        return softmax(scores * self.sharpness)

    def save(self, folder: Path) -> None:
        """Write the model into an existing folder."""
        idf = {f"idf{i}": block.idf for i, block in enumerate(self.blocks)}
        np.savez_compressed(folder / _ARRAYS, weights=self.weights, bias=self.bias, **idf)
        names = {
            "labels": self.labels,
            "columns": [list(block.columns) for block in self.blocks],
            "sharpness": self.sharpness,
        }
        (folder / _NAMES).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> LinearModel:
        """Read what `save` wrote."""
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        with np.load(folder / _ARRAYS) as arrays:
            blocks = tuple(
                Block({name: at for at, name in enumerate(columns)}, arrays[f"idf{i}"])
                for i, columns in enumerate(names["columns"])
            )
            return cls(tuple(names["labels"]), blocks, arrays["weights"], arrays["bias"], names["sharpness"])


def softmax(scores: Any) -> Any:
    """Along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
