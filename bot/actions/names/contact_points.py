"""An organisation that is named by where it sits: a road, a room, a telephone number, a web site of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions.desk import Desk
from bot.actions.turn import HOURS, Turn
from knowledge.contacts import Contact, contacts
from knowledge.facts import Phone
from knowledge.library import Library
from knowledge.subject import Subject

_ROAD = re.compile(r"(?:区|市|[（(]|^)([\u4e00-\u9fff]{2,4}路)(?=\d)")
_ESTATE = re.compile(r"([\u4e00-\u9fff]{2,4}(?:社区|大厦|广场|园区))")
_ROOM = re.compile(r"(?<![A-Z0-9])([A-Z]?\d{3,4})室")
_LANDLINE = re.compile(r"(?<![\d.])(?:0\d{2,3}\)?[-\s]?)?(?!20\d{6})(\d{8}|400-?\d{3}-?\d{4})(?![\d年月])")
_BODY = "行业协会"
_BARE = re.compile(
    rf"(?:^|[，,。；;：:！!？?、\s的和跟与去到在问给是报按打找那从让年月号日着向由要]|我们|你们|咱们?|这个|那个|请问){_BODY}"
)
# 是不是法华镇路那个, of an office that is talked about: a guess at its address, which may be another's.
_GUESSED = re.compile(r"(?:是不是|不是|还是|就是|是|在)(?:还|就|在|去|到)*[^,，。\s]{2,4}(?:路|大厦|社区|校区)")
_OF_MORE = re.compile(r"[有没]人|开门|能|可以|几|什么|收|办|多少|哪|电话")
_OFFICES = (*HOURS, "ask_phone", "ask_how_to_apply")
_LOCAL = 8  # digits of a Shanghai number without the city's code
_LABEL = re.compile(r"[a-z]{3,}")
_SHARED_LABELS = frozenset(("www", "http", "https", "com", "net", "org", "edu", "gov", "test"))


@dataclass(frozen=True)
class NamedNumber:
    """A telephone number in a text, as written, with the lines of the notices that have it (none: nobody's)."""

    written: str
    lines: tuple[tuple[Contact, Phone], ...]


def settle_contact_point(desk: Desk, turn: Turn) -> Turn:
    """Who speaks of 模力社区515室 or of 62418668 names the organisation that is found there."""
    turn = _with_bare_name(desk.library, turn)
    if turn.mentioned.organisation or turn.mentioned.occupation or turn.mentioned.outside or _guesses(turn):
        return turn
    name = organisation_at(desk.library, turn.text, turn.as_of)
    return replace(turn, mentioned=replace(turn.mentioned, organisation=name)) if name else turn


def _guesses(turn: Turn) -> bool:
    """Whether the place is only a guess at where the office is that the talk is about."""
    known = turn.memory.organisation or turn.memory.occupation
    in_talk = known is not None and turn.memory.topic in _OFFICES
    return in_talk and bool(_GUESSED.search(turn.text)) and not _OF_MORE.search(turn.text)


def _with_bare_name(library: Library, turn: Turn) -> Turn:
    """行业协会 without a name is the one such body that has a notice of its own: it is told by its name."""
    match = _BARE.search(turn.text)
    if match is None or turn.mentioned.outside:
        return turn
    names = {one.organisation.name for one in contacts(library, Subject(), turn.as_of)}
    found = [name for name in names if name.endswith(_BODY)]
    if len(found) != 1:
        return turn
    text = f"{turn.text[: match.end() - len(_BODY)]}{found[0]}{turn.text[match.end() :]}"
    named = turn.mentioned.organisation or (None if turn.mentioned.occupation else found[0])
    return replace(turn, text=text, mentioned=replace(turn.mentioned, organisation=named))


def organisation_at(library: Library, text: str, as_of: datetime) -> str | None:
    """The one organisation whose address, number or web site the text has a piece of."""
    folded = unicodedata.normalize("NFKC", text)
    words = set(_LABEL.findall(folded.lower()))
    digits = {_local(one) for one in _LANDLINE.findall(folded)}
    offices = contacts(library, Subject(), as_of)
    found = {
        one.organisation.name
        for one in offices
        if any(_says(folded, piece) for address in one.addresses for piece in _pieces(address))
        or digits & {_local(phone.number) for phone in one.phones}
        or words & _own_labels(one, offices)
    }
    return found.pop() if len(found) == 1 else None


def numbers(text: str) -> list[str]:
    """The landline numbers that the text writes."""
    return [one.group() for one in _LANDLINE.finditer(unicodedata.normalize("NFKC", text))]


def numbers_named(library: Library, text: str, as_of: datetime) -> list[NamedNumber]:
    """The landline numbers that the text writes, each with whose lines they are."""
    offices = contacts(library, Subject(), as_of)
    found = []
    for match in _LANDLINE.finditer(unicodedata.normalize("NFKC", text)):
        wanted = _local(match[1])
        lines = tuple((one, phone) for one in offices for phone in one.phones if _local(phone.number) == wanted)
        found.append(NamedNumber(match.group(), lines))
    return found


def _pieces(address: str) -> Iterator[str]:
    folded = unicodedata.normalize("NFKC", address)
    for pattern in (_ROAD, _ESTATE):
        yield from (match[1][-4:] for match in pattern.finditer(folded))
    yield from (f"{match[1]}室" for match in _ROOM.finditer(folded))
    yield from (match[1] for match in _ROOM.finditer(folded) if match[1][0].isalpha())


def _says(text: str, piece: str) -> bool:
    end = "" if piece.endswith("路") else r"(?![A-Za-z0-9])"
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(piece)}{end}", text) is not None


def _local(number: str) -> str:
    return re.sub(r"\D", "", number)[-_LOCAL:]


def _own_labels(one: Contact, offices: Iterable[Contact]) -> set[str]:
    """Parts of its web sites' names that no other organisation's have."""
    others = {label for other in offices if other.organisation != one.organisation for label in _labels(other)}
    return set(_labels(one)) - others - _SHARED_LABELS


def _labels(one: Contact) -> Iterator[str]:
    for site in one.websites:
        host = re.sub(r"^\w+://", "", site.url.lower()).split("/")[0]
        yield from _LABEL.findall(host)
