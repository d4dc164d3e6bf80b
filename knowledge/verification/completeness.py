"""Every clause is covered, and everything that notices of its kind state is stated or said to be not stated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import Fact, NoticeFacts
from knowledge.library import Holding
from knowledge.statements import BY_ID, TOPICS, is_stated
from knowledge.verification.problem import Complaint


def covered(holding: Holding) -> Iterator[Complaint]:
    """Every clause is cited by a fact or declared text_only with a reason; no declaration is for nothing."""
    cited = {
        source.clause
        for kind in NoticeFacts.model_fields
        for fact in getattr(holding.facts, kind)
        if isinstance(fact, Fact)
        for source in fact.sources
    }
    declared = [path for fact in holding.facts.text_only for path in fact.clauses]
    for path in holding.notice.clauses:
        if path not in cited and path not in declared:
            yield Complaint("no fact rests on this clause: add one, or declare it in facts/text_only.yml", path)


def text_only(holding: Holding) -> Iterator[tuple[int, Complaint]]:
    """Declarations that name no clause of the notice, by index."""
    for index, fact in enumerate(holding.facts.text_only):
        for path in fact.clauses:
            if path not in holding.notice.clauses:
                yield index, Complaint(f"the notice has no clause {path}; use a path of the notice", path)


def undecided(holding: Holding) -> Iterator[Complaint]:
    """Topics of an organisation's own notice that are neither stated nor said to be not stated."""
    if holding.notice.front.kind != "organisation":
        return
    declared = {fact.topic for fact in holding.facts.not_stated}
    for topic in TOPICS:
        if not is_stated(topic, holding.facts) and topic.id not in declared:
            yield Complaint(
                f"nothing on {topic.id} ({topic.label}): add the fact, or say so in facts/not_stated.yml"
            )


def not_stated(holding: Holding) -> Iterator[tuple[int, Complaint]]:
    """Declarations that are contradicted by a fact or by the notice's own words, by index."""
    text = re.sub(r"\s", "", "".join(clause.text for clause in holding.notice.clauses.values()))
    for index, fact in enumerate(holding.facts.not_stated):
        topic = BY_ID.get(fact.topic)
        if topic is None:
            yield index, Complaint(f"unknown topic; allowed: {', '.join(BY_ID)}")
        elif is_stated(topic, holding.facts):
            yield index, Complaint("a fact states it; delete this entry")
        if not fact.searched and not fact.read:
            yield index, Complaint("say which words were searched for, or which clauses were read")
        for path in fact.read:
            if path not in holding.notice.clauses:
                yield index, Complaint(f"the notice has no clause {path}; use a path of the notice", path)
        for word in fact.searched:
            if word in text:
                yield index, Complaint(f"the notice does contain {word!r}: read it there, and add the fact")


def as_text(holding: Holding) -> Iterator[tuple[int, Complaint]]:
    """Declarations of unknown topics, or of what a typed fact states by now, by index."""
    for index, fact in enumerate(holding.facts.as_text):
        topic = BY_ID.get(fact.topic)
        if topic is None:
            yield index, Complaint(f"unknown topic; allowed: {', '.join(BY_ID)}")
        elif topic.stated(holding.facts):
            yield index, Complaint("a typed fact states it; delete this entry")
