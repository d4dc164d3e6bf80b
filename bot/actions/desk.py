"""What every answer needs: the library and the searcher of one edition."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.actions.examples import examples
from knowledge.editions import Edition, EditionStore, open_edition
from knowledge.library import Library
from knowledge.validity import now
from retrieval.building import build_apart
from retrieval.normalising import Normaliser
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings

_ANY_QUESTION = "报名费多少钱"


def normaliser_of(library: Library) -> Normaliser:
    """What reads messages as they were meant: by the names, the notices, and how people ask."""
    clauses = (clause.text for one in library.holdings for clause in one.notice.clauses.values())
    return Normaliser(library.lexicon, [*clauses, *examples()])


@dataclass(frozen=True)
class Desk:
    """Knowledge and retrieval at hand, of one edition; never changed. `edition` 0 is the shipped knowledge."""

    library: Library
    searcher: Searcher
    edition: int = 0
    fingerprint: str = ""

    @cached_property
    def normaliser(self) -> Normaliser:
        """What reads messages as they were meant, with this edition's names."""
        return normaliser_of(self.library)


def open_desk(store: EditionStore | None = None, settings: RetrievalSettings | None = None) -> Desk:
    """Load and verify the edition in force and open its index, which is built first where there is none.

    Raises:
        KnowledgeError: a file is malformed, or a fact has no ground in its notice.
        IndexUnusableError: the index is damaged, or cannot be built.
    """
    chosen = settings or RetrievalSettings()
    edition = open_edition(store or EditionStore(chosen.wenkao_var))
    build_apart(edition.library, chosen)
    return desk_of(edition, chosen)


def desk_of(edition: Edition, settings: RetrievalSettings) -> Desk:
    """The desk of an edition whose index is there. Raises IndexUnusableError."""
    searcher = Searcher(edition.library, settings)
    # What is made at first use (the matcher, the order of notices) is made before anybody waits for it.
    searcher.search(searcher.understand(_ANY_QUESTION), now(), limit=1)
    desk = Desk(edition.library, searcher, edition.number, edition.fingerprint)
    desk.normaliser.normalise(_ANY_QUESTION)
    return desk
