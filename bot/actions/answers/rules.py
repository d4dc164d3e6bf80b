"""Topics that the notices answer word for word: windows, payment, tickets, results, certificates, and more."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.actions.answers.search import SECOND_BEST, find, show
from bot.actions.answers.unstated import unstated
from bot.actions.choices import ask_organisation
from bot.actions.desk import Desk
from bot.actions.follow_ups.exam_form import is_told
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.library import Holding
from knowledge.models import Citation, NoticeStatus, Source
from knowledge.subject import Subject
from retrieval.coverage import asked_words
from retrieval.passages import topic_terms

_ASKS_AMOUNT = re.compile(r"多少|金额|几百|几千|几块|数额|\d{3,}|[一二两三四五六七八九几][百千万]")


@dataclass(frozen=True)
class Topic:
    """What an intent asks for. `rules` are the facts' topics; `label` how a sentence calls it.

    `per_organisation`: the answer is useless without knowing whose, so an open question is asked back.
    `general`: the catalogue's notice answers where the organisation's own does not. `open_ended`: people ask more
    about it than notices say, so the passages must speak of the question's own words. `no_amount`: the passages
    name no sum, and a question for one is told so.
    """

    rules: tuple[str, ...]
    label: str
    per_organisation: bool = False
    general: bool = True
    open_ended: bool = False
    no_amount: bool = False


TOPICS: dict[str, Topic] = {
    "ask_how_to_apply": Topic(("application_method", "materials"), "申报方式", per_organisation=True),
    "ask_payment": Topic(("payment",), "缴费方式", per_organisation=True, general=False, open_ended=True),
    "ask_exam_form": Topic(("exam_form",), "考试形式", open_ended=True),
    "ask_certificate": Topic(("certificate",), "证书领取", open_ended=True),
    "ask_subsidy": Topic(("subsidy",), "职业技能提升补贴", no_amount=True),
    "ask_changes": Topic(("changes",), "政策调整"),
    "ask_eligibility": Topic(("eligibility",), "申报条件"),
}


def answer_topic(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Quote the passages of the topic, organisation by organisation."""
    topic = TOPICS[turn.intent]
    open_question = subject.organisation is None and subject.occupation is None
    holdings = _saying(desk, turn, subject, topic)
    if topic.per_organisation and open_question:
        names = [desk.library.issuer(one.notice.front).name for _, one in holdings]
        return ask_organisation(
            f"各评价机构的{topic.label}不同。请问您问的是哪个机构，或者哪个职业？",
            turn.intent,
            list(dict.fromkeys(names)),
        )
    if not holdings:
        return unstated(desk, turn, replace(subject, level=None), topic.label)
    if topic.open_ended and not _speak_of(desk, turn, topic, holdings):
        return _found_elsewhere(desk, turn, subject, topic)
    if open_question:
        holdings = _different(holdings, topic)
    texts, citations = [], []
    for status, holding in holdings:
        text, cited = _quote(desk, turn, subject, topic, status, holding)
        texts.append(text)
        citations += cited
    if topic.no_amount and _ASKS_AMOUNT.search(turn.text):
        return single(
            "not_stated", "\n".join([f"通知没有写明{topic.label}的金额。", *texts]), citations=unique(citations)
        )
    return single("answered", "\n".join(texts), citations=unique(citations))


def _saying(desk: Desk, turn: Turn, subject: Subject, topic: Topic) -> list[tuple[NoticeStatus, Holding]]:
    """The notices that apply and speak of the topic."""
    own = [pair for pair in holdings_of(desk, turn, subject) if _sources(pair[1], topic)]
    if own or not topic.general:
        return own
    known = _of_year(desk, turn, subject)
    return [(s, one) for s, one in known if one.notice.front.kind == "catalogue" and _sources(one, topic)]


def holdings_of(desk: Desk, turn: Turn, subject: Subject) -> list[tuple[NoticeStatus, Holding]]:
    """The organisations' own notices that apply: in force where any is, else others under their own status."""
    own = [pair for pair in _of_year(desk, turn, subject) if _is_own(desk, pair[1], subject)]
    return [pair for pair in own if pair[0] == "current"] or own


def _speak_of(desk: Desk, turn: Turn, topic: Topic, holdings: list[tuple[NoticeStatus, Holding]]) -> bool:
    """Whether the topic's passages speak of what the question asks, or the question only names the topic."""
    said = " ".join(source.quote for _, one in holdings for source in _sources(one, topic))
    if "exam_form" in topic.rules and is_told(turn.text, said):
        return True
    known = " ".join([topic.label, *(topic_terms(rule) for rule in topic.rules), said])
    query = desk.searcher.understand(turn.text)
    settings = desk.searcher.settings
    asks = bool(asked_words(query))
    return not asks or desk.searcher.coverage.of(query, known) >= settings.topic_coverage


def _found_elsewhere(desk: Desk, turn: Turn, subject: Subject, topic: Topic) -> Reply:
    """A clause that no topic or this one claims may say it; else no notice does."""
    found = find(desk, turn, subject)
    if good := [hit for hit in found if not hit.passage.topics or set(topic.rules) & set(hit.passage.topics)]:
        return show(desk, turn, good[:2], SECOND_BEST)
    plain = replace(subject, level=None)
    return unstated(desk, turn, plain, f"{topic.label}里您问的这一点", verb="里没有找到写明")


def _of_year(desk: Desk, turn: Turn, subject: Subject) -> list[tuple[NoticeStatus, Holding]]:
    known = desk.library.by_status(turn.as_of)
    return [pair for pair in known if subject.covers_year(pair[1].notice.front.year)]


def _is_own(desk: Desk, holding: Holding, subject: Subject) -> bool:
    front = holding.notice.front
    offered = [one.occupation for one in holding.facts.catalogue]
    return (
        front.kind == "organisation"
        and subject.covers_organisation(desk.library.issuer(front).name)
        and (
            subject.occupation is None
            or any(subject.covers_occupation(desk.library.lexicon, one) for one in offered)
        )
    )


def _sources(holding: Holding, topic: Topic) -> tuple[Source, ...]:
    rules = [one for wanted in topic.rules for one in holding.facts.rules if one.topic == wanted]
    return tuple(dict.fromkeys(source for rule in rules for source in rule.sources))


def _different(holdings: list[tuple[NoticeStatus, Holding]], topic: Topic) -> list[tuple[NoticeStatus, Holding]]:
    """Leave out notices that say the very same as one before."""
    kept: dict[str, tuple[NoticeStatus, Holding]] = {}
    for status, holding in holdings:
        said = "".join(source.quote for source in _sources(holding, topic))
        kept.setdefault("".join(filter(str.isalnum, said)), (status, holding))
    return list(kept.values())


def _quote(
    desk: Desk, turn: Turn, subject: Subject, topic: Topic, status: NoticeStatus, holding: Holding
) -> tuple[str, list[Citation]]:
    front = holding.notice.front
    sources = _sources(holding, topic)
    head = f"按{notice_of(front.issuer, front.year, status, turn.as_of)}："
    citations = desk.library.cite_all(front.id, sources, turn.as_of)
    citations.append(desk.library.cite_title(front.id, turn.as_of))
    return head + "\n".join(_spoken(holding, source) for source in sources), citations


def _spoken(holding: Holding, source: Source) -> str:
    """A table row is read with its column headings."""
    clause = holding.notice.clauses[source.clause]
    line = clause.lines[clause.line_of(source.quote) or 0]
    if line.kind != "row":
        return source.quote
    own = [(column.split()[-1], value) for column, value in zip(line.columns, line.values, strict=True) if value]
    return "，".join(f"{column}：{value}" for column, value in own)
