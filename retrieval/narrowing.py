"""The rows of a part in which a search may look: those of some notices, under a topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from retrieval.part import Part

Span = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Rows:
    """Some rows of a part: `mask` of shape [rows of the part]."""

    mask: NDArray[np.bool_]
    count: int

    @cached_property
    def numbers(self) -> NDArray[np.int64]:
        """The rows, ascending."""
        return np.flatnonzero(self.mask)

    @cached_property
    def selector(self) -> Any:
        """The rows as FAISS narrows a search to them."""
        bits = np.packbits(self.mask, bitorder="little")
        return faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg,arg-type]  # its wrapper takes an array


def rows_of(part: Part, notices: frozenset[str] | None, topic: str | None) -> Rows | None:
    """The rows of these notices and under this topic; None: all."""
    if notices is None and topic is None:
        return None
    mask = np.zeros(part.size, dtype=np.bool_)
    for first, last in _spans(part, notices):
        mask[first:last] = True
    if topic is not None:
        filed = np.zeros(part.size, dtype=np.bool_)
        filed[part.topics.get(topic, [])] = True
        mask &= filed
    count = int(mask.sum())
    return None if count == part.size else Rows(mask, count)


def _spans(part: Part, notices: frozenset[str] | None) -> Sequence[Span]:
    if notices is None:
        return [(0, part.size)]
    if len(notices) < len(part.spans):
        return [part.spans[one] for one in notices if one in part.spans]
    return [span for one, span in part.spans.items() if one in notices]
