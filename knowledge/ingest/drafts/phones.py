"""Telephone numbers in a text: as printed, with extension and what the text says beside each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.wording.plain import plain, trimmed

_AREA = r"(?:\(0\d{2,3}\)\s?-?\s?|0\d{2,3}\s?-\s?|0\d{2,3}\s|0(?:10|2\d)(?=[2-9]\d{7}(?!\d)))"
_EXTENSION = r"(?:\s?(?:转(?:分机)?|\*|-)\s?\d{1,5}(?:[、/或]\d{3,4}(?![\d-]))*(?!\d)|\((?:转|分机)\s?\d{1,5}\))?"
# Two numbers of one cell run together: 021-62515330021-62515331 can be parted in one way only.
_RUN_ON = r"0(?:10|2\d)-\d{8}(?!\d)"
_PHONE = re.compile(
    rf"(?:(?<![A-Za-z\d.\-])|(?<=-\d{{8}})(?={_RUN_ON}))(?:{_AREA}[1-9]\d{{2,3}}[-\s]?\d{{4}}"
    r"|[48]00[-\s]?\d{3}[-\s]?\d{4}|[48]00[-\s]?\d{4}[-\s]?\d{3}"
    r"|1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|[2-9]\d{3}[-\s]?\d{4}|12\d{3}|9[56]\d{3,4}"
    rf"){_EXTENSION}(?:(?!\d)|(?={_RUN_ON}))"
)
# A three-digit area has eight-digit numbers: one with fewer is a slip of the print, and which digit lacks is unknown.
_SHORT = re.compile(r"\(?0(?:10|2\d)\)?[-\s]*\d{7}(?:\D|$)")
CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-4])(?:[:.][0-5]\d(?![\d元])|[点时](?:[0-5]\d分?|半)?(?!间))")
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年|\d{1,2}日")
_NOTE = re.compile(r"\s*\(([^()]*)\)")
_BETWEEN = re.compile(r"^[\s;、,/和或及与]*$")
_DIGITS = re.compile(r"\(?\d[\d()-]*\d{3}(?!\d)|\d{3,}")
_HOURS = re.compile(r"[(]?(?:法定|工作日|周|星期|每|上午|下午|全天|\d|时间|服务时间|咨询时间|接听时间)")
_OUTSIDE = " \t,;。:、/"


@dataclass(frozen=True)
class Printed:
    """A number as printed; `tag` is what stands beside it (电工, 张老师), `hours` its own hours.

    `shared` says that a tag stands behind the last of several numbers: whether it holds for the others is not said.
    """

    number: str
    tag: str | None = None
    hours: str | None = None
    shared: bool = False


def has_clock(text: str) -> bool:
    """Whether the text names a time of day."""
    return CLOCK.search(plain(text)) is not None


def phones_in(text: str) -> tuple[Printed, ...]:
    """Every telephone number of a text that is known to hold some, in order."""
    folded = plain(text)
    matches = [match for match in _PHONE.finditer(folded) if not _SHORT.match(match.group())]
    notes = [_NOTE.match(folded, match.end()) for match in matches]
    ends = [note.end() if note else match.end() for match, note in zip(matches, notes, strict=True)]
    gaps = _gaps(text, folded, [match.start() for match in matches], ends)
    found = []
    for i, (match, note) in enumerate(zip(matches, notes, strict=True)):
        beside = [text[note.start(1) : note.end(1)]] if note else []
        found.append(_printed(text[match.start() : match.end()].strip(), [*beside, gaps[i]]))
    joined = [
        bool(_BETWEEN.match(folded[end : match.start()])) for end, match in zip(ends, matches[1:], strict=False)
    ]
    return tuple(_spread(found, joined))


def unread_digits(text: str) -> tuple[str, ...]:
    """Runs of digits that are neither a telephone number that is understood nor a time or date."""
    folded = plain(text)
    kept = _PHONE.sub(lambda one: one.group() if _SHORT.match(one.group()) else " ", folded)
    return tuple(_DIGITS.findall(CLOCK.sub(" ", _DATE.sub(" ", kept))))


def _gaps(text: str, folded: str, starts: list[int], ends: list[int]) -> list[str]:
    """What stands beside each number outside brackets: before it where the first has something before it."""
    if not starts:
        return []
    before = [trimmed(text, a, b, _OUTSIDE) for a, b in zip([0, *ends[:-1]], starts, strict=True)]
    after = [trimmed(text, a, b, _OUTSIDE) for a, b in zip(ends, [*starts[1:], len(folded)], strict=True)]
    if not before[0]:
        return after
    last = after[-1]
    return [*before[:-1], last if has_clock(last) and len(before) == 1 else before[-1]]


def _printed(number: str, beside: list[str]) -> Printed:
    hours = next((text for one in beside if has_clock(one) and (text := _hours(one))), None)
    tag = next((one for one in beside if one and not has_clock(one)), None)
    return Printed(number, tag, hours)


def _hours(text: str) -> str | None:
    """The part that tells the hours: what a bracket holds, or all of it where it opens with a day or a time."""
    for match in _NOTE.finditer(plain(text)):
        if has_clock(match.group(1)):
            return text[match.start(1) : match.end(1)]
    return text if _HOURS.match(plain(text)) else None


def _spread(found: list[Printed], joined: list[bool]) -> list[Printed]:
    """In `A；B（工作日）` the hours count for A too; in `A、B（电工）` nobody knows, and both are marked."""
    for i in range(len(found) - 2, -1, -1):
        if joined[i] and not (found[i].tag or found[i].hours) and (found[i + 1].tag or found[i + 1].hours):
            nxt = found[i + 1]
            found[i + 1] = replace(nxt, shared=bool(nxt.tag))
            found[i] = replace(found[i], hours=nxt.hours, shared=bool(nxt.tag))
    return found
