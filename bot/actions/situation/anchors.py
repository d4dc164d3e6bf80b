"""What belongs to a certificate or a title that was named: the day it was issued, and how long ago it was obtained."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.actions.situation.heard import DATE, LEVEL, Clause, Heard
from bot.actions.situation.paper_days import day_of_paper
from bot.actions.situation.since import none_since, since_terms
from bot.actions.situation.spans import Span
from knowledge.timespan import months_after

_DATE = re.compile(DATE)
_LEVEL = re.compile(LEVEL)
# Dates of something else than of obtaining it.
_ELSEWHERE_AFTER = re.compile(
    r"(?:就|刚|才|从)*(?:大学|大专|本科|中专)?(?:毕业|出生|生的|生人|入行|入职|进厂|参加工作|开始|到期|过期|失效|的?(?:通知|公告|政策|文件|计划)|考试|报名|报考|补考)"
)
_OBTAINED = re.compile(r"拿|领|考出|考到|考过?的|取得|获得|评|发|到手|办|下来|批|颁")
_BEARS = re.compile(r"(?:发证|取证|颁证|颁发|签发|批准|取得|获得|落款)的?(?:日期|时间|日子|日)")
_NEXT = re.compile(rf"(?:我|是|就是|证书?|时间|日期|大概|应该|在|当时|也|都|才|刚|:|的)*{DATE}")


_OF_ALL = re.compile(
    rf"(?:证书?|职称|这|两个|我)*(?:都|全|全都)(?:是|在)(?P<date>{DATE})(?=的|拿|考|评|取得|发|$)"
)


@dataclass(frozen=True)
class Anchor:
    """A credential that the person holds, at `start:end` of the text. `single`: it stands for one, not for a list."""

    start: int
    end: int
    single: bool = True


@dataclass(frozen=True)
class Obtained:
    """What is told of obtaining it; `ahead`: the day named lies in the future, or does not exist."""

    issued: Span | None = None
    work_years_since: float | None = None
    ahead: bool = False


def obtained(heard: Heard, anchors: Sequence[Anchor]) -> dict[int, Obtained]:
    """What belongs to each of the anchors, by their start; all that are in the message must be given."""
    ordered = sorted(anchors, key=lambda one: one.start)
    found: dict[int, Obtained] = {}
    terms = _terms(heard, ordered)
    for one in ordered:
        printed = _printed(heard, one) if len(ordered) == 1 else None
        told = printed if printed is not None else _date(heard, one, ordered)
        place = _put_right(heard, _narrowed(heard, told, ordered), ordered)
        issued = heard.dates[place] if place is not None else None
        held, since = terms.get((one.start, "held")), terms.get((one.start, "since"))
        if since is None and len(ordered) == 1 and none_since(heard, one.start):
            since = 0
        found[one.start] = Obtained(
            issued=issued or (held_for(heard, held) if held is not None else None),
            work_years_since=since / 12 if since is not None else None,
            ahead=place is not None and issued is None,
        )
    return found


def held_for(heard: Heard, months: int) -> Span:
    """两年 is two years and not yet three; 两年半 and 八个月 are that and not yet a month more."""
    unit = 1 if months % 12 and months % 6 else (6 if months % 12 else 12)
    first = months_after(heard.day, -months - unit) + timedelta(days=1)
    return Span(start=first, end=months_after(heard.day, -months))


def _terms(heard: Heard, anchors: Sequence[Anchor]) -> dict[tuple[int, str], int]:
    """Months by anchor and kind: of the credential just before it, or of the only one there is."""
    found: dict[tuple[int, str], int] = {}
    for place, kind in since_terms(heard).items():
        before = [one for one in anchors if one.start < place]
        near = [one for one in before[-1:] if heard.clause_at(place) - heard.clause_at(one.start) <= 1]
        owner = next(iter(near or (anchors if len(anchors) == 1 else ())), None)
        if owner and owner.single and kind != "rule" and place in heard.terms:
            found[owner.start, kind] = heard.terms[place]
    return found


def _date(heard: Heard, one: Anchor, anchors: Sequence[Anchor]) -> int | None:
    """Place of the date on which it was obtained."""
    if not one.single:
        return None
    index = heard.clause_at(one.start)
    clause = heard.clauses[index]
    beside = [other for other in anchors if clause.start <= other.start < clause.end]
    dates = _dates(clause)
    if len(beside) == len(dates):
        return dates[beside.index(one)]
    if dates:
        return None
    if (place := _of_all(heard, index)) is not None:
        return place
    if len(anchors) == 1 and index and (match := day_of_paper(heard.clauses[index - 1].marked)):
        return heard.clauses[index - 1].start + match.start("date")  # 证是前年的，四级
    rest = heard.clauses[index + 1 :] if len(anchors) == 1 else heard.clauses[index + 1 : index + 2]
    for clause in rest if one is beside[-1] else ():
        if _LEVEL.search(clause.marked) or any(clause.start <= other.start < clause.end for other in anchors):
            return None
        if match := day_of_paper(clause.marked):
            return clause.start + match.start("date")
        match = _NEXT.match(clause.marked)
        if match and (_OBTAINED.search(clause.marked) or _is_all(heard, clause, match)):
            return next(iter(_dates(clause)), None)
    return None


def _printed(heard: Heard, one: Anchor) -> int | None:
    """证书上写的取得日期是2026年1月12日: the day that the paper bears, however far from where it is named."""
    found = [
        clause.start + match.start("date")
        for clause in heard.clauses
        if clause.start > one.end
        and not clause.supposed
        and (match := day_of_paper(clause.marked))
        and _BEARS.search(clause.text)
    ]
    return found[0] if len(found) == 1 else None


def _of_all(heard: Heard, index: int) -> int | None:
    """都是2022年拿的: the one date of everything that was named before."""
    found = (
        clause.start + match.start("date")
        for clause in heard.clauses[index + 1 :]
        if (match := _OF_ALL.match(clause.marked))
    )
    return next(found, None)


def _is_all(heard: Heard, clause: Clause, match: re.Match[str]) -> bool:
    """Whether the clause is nothing but the date; 98年的 could be the person's year of birth, too."""
    rest = clause.marked[match.end() :]
    dated = heard.words_at(clause.start + _dates(clause)[0]) if _dates(clause) else ""
    return not rest or (bool(re.fullmatch(r"的(?:事|时候)?[了啊吧]?", rest)) and not re.fullmatch("..年", dated))


def _narrowed(heard: Heard, place: int | None, anchors: Sequence[Anchor]) -> int | None:
    """去年拿的，2025年3月8号: a day told after a longer span that holds it, where there is one credential alone."""
    span = heard.dates[place] if place is not None else None
    if place is None or span is None or span.exact or len(anchors) > 1:
        return place
    for clause in heard.clauses[heard.clause_at(place) + 1 :]:
        match = _NEXT.fullmatch(re.sub("[的了号]*$", "", clause.marked))
        closer = heard.dates[_dates(clause)[0]] if match and _dates(clause) else None
        if closer and span.start <= closer.start and closer.end <= span.end:
            return _dates(clause)[0]
    return place


def _put_right(heard: Heard, place: int | None, anchors: Sequence[Anchor]) -> int | None:
    """2023年拿的，不对，是2022年: the last of the dates, where there is one credential alone."""
    if place is None or len(anchors) > 1:
        return place
    later = [clause for clause in heard.clauses if clause.start > place and _NEXT.match(clause.marked)]
    dates = [at for clause in later for at in _dates(clause)[:1] if heard.taken_back(place, at) is not None]
    return dates[-1] if dates else place


def _dates(clause: Clause) -> list[int]:
    return [
        clause.start + match.start()
        for match in _DATE.finditer(clause.marked)
        if not _ELSEWHERE_AFTER.match(clause.marked[match.end() :])
        and not re.search(r"(?<!是)不是$", clause.marked[: match.start()])
    ]
