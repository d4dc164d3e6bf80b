"""One printed price: what tables and running text have in common before fees are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.ingest.drafts.confidence import CLEAR
from knowledge.ingest.drafts.fee_headings import Part
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.drafts.tables import Passage
from knowledge.models import Level, Source


@dataclass(frozen=True)
class Price:
    """An amount in yuan for one part of the examination, or for all of it (`total`), or for a retake.

    `occupation` None and `levels` empty: not named where the price stands. `scope` tells apart the tables and
    clauses that prices come from. `with_total`: a column of totals stands beside it, so that one part is not all.
    """

    occupation: str | None
    levels: tuple[Level, ...]
    part: Part
    name: str
    amount: float
    per: str | None
    sources: tuple[Source, ...]
    scope: int
    confidence: float = CLEAR
    with_total: bool = False


@dataclass(frozen=True)
class Gap:
    """A cell of a price table that was not understood, and whose fee it belongs to; empty: any."""

    occupations: tuple[str | None, ...]
    levels: tuple[Level, ...]
    passage: Passage


@dataclass
class Prices:
    """Prices, gaps between them, and questions as they are found."""

    found: list[Price] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    def ask(self, passage: Passage, question: str) -> None:
        """Add a question about a passage."""
        self.questions.append(Question(clause=passage.clause, quote=passage.text, question=question))
