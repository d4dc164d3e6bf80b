"""What else a notice needs before it can be published: facts carried over, silences, clauses without a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from knowledge.clause_path import leading_number
from knowledge.editions.draft import IN_WORDS, NO_RULE
from knowledge.facts import Fact, NoticeFacts, NotStatedFact, RuleFact, TextOnlyFact
from knowledge.facts.statements import Reason
from knowledge.ingest.carry_over import CARRIED_FROM
from knowledge.ingest.drafts.models import Question
from knowledge.library import Holding, Library
from knowledge.models import Clause, Notice
from knowledge.statements import TOPICS, Topic, is_stated

_OF_PARTS: dict[str, Reason] = {
    "标题": "title",
    "文号": "reference_number",
    "引言": "preamble",
    "落款": "signature",
    "附件清单": "annex_list",
}


def merged(
    drafted: dict[str, list[Any]], carried: dict[str, list[dict[str, Any]]], typed: dict[str, tuple[Fact, ...]]
) -> dict[str, list[Any]]:
    """Facts by kind: those drafted from tables, then carried ones, then typed ones at places without a carried one."""
    found = {kind: list(drafted.get(kind, [])) for kind in NoticeFacts.model_fields}
    for kind, raws in carried.items():
        model = NoticeFacts.model_fields[kind].annotation.__args__[0]  # type: ignore[union-attr]
        facts = [model.model_validate({k: v for k, v in raw.items() if k != CARRIED_FROM}) for raw in raws]
        if kind == "rules":
            found[kind] = _rules(facts, found[kind])
        else:
            found[kind] += facts
    for kind, read in typed.items():
        places = {fact.sources[0] for fact in found[kind]}
        values = [_values(fact) for fact in found[kind]]
        found[kind] += [fact for fact in read if fact.sources[0] not in places and _values(fact) not in values]
    return found


def _values(fact: Fact) -> dict[str, Any]:
    return fact.model_dump(exclude={"sources"})


def _rules(carried: list[RuleFact], drafted: list[RuleFact]) -> list[RuleFact]:
    """Carried rules in their order of importance; of the drafted ones what those do not hold."""
    held = {(fact.topic, source.clause) for fact in carried for source in fact.sources}
    rest = []
    for fact in drafted:
        sources = tuple(one for one in fact.sources if (fact.topic, one.clause) not in held)
        if sources:
            rest.append(fact.model_copy(update={"sources": sources}))
    return [*carried, *rest]


@dataclass(frozen=True)
class Undecided:
    """A topic that no fact states although its words occur: the clauses that hold them, and the question."""

    topic: str
    clauses: tuple[str, ...]
    question: Question


def silences(notice: Notice, facts: NoticeFacts, library: Library) -> tuple[list[NotStatedFact], list[Undecided]]:
    """Topics that no fact states: not stated where no word for them occurs in the notice, else undecided."""
    if notice.front.kind != "organisation":
        return [], []
    known = {fact.topic: fact.searched for one in _earlier(notice, library) for fact in one.facts.not_stated}
    found, undecided = [], []
    for topic in TOPICS:
        if is_stated(topic, facts):
            continue
        words = known.get(topic.id) or topic.words
        places = [clause for clause in notice.clauses.values() if any(word in clause.text for word in words)]
        if places:
            undecided.append(_undecided(topic, words, places))
        else:
            found.append(NotStatedFact(topic=topic.id, searched=words))
    return found, undecided


def _earlier(notice: Notice, library: Library) -> list[Holding]:
    """Earlier editions of the notice: the words that a person searched them for serve for this one too."""
    front = notice.front
    return [
        one
        for one in library.holdings
        if (one.notice.front.issuer, one.notice.front.subject) == (front.issuer, front.subject)
        and one.notice.front.year < front.year
    ]


def _undecided(topic: Topic, words: tuple[str, ...], places: list[Clause]) -> Undecided:
    lines = [(one.path, line.text) for one in places for line in one.lines if any(w in line.text for w in words)]
    # A heading names what is asked; the sentence below it says it.
    path, quote = max(lines, key=lambda one: (leading_number(one[1]) is None, sum(w in one[1] for w in words)))
    asked = (
        f"没有读出“{topic.label}”，但这里提到了有关的字词：请在 facts/ 里补充事实；"
        f"如果通知确实没有规定，answer 填“{NO_RULE}”；如果写明了、先按原文答复，填“{IN_WORDS}”"
    )
    question = Question(clause=path, quote=quote, question=asked)
    return Undecided(topic.id, tuple(one.path for one in places), question)


def without_value(notice: Notice, found: dict[str, list[Any]]) -> tuple[list[TextOnlyFact], list[Question]]:
    """Declarations for clauses that no fact rests on, and one question about those that nobody has looked at."""
    covered = {s.clause for facts in found.values() for one in facts if isinstance(one, Fact) for s in one.sources}
    carried = [fact for fact in found["text_only"] if isinstance(fact, TextOnlyFact)]
    declared = {path for fact in carried for path in fact.clauses}
    by_reason: dict[Reason, list[str]] = {}
    for path, clause in notice.clauses.items():
        if path not in covered and path not in declared:
            reason = _OF_PARTS.get(path) or ("heading" if _is_heading(notice, path) else "as_text")
            by_reason.setdefault(reason, []).append(clause.path)
    added = [TextOnlyFact(reason=reason, clauses=tuple(paths)) for reason, paths in by_reason.items()]
    open_ones = by_reason.get("as_text", [])
    asked = "这些条款没有读出事实，先只作原文收录、供检索：" + "、".join(open_ones)
    questions = [Question(clause=open_ones[0], quote="", question=asked)] if open_ones else []
    return _joined([*carried, *added]), questions


def _is_heading(notice: Notice, path: str) -> bool:
    clause = notice.clauses[path]
    return (bool(clause.children) and len(clause.lines) <= 1) or len(clause.text) < len(
        "一、关于职业技能等级认定申报的相关事项"
    )


def _joined(facts: Iterable[TextOnlyFact]) -> list[TextOnlyFact]:
    found: dict[Reason, dict[str, None]] = {}
    for fact in facts:
        found.setdefault(fact.reason, {}).update(dict.fromkeys(fact.clauses))
    return [TextOnlyFact(reason=reason, clauses=tuple(paths)) for reason, paths in found.items()]
