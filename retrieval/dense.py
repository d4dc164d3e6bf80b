"""Nearest vectors in one part of the corpus: exact for small parts and narrow searches, by inverted lists otherwise."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from retrieval.static_model import Vectors

EXACT_UP_TO = 10_000
"""Rows of a part that are compared one by one; a larger part gets inverted lists."""
_LISTS_PER_ROOT = 4  # lists = 4 · √rows, as FAISS's guidelines have it
_TRAINED_PER_LIST = 64
_PROBES = 12  # lists that a search looks into; chosen by bench/growth
_CHECKED = 4  # times as many as are wanted are compared by their full vectors
_SEED = 20260101


@dataclass(frozen=True)
class DensePart:
    """`vectors` of shape [rows, dimensions] on disk; `lists` over them where the part is large."""

    vectors: NDArray[np.float16]
    lists: Any | None

    def search(
        self, query: Vectors, limit: int, rows: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], Vectors]:
        """The rows nearest to a query of shape [1, dimensions], best first, and their cosines; `rows` narrows."""
        if self.lists is not None and (rows is None or len(rows) > EXACT_UP_TO):
            rows = self._near(query, _CHECKED * limit, rows)
        if rows is None:
            rows = np.arange(len(self.vectors))
        cosines = np.asarray(self.vectors[rows], dtype=np.float32) @ query[0]
        order = np.argsort(-cosines, kind="stable")[:limit]
        return rows[order], cosines[order]

    def _near(self, query: Vectors, limit: int, rows: NDArray[np.int64] | None) -> NDArray[np.int64]:
        only = None if rows is None else faiss.IDSelectorBatch(rows)
        parameters = faiss.SearchParametersIVF(nprobe=_PROBES, sel=only)  # type: ignore[call-arg]
        _, found = self.lists.search(query, limit, params=parameters)  # type: ignore[union-attr]
        return np.sort(found[0][found[0] >= 0])


def build_dense(vectors: Vectors, folder: Path) -> None:
    """Write vectors of shape [rows, dimensions], and lists where there are many."""
    np.save(folder / "vectors.npy", vectors.astype(np.float16))
    if len(vectors) > EXACT_UP_TO:
        faiss.write_index(_lists(vectors), str(folder / "lists.faiss"))


def open_dense(folder: Path) -> DensePart:
    """Open what `build_dense` wrote; the files stay on disk and are mapped."""
    file = folder / "lists.faiss"
    lists = faiss.read_index(str(file), faiss.IO_FLAG_MMAP) if file.exists() else None
    return DensePart(np.load(folder / "vectors.npy", mmap_mode="r"), lists)


def _lists(vectors: Vectors) -> Any:
    count = int(_LISTS_PER_ROOT * math.sqrt(len(vectors)))
    size = vectors.shape[1]
    index = faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(size), size, count, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
    )
    index.cp.seed = _SEED
    index.cp.min_points_per_centroid = 1
    chance = np.random.default_rng(_SEED)
    some = chance.choice(len(vectors), min(len(vectors), _TRAINED_PER_LIST * count), replace=False)
    index.train(np.ascontiguousarray(vectors[np.sort(some)]))
    index.add(np.ascontiguousarray(vectors))
    return index
