"""Draft contacts: where, when and how an organisation is reached, wherever its notice says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.ingest.drafts.confidence import CLEAR
from knowledge.ingest.drafts.contact_items import (
    Item,
    items_of,
    label_of,
    people,
    question,
    waits_for_last,
    with_hours,
)
from knowledge.ingest.drafts.contact_lines import Entry, entries, headings_of
from knowledge.ingest.drafts.contact_owners import person_or_place
from knowledge.ingest.drafts.contact_places import elsewhere
from knowledge.ingest.drafts.contact_tables import table_items
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import DraftContact, DraftHours, DraftWebsite, Question
from knowledge.ingest.drafts.offices import Office, offices
from knowledge.ingest.drafts.websites import sites_in
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Notice, Source

_Website = tuple[DraftWebsite, Source]


def draft_contacts(notice: Notice, lexicon: Lexicon) -> Drafted[DraftContact]:
    """One contact per office, the notice's own first; questions where a number, address or hour is not understood.

    A notice that prints neither address nor telephone has no office, whatever web addresses it names.
    """
    items, questions = _items(notice, lexicon)
    rows, asked = table_items(notice, lexicon)
    items, asked_places = elsewhere(notice, [*items, *rows])
    websites, asked_sites = _websites(notice)
    groups = offices(items)
    if not groups:
        return Drafted(facts=(), questions=tuple(questions))
    if all(one.occupations for one in groups):
        groups = [Office(()), *groups] if websites else groups
    facts = [_contact(notice, one, websites if i == 0 else []) for i, one in enumerate(groups)]
    return Drafted(tuple(facts), tuple(dict.fromkeys((*questions, *asked, *asked_places, *asked_sites))))


def _items(notice: Notice, lexicon: Lexicon) -> tuple[list[Item], list[Question]]:
    items: list[Item] = []
    questions: list[Question] = []
    labels: list[Entry] = []
    person: Entry | None = None
    for entry in entries(notice):
        if not entry.value:
            labels.append(entry)
        found, asked = items_of(entry, lexicon)
        if _names_somebody(entry):
            person = entry
        for item in found:
            behind = waits_for_last(item) or _of_supervision(item, items)
            items = with_hours(items, item) if behind else [*items, _of_person(item, person)]
        questions += asked
    return _enquiry_hours(items), [*questions, *_unanswered(labels, items, questions)]


def _of_supervision(item: Item, items: list[Item]) -> bool:
    """Hours in the line of a telephone for complaints are that telephone's, unless an office stands in it too."""
    line = [one for one in items if one.sources[-1] == item.sources[-1]]
    last = line[-1].phone if line else None
    office = any(one.kind == "address" for one in line)
    return item.kind == "hours" and last is not None and last.purpose == "supervision" and not office


def _of_person(item: Item, person: Entry | None) -> Item:
    """A number for enquiries behind 联系人：张老师 is that person's; one behind a bare name in its line is theirs."""
    if item.phone is None or person is None or person.clause != item.clause or item.phone.owner:
        return item
    if (person.label and item.phone.purpose != "enquiry") or (
        not person.label and person.line != item.sources[-1]
    ):
        return item
    return replace(item, phone=item.phone.model_copy(update={"owner": person.value}))


def _names_somebody(entry: Entry) -> bool:
    if entry.label:
        if people(entry):
            return False
        return entry.kind == "other" and bool(entry.value) and entry.label.endswith(("联系人", "负责人"))
    return person_or_place(entry.value) is not None


def _enquiry_hours(items: list[Item]) -> list[Item]:
    """咨询时间 are the hours of the telephones for enquiries, or the office's where it states no others."""
    waiting = [one for one in items if one.kind == "hours" and one.phone]
    stated = [one for one in items if one.kind == "hours" and not one.phone]
    if not stated:
        return [replace(one, phone=None) if one.kind == "hours" else one for one in items]
    hours = "\n".join(one.value for one in waiting)
    sources = tuple(source for one in waiting for source in one.sources)
    return [
        replace(one, phone=one.phone.model_copy(update={"hours": hours}), sources=(*one.sources, *sources))
        if hours and one.phone and one.phone.purpose == "enquiry" and one.phone.hours is None
        else one
        for one in items
        if one not in waiting
    ]


def _unanswered(labels: list[Entry], items: list[Item], asked: list[Question]) -> Iterator[Question]:
    """A label for an address or a telephone below which none was read."""
    clauses = {source.clause for item in items for source in item.sources} | {one.clause for one in asked}
    for entry in labels:
        read = any(one == entry.clause or one.startswith(entry.clause) for one in clauses)
        if entry.kind in ("address", "phone") and not read and len(entry.line.quote) <= 40:
            yield question(entry, f"“{label_of(entry)}”后面没有读到内容，请补。")


def _websites(notice: Notice) -> tuple[list[_Website], list[Question]]:
    found: dict[tuple[str, str], _Website] = {}
    questions: list[Question] = []
    for path, clause in notice.clauses.items():
        contexts = headings_of(notice, clause)
        for line in clause.lines:
            source = Source(clause=path, quote=line.text)
            for site in sites_in(line.text, contexts):
                for purpose in site.purposes:
                    found.setdefault((purpose, site.url), (DraftWebsite(purpose=purpose, url=site.url), source))
                if not site.purposes and any("网址" in one or "联系" in one for one in contexts):
                    questions.append(
                        Question(clause=path, quote=line.text, question=f"网址 {site.url} 是查询什么用的？")
                    )
    return list(found.values()), questions


def _contact(notice: Notice, office: Office, websites: list[_Website]) -> DraftContact:
    items = office.items
    hours = list(dict.fromkeys(one.value for one in items if one.kind == "hours"))
    phones = {(one.phone.purpose, one.value): one.phone for one in reversed(items) if one.phone}
    sources = [source for one in items for source in one.sources] + [source for _, source in websites]
    return DraftContact(
        organisation=notice.front.issuer,
        addresses=tuple(dict.fromkeys(one.value for one in items if one.kind == "address")),
        phones=tuple(reversed(phones.values())),
        websites=tuple(site for site, _ in websites),
        hours=DraftHours(text="\n".join(hours)) if hours else None,
        occupations=office.occupations or None,
        citations=tuple(dict.fromkeys(sources)),
        confidence=min((one.confidence for one in items), default=CLEAR),
    )
