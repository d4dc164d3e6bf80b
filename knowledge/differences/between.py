"""What two notices say differently of the same thing: levels, codes, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from knowledge.differences.finding import Finding
from knowledge.facts import CatalogueFact, Phone
from knowledge.library import Holding, Library


def catalogue_against_own(library: Library) -> Iterator[Finding]:
    """A catalogue and an organisation's own notice differ on what it examines at which levels."""
    catalogues = [one for one in library.holdings if one.notice.front.kind == "catalogue"]
    own = [one for one in library.holdings if one.notice.front.kind == "organisation"]
    for listing in catalogues:
        for holding in own:
            yield from _levels_and_offer(listing, holding)


def _levels_and_offer(listing: Holding, own: Holding) -> Iterator[Finding]:
    offered = {one.occupation: one for one in own.facts.catalogue}
    issuer = own.notice.front.issuer
    listed = {one.occupation: one for one in listing.facts.catalogue if one.organisation == issuer}
    both = frozenset({own.notice.id, listing.notice.id})
    if not listed:
        return  # a catalogue that does not know the organisation says nothing about it
    for name, fact in offered.items():
        row = listed.get(name)
        clause = fact.sources[0].clause
        key = f"{issuer} {name}"
        if row is None:
            yield Finding(
                "offer", key, both, clause, f"its own notice offers {name}, {listing.notice.id} does not"
            )
        elif row.levels != fact.levels:
            message = f"{name}: levels {fact.levels} here, {row.levels} in {listing.notice.id}"
            yield Finding("levels", key, both, clause, message)
        if row and _codes_differ(fact, row):
            message = f"{name}: code {fact.code} here, {row.code} in {listing.notice.id}"
            yield Finding("code", key, both, clause, message)
    for name in listed.keys() - offered.keys():
        clause = next(iter(own.notice.clauses))
        message = f"{listing.notice.id} lists {name} for {issuer}, its own notice does not offer it"
        yield Finding("offer", f"{issuer} {name}", both, clause, message)


def _codes_differ(one: CatalogueFact, other: CatalogueFact) -> bool:
    return bool(one.code and other.code and one.code != other.code)


def telephones(library: Library) -> Iterator[Finding]:
    """One number under two names, or with two hours."""
    for (one, phone), (other, same) in combinations(_phones(library), 2):
        if phone.number != same.number:
            continue
        both = frozenset({one.notice.id, other.notice.id})
        clause = _clause_of(one, phone.number)
        if _bare(phone.owner) != _bare(same.owner):
            message = f"{phone.number} is {phone.owner}'s here, {same.owner}'s in {other.notice.id}"
            yield Finding("phone_owner", phone.number, both, clause, message)
        if phone.hours and same.hours and phone.hours.weekly != same.hours.weekly:
            message = f"{phone.number}: {phone.hours.text!r} here, {same.hours.text!r} in {other.notice.id}"
            yield Finding("phone_hours", phone.number, both, clause, message)


def owner_names(holding: Holding, number: str) -> set[str | None]:
    """Whose the notice says that the number is, without the city in front of the name."""
    phones = (phone for contact in holding.facts.contacts for phone in contact.phones)
    return {_bare(phone.owner) for phone in phones if phone.number == number}


def _bare(owner: str | None) -> str | None:
    """The owner without the city in front: 市职业技能鉴定中心 is Shanghai's."""
    return re.sub(r"^(?:上海市|上海|本市|市)(?=.{4})", "", owner) if owner else owner


def _phones(library: Library) -> list[tuple[Holding, Phone]]:
    return [
        (holding, phone)
        for holding in library.holdings
        for contact in holding.facts.contacts
        for phone in contact.phones
    ]


def _clause_of(holding: Holding, words: str) -> str:
    for path, clause in holding.notice.clauses.items():
        if words in clause.text:
            return path
    return next(iter(holding.notice.clauses))
