"""What reading a notice for one kind of fact gives: the facts, and questions in place of guesses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from knowledge.ingest.drafts.models import Question

FactT = TypeVar("FactT")


@dataclass(frozen=True)
class Drafted(Generic[FactT]):
    """Draft facts in the order of the notice, and what a person has to decide."""

    facts: tuple[FactT, ...] = ()
    questions: tuple[Question, ...] = ()
