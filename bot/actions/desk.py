"""What every answer needs: the library and the searcher, opened once per process."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.library import Library
from knowledge.verification import verified_library
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings


@dataclass(frozen=True)
class Desk:
    """Knowledge and retrieval at hand."""

    library: Library
    searcher: Searcher


def open_desk() -> Desk:
    """Load and verify everything; seconds. Raises KnowledgeError or IndexUnusableError."""
    library = verified_library()
    return Desk(library, Searcher(library, RetrievalSettings()))
