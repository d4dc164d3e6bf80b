"""Certificates: who issues them, in which form, who collects them where, and what to do when one is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.actions.answers import helpline, results, rules
from bot.actions.answers.catalogue import directory
from bot.actions.answers.certificate_words import (
    ANOTHER_GOES,
    LABELS,
    Aspect,
    asks_for_paper_later,
    asks_for_proxy,
    asks_what_to_bring,
    aspects,
    is_beyond,
    told,
    way_of,
)
from bot.actions.answers.claims.issuer import asks_of_issuer
from bot.actions.answers.discipline import discipline
from bot.actions.answers.programme.further_certificates import answer_further, asks_further
from bot.actions.answers.unstated import unstated
from bot.actions.desk import Desk
from bot.actions.reply import Card, Reply, single
from bot.actions.talk import certificate_told
from bot.actions.turn import Turn
from bot.actions.wording import joined, notice_of, unique
from knowledge.applying import own_notices
from knowledge.certificates import About, CertificateRule, Certificates, certificates
from knowledge.enquiries import enquiries_of
from knowledge.misconduct import is_misconduct
from knowledge.models import Citation
from knowledge.subject import Subject
from retrieval.coverage import asked_words

# 寄过来还是自己去拿: that it is to be fetched answers it.
_SENT_OR_FETCHED = re.compile(r"寄.{0,10}还是.{0,8}[领拿取]|[领拿取].{0,10}还是.{0,8}寄")
_BESIDE_LOSS = (
    (re.compile(r"收费|收不收[钱费]|要不要[钱费]|要钱|费用?|多少钱|几[块钿]|花钱|免费"), "补办要不要收费"),
    (re.compile(r"多久|几天|多长时间|什么时候"), "补办要多久"),
    (ANOTHER_GOES, "能不能由别人代办"),
)
_WHOLE: tuple[About, ...] = ("form", "collection")


@dataclass
class _Part:
    """What one notice answers: sentences, their quotes, and what it was asked in vain."""

    of: Certificates
    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)


def answer_certificate(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The aspect that is asked for, notice by notice; all of it where none is named."""
    if is_misconduct(turn.text):
        return discipline.answer_discipline(desk, turn, subject)
    if asks_further(turn.text):
        return answer_further(desk, turn, subject)
    later: list[Aspect] = ["form"] if asks_for_paper_later(turn.text) else []
    asked = (
        aspects(turn.text)
        or later
        or (["issue"] if asks_of_issuer(turn) else [])
        or (["collection"] if _tells_the_way(turn) or _brings(turn) or _sends(turn) else [])
    )
    subject = _whose(desk, subject) if "issue" in asked else subject
    if "issue" in asked and subject.occupation and not own_notices(desk.library, subject, turn.as_of):
        return directory.answer_directory(
            desk, turn, subject
        )  # whoever examines it issues: no notice of theirs is held
    if not asked and not _only_names_it(desk, turn):
        return rules.answer_topic(desk, turn, subject)
    return _answer(desk, turn, subject, asked)


def _tells_the_way(turn: Turn) -> bool:
    """「我是跟培训机构一起报的」 in a talk about certificates says how the one is collected."""
    return (
        certificate_told(turn.memory) == turn.intent and way_of(turn.text) is not None and not is_beyond(turn.text)
    )


def _brings(turn: Turn) -> bool:
    """「要带什么」 in a talk about certificates is asked of collecting one."""
    return (
        certificate_told(turn.memory) == turn.intent and asks_what_to_bring(turn.text) and not is_beyond(turn.text)
    )


def _sends(turn: Turn) -> bool:
    """「能叫同事替我去拿吗」 in a talk about certificates is of collecting one."""
    return certificate_told(turn.memory) == turn.intent and asks_for_proxy(turn.text) and not is_beyond(turn.text)


def _only_names_it(desk: Desk, turn: Turn) -> bool:
    """Whether nothing but the certificate itself is named (证书呢)."""
    words = asked_words(desk.searcher.understand(turn.text))
    return not is_beyond(turn.text) and all(word in "证书" for word in words)


def answer_loss(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """What to do when a certificate is lost."""
    found = certificates(desk.library, subject, turn.as_of)
    parts = [_about(desk, turn, one, "loss") for one in found]
    for part in parts:
        part.unsaid += [what for asked, what in _BESIDE_LOSS if part.lines and asked.search(turn.text)]
    past = _elsewhere(desk, turn, subject, "loss")
    if past and not subject.organisation and not any(one.lines for one in parts):
        return _only_others(desk, turn, parts, past)
    return _reply(desk, turn, subject, parts, LABELS["loss"])


def _elsewhere(desk: Desk, turn: Turn, subject: Subject, about: About) -> list[_Part]:
    """Notices not in force that say what those in force do not; each is told under its year."""
    fronts = [one.notice.front for one in desk.library.holdings]
    own = [desk.library.issuer(front) for front in fronts if front.kind == "organisation"]
    known = (
        certificates(desk.library, replace(subject, organisation=one), turn.as_of)
        for one in dict.fromkeys(own)
        if subject.organisation is None
    )
    return [_about(desk, turn, one, about) for found in known for one in found if one.about(about)]


def _only_others(desk: Desk, turn: Turn, silent: list[_Part], past: list[_Part]) -> Reply:
    """First who is silent, then what another notice says, by its name and year."""
    texts, citations = [], list[Citation]()
    for one in (*silent, *past):
        text, quotes = _paragraph(desk, turn, one)
        texts.append(text)
        citations += quotes
    data = {"certificates": [one.of.model_dump(mode="json") for one in past]}
    card = Card(type="certificate", data=data)
    return single("partial", "\n".join(texts), citations=unique(citations), card=card)


def _whose(desk: Desk, subject: Subject) -> Subject:
    """「训练师的证是人社局发的吗」 names the authority as a guess, not as whose certificate it is."""
    fronts = [one.notice.front for one in desk.library.holdings]
    issuers = {desk.library.issuer(front).name for front in fronts if front.kind != "organisation"}
    guessed = subject.organisation is not None and subject.organisation.name in issuers
    return replace(subject, organisation=None) if guessed else subject


def _answer(desk: Desk, turn: Turn, subject: Subject, asked: list[Aspect]) -> Reply:
    parts = [_part(desk, turn, one, asked) for one in certificates(desk.library, subject, turn.as_of)]
    return _reply(desk, turn, subject, parts, "证书领取")


def _part(desk: Desk, turn: Turn, of: Certificates, asked: list[Aspect]) -> _Part:
    part = _Part(of)
    for aspect in asked or _WHOLE:
        if aspect == "enquiry":
            _add_enquiry(desk, turn, part)
        elif aspect == "when":
            _add_when(desk, turn, part, asked)
        elif aspect == "courier":
            _add_courier(desk, turn, part)
        elif not (aspect == "collection" and "courier" in asked):
            other = _about(desk, turn, of, aspect, proxy=asks_for_proxy(turn.text), quiet=not asked)
            part.lines += other.lines
            part.citations += other.citations
            part.unsaid += other.unsaid
    if "collection" in asked and "form" not in asked:
        _add_default_form(part)
    if asks_for_paper_later(turn.text) and of.about("form"):
        part.unsaid.append("申报时没勾选的，以后能不能再补")
    return part


def _add_default_form(part: _Part) -> None:
    """Who collects paper alone must know that it has to be asked for."""
    collected = [form for one in part.of.about("collection") for form in one.forms]
    forms = part.of.about("form")
    if forms and collected and set(collected) == {"paper"}:
        part.lines.append(told(forms, ""))
        part.citations += [cited for one in forms for cited in one.citations]


def _about(
    desk: Desk, turn: Turn, of: Certificates, about: About, proxy: bool = False, quiet: bool = False
) -> _Part:
    """One thing; `quiet`: what is unsaid of it was not asked for (a remark tells it)."""
    known = of.about(about, way_of(turn.text)) or of.about(about)
    part = _Part(of, unsaid=[] if known or quiet else [LABELS[about]])
    place, bearing = _place(desk, turn, of, known)
    if known:
        part.lines.append(told(known, place))
        part.citations += [*(cited for one in known for cited in one.citations), *bearing]
    if known and proxy and about == "collection":
        part.unsaid.append("能不能请人代领")
    if known and about == "collection" and asks_what_to_bring(turn.text) and not any(one.bring for one in known):
        part.unsaid.append("领取时要带什么")
    return part


def _place(desk: Desk, turn: Turn, of: Certificates, known: list[CertificateRule]) -> tuple[str, list[Citation]]:
    if not any(one.collected_at for one in known):
        return "", []
    return helpline.address(desk, turn, of.organisation, of.notice_id)


def _add_courier(desk: Desk, turn: Turn, part: _Part) -> None:
    sent = [one for one in part.of.about("collection") if one.courier_paid_by_applicant is not None]
    if sent:
        forms = [one for one in part.of.about("form") if one.way == sent[0].way]
        part.lines.append(told([*sent, *forms], ""))
        part.citations += [cited for one in (*sent, *forms) for cited in one.citations]
        return
    other = _about(desk, turn, part.of, "collection")
    part.lines += other.lines
    part.citations += other.citations
    if not (other.lines and _SENT_OR_FETCHED.search(turn.text)):
        part.unsaid.append("可不可以邮寄")


def _add_enquiry(desk: Desk, turn: Turn, part: _Part) -> None:
    found = enquiries_of(desk.library, desk.library.holding(part.of.notice_id), turn.as_of)
    ways = [one for one in found.ways if "certificate" in one.what]
    part.lines += [results.described(ways)] if ways else []
    part.citations += [cited for one in ways for cited in one.citations]
    part.unsaid += [] if ways else ["证书查询"]


def _add_when(desk: Desk, turn: Turn, part: _Part, asked: list[Aspect]) -> None:
    """No notice prints a day of issue; what it says is when the certificate's data can be looked up."""
    part.unsaid.append("证书什么时候发")
    if "enquiry" not in asked:
        _add_enquiry(desk, turn, part)


def _reply(desk: Desk, turn: Turn, subject: Subject, parts: list[_Part], label: str) -> Reply:
    if not any(one.lines for one in parts):
        unsaid = joined(what for one in parts for what in one.unsaid) or label
        return unstated(desk, turn, replace(subject, level=None), unsaid)
    paragraphs = [_paragraph(desk, turn, one) for one in _distinct(parts, subject)]
    open_ones = any(one.unsaid for one in parts)
    data = {"certificates": [one.of.model_dump(mode="json") for one in parts]}
    return single(
        "partial" if open_ones else "answered",
        "\n".join(text for text, _ in paragraphs),
        citations=unique([cited for _, quotes in paragraphs for cited in quotes]),
        card=Card(type="certificate", data=data),
    )


def _distinct(parts: list[_Part], subject: Subject) -> list[_Part]:
    """For an open question, notices that say the very same are told once."""
    if subject.organisation or subject.occupation:
        return parts
    return list({(*one.lines, *one.unsaid): one for one in reversed(parts)}.values())[::-1]


def _paragraph(desk: Desk, turn: Turn, part: _Part) -> tuple[str, list[Citation]]:
    """First what was asked in vain and whom to call, then what the notice does say."""
    of = part.of
    named = notice_of(of.organisation.name, of.year, of.status, turn.as_of)
    citations = [*part.citations, desk.library.cite_title(of.notice_id, turn.as_of)]
    sentences = (f"{one}。" for line in part.lines for one in line.split("。") if one)
    said = "".join(dict.fromkeys(sentences))
    if not part.unsaid:
        return f"按{named}：{said}", citations
    calling, bearing = helpline.call(desk, turn, of.organisation, of.notice_id)
    rest = f"写明的是：{said}" if said else ""
    return f"{named}没有写明{joined(part.unsaid)}。{calling}{rest}", [*citations, *bearing]
