"""Which addresses, hours and telephones belong to one office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.ingest.drafts.contact_items import Item


@dataclass(frozen=True)
class Office:
    """The items of one office, or of some occupations' telephones; no occupations means all."""

    items: tuple[Item, ...]
    occupations: tuple[str, ...] = ()


def offices(items: Iterable[Item]) -> list[Office]:
    """Rows of tables are offices of their own; addresses that each have their own telephone or hours too.

    What is left is the office of the notice; telephones or addresses of some occupations only stand by themselves.
    """
    rows: dict[str, list[Item]] = {}
    rest: list[Item] = []
    for item in items:
        (rows.setdefault(item.row, []) if item.row else rest).append(item)
    found = [Office(tuple(group), group[0].occupations) for group in rows.values()]
    named, rest = _named(rest)
    found += [Office(tuple(block), _occupations(block)) for block in named]
    blocks, common = _blocks(rest)
    found += [Office(tuple(block), _occupations(block)) for block in blocks]
    shared: dict[tuple[str, ...], list[Item]] = {}
    for item in common:
        shared.setdefault(item.occupations, []).append(item)
    general = shared.pop((), [])
    separate = [
        Office((*_at_the_one_address(group, general), *group), occupations)
        for occupations, group in shared.items()
    ]
    return [*([Office(tuple(general))] if general else []), *found, *separate]


def _named(items: list[Item]) -> tuple[list[list[Item]], list[Item]]:
    """Offices whose own name labels both their address and their telephone, where there are other addresses too."""
    addresses = [one for one in items if one.kind == "address"]
    reached = {one.place for one in items if one.phone and one.place}
    names = {one.place: None for one in addresses if one.place in reached}
    if all(one.place in names for one in addresses) and len(names) < 2:
        return [], items
    return [[one for one in items if one.place == name] for name in names], [
        one for one in items if one.place not in names
    ]


def _at_the_one_address(group: list[Item], general: list[Item]) -> list[Item]:
    """Telephones of some occupations ring at the notice's office where it has but one address."""
    addresses = [one for one in general if one.kind == "address"]
    return addresses if len(addresses) == 1 and not any(one.kind == "address" for one in group) else []


def _blocks(items: list[Item]) -> tuple[list[list[Item]], list[Item]]:
    """Split `address, telephone, address, telephone` where each address has its own; the rest is common."""
    own = [one for one in items if one.kind in ("address", "hours") or _is_enquiry(one)]
    starts = [i for i, one in enumerate(own) if one.kind == "address" and (i == 0 or own[i - 1].kind != "address")]
    if len(starts) < 2:
        return [], items
    if own[0].kind != "address" and _ends_with_address(own, starts):
        blocks = _cut(own, [0, *(start + 1 for start in starts[:-1])])
    else:
        blocks = _cut(own[starts[0] :], [start - starts[0] for start in starts])
    if not all(any(one.kind != "address" for one in block) for block in blocks):
        return [], items
    blocks = _contained(blocks)
    taken = {id(one) for block in blocks for one in block}
    return blocks, [one for one in items if id(one) not in taken]


def _is_enquiry(item: Item) -> bool:
    return item.phone is not None and item.phone.purpose == "enquiry"


def _ends_with_address(own: list[Item], starts: list[int]) -> bool:
    return starts[-1] == len(own) - 1


def _cut(items: list[Item], starts: list[int]) -> list[list[Item]]:
    return [items[a:b] for a, b in zip(starts, [*starts[1:], len(items)], strict=True)]


def _contained(blocks: list[list[Item]]) -> list[list[Item]]:
    """Where every other office stands within one clause, so does the last: what follows it is common."""
    if not all(len({one.clause for one in block}) == 1 for block in blocks[:-1]):
        return blocks
    home = next(one.clause for one in blocks[-1] if one.kind == "address")
    return [*blocks[:-1], [one for one in blocks[-1] if one.clause == home]]


def _occupations(block: list[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in block for name in one.occupations))
