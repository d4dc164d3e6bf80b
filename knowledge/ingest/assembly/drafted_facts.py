"""Draft fees, windows, contacts, catalogue rows and rules as the facts that files hold.

Only what was understood becomes a fact: a draft below `LEAST` confidence becomes a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.facts import (
    CatalogueFact,
    ContactFact,
    FeeFact,
    Period,
    Phone,
    Retake,
    RuleFact,
    TicketPeriod,
    Website,
    WindowFact,
)
from knowledge.ingest.assembly.hours import hours_of
from knowledge.ingest.drafts.models import (
    Confidence,
    Draft,
    DraftContact,
    DraftFee,
    DraftPeriod,
    DraftPhone,
    DraftWindow,
    Question,
)
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Source

LEAST: Confidence = 0.5
_PURPOSES = ("enquiry", "supervision")


def fee_facts(draft: Draft, lexicon: Lexicon) -> list[FeeFact]:
    """Fees that were understood."""
    return [
        FeeFact(
            occupation=lexicon.official("occupation", one.occupation.name),
            level=one.level,
            components=one.components,
            total=one.total,
            retake=Retake(basis=one.retake.basis, components=one.retake.components),
            sources=one.citations,
        )
        for one in draft.fees
        if one.confidence >= LEAST and one.occupation and one.components and one.level
    ]


def window_facts(draft: Draft, lexicon: Lexicon) -> list[WindowFact]:
    """Windows that were understood."""
    return [
        WindowFact(
            occupations=(lexicon.official("occupation", one.occupation),) if one.occupation else None,
            levels=one.levels,
            application=_period(one.application),
            payment=_period(one.payment) if one.payment else None,
            admission_ticket=TicketPeriod(from_=one.admission_ticket.from_, text=one.admission_ticket.text)
            if one.admission_ticket
            else None,
            assessment=_period(one.assessment),
            sources=one.citations,
        )
        for one in draft.windows
        if one.confidence >= LEAST and one.levels and one.application.text and one.assessment.text
    ]


def _period(period: DraftPeriod) -> Period:
    return Period(start=period.start, end=period.end, text=period.text)


def contact_facts(draft: Draft, lexicon: Lexicon) -> list[ContactFact]:
    """Offices that were understood; an office without an organisation's name is the issuer's."""
    return [_contact(draft, one, lexicon) for one in draft.contacts if one.confidence >= LEAST]


def _contact(draft: Draft, contact: DraftContact, lexicon: Lexicon) -> ContactFact:
    organisation = lexicon.official("organisation", contact.organisation or draft.notice.issuer or "")
    names = contact.occupations
    return ContactFact(
        organisation=organisation,
        occupations=tuple(lexicon.official("occupation", name) for name in names) if names else None,
        addresses=contact.addresses,
        appointment=_appointment(contact),
        hours=hours_of(contact.hours.text) if contact.hours else None,
        phones=tuple(_phone(one, organisation) for one in contact.phones if one.purpose in _PURPOSES),
        websites=tuple(Website(purpose=one.purpose, url=one.url) for one in contact.websites),
        sources=contact.citations,
    )


def _appointment(contact: DraftContact) -> bool | None:
    """Whether one has to book; None where the office's own passages do not say."""
    said = " ".join(source.quote for source in contact.citations)
    if re.search(r"(?:无需|不需要?|不必|免)(?:提前|事先)?预约", said):
        return False
    return True if "预约" in said else None


def _phone(phone: DraftPhone, organisation: str) -> Phone:
    return Phone.model_validate(
        {
            "purpose": phone.purpose,
            "owner": phone.owner or organisation,
            "number": phone.number,
            "hours": hours_of(phone.hours) if phone.hours else None,
        }
    )


def catalogue_facts(draft: Draft, lexicon: Lexicon) -> list[CatalogueFact]:
    """Catalogue rows that were understood."""
    return [
        CatalogueFact(
            organisation=lexicon.official("organisation", one.organisation.name),
            registration_number=one.registration_number,
            code=one.occupation.code,
            occupation=lexicon.official("occupation", one.occupation.name),
            levels=one.levels,
            kind=one.kind,
            sources=one.citations,
        )
        for one in draft.catalogue
        if one.confidence >= LEAST
    ]


def rule_facts(draft: Draft) -> list[RuleFact]:
    """Passages by topic, in order of appearance."""
    topics = dict.fromkeys(one.topic for one in draft.rules)
    return [
        RuleFact(
            topic=topic,
            occupations=None,
            sources=tuple(Source(clause=one.clause, quote=one.quote) for one in draft.rules if one.topic == topic),
        )
        for topic in topics
    ]


def doubts(draft: Draft) -> Iterator[Question]:
    """A question for each draft that was not understood well enough to become a fact."""
    yield from _without_level(draft)
    for fee in draft.fees:
        if fee.level and (fee.confidence < LEAST or fee.occupation is None or not fee.components):
            yield _doubt(fee.citations, f"这一行收费没有把握读对（{_fee(fee)}），请核对后填入 facts/fees.yml")
    for window in draft.windows:
        if not _of_special_ability(window, draft) and (
            window.confidence < LEAST
            or not window.levels
            or not (window.application.text and window.assessment.text)
        ):
            yield _doubt(
                window.citations, f"这个时间段没有把握读对（{_window(window)}），请核对后填入 facts/windows.yml"
            )
    yield from _doubtful_contacts(draft)
    for row in draft.catalogue:
        if row.confidence < LEAST:
            yield _doubt(row.citations, "这一行目录没有把握读对，请核对后填入 facts/catalogue.yml")


def _without_level(draft: Draft) -> Iterator[Question]:
    """One question per table of fees or windows of special abilities: facts of both kinds need a level."""
    fees = [one.citations for one in draft.fees if one.level is None]
    windows = [one.citations for one in draft.windows if _of_special_ability(one, draft)]
    for citations in _first_per_clause(fees):
        yield _doubt(citations, "专项职业能力的收费没有等级，暂不能发布为收费事实，按原文答复")
    for citations in _first_per_clause(windows):
        yield _doubt(citations, "专项职业能力的时间安排没有等级，暂不能发布为时间事实，按原文答复")


def _first_per_clause(cited: Iterable[tuple[Source, ...]]) -> list[tuple[Source, ...]]:
    found: dict[str, tuple[Source, ...]] = {}
    for citations in cited:
        found.setdefault(citations[0].clause if citations else "", citations)
    return list(found.values())


def _of_special_ability(window: DraftWindow, draft: Draft) -> bool:
    """Whether a window without levels is of abilities that have none."""
    kinds = {
        one.kind
        for one in draft.catalogue
        if window.occupation is None or one.occupation.name == window.occupation
    }
    return not window.levels and kinds == {"special_ability"}


def _doubtful_contacts(draft: Draft) -> Iterator[Question]:
    for contact in draft.contacts:
        if contact.confidence < LEAST:
            yield _doubt(contact.citations, "这处联系方式没有把握读对，请核对后填入 facts/contacts.yml")
    for phone in (phone for contact in draft.contacts for phone in contact.phones):
        if phone.purpose not in _PURPOSES:
            yield Question(
                clause="",
                quote=phone.number,
                question=f"这个号码的用途（{phone.purpose}）不在咨询、监督之内，没有收录",
            )


def _doubt(citations: Iterable[Source], question: str) -> Question:
    first = next(iter(citations), None)
    return Question(clause=first.clause if first else "", quote=first.quote if first else "", question=question)


def _fee(fee: DraftFee) -> str:
    parts = "、".join(f"{one.name}{one.amount:g}元" for one in fee.components)
    return f"{fee.occupation.name if fee.occupation else '职业不明'}：{parts or '金额不明'}"


def _window(window: DraftWindow) -> str:
    return f"申报 {window.application.text}，评价 {window.assessment.text}"
