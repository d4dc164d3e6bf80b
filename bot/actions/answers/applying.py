"""How to apply: the way as a whole in the notice's own words, or one thing about it (photo, form, company, proxy, place)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.actions.answers import helpline, rules
from bot.actions.answers.applying_words import DOCUMENTS, ON_SITE, Aspect, aspects_of, only_form
from bot.actions.answers.catalogue.assessors import describe
from bot.actions.answers.certificate_words import way_of
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import joined, notice_of, unique
from knowledge.applying import Rated, notices_saying, own_notices
from knowledge.directory import directory
from knowledge.facts.procedure import ApplicationFact
from knowledge.models import Citation, Source
from knowledge.subject import Subject

_BOTH_WAYS = re.compile(r"团体.*个人|个人.*团体|(?:集体|单位|学校|机构).*(?:自己|个人)报.*(?:区别|不同|还是)")
_CHANNELS = {
    "on_site": "个人申报写的是到现场办理。",
    "mini_program": "个人申报写的是在手机小程序上办理。",
    "institution": "个人申报写的是到评价机构办理。",
}


@dataclass
class _Part:
    """What one notice says of what was asked."""

    lines: list[str] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)


def answer_applying(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """How to apply; 到相关社评组织 says nothing without who those are."""
    reply = _applying(desk, turn, subject)
    if subject.occupation is None or subject.organisation or own_notices(desk.library, subject, turn.as_of):
        return reply
    entries = directory(desk.library, Subject(occupation=subject.occupation), turn.as_of)
    if reply.status not in ("answered", "partial") or not entries:
        return reply
    text, citations = describe(desk, turn, entries, by_occupation=True)
    first = reply.messages[0]
    update = {"text": f"{first.text}\n{text}", "citations": unique([*first.citations, *citations])}
    return reply.model_copy(update={"messages": (first.model_copy(update=update),)})


def _applying(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Notice by notice; a question for the way as a whole is answered with the clauses on it."""
    asked = aspects_of(turn.text)
    if not asked and not (_BOTH_WAYS.search(turn.text) and not _names_whose(subject)):
        return rules.answer_topic(desk, turn, subject)
    found = notices_saying(desk.library, subject, turn.as_of, lambda one: bool(one.facts.applications))
    if not found:
        return rules.answer_topic(desk, turn, subject)
    parts = [(rated, _part(turn, rated[1].facts.applications, asked)) for rated in found]
    paragraphs = [_paragraph(desk, turn, rated, part) for rated, part in parts]
    return single(
        "partial" if any(part.unsaid for _, part in parts) else "answered",
        "\n".join(text for text, _ in paragraphs),
        citations=unique([cited for _, quotes in paragraphs for cited in quotes]),
    )


def _names_whose(subject: Subject) -> bool:
    return subject.organisation is not None or subject.occupation is not None


def _part(turn: Turn, facts: tuple[ApplicationFact, ...], asked: list[Aspect]) -> _Part:
    part = _Part()
    way = way_of(turn.text)
    own = [one for one in facts if way in (None, one.way)] or list(facts)
    for aspect in asked:
        _add(part, turn.text, [one for one in facts if one.way == aspect.way] or own, aspect)
    if not part.sources:
        part.sources += [source for one in own for source in one.sources[:1]]
    part.sources = list(dict.fromkeys(part.sources))
    return part


def _add(part: _Part, text: str, facts: list[ApplicationFact], aspect: Aspect) -> None:
    said = [one for fact in facts for one in fact.sources if aspect.says.search(one.quote)]
    part.sources += said
    if not said:
        part.unsaid.append(aspect.unsaid)
    elif aspect.closer and aspect.closer.search(text):
        part.unsaid.append(aspect.closer_unsaid)
    alone = [one for one in facts if one.way == "individual"]
    if aspect is DOCUMENTS and said and alone and all(only_form(one) for one in alone):
        part.unsaid.append("个人报名除报名表以外还要带什么")
    if aspect is ON_SITE:
        part.lines += [_CHANNELS[one.channel] for one in alone if one.channel in _CHANNELS]


def _paragraph(desk: Desk, turn: Turn, rated: Rated, part: _Part) -> tuple[str, list[Citation]]:
    """First what was asked in vain and whom to call, then what the notice does say."""
    status, holding = rated
    front = holding.notice.front
    issuer = desk.library.issuer(front)
    named = notice_of(issuer.name, front.year, status, turn.as_of)
    quotes = desk.library.cite_all(front.id, tuple(part.sources), turn.as_of)
    quotes.append(desk.library.cite_title(front.id, turn.as_of))
    said = "\n".join([*dict.fromkeys(part.lines), *(one.quote for one in part.sources)])
    if not part.unsaid:
        return f"按{named}：{said}", quotes
    calling, bearing = helpline.call(desk, turn, issuer, front.id)
    return f"{named}没有写明{joined(part.unsaid)}。{calling}写明的是：\n{said}", [*quotes, *bearing]
