"""Stretches of work told by their days: 2014年1月到18年1月, 22年10月才回来, 18年干了两年被裁, 2016年入行做到现在.

Every day in a message is a beginning, an end, or none of work's. Beginnings and ends in order make the stretches; a
stretch without an end goes on. Where they do not add up to one reading, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.actions.situation import stretch_words as words
from bot.actions.situation.heard import Clause, Heard
from bot.actions.situation.model import PutRight, Stretch
from bot.actions.situation.since import since_terms
from bot.actions.situation.spans import Span
from bot.actions.situation.stretch_edges import Edge, is_own, with_beginnings
from bot.actions.situation.work_words import FIELD
from knowledge.timespan import months_after

_YEAR = 12


def read_stretches(heard: Heard) -> tuple[Stretch, ...]:
    """The stretches in order; the first may be an end alone (20年10月走了), of what was told before. Empty: none."""
    turns = [one for clause in heard.clauses if not clause.supposed for one in _turns(heard, clause)]
    turns = _corrected(heard, [one for one in turns if is_own(heard, one)])
    turns = with_beginnings(heard, turns)
    found = _built(heard, turns)
    if found and found[-1].end is None and found[-1].months is None and _has_stopped(heard, turns[-1]):
        return ()
    return found


def _turns(heard: Heard, clause: Clause) -> Iterator[Edge]:
    marked = clause.marked
    days = list(words.DAY.finditer(marked))
    by_phrase = words.started(marked)
    edges = [(0, 0), *(one.span() for one in days), (len(marked), len(marked))]
    joined = {
        after.start()
        for one, after in pairwise(days)
        if words.JOINT.fullmatch(marked[one.end() : after.start()]) and _is_work(heard, clause, after.end())
    }
    pauses = _pauses(clause, days)
    for index, one in enumerate(days):
        before, after = marked[edges[index][1] : one.start()], marked[one.end() : edges[index + 2][0]]
        place = clause.start + one.start()
        span = _either(heard, clause, days, index)
        if index + 1 < len(days) and words.EITHER.fullmatch(after):
            continue
        if span is None or words.PLANNED.search(before) or heard.words_at(place).endswith("前"):
            continue
        following = days[index + 1].start() if index + 1 < len(days) else None
        turned = bool(words.TURNED.search(after) or words.TURNED.search(before))
        gone = words.GONE.match(after) and not (turned and re.search(FIELD, after))
        if off := next((pair for pair in pauses if one.start() in pair), None):
            if one.start() == off[0]:
                yield Edge(place, span, "end", clause)
            elif not words.DAY.search(heard.marked, clause.start + one.end()):
                yield Edge(place, span, "start", clause, again=True)
            continue
        if one.start() in joined or gone or words.UNTIL.search(before):
            until = words.UNTIL.search(before) is not None
            yield Edge(place, span, "end", clause, turned=turned, until=until)
            continue
        lasted = words.FOR_A_TIME.match(after)
        begun = (
            following in joined
            or one.start() in by_phrase
            or words.BEGUN.match(after)
            or (words.FOUNDED.match(after) and words.OWN_FIRM.search(heard.marked))
            or words.BEGUN_BEFORE.search(before)
            or (words.A_MATTER_OF.search(before) and after.startswith("的事"))
            or (
                words.SINCE.match(after)
                and re.match(r",?(?:就|我|也|都|一直|到现在|至今)*", heard.marked[clause.end :])
            )
            or (lasted and clause.start + one.end() + lasted.start("term") not in since_terms(heard))
        )
        schooled = words.LEFT_SCHOOL.match(after) and words.AFTER_SCHOOL.search(heard.marked)
        if schooled or (begun and not words.ELSE.match(after)):
            yield Edge(
                place,
                span,
                "start",
                clause,
                again=bool(words.AGAIN.search(after) or words.AGAIN.search(before)),
                turned=turned,
                months=_lasted(heard, clause, clause.start + one.end(), lasted),
            )


def _pauses(clause: Clause, days: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Places of the first and the last day of each time without work."""
    return [
        (one.start(), after.start())
        for one, after in pairwise(days)
        if words.JOINT.fullmatch(clause.marked[one.end() : after.start()])
        and words.OFF_WORK.search(clause.marked[after.end() :])
        and not re.search(FIELD, clause.marked[after.end() :])
    ]


def _either(heard: Heard, clause: Clause, days: list[re.Match[str]], index: int) -> Span | None:
    """The day, or both of 2019年还是2020年."""
    span = heard.dates[clause.start + days[index].start()]
    if index and words.EITHER.fullmatch(clause.marked[days[index - 1].end() : days[index].start()]):
        other = heard.dates[clause.start + days[index - 1].start()]
        if span and other:
            return Span(start=min(span.start, other.start), end=max(span.end, other.end))
    return span


def _lasted(heard: Heard, clause: Clause, at: int, match: re.Match[str] | None) -> int | None:
    """How long it went on, told with its beginning or right after it (2019年入行，干了三年)."""
    index = heard.clauses.index(clause) + 1
    if match is None and index < len(heard.clauses):
        at = heard.clauses[index].start
        match = words.THEN_FOR.match(heard.clauses[index].marked)
    place = at + match.start("term") if match else None
    return None if place is None or place in since_terms(heard) else heard.terms.get(place)


def _is_work(heard: Heard, clause: Clause, end: int) -> bool:
    """Whether a span from day to day is one of work: its words, or those around it, say so."""
    if words.PERIOD_OF_ELSE.search(clause.marked) and not words.WORK.search(clause.marked[end:]):
        return False
    index = heard.clauses.index(clause)
    near = heard.clauses[max(0, index - 1) : index + 2]
    return any(words.WORK.search(one.marked) for one in near)


def _corrected(heard: Heard, turns: list[Edge]) -> list[Edge]:
    """2019年入行，不对，是2020年入行: what was taken back is not told."""
    places = [one.place for one in turns]
    return heard.not_taken_back(turns, places) if turns else []


def _built(heard: Heard, turns: list[Edge]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    before: Edge | None = None
    for one in turns:
        last = found[-1] if found else None
        lasting = last is not None and last.end is None and last.months is None
        if one.kind == "end":
            if last is not None and lasting and last.start is not None and last.start.start <= one.span.end:
                found[-1] = last.model_copy(update={"end": one.span})
            elif last is None and one.turned:
                found.append(_begun(heard, one))
            elif last is None:
                found.append(Stretch(end=one.span, told_on=heard.day))
        elif not lasting or last is None:
            found.append(_begun(heard, one))
        elif one.turned or (one.general is False and before is not None and before.general):
            found[-1] = _begun(heard, one)  # what was done before was another work, or any
        elif one.again:
            return ()  # it ended in between, on no known day
        before = one
    return tuple(found)


def _begun(heard: Heard, turn: Edge) -> Stretch:
    """干了七年 of one who began seven years ago says the same again: it goes on."""
    if turn.months is None:
        return Stretch(start=turn.span, again=turn.again, told_on=heard.day)
    first = months_after(turn.span.start, turn.months)
    last = months_after(turn.span.end, turn.months + (_YEAR if turn.months % _YEAR == 0 else 1))
    now = first <= heard.day <= last and not words.STOPPED.search(heard.marked[turn.place :])
    if now or first > heard.day:
        return Stretch(start=turn.span, again=turn.again, told_on=heard.day)
    return Stretch(start=turn.span, months=turn.months, again=turn.again, told_on=heard.day)


def _has_stopped(heard: Heard, last: Edge) -> bool:
    """现在不干了 of work that began: nobody knows how long it was."""
    rest = heard.marked[last.place :]
    stopped = [match.end() for match in words.STOPPED.finditer(rest)]
    return bool(stopped) and not words.NOW.search(rest[stopped[-1] :])


def pieced(found: tuple[Stretch, ...], months: int) -> tuple[Stretch, ...]:
    """With months more of which no days are told (先做了三年，2022年3月又回来做), or less (歇了一年)."""
    return (*found, Stretch(months=months, told_on=found[0].told_on)) if months else found


def read_put_right(heard: Heard) -> PutRight | None:
    """第二段是2024年1月开始的, 第一段做到2020年底: a stretch that was told before, on another day."""
    if len(words.PUT_RIGHT.findall(heard.marked)) != 1 or not (heard.corrects or len(heard.dates) == 1):
        return None  # all of them are told
    for clause in heard.clauses:
        match = None if clause.supposed else words.PUT_RIGHT.search(clause.marked)
        span = match and heard.dates[clause.start + match.start("day")]
        if not match or not span:
            continue
        said = match["number"]
        number = -1 if said in words.LAST else words.NUMBERS.index(said) // 2
        return PutRight(number=number, **{"end" if match["until"] or match["gone"] else "start": span})
    return None
