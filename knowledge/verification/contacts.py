"""Contacts: every address, number, web address and hour stands in a quote."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts import ContactFact, Hours
from knowledge.figures import unsupported
from knowledge.library import Holding, Library
from knowledge.models import Source
from knowledge.verification.fees import unquoted
from knowledge.verification.marks import plain
from knowledge.verification.names import names
from knowledge.verification.problem import Complaint


def contact(library: Library, holding: Holding, fact: ContactFact) -> Iterator[Complaint]:
    """Check one office."""
    yield from names(library, (fact.organisation,), fact.occupations or ())
    hours = [one for one in (fact.hours, *(phone.hours for phone in fact.phones)) if one]
    values = [*fact.addresses, *(one.number for one in fact.phones), *(one.url for one in fact.websites)]
    values += [line for one in hours for line in one.text.splitlines()]
    quotes = [source.quote for source in fact.sources]
    for value in values:
        stands = any(plain(value) in plain(quote) for quote in quotes)
        if not stands or unsupported(value, quotes):
            yield Complaint(f"{value!r} stands in no quote; correct it, or quote the words that print it")
    for one in hours:
        yield from _openings(one)


def _openings(hours: Hours) -> Iterator[Complaint]:
    for opening in hours.weekly:
        times = (opening.opens.removeprefix("0"), opening.closes.removeprefix("0"))
        yield from unquoted(times, (Source(clause="-", quote=plain(hours.text)),))
        if opening.opens >= opening.closes:
            yield Complaint(f"opens {opening.opens} after it closes {opening.closes}; correct the hours")
