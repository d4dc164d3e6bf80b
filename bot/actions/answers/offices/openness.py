"""Whether an office is open when the question means: now, on a day, at a time of day; and when it opens next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise

from bot.actions.reply import Computed
from bot.actions.wording import joined
from knowledge.facts import Hours
from knowledge.holidays import days_worked, worked_for
from knowledge.office_hours import Openness, explain, explain_day, opening_of, reason_on_working_day
from knowledge.timespan import spoken_date
from knowledge.validity import SHANGHAI
from knowledge.wording.clock import asked_clock
from knowledge.wording.days import AskedDays, asked_days, asked_festivals

_NOW = re.compile(r"现在|此刻|这会儿|目前|眼下|开着|下班了|(?:开门|关门|上班)了")
_NOON = re.compile(r"中午|午休|午间")
_LATEST = re.compile(
    r"几点\S{0,3}前|最[晚迟]|几点\S{0,2}(?:关|下班|结束|停|截止)|停止受理|关门|来得及|晚上|傍晚|夜里"
)
_WHEN_OPEN = re.compile(
    r"(?:哪[天日]|几号|什么时候|啥时候?|何时|几时).{0,4}(?:开(?![始考班票])|上班|营业|有人|办公|恢复|回来|能[去办来])"
)
_USUALLY = re.compile(r"平时|一般|通常|每天|工作日")
_HOLIDAYS = re.compile(r"节假日|法定假日|公休")
_WORKED = re.compile(r"调休|补班|补休")
_WEEKDAY_NAMES = "一二三四五六日"
_RULE = "按通知的受理时间和国家法定节假日、调休安排推算"
_PLACES = {
    "open": "在受理时间内",
    "lunch": "是中午休息时间，不受理",
    "before_opening": "还没开始受理",
    "after_closing": "已经结束受理",
}


@dataclass(frozen=True)
class Asked:
    """The moment that a question means; `days` and `clock` None where it names none.

    `festivals` are several named together, `when_open`: it wants the next opening, `before` is the day last talked of.
    """

    now: bool
    days: AskedDays | None
    clock: time | None
    noon: bool
    latest: bool
    worked: bool
    festivals: tuple[AskedDays, ...] = ()
    when_open: bool = False
    before: date | None = None


@dataclass(frozen=True)
class Said:
    """The sentence, its worked-out figures, and the openness at the moments that it is about."""

    text: str
    computed: tuple[Computed, ...]
    openness: tuple[tuple[datetime, Openness], ...]


def asked(text: str, as_of: datetime, before: date | None = None) -> Asked:
    """Read which moment is meant. `before`: the day that was asked about last."""
    days, clock = asked_days(text, as_of, before), asked_clock(text)
    now = _NOW.search(text) is not None and days in (None, asked_days("今天", as_of)) and clock is None
    worked = _WORKED.search(text) is not None or (days is None and _HOLIDAYS.search(text) is not None)
    if (
        days is None
        and clock
        and before
        and before >= as_of.astimezone(SHANGHAI).date()
        and not _USUALLY.search(text)
    ):
        days = _named(before)
    return Asked(
        now,
        days,
        clock,
        _NOON.search(text) is not None,
        _LATEST.search(text) is not None,
        worked,
        asked_festivals(text, as_of),
        _WHEN_OPEN.search(text) is not None,
        before,
    )


def say_openness(hours: Hours, wanted: Asked, as_of: datetime) -> Said | None:
    """Answer for that moment; None where the question names none, or the notice states no daily hours."""
    if not hours.weekly:
        return None
    told = _Teller(hours, as_of.astimezone(SHANGHAI))
    if wanted.worked:
        text = told.worked_days()
    elif wanted.now:
        text = told.now()
    elif wanted.festivals:
        text = "".join(told.days(one) for one in wanted.festivals)
    elif wanted.when_open and not wanted.days and not wanted.clock:
        text = told.opens_next(wanted.before)
    else:
        text = told.days(wanted.days) if wanted.days else ""
        if not wanted.days or any(one.open_now for _, one in told.openness):
            text += told.part_of_day(wanted)
    return told.said(text) if text else None


class _Teller:
    """Puts sentences together and keeps what was worked out for them."""

    def __init__(self, hours: Hours, as_of: datetime) -> None:
        self._hours, self._as_of, self._today = hours, as_of, as_of.date()
        self._computed: list[Computed] = []
        self.openness: list[tuple[datetime, Openness]] = []

    def said(self, text: str) -> Said:
        return Said(text, tuple(dict.fromkeys(self._computed)), tuple(self.openness))

    def now(self) -> str:
        found = explain(self._hours, self._as_of)
        self.openness.append((self._as_of, found))
        if found.open_now and found.closes_at:
            return f"现在正在受理时间内，到{self._clock(found.closes_at.time())}为止。"
        if found.reason == "unknown_year" or found.holiday or found.reason == "weekend":
            return f"现在{'' if found.open_now is None else '不在受理时间内：'}{self._shut(found, '今天')}"
        why = {"lunch": "现在是中午休息时间，", "before_opening": "现在还没开始受理，"}
        return why.get(found.reason, "现在不在受理时间内，") + self._next(found)

    def days(self, wanted: AskedDays) -> str:
        if not wanted.days:
            year = wanted.festival.year if wanted.festival else self._today.year
            return self._unpublished(year, f"{self._figure(f'{year}年')}{wanted.said}")
        each = [(day, self._day(day)) for day in wanted.days]
        self.openness += [(opening_of(self._hours, day), one) for day, one in each]
        if len(each) == 1:
            return self._one_day(wanted, *each[0])
        return self._several(wanted, each)

    def worked_days(self) -> str:
        """Weekend days that are worked for a holiday are working days."""
        coming = days_worked(self._today)
        text = "调休上班的周末是法定工作日，照常受理；放假的日子不受理。"
        if coming:
            return text + f"今年接下来调休上班的是{joined(map(self._label, coming))}。"
        return text + "今年已经没有调休上班的周末了。"

    def opens_next(self, after: date | None) -> str:
        """When it opens next, seen from the day last talked of; from now where none was."""
        if after is None or after <= self._today:
            return self.now()
        found = explain_day(self._hours, after)
        self.openness.append((opening_of(self._hours, after), found))
        return self._one_day(_named(after), after, found)

    def part_of_day(self, wanted: Asked) -> str:
        """What the hours say of a time of day, of noon, or of the end; first that today is a day off, if it is."""
        said = self._part_of_day(wanted)
        off = self._off_today() if said and not wanted.days else ""
        return f"{off}{'' if wanted.clock or not off else '工作日'}{said}"

    def _off_today(self) -> str:
        found = explain_day(self._hours, self._today)
        if found.reason not in ("weekend", "holiday"):
            return ""
        self.openness.append((self._as_of, found))
        return self._shut(found, f"今天（{self._date(self._today)}，{_weekday(self._today)}）")

    def _part_of_day(self, wanted: Asked) -> str:
        ends = max(time.fromisoformat(one.closes) for one in self._hours.weekly)
        if wanted.clock:
            place = _PLACES[reason_on_working_day(self._hours, wanted.clock)]
            head = "" if wanted.days else "工作日"
            return f"{head}{self._figure(f'{wanted.clock:%-H:%M}', '问题里说的时间')}{place}。"
        if wanted.noon:
            return self._noon() or "通知写的受理时间中午没有间断。"
        # A day is told with its hours: the end is among them.
        return f"受理到{self._clock(ends)}为止。{self._noon()}" if wanted.latest and not wanted.days else ""

    def _day(self, day: date) -> Openness:
        """A whole day; today, once it is over, as it is at the moment."""
        found = explain(self._hours, self._as_of) if day == self._today else explain_day(self._hours, day)
        return found if found.reason == "after_closing" else explain_day(self._hours, day)

    def _one_day(self, wanted: AskedDays, day: date, found: Openness) -> str:
        name = self._name(wanted.said, day)
        if found.reason == "after_closing":
            return f"{name}已经结束受理。{self._next(found)}"
        if not found.open_now:
            return self._shut(found, name)
        why = f"虽是周末，但为{worked_for(day)}调休上班，" if found.make_up else ""
        return f"{name}{why}受理时间是{self._stretches()}。"

    def _several(self, wanted: AskedDays, each: Sequence[tuple[date, Openness]]) -> str:
        unknown = [one.unpublished_year for _, one in each if one.reason == "unknown_year"]
        if unknown and unknown[0]:
            return self._unpublished(unknown[0], f"{wanted.said}这几天")
        span = f"{self._label(each[0][0])}至{self._label(each[-1][0])}"
        name = f"{span}是{wanted.festival.name}假期，" if wanted.festival else span
        open_days = [day for day, one in each if one.open_now]
        if not open_days:
            return f"{name}不受理。{self._next(each[-1][1])}{self._worked_for(wanted)}"
        rest = "，其余日子不受理" if len(open_days) < len(each) else ""
        return f"{name}受理的是{joined(map(self._label, open_days))}，{self._stretches()}{rest}。"

    def _worked_for(self, wanted: AskedDays) -> str:
        days = [day for day in wanted.festival.worked if day >= self._today] if wanted.festival else []
        return f"为此调休上班、照常受理的是{joined(map(self._label, days))}。" if days else ""

    def _shut(self, found: Openness, name: str) -> str:
        if found.reason == "unknown_year" and found.unpublished_year:
            return self._unpublished(found.unpublished_year, name)
        why = f"{found.holiday}假期" if found.holiday else "周末"
        return f"{name}是{why}，不受理。{self._next(found)}"

    def _next(self, found: Openness) -> str:
        if found.next_opening:
            day = found.next_opening.date()
            when = "今天" if day == self._today else self._label(day)
            return f"要到{when}{self._clock(found.next_opening.time())}才受理。"
        if found.unpublished_year:
            return (
                f"下次什么时候受理，要看{self._figure(f'{found.unpublished_year}年')}的放假安排，这里还没有收录。"
            )
        return ""

    def _unpublished(self, year: int, name: str) -> str:
        """Whether they are published is not known here: only that they are not held."""
        said = f"这里还没有收录{self._figure(f'{year}年')}的放假安排，按普通周一到周五推算不了"
        return f"{said}，所以说不准{name}是否受理，去之前请先打电话问。"

    def _name(self, said: str, day: date) -> str:
        """下周一（11月23日，周一）; a date that was typed is told with its weekday."""
        typed = "月" in said or (said[-1] in "号日" and said[0].isdigit())
        return self._label(day) if typed else f"{said}（{self._date(day)}，{_weekday(day)}）"

    def _label(self, day: date) -> str:
        return f"{self._date(day)}（{_weekday(day)}）"

    def _date(self, day: date) -> str:
        """10月8日, with its year where that is not the one in which it is asked."""
        return self._figure(f"{day.month}月{day.day}日" if day.year == self._today.year else spoken_date(day))

    def _stretches(self) -> str:
        clocks = [(time.fromisoformat(one.opens), time.fromisoformat(one.closes)) for one in self._hours.weekly]
        return "、".join(f"{self._clock(opens)}-{self._clock(closes)}" for opens, closes in sorted(clocks))

    def _noon(self) -> str:
        ordered = sorted(self._hours.weekly, key=lambda one: one.opens)
        gaps = [(time.fromisoformat(a.closes), time.fromisoformat(b.opens)) for a, b in pairwise(ordered)]
        return "".join(f"中午{self._clock(start)}到{self._clock(end)}休息，不受理。" for start, end in gaps)

    def _clock(self, clock: time) -> str:
        return self._figure(f"{clock:%-H:%M}", "通知写的受理时间")

    def _figure(self, text: str, how: str = "") -> str:
        day = spoken_date(self._today)
        self._computed.append(Computed(text=text, explanation=how or f"从提问那天（{day}）算，{_RULE}"))
        return text


def _named(day: date) -> AskedDays:
    return AskedDays(f"{day.month}月{day.day}日", day, day)


def _weekday(day: date) -> str:
    return f"周{_WEEKDAY_NAMES[day.weekday()]}"
