"""The shipped embedding: a vector for each character unigram and bigram, kept as 8-bit integers with a scale per row.

A text's vector is the normalised sum of its n-grams' rows. `retrieval.training` makes the file; numpy alone reads it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from safetensors.numpy import save_file

from retrieval.analysis import ngrams

Vectors = NDArray[np.float32]
SHIPPED = Path(__file__).with_name("model") / "ngrams.safetensors"
_TERMS = "terms"
_LARGEST = 127


class ModelUnusableError(RuntimeError):
    """The file of the model is missing, damaged, or no model of this kind; the message says what to run."""


@dataclass(frozen=True)
class StaticModel:
    """Rows of shape [terms, dimensions] as int8, `scales` of shape [terms]: a term's vector is row · scale."""

    terms: tuple[str, ...]
    rows: NDArray[np.int8]
    scales: NDArray[np.float32]
    digest: str = ""

    @classmethod
    def of(cls, terms: Sequence[str], weights: Vectors) -> StaticModel:
        """Round weights of shape [terms, dimensions] to integers."""
        largest = np.abs(weights).max(axis=1)
        scales = np.where(largest > 0, largest / _LARGEST, 1).astype(np.float32)
        return cls(tuple(terms), np.round(weights / scales[:, None]).astype(np.int8), scales)

    @cached_property
    def places(self) -> dict[str, int]:
        """The row of each term."""
        return {term: at for at, term in enumerate(self.terms)}

    def weights(self) -> Vectors:
        """The vectors of all terms, shape [terms, dimensions]."""
        return self.rows.astype(np.float32) * self.scales[:, None]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape [texts, dimensions] and length 1; a text without a known n-gram becomes zeros."""
        found = np.zeros((len(texts), self.rows.shape[1]), dtype=np.float32)
        for at, text in enumerate(texts):
            rows = [self.places[term] for term in ngrams(text) if term in self.places]
            if rows:
                vector = self.scales[rows] @ self.rows[rows].astype(np.float32)
                found[at] = vector / (np.linalg.norm(vector) or 1.0)
        return found

    def save(self, path: Path) -> None:
        """Write the model into one file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file({"rows": self.rows, "scales": self.scales}, str(path), metadata={_TERMS: "\n".join(self.terms)})


def load_static(path: Path = SHIPPED) -> StaticModel:
    """Read what `StaticModel.save` wrote.

    Raises:
        ModelUnusableError: there is no such file, or it is none of these.
    """
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        with safe_open(str(path), framework="numpy") as file:
            terms = tuple(file.metadata()[_TERMS].split("\n"))
            model = StaticModel(terms, file.get_tensor("rows"), file.get_tensor("scales"), digest)
    except Exception as error:  # whatever the library raises on damaged files
        raise ModelUnusableError(f"{path.name}: no embedding model ({error}); run `make embedding`") from error
    if not len(model.terms) == len(model.rows) == len(model.scales):
        raise ModelUnusableError(
            f"{path.name}: {len(model.terms)} terms, {len(model.rows)} rows; run `make embedding`"
        )
    return model
