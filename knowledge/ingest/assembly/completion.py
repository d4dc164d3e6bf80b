"""What else a notice needs before it can be published: facts carried over, silences, clauses without a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.editions.draft import IN_WORDS, NO_RULE
from knowledge.facts import Fact, NoticeFacts, NotStatedFact, RuleFact, TextOnlyFact
from knowledge.facts.statements import Reason
from knowledge.ingest.carry_over import CARRIED_FROM
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.sentences import is_heading, unnumbered
from knowledge.library import Holding, Library
from knowledge.models import Clause, Line, Notice
from knowledge.statements import TOPICS, Topic, is_stated

_OF_PARTS: dict[str, Reason] = {
    "标题": "title",
    "文号": "reference_number",
    "引言": "preamble",
    "落款": "signature",
    "附件清单": "annex_list",
}
Asked = Mapping[str, tuple[Question, ...]]
# The topics that a fact of each kind may state.
_KINDS: dict[str, tuple[str, ...]] = {
    "applications": ("group_application", "individual_application", "appointment", "materials"),
    "payments": ("payment_method", "paid_when"),
    "refunds": ("refund",),
    "postponements": ("postponement",),
    "tickets": ("group_ticket", "individual_ticket"),
    "enquiries": ("results", "certificate_enquiry"),
    "certificates": ("certificate_issue", "certificate_form", "certificate_collection", "certificate_loss"),
    "retakes": ("retake_validity", "retake_rules"),
    "discipline": ("discipline",),
}
# A sentence of these kinds that was not understood states the topic in words that nobody has listed.
_DOUBTED = ("payment_method", "refund", "postponement", "discipline")
# What only looks like a word of a topic: an address for e-mail is no electronic certificate.
_OTHER_WORDS = re.compile(r"电子(?:邮|信箱|表格|发票|银行|文档|照片|支付|钱包)|[以见]准考证(?:为准|上|所)?")
# Clauses that need no fact: e-mail addresses, and how long the notice itself is in force.
_NEEDS_NONE = re.compile(
    r"(?:\w{0,6}(?:邮箱|信箱|邮件)[:：][\w\s@.;；、,，（）()-]+[。;；]?|本(?:通知|公告)自[^。]{2,30}(?:施行|实施|执行|生效)[^。]*。?)"
)


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


def silences(
    notice: Notice, facts: NoticeFacts, library: Library, doubts: Asked
) -> tuple[list[NotStatedFact], list[Undecided]]:
    """Topics that no fact states: not stated where no word for them occurs in the notice, else undecided.

    `doubts` are the questions on sentences that were not understood, by kind of fact.
    """
    if notice.front.kind != "organisation":
        return [], []
    known = {fact.topic: fact.searched for one in _earlier(notice, library) for fact in one.facts.not_stated}
    text = re.sub(r"\s", "", "".join(clause.text for clause in notice.clauses.values()))
    found, undecided = [], []
    for topic in TOPICS:
        if is_stated(topic, facts):
            continue
        words = known.get(topic.id) or topic.words
        places = [one for one in notice.clauses.values() if _holds(one.text, words)]
        searched = tuple(word for word in words if word not in text)
        if places or not searched or (topic.id in _DOUBTED and doubtful(topic.id, doubts)):
            undecided.append(_undecided(notice, topic, words, places, doubts))
        else:
            found.append(NotStatedFact(topic=topic.id, searched=searched))
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


def _undecided(
    notice: Notice, topic: Topic, words: tuple[str, ...], places: list[Clause], doubts: Asked
) -> Undecided:
    """The sentence of the topic that was not understood is quoted, else the line that tells most of it."""
    doubted = doubtful(topic.id, doubts)
    found = next((one for one in doubted if _holds(one[1], words)), None)
    path, quote = found or (doubted[0] if doubted and not places else _telling(notice, words, places))
    asked = (
        f"没有读出“{topic.label}”，但这里提到了有关的字词：请在 facts/ 里补充事实；"
        f"如果通知确实没有规定，answer 填“{NO_RULE}”；如果写明了、先按原文答复，填“{IN_WORDS}”"
    )
    question = Question(clause=path, quote=quote, question=asked)
    clauses = dict.fromkeys((*(one.path for one in places), path))
    return Undecided(topic.id, tuple(clauses), question)


def doubtful(topic: str, doubts: Asked) -> list[tuple[str, str]]:
    """Clause and words of each sentence on the topic that was not understood."""
    return [
        (one.clause, one.quote) for kind, asked in doubts.items() if topic in _KINDS.get(kind, ()) for one in asked
    ]


def unasked(doubts: Asked, undecided: list[Undecided]) -> list[Question]:
    """The doubts that no question about a topic quotes already."""
    quoted = {(one.topic, one.question.clause, one.question.quote) for one in undecided}
    return [
        one
        for kind, asked in doubts.items()
        for one in asked
        if not any((topic, one.clause, one.quote) in quoted for topic in _KINDS.get(kind, ()))
    ]


def _telling(notice: Notice, words: tuple[str, ...], places: list[Clause]) -> tuple[str, str]:
    """The line with most of the words, a sentence rather than a row, that rather than a heading.

    A heading names what is asked; where nothing else holds the words, the first line below it is quoted.
    """
    lines = [(one.path, line) for one in places for line in one.lines if _holds(line.text, words)]
    lines = lines or [
        (one.path, line)
        for one in notice.clauses.values()
        for line in one.lines
        if any(w in line.text for w in words)
    ]
    path, best = max(lines, key=lambda one: (_weight(one[1]), sum(word in one[1].text for word in words)))
    return _below(notice, path, best) if _weight(best) == 0 else (path, best.text)


def _weight(line: Line) -> int:
    if line.kind == "header" or is_heading(line.text):
        return 0
    return 1 if line.kind == "row" else 2


def _below(notice: Notice, path: str, heading: Line) -> tuple[str, str]:
    """The first sentence or row behind a heading, in its clause or in its first child; itself where nothing follows."""
    clause = notice.clauses[path]
    behind = clause.lines[clause.lines.index(heading) + 1 :]
    below = [(path, line) for line in behind]
    below += [(child, line) for child in clause.children for line in notice.clauses[child].lines]
    return next(((at, line.text) for at, line in below if _weight(line)), (path, heading.text))


def _holds(text: str, words: tuple[str, ...]) -> bool:
    rest = _OTHER_WORDS.sub("", text)
    return any(word in rest for word in words)


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
    open_ones = [path for path in by_reason.get("as_text", []) if not _needs_none(notice.clauses[path])]
    asked = "这些条款没有读出事实，先只作原文收录、供检索：" + "、".join(open_ones)
    questions = [Question(clause=open_ones[0], quote="", question=asked)] if open_ones else []
    return _joined([*carried, *added]), questions


def _needs_none(clause: Clause) -> bool:
    lines = [line.text for line in clause.lines if not is_heading(line.text)]
    return bool(lines) and all(_NEEDS_NONE.fullmatch(unnumbered(text)) for text in lines)


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
