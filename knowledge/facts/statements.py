"""What a notice leaves unsaid, which clauses need no fact, and passages filed by topic."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.facts.common import Fact
from knowledge.models import Strict

Reason = Literal[
    "title",
    "preamble",
    "heading",
    "reference_number",
    "signature",
    "annex_list",
    "standard",
    "internal",
    "in_force",
    "as_text",
]


class RuleFact(Fact):
    """Passages that answer one common topic word for word, most important first."""

    topic: str
    occupations: tuple[str, ...] | None


class NotStatedFact(Strict):
    """Something that notices of its kind state and this one does not.

    `searched` are words that the notice lacks; `read` clauses that a person read in vain where such words do occur.
    """

    topic: str
    searched: tuple[str, ...] = ()
    read: tuple[str, ...] = ()


class AsTextFact(Fact):
    """A topic that the notice states in words which nobody has typed as a value yet: it is answered by quoting them."""

    topic: str


class TextOnlyFact(Strict):
    """Clauses that state nothing an applicant could ask for as a value, and why.

    standard: the conditions of the national standard, read by the eligibility rules; internal: duties of offices;
    in_force: from when the notice holds; as_text: answered in the notice's own words, nobody typed a value yet.
    """

    reason: Reason
    clauses: tuple[str, ...] = Field(min_length=1)
