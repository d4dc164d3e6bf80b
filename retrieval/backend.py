"""Where the index is kept: the one place that chooses between the disk and Milvus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from knowledge.library import Library
from retrieval import index as disk
from retrieval.corpus import Entry
from retrieval.embedding import Encoder
from retrieval.index import Say
from retrieval.opened import Wanted
from retrieval.passages import Passage
from retrieval.settings import RetrievalSettings


class SearchableIndex(Protocol):
    """What search asks of an opened index; passages are numbered from 0."""

    @property
    def passages(self) -> Sequence[Passage]:
        """All passages by their numbers."""
        ...

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The notices."""
        ...

    @property
    def frequencies(self) -> Mapping[str, int]:
        """How many passages have each n-gram."""
        ...

    @property
    def encoder(self) -> Encoder:
        """What turned the passages into vectors, for the question."""
        ...

    def rank(
        self, wanted: Wanted, limit: int, notices: frozenset[str] | None = None, topic: str | None = None
    ) -> dict[str, dict[int, float]]:
        """The best passages of each ranking with their scores, best first, of these notices and under this topic."""
        ...


def open_index(library: Library, settings: RetrievalSettings) -> SearchableIndex:
    """Open the index that was built from exactly this knowledge.

    Raises:
        IndexUnusableError: it is missing, damaged, or of other knowledge or another model; or Milvus does not answer.
    """
    if not settings.milvus_uri:
        return disk.open_index(library, settings)
    from retrieval import milvus  # pymilvus takes seconds and memory that the index on disk does not need

    return milvus.open_index(library, settings)


def is_built(library: Library, settings: RetrievalSettings) -> bool:
    """Whether there is an index of this knowledge and model. Raises IndexUnusableError: Milvus does not answer."""
    if not settings.milvus_uri:
        return disk.is_built(library, settings)
    from retrieval import milvus

    return milvus.is_built(library, settings)


def build(library: Library, settings: RetrievalSettings, say: Say, bar: bool = False) -> bool:
    """Build the index of this knowledge beside the others; do nothing where it is there.

    Returns:
        Whether anything was built.

    Raises:
        IndexUnusableError: Milvus does not answer, or cannot hold a passage.
    """
    if not settings.milvus_uri:
        return disk.build(library, settings, say, bar)
    from retrieval import milvus_building

    return milvus_building.build(library, settings, say, bar)


def check(library: Library, settings: RetrievalSettings) -> SearchableIndex:
    """Open the index and compare every byte of it with what was written; in Milvus, the counts of its rows.

    Raises:
        IndexUnusableError: as `open_index`.
    """
    return (
        open_index(library, settings) if settings.milvus_uri else disk.open_index(library, settings, thorough=True)
    )


def belongs_to_one_process(settings: RetrievalSettings) -> bool:
    """Whether whoever has opened the index keeps every other process from it, as Milvus Lite does."""
    return Path(settings.milvus_uri).suffix == ".db"
