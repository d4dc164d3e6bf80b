"""Years of work that are told as a range or roughly: 两三年, 快五年, 不到三年, 大概四年."""

from __future__ import annotations

import re

from bot.actions.situation.dates import months_between
from bot.actions.situation.heard import RANGE, ROUGH, TERM, Heard, exactly
from bot.actions.situation.spans import Roughly
from bot.actions.situation.work import read_work_years
from bot.actions.situation.work_words import STARTED
from knowledge.eligibility.applicant import MOST_YEARS

_NEARLY = "快要?|将近|接近|(?<!最)近|小"
_BELOW = "还?(?:不到|不满|不足|没到|没满|未满|没有(?=[干做工]|上班)|没(?=[干做]|工作|上班))"
_ABOUT = "差不多|大概|大约|约|左右|上下"
_LENGTH = rf"(?:{TERM}|{ROUGH})"
_VAGUE = rf"(?:(?:(?P<nearly>{_NEARLY})|(?P<below>{_BELOW})|(?P<about>{_ABOUT}))(?:[满了有到的]|[干做]了?|工作了?|上班)*+)"
_ROUGHLY = re.compile(rf"{_VAGUE}(?P<term>{_LENGTH})|(?P<told>{_LENGTH})(?P<after>左右|上下)")
_PLAIN = rf"(?:{_NEARLY}|{_BELOW}|{_ABOUT})(?=(?:[满了有到的干做]|工作|上班)*{_LENGTH})|(?<=[\ue024\ue025\ue010])(?:左右|上下)"
# 还差三个月满五年
_SHORT_OF = re.compile(
    rf"差(?P<gap>{_LENGTH})[,]?(?:就|才|正好|刚好)*(?:有|[干做]|工作|上班|是)?(?:够|满|到)了?(?P<term>{TERM})"
)
_YEAR = 12


def read_roughly(heard: Heard, work: float | None) -> Roughly | None:
    """The least and most years; None where they were told exactly, or not at all. `work`: what was read of them."""
    if work is not None:
        return _range(heard, work) or _started(heard, work)
    if (short := _short_of(heard)) is not None:
        return short
    found = [(clause, match) for clause in heard.clauses for match in _ROUGHLY.finditer(clause.marked)]
    if len(found) != 1:
        return None
    clause, match = found[0]
    months = read_work_years(exactly(heard, _PLAIN))
    place = clause.start + match.start("term" if match["term"] else "told")
    told = {**heard.rough, **heard.terms}[place]
    if months is None or round(months * _YEAR) != told:
        return None
    least, most = _bounds(match, told)
    said = heard.text[clause.start + match.start() : clause.start + match.end()]
    return Roughly(said=said, least=least / _YEAR, most=min(most / _YEAR, MOST_YEARS))


def _range(heard: Heard, work: float) -> Roughly | None:
    for match in re.finditer(RANGE, heard.marked):
        if heard.terms[match.start()] == round(work * _YEAR):
            said = heard.text[match.start() : match.end()]
            return Roughly(said=said, least=work, most=heard.most[match.start()] / _YEAR)
    return None


def _started(heard: Heard, work: float) -> Roughly | None:
    """2022年入行 is a start on any day of the year; `work` is from the last of them."""
    for clause in heard.clauses:
        match = STARTED.search(clause.marked)
        span = match and heard.dates.get(clause.start + match.start(match.lastgroup or 0))
        if not match or not span or span.exact or months_between(span.end, heard.day) != round(work * _YEAR):
            continue
        said = heard.text[clause.start + match.start() : clause.start + match.end()]
        return Roughly(said=said, least=work, most=months_between(span.start, heard.day) / _YEAR)
    return None


def _short_of(heard: Heard) -> Roughly | None:
    for match in _SHORT_OF.finditer(heard.marked):
        months = heard.terms[match.start("term")] - {**heard.rough, **heard.terms}[match.start("gap")]
        if months >= 0 and not any(one.supposed and one.start <= match.start() < one.end for one in heard.clauses):
            return Roughly(said=heard.text[match.start() : match.end()], least=months / _YEAR, most=months / _YEAR)
    return None


def _bounds(match: re.Match[str], told: int) -> tuple[int, int]:
    """Months: 快五年 is surely more than four years and less than five; 不到五年 can be anything less."""
    if match["below"]:
        return 0, max(0, told - 1)
    unit = _YEAR if told >= _YEAR else told
    return max(0, told - unit), told - 1 if match["nearly"] else told + unit - 1
