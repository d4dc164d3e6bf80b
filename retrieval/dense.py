"""Nearest vectors in one part of the corpus: exact for small parts and narrow searches, by inverted lists otherwise."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import faiss
import numpy as np
from numpy.typing import NDArray

from retrieval.reading import Pieces
from retrieval.static_model import Vectors

if TYPE_CHECKING:
    from retrieval.narrowing import Rows

EXACT_UP_TO = 4_000
"""Rows of a part that are compared one by one; a larger part gets inverted lists."""
_LISTS_PER_ROOT = 4  # lists = 4 · √rows, as FAISS's guidelines have it
_TRAINED_PER_LIST = 64
_PROBES = 12  # lists that a search looks into; chosen by bench/growth
_CHECKED = 4  # times as many as are wanted are compared by their full vectors
_SHARE = -0.5  # of fewer rows each list has fewer: more are looked into, but not as many more
_SEED = 20260101


@dataclass(frozen=True)
class DensePart:
    """`vectors` of shape [rows, dimensions]; `lists` over them where the part is large: then they stay on disk."""

    vectors: NDArray[np.float16] | Vectors
    lists: Any | None
    stored: Pieces | None = None  # the file of `vectors`, which are its last bytes

    def near(self, query: Vectors, limit: int, rows: Rows | None) -> tuple[NDArray[np.int64], Vectors]:
        """The rows nearest to a query of shape [1, dimensions] and their cosines, from lists only about."""
        if self.lists is None or (rows is not None and rows.count <= EXACT_UP_TO):
            numbers = np.arange(len(self.vectors)) if rows is None else rows.numbers
            cosines = np.asarray(self.vectors[numbers], dtype=np.float32) @ query[0]
            order = np.argsort(-cosines, kind="stable")[:limit]
            return numbers[order], cosines[order]
        share = 1.0 if rows is None else rows.count / len(self.vectors)
        parameters = faiss.SearchParametersIVF(  # type: ignore[call-arg]
            nprobe=min(self.lists.nlist, math.ceil(_PROBES * share**_SHARE)), sel=rows and rows.selector
        )
        cosines, found = self.lists.search(query, limit, params=parameters)
        kept = found[0] >= 0
        return found[0][kept], cosines[0][kept]

    def cosines(self, query: Vectors, rows: NDArray[np.int64]) -> Vectors:
        """The exact cosines of these rows."""
        vectors = self.vectors[rows] if self.stored is None else self._read(self.stored, rows)
        found: Vectors = np.asarray(vectors, dtype=np.float32) @ query[0]
        return found

    def _read(self, stored: Pieces, rows: NDArray[np.int64]) -> NDArray[np.float16]:
        width, start = self.vectors.strides[0], stored.size - self.vectors.nbytes
        pieces = [stored.read(start + row * width, start + (row + 1) * width) for row in rows.tolist()]
        return np.frombuffer(b"".join(pieces), dtype=np.float16).reshape(-1, self.vectors.shape[1])


def nearest(
    parts: Sequence[DensePart], query: Vectors, limit: int, narrowed: Sequence[Rows | None]
) -> list[list[tuple[float, int]]]:
    """For each part those of its rows that are among the nearest of all, with their cosines, unordered.

    Lists find several times as many as are wanted; the best of those in all parts are compared by their full vectors.
    """
    many = _CHECKED * limit
    near = [
        part.near(query, many, rows)
        if rows is None or rows.count
        else (np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32))
        for part, rows in zip(parts, narrowed, strict=True)
    ]
    together = np.concatenate([cosines for _, cosines in near])
    least = np.partition(together, -many)[-many] if len(together) > many else -np.inf
    found = []
    for part, (rows, cosines) in zip(parts, near, strict=True):
        kept = rows[cosines >= least]
        exact = cosines[cosines >= least] if part.lists is None else part.cosines(query, kept)
        found.append([(float(one), int(row)) for one, row in zip(exact, kept, strict=True)])
    return found


def build_dense(vectors: Vectors, folder: Path) -> None:
    """Write vectors of shape [rows, dimensions], and lists where there are many."""
    np.save(folder / "vectors.npy", vectors.astype(np.float16))
    if len(vectors) > EXACT_UP_TO:
        faiss.write_index(_lists(vectors), str(folder / "lists.faiss"))


def open_dense(folder: Path) -> DensePart:
    """Open what `build_dense` wrote; the files stay on disk and are mapped."""
    file = folder / "lists.faiss"
    if not file.exists():
        return DensePart(np.load(folder / "vectors.npy").astype(np.float32), None)
    vectors = np.asarray(np.load(folder / "vectors.npy", mmap_mode="r"))
    return DensePart(vectors, faiss.read_index(str(file), faiss.IO_FLAG_MMAP), Pieces(folder / "vectors.npy"))


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
