"""How long the person has worked in the field: 干了六年, 3年经验, 2019年开始做, 没干过; and whether without a break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.actions.situation import work_words as words
from bot.actions.situation.dates import months_between
from bot.actions.situation.heard import Clause, Heard
from bot.actions.situation.since import since_terms
from bot.actions.situation.stretch_words import BEGUN, DAY
from bot.actions.situation.terms import terms


@dataclass(frozen=True)
class Told:
    """Months of work told at `place`; `ours`: in the field itself, and not in general."""

    place: int
    months: float
    ours: bool = False


def lengths_told(heard: Heard) -> tuple[list[Told], list[Told]]:
    """The lengths of work that are told one by one, and those told as a sum."""
    since = since_terms(heard)
    clauses = [clause for clause in heard.clauses if not clause.supposed]
    found = [one for clause in clauses for one in _in_clause(heard, clause, since, days=False)]
    return found, [one for clause in clauses for one in _totals(heard, clause, since)]


def read_work_years(heard: Heard) -> float | None:
    """Years in the field; 0 where the person has none, None where they do not say, or do not say exactly."""
    since = since_terms(heard)
    clauses = [clause for clause in heard.clauses if not clause.supposed]
    found = [one for clause in clauses for one in _in_clause(heard, clause, since)]
    if not found and not since and "?" not in heard.text and (match := words.BARE.fullmatch(heard.marked)):
        found = [Told(match.start("term"), heard.terms[match.start("term")])]
    found += [
        one for one in _alone(heard, clauses, since, found) if one.place not in {each.place for each in found}
    ]
    meant = _meant(heard, found, [one for clause in clauses for one in _totals(heard, clause, since)], since)
    months = heard.settled([(one.place, one.months) for one in meant])
    pause = 0 if stretches(heard, found) else _paused(heard, clauses)
    return None if months is None or pause is None else max(0, months - pause) / 12


def _meant(heard: Heard, found: list[Told], totals: list[Told], since: dict[int, str]) -> list[Told]:
    """Work in the field counts before work in general, and of several lengths what they come to."""
    places = [one.place for one in found]
    if places and heard.taken_back(min(places), max(places)) is not None:
        return found
    if whole := stretches(heard, found):
        return [whole]
    lengths = {one.months for one in found}
    if len(lengths) > 1 and not totals and words.MOVED.search(heard.marked):
        return []  # 老家做了六年，来上海做了四年: they may have to be added up, or not
    ours = [one for one in found if one.ours]
    if len({one.months for one in ours}) == 1:
        return ours
    return totals if totals and (len(lengths) > 1 or (not lengths and (since or _tells_work(heard)))) else found


def _tells_work(heard: Heard) -> bool:
    """Whether some part of the message tells the work whose length another part sums up (也是做人事，两家加起来六年)."""
    if any(words.DOING.search(one.marked) for one in heard.clauses):
        return True
    return bool(words.FIRMS.search(heard.marked)) and not words.OTHER_JOB.search(heard.marked)


def stretches(heard: Heard, found: list[Told]) -> Told | None:
    """What several stretches of work come to, where it is told what lay between them; None of a single one."""
    found = sorted({one.place: one for one in found}.values(), key=lambda one: one.place)
    if len(found) < 2 or any(heard.is_least(one.place) for one in found):
        return None
    for one, following in pairwise(found):
        gap = heard.marked[one.place : following.place]
        start = heard.clauses[heard.clause_at(one.place)].start
        firms = words.EACH_OWN.search(heard.text[start : one.place]) and words.THIS_ONE.search(gap)
        if not firms and not (words.BETWEEN.search(gap) and words.AGAIN.search(gap)):
            return None
    return Told(found[-1].place, sum(one.months for one in found), any(one.ours for one in found))


def _alone(heard: Heard, clauses: list[Clause], since: dict[int, str], found: list[Told]) -> Iterator[Told]:
    """Clauses of nothing but a length: after one that tells the work (我是做人事的，八年了), or what was taken back."""
    first = min((one.place for one in found), default=None)
    for before, clause in pairwise(clauses):
        match = words.BARE.fullmatch(clause.marked)
        if match is None or words.OTHER_JOB.search(heard.marked):
            continue
        place = clause.start + match.start("term")
        mine = words.MINE.fullmatch(clause.marked) and re.search(words.LENGTH, heard.marked[: clause.start])
        back = first is not None and heard.taken_back(first, place) is not None
        # 不对，9年 puts right the length that was told before, and so does who counted again.
        again = heard.taken_back(before.start, clause.start) is not None or words.LOOKED_AFTER.search(
            before.marked
        )
        back = back or (not found and heard.corrects and bool(again))
        if place not in since and (back or (not found and (mine or words.DOING.search(before.marked)))):
            yield Told(place, heard.terms[place], _has_field(before))


def _totals(heard: Heard, clause: Clause, since: dict[int, str]) -> Iterator[Told]:
    for match in words.TOTAL.finditer(clause.marked):
        place = clause.start + match.start("term")
        if place not in since and not words.RULE.search(clause.marked[: match.start()]):
            yield Told(place, heard.terms[place])


def paused(heard: Heard) -> int | None:
    """Months of a break; None where its length is only roughly told."""
    return _paused(heard, [clause for clause in heard.clauses if not clause.supposed])


def _paused(heard: Heard, clauses: list[Clause]) -> int | None:
    """Months of a break; None where its length is only roughly told.

    干了八年中间断过两年 leaves open whether the eight count the break: what is left is the least that it can be.
    """
    months = 0
    for clause in clauses:
        if words.BREAK_RULE.search(clause.text):
            continue
        for match in words.PAUSE.finditer(clause.marked):
            place = clause.start + match.start("term")
            if match["rough"] or place not in heard.terms or heard.is_least(place):
                return None
            months += heard.terms[place]
    return months


def read_unbroken(heard: Heard) -> bool | None:
    """Whether the work went on all the time; None where nothing is said of it."""
    for clause in heard.clauses:
        if clause.supposed or words.BREAK_RULE.search(clause.text):
            continue
        if words.UNBROKEN.search(clause.marked):
            return True
        if words.BROKEN.search(clause.marked):
            return False
    return None


def _in_clause(heard: Heard, clause: Clause, since: dict[int, str], *, days: bool = True) -> Iterator[Told]:
    told: dict[int, Told] = {}
    for pattern in (words.RECENTLY, words.WORKED, words.FIELDED, words.EXPERIENCE, words.COUNTED):
        for match in pattern.finditer(clause.marked):
            place = clause.start + match.start("term")
            if place not in since and _is_own(
                heard, clause, match, counted=pattern in (words.EXPERIENCE, words.COUNTED)
            ):
                ours = bool(re.search(words.FIELD, match["field"])) or (place in told and told[place].ours)
                told[place] = Told(place, heard.terms[place], ours)
    only = words.ONLY.fullmatch(clause.marked)
    if only and not told and clause.start and words.OF_WORK.search(heard.text[: clause.start]):
        place = clause.start + only.start("term")
        if place not in since and not words.OTHER_JOB.search(heard.marked):
            told[place] = Told(place, heard.terms[place])
    if (none := words.ZERO.search(clause.marked)) and not told:
        place = clause.start + none.start()
        told[place] = Told(place, 0, ours=bool(re.search(words.FIELD, none.group())))
    yield from told.values()
    if days and not told:
        yield from _since_start(heard, clause)


def _is_own(heard: Heard, clause: Clause, match: re.Match[str], *, counted: bool) -> bool:
    before, after = clause.marked[: match.start()], clause.marked[match.end() :]
    filled = match["filled"]
    me = (
        bool(words.SELF.search(before))
        or bool(words.BUT.match(after))
        or "了" in filled + match["field"]
        or after.startswith("了")
        or bool(re.search("已经?|刚", filled))
        or not words.ASKING.search(heard.text)
    )
    before = words.WHERE.sub("", words.AT_LEAST.sub("", before))
    if (
        words.NOT_DONE.search(before)
        or words.RULE.search(before)
        or ((before.endswith("满") or "满" in filled) and not me)
    ):
        return False
    above = "以上" in match.group() and re.match("[可能]", after)
    if (above or words.THRESHOLD.match(after)) and not me:
        return False
    if re.search(words.AI, heard.text[clause.start + match.start("field") : clause.start + match.end("field")]):
        # The field of these words is that of the occupations named so, and of no other.
        named = heard.names.values()
        if named and not any(re.search(words.AI, name) for name in named):
            return False
    back = words.AGAIN.search(clause.marked[: match.start()])  # 回来又干: the work that was told before
    if not re.search(words.FIELD, match["field"]) and not back and words.OTHER_JOB.search(heard.marked):
        return False
    if match.re is words.FIELDED and not filled and after and not after.startswith("了"):
        # 一年 beside an occupation can be every year (电工一年考几次).
        return heard.terms[clause.start + match.start("term")] >= words.SURELY_A_LENGTH and bool(
            words.FOLLOWED.match(after)
        )
    return counted or match.re is words.RECENTLY or bool(words.FOLLOWED.match(after))


def _since_start(heard: Heard, clause: Clause) -> Iterator[Told]:
    """From the latest day that the start can be; less than a month is too little to count."""
    match = words.STARTED.search(clause.marked)
    if match is None:
        yield from _long_ago(heard, clause)
        return
    if words.ENDED.search(heard.marked) or (not _has_field(clause) and words.OTHER_JOB.search(heard.marked)):
        return
    place = clause.start + match.start(match.lastgroup or 0)
    if (ago := _ago(heard.text[:place], heard.words_at(place))) is not None:
        yield Told(place, ago, _has_field(clause))
        return
    span = heard.dates[place]
    if span and (months := months_between(span.end, heard.day)):
        yield Told(place, months, _has_field(clause))


def _long_ago(heard: Heard, clause: Clause) -> Iterator[Told]:
    """十五年前就干人事了."""
    for match in DAY.finditer(clause.marked):
        place = clause.start + match.start()
        ago = _ago(heard.text[:place], heard.words_at(place))
        if ago is not None and _has_field(clause) and BEGUN.match(clause.marked[match.end() :]):
            yield Told(place, ago, ours=True)


def _ago(before: str, said: str) -> int | None:
    """三年前开始 is as exact as 干了三年: months, None for another date."""
    tens = re.search("[一二两三四五六七八九十几]*$", before)  # 两三年前
    length = re.sub(r"[之以]?前$", "", (tens.group() if tens else "") + said)
    return next((one.months for one in terms(length)), None) if said.endswith("前") else None


def _has_field(clause: Clause) -> bool:
    return bool(re.search(words.FIELD, clause.marked))
