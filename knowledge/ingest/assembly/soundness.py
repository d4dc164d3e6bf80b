"""Drafted facts that would not pass verification are asked about instead: a draft folder holds sound facts only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from knowledge.facts import Fact, NoticeFacts
from knowledge.ingest.drafts.models import Question
from knowledge.lexicon.lexicon import Lexicon
from knowledge.library import Holding, Library
from knowledge.models import Notice
from knowledge.verification import of_fact
from knowledge.verification.problem import label
from knowledge.verification.schedule import overlapping


def sound(
    notice: Notice, found: dict[str, list[Any]], library: Library, lexicon: Lexicon
) -> tuple[dict[str, list[Any]], list[Question]]:
    """The facts without a complaint, and a question for each that was left out."""
    others = [one for one in library.holdings if one.notice.id != notice.id]
    facts = NoticeFacts(**{kind: tuple(values) for kind, values in found.items()})
    holding = Holding(notice, facts, Path())
    whole = Library([*others, holding], lexicon)
    overlaps = {index for index, _ in overlapping(holding)}
    kept: dict[str, list[Any]] = {kind: [] for kind in found}
    questions: list[Question] = []
    for kind, values in found.items():
        for index, fact in enumerate(values):
            complaints = [one.message for one in of_fact(whole, holding, kind, fact)]
            if kind == "windows" and index in overlaps:
                complaints.append("its application overlaps an earlier one of the same level")
            if complaints and isinstance(fact, Fact):
                questions.append(_asked(kind, fact, complaints[0]))
            else:
                kept[kind].append(fact)
    return kept, questions


def _asked(kind: str, fact: Fact, complaint: str) -> Question:
    source = fact.sources[0]
    asked = f"这条没有通过核对，没有写进 facts/{kind}.yml，请对照原文填写（{label(fact)}：{complaint}）"
    return Question(clause=source.clause, quote=source.quote, question=asked)
