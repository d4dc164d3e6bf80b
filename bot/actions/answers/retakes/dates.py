"""Until when a paper counts that the person passed, in words, with how each date was worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions.passed_dates import Passed
from bot.actions.reply import Computed
from bot.actions.wording import levels as spoken_levels
from knowledge.retakes import CLOSE, Term
from knowledge.timespan import spoken_date, spoken_gap

_NUMERALS = "零一两三四五六七八九十"
_UNPRINTED = "通知没有写从哪天起算、算到哪天，这里从通过当天算到期满的同一天"


@dataclass(frozen=True)
class Told:
    """Sentences with their computed figures. `valid` is None where it is open or nothing in force decides it.

    `by_day`: the exact day would decide it.
    """

    text: str
    computed: tuple[Computed, ...]
    valid: bool | None
    by_day: bool = False


def spoken_term(term: Term) -> str:
    """两年, 18个月."""
    if term.years is None:
        return f"{term.months}个月"
    return f"{_NUMERALS[term.years] if term.years < len(_NUMERALS) else term.years}年"


def tell(term: Term, passed: Passed, day: date, levels: Sequence[int] = ()) -> Told:
    """What follows on `day` from the term for what was passed then; `levels` are named where nobody named one."""
    first, last = term.last_day(passed.first), term.last_day(passed.last)
    until, computed = _until(term, passed, first, last)
    whose = spoken_levels(levels)
    said = f"您说的是{spoken_span(passed.first, passed.last)}"
    said += "没过；其他科目如果是那时通过的" if passed.failed else "通过"
    head = f"{said}，{whose}加上{spoken_term(term)}，成绩{until}。"
    computed = (_understood(passed, day), *computed)
    if term.status != "current":
        return Told(
            f"{head}这是按上面那份通知算的，现在还有没有效，要以它今年的通知为准，请向它确认。", computed, None
        )
    if first < day <= last:
        return _open(head, computed, term, passed, day)
    valid = day <= first
    verdict, more = _verdict(first if valid else last, day, valid, passed.exact)
    near = abs((first - day).days) <= CLOSE or abs((last - day).days) <= CLOSE
    ask = "通知没有写明截止到哪天，离期限很近，请先打电话向机构确认。" if near else ""
    return Told(f"{head}{verdict}{ask}", (*computed, *more), valid)


def _open(head: str, computed: tuple[Computed, ...], term: Term, passed: Passed, day: date) -> Told:
    """Of the days that the words can mean, the first from which the paper still counts."""
    still = passed.first
    while term.last_day(still) < day:
        still += timedelta(days=1)
    said = spoken_date(still)
    text = (
        f"现在还有没有效，要看具体哪天通过：{said}或以后通过的还在有效期内，更早的已经过期。请告诉我是哪天通过的。"
    )
    why = Computed(
        text=said, explanation=f"{said}＋{spoken_term(term)}，不早于今天{spoken_date(day)}；{_UNPRINTED}"
    )
    return Told(head + text, (*computed, why), None, by_day=True)


def _verdict(last: date, day: date, valid: bool, exact: bool) -> tuple[str, tuple[Computed, ...]]:
    if not exact:
        return ("现在还在有效期内。" if valid else "现在已经过了有效期。"), ()
    if last == day:
        return "今天正好到期，今天还在有效期内。", ()
    gap = spoken_gap(day, last) if valid else spoken_gap(last, day)
    between = f"从{spoken_date(min(day, last))}到{spoken_date(max(day, last))}"
    text = f"现在还在有效期内，还有{gap}。" if valid else f"现在已经过了有效期，过了{gap}。"
    return text, (Computed(text=gap, explanation=between),)


def _until(term: Term, passed: Passed, first: date, last: date) -> tuple[str, tuple[Computed, ...]]:
    sums = [f"{spoken_date(one)}＋{spoken_term(term)}；{_UNPRINTED}" for one in (passed.first, passed.last)]
    if passed.exact:
        return f"算到{spoken_date(last)}", (Computed(text=spoken_date(last), explanation=sums[0]),)
    if _month(first) == _month(last):
        why = f"{_month(passed.first)}＋{spoken_term(term)}；{_UNPRINTED}"
        return f"算到{_month(last)}（具体哪天要看是几号通过的）", (Computed(text=_month(last), explanation=why),)
    ends = tuple(Computed(text=_month(one), explanation=why) for one, why in zip((first, last), sums, strict=True))
    return f"最早算到{_month(first)}，最晚算到{_month(last)}", ends


def _understood(passed: Passed, day: date) -> Computed:
    return Computed(
        text=spoken_span(passed.first, passed.last), explanation=f"“{passed.said}”，按今天{spoken_date(day)}理解"
    )


def spoken_span(first: date, last: date) -> str:
    """2024年6月15日, 2024年6月, 2024年, 2023年12月到2024年12月."""
    if first == last:
        return spoken_date(first)
    if _month(first) == _month(last):
        return _month(first)
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    return f"{first.year}年" if whole else f"{_month(first)}到{_month(last)}"


def _month(day: date) -> str:
    return f"{day.year}年{day.month}月"
