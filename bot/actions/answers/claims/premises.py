"""What a message takes a notice to say, held against the notice: right, wrong, or not written there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.actions.answers.claims.premise_words import Heard, heard, number_of
from bot.actions.desk import Desk
from bot.actions.turn import Turn
from bot.actions.wording import joined, notice_of
from knowledge.applying import own_notices
from knowledge.library import Holding
from knowledge.models import LEVEL_NAMES, Citation, Line, NoticeStatus, Source
from knowledge.subject import Subject

_SENTENCE = re.compile(r"[^。！；]*[。！；]?")
_LONG = 100  # characters of a line that is still quoted whole


@dataclass(frozen=True)
class Verdict:
    """`right`: whether what was said holds. `tell`: what the notice says instead or too, without figures.

    `notice_id` is the notice that decides; None where it is their silence that does.
    """

    right: bool
    tell: str
    named: str
    citations: tuple[Citation, ...]
    topic: str | None
    notice_id: str | None = None


def judged(desk: Desk, turn: Turn, subject: Subject) -> Verdict | None:
    """The first premise of the message that the notices of the subject decide, all in the same way."""
    return next((one for each in heard(turn.text) if (one := _judged(desk, turn, subject, each))), None)


def _judged(desk: Desk, turn: Turn, subject: Subject, what: Heard) -> Verdict | None:
    holdings = _holdings(desk, turn, subject, what.premise.programme)
    if what.premise.silent:
        return _by_silence(desk, turn, holdings, what)
    found = _decided(desk, turn, subject, what, holdings) or _decided(
        desk, turn, subject, what, _general(desk, turn)
    )
    if len({one.right for one in found}) != 1:
        return None
    first = found[0]
    return replace(first, named=joined(one.named for one in found), citations=_all(found))


def _decided(
    desk: Desk, turn: Turn, subject: Subject, what: Heard, holdings: Sequence[tuple[NoticeStatus, Holding]]
) -> list[Verdict]:
    return [one for status, each in holdings if (one := _in_notice(desk, turn, subject, what, status, each))]


def _general(desk: Desk, turn: Turn) -> list[tuple[NoticeStatus, Holding]]:
    """The catalogue's notice, the newest by status: it decides what the organisations' own leave open."""
    known = desk.library.by_status(turn.as_of)
    return [pair for pair in known if pair[1].notice.front.kind == "catalogue"][:1]


def _all(found: Sequence[Verdict]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cited for one in found for cited in one.citations))


def _holdings(desk: Desk, turn: Turn, subject: Subject, programme: bool) -> list[tuple[NoticeStatus, Holding]]:
    """The notices that can decide: a programme's alone, or the organisations' own."""
    notices = desk.library.programmes(subject.occupation.name) if subject.occupation else []
    if programme and not notices:
        return []
    if notices:
        return [(desk.library.status(one.front, turn.as_of), desk.library.holding(one.id)) for one in notices]
    return own_notices(desk.library, replace(subject, level=None), turn.as_of)


def _in_notice(
    desk: Desk, turn: Turn, subject: Subject, what: Heard, status: NoticeStatus, holding: Holding
) -> Verdict | None:
    front = holding.notice.front
    numbers, told, holds = set[int | None](), "", True
    said, citations = list[str](), list[Citation]()
    for stated in what.premise.stated:
        for clause, line, match in _matches(holding, stated.words):
            groups = match.groupdict()
            if what.premise.levels and subject.level and LEVEL_NAMES[subject.level] not in groups["levels"]:
                continue
            numbers.add(number_of(groups["n"]) if groups.get("n") else None)
            told, holds = stated.tell, stated.holds
            said.append(match.group())
            source = Source(clause=clause, quote=_around(line, match))
            citations.append(desk.library.cite(front.id, source, turn.as_of))
    if not citations:
        return None
    right = _fits(what, numbers) if what.number is not None else what.holds == holds
    title = desk.library.cite_title(front.id, turn.as_of)
    named = notice_of(front.issuer, front.year, status, turn.as_of)
    if what.number is not None:
        told = f"通知写的是{joined(f'“{one}”' for one in said)}"
    return Verdict(right, told, named, (*dict.fromkeys(citations), title), what.premise.topic, front.id)


def _fits(what: Heard, printed: set[int | None]) -> bool:
    """Whether the claimed figure is a printed one, or not less than it where that is what counts."""
    least = min((one for one in printed if one is not None), default=None)
    if what.premise.least:
        return least is not None and what.number is not None and what.number >= least
    return what.number in printed


def _matches(holding: Holding, words: re.Pattern[str]) -> Iterator[tuple[str, Line, re.Match[str]]]:
    for path, clause in holding.notice.clauses.items():
        for line in clause.lines:
            for match in words.finditer(line.text):
                yield path, line, match


def _around(line: Line, match: re.Match[str]) -> str:
    """The sentences of the line that hold the match; a short line whole."""
    if len(line.text) <= _LONG:
        return line.text
    parts = [
        one for one in _SENTENCE.finditer(line.text) if one.start() < match.end() and one.end() > match.start()
    ]
    return line.text[parts[0].start() : parts[-1].end()].strip()


def _by_silence(
    desk: Desk, turn: Turn, holdings: Sequence[tuple[NoticeStatus, Holding]], what: Heard
) -> Verdict | None:
    """Not written in any notice that applies; a notice that has the words decides nothing here."""
    words = what.premise.silent
    if not words or not holdings or any(True for _, one in holdings for _ in _matches(one, words)):
        return None
    fronts = [(status, one.notice.front) for status, one in holdings]
    named = joined(notice_of(one.issuer, one.year, status, turn.as_of) for status, one in fronts)
    titles = tuple(desk.library.cite_title(one.id, turn.as_of) for _, one in fronts)
    tell = f"{named}没有提到{what.premise.tell}方面的要求"
    return Verdict(False, tell, named, titles, what.premise.topic)
