"""Verdicts on levels in spoken Chinese, each with the conditions it rests on and the working of its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.actions.reply import Computed
from knowledge.eligibility import ConditionVerdict, Eligibility, LevelVerdict, Way
from knowledge.models import LEVEL_NAMES, Citation
from knowledge.timespan import spoken_date

_MOST_WAYS = 2
_AGE = re.compile(r"年满\d+周岁")


@dataclass(frozen=True)
class Line:
    """One line of an answer, the conditions that bear it, other citations, and figures that were worked out."""

    text: str
    evidence: tuple[ConditionVerdict, ...] = ()
    citations: tuple[Citation, ...] = ()
    computed: tuple[Computed, ...] = ()


@dataclass(frozen=True)
class Supposing:
    """The verdicts if some things were so that the person left open: `so` in words that follow 「如果」."""

    so: str
    verdicts: Eligibility

    def level(self, level: int) -> LevelVerdict:
        """The level's verdict."""
        return next(one for one in self.verdicts.levels if one.level == level)


@dataclass(frozen=True)
class Judged:
    """One person's verdicts, with inexact dates at their latest, which are told, and at their earliest.

    `roughly`: the years of work are inexact, too, `by_days`: since days of it are. `age`: the condition on the age, of who told none and speaks as one who
    has long met it: the verdicts take it for met, and it is said to be required. `supposing`: the verdicts if what was
    left open of something told were so. `short`: levels for which the schooling that was told is not enough alone.
    """

    latest: Eligibility
    earliest: Eligibility
    roughly: bool = False
    by_days: bool = False
    age: ConditionVerdict | None = None
    supposing: Supposing | None = None
    short: frozenset[int] = frozenset()

    @property
    def pairs(self) -> list[tuple[LevelVerdict, LevelVerdict]]:
        """Each level by both readings."""
        return list(zip(self.latest.levels, self.earliest.levels, strict=True))

    @property
    def open_levels(self) -> list[LevelVerdict]:
        """Levels that cannot be decided by what was told."""
        return [late for late, early in self.pairs if early.outcome != late.outcome or late.missing]

    def is_concluded(self, level: LevelVerdict) -> bool:
        """Whether what was told leads to a day, or to none, so that only what was not spoken of could change it."""
        if self.supposed(level) is not None:
            return True
        if self.ways_supposing(level):
            return True
        dated = any(one.earliest_date and one.outcome != "met" for one in level.conditions)
        return not _begun_with(level) and dated

    def ways_supposing(self, level: LevelVerdict) -> tuple[Way, ...]:
        """What would bring the level now if what was left open is so, and would not do so otherwise."""
        if self.supposing is None or level.outcome == "eligible" or self.supposed(level) is not None:
            return ()
        found = self.supposing.level(level.level).ways
        return tuple(one for one in found if one.from_date <= self.latest.as_of and one not in level.ways)

    def supposed(self, level: LevelVerdict) -> LevelVerdict | None:
        """The verdict that allows the level if what was left open is so; None where that would not do, or need not."""
        if self.supposing is None or level.outcome == "eligible":
            return None
        found = self.supposing.level(level.level)
        return found if found.outcome == "eligible" else None


def verdict_lines(judged: Judged, *, ways: bool = True) -> Iterator[Line]:
    """Every level's verdict, what would bring it sooner (where `ways` are wanted), and what it rests on."""
    alone = len(judged.pairs) == 1
    today = judged.latest.as_of
    if (young := _too_young(judged.latest.levels)) is not None:
        yield _line("现在还不能报。", [young], today)
        return
    for late, early in judged.pairs:
        yield _verdict(judged, late, early, alone)
        most = (_MOST_WAYS if alone else 1) if ways else 0
        nearer = judged.ways_supposing(late)[:most]
        yield from (_way(late, one, today, judged.supposing) for one in nearer)
        told = {one.change for one in nearer}
        others = [one for one in late.ways if one.change not in told]
        yield from (_way(late, one, today) for one in others[: most - len(nearer)])
    assumed = dict.fromkeys(said for late, _ in judged.pairs for said in late.assumptions)
    if assumed:
        yield Line(f"（{'；'.join(assumed)}。）")


def is_conditional(level: LevelVerdict) -> bool:
    """Whether nothing but the age is not known."""
    return level.age is not None and level.age.outcome == "unknown" and level.missing == level.age.missing


def _too_young(levels: Sequence[LevelVerdict]) -> ConditionVerdict | None:
    """The age that keeps every level away, if it does."""
    ages = [one.age for one in levels]
    return ages[0] if ages and all(one is not None and one.outcome == "not_met" for one in ages) else None


def _verdict(judged: Judged, late: LevelVerdict, early: LevelVerdict, alone: bool) -> Line:
    name, today = LEVEL_NAMES[late.level], judged.latest.as_of
    met = [one for one in late.conditions if one.outcome == "met"]
    if late.outcome == "eligible" and judged.age is not None:
        line = _line(f"{name}：可以报，前提是{_age_in_words(judged.age)}。", _besides_age(met[:1]), today)
        return replace(line, evidence=(*met[:1], judged.age))
    if late.outcome == "eligible":
        return _line(f"{name}：可以报。", met[:1], today)
    if early.outcome == "eligible":
        return _by_the_day(name, late, early, judged.roughly and not judged.by_days)
    if is_conditional(late) and late.age is not None:
        line = _line(f"{name}：只要年龄符合，就可以报。", met[:1], today)
        return replace(line, evidence=(*line.evidence, late.age))
    if (supposed := judged.supposed(late)) is not None and judged.supposing is not None:
        return _if_so(late, supposed, judged.supposing.so, today)
    concluded = judged.is_concluded(late)
    unsure = "光凭您说的学历还不够。" if late.level in judged.short else "还不能确定。"
    said = "按您说的这些，现在还不能报。" if concluded else unsure
    return _not_yet(late, early, today, alone, said)


def _if_so(level: LevelVerdict, supposed: LevelVerdict, so: str, today: date) -> Line:
    """It depends on one thing that was left open: both answers at once."""
    enough = [one for one in supposed.conditions if one.outcome == "met"][:1]
    named = "".join(one.citations[0].quote for one in enough if one.citations)
    later = list(_by_time(level, today, at_the_latest=True))
    text = f"{LEVEL_NAMES[level.level]}：如果{so}，现在就可以报：{named}如果不是，按您说的这些，现在还不能报。"
    return Line(
        text + "".join(one.text for one in later),
        (*enough, *(each for one in later for each in one.evidence)),
        computed=tuple(one for line in later for one in line.computed),
    )


def _besides_age(met: Sequence[ConditionVerdict]) -> list[ConditionVerdict]:
    """Without those that speak of the age, which was not told."""
    return [one for one in met if not any(_AGE.search(each.quote) for each in one.citations)]


def _age_in_words(age: ConditionVerdict) -> str:
    found = _AGE.search(age.citations[0].quote) if age.citations else None
    return found.group() if found else "年龄符合"


def _not_yet(level: LevelVerdict, early: LevelVerdict, today: date, alone: bool, said: str) -> Line:
    opened = level.outcome == "needs_information"
    head = f"{LEVEL_NAMES[level.level]}：{said if opened else '现在还不能报。'}"
    inexact = level.earliest_date != early.earliest_date
    lines = [*_begun(level), *_by_time(level, today, at_the_latest=opened or inexact, early=early.earliest_date)]
    lines = lines or [*_by_years_alone(level)]
    if not lines and alone and not opened:
        lacking = [one for one in level.conditions if one.outcome == "not_met"]
        lines = [
            Line("各项条件都还不符合：" + "".join(f"\n- {one.explanation}" for one in lacking), tuple(lacking))
        ]
    return Line(
        head + "".join(one.text for one in lines),
        tuple(one for line in lines for one in line.evidence) or level.conditions[:1],
        computed=tuple(one for line in lines for one in line.computed),
    )


def _begun(level: LevelVerdict) -> Iterator[Line]:
    """The condition that something told belongs to, and what is not known of it yet."""
    if begun := _begun_with(level):
        one = min(begun, key=lambda each: len(each.missing))
        yield Line(f"和您说的情况最接近的一项：{one.citations[0].quote}{one.explanation}", (one,))


def _by_years_alone(level: LevelVerdict) -> Iterator[Line]:
    """The condition that waits for nothing but the years of work, which were not told."""
    waiting = [one for one in level.conditions if one.missing == ("work_years",) and one.citations]
    if waiting:
        yield Line(f"光看从业年限的一条是：{waiting[0].citations[0].quote}", (waiting[0],))


def _begun_with(level: LevelVerdict) -> list[ConditionVerdict]:
    return [one for one in level.conditions if any("[" in name for name in one.missing)]


def _by_the_day(name: str, late: LevelVerdict, early: LevelVerdict, roughly: bool) -> Line:
    """The person named a year or a month, and the day in it decides."""
    enough = tuple(one for one in early.conditions if one.outcome == "met")[:1]
    text = f"{name}：要看具体日期。按您说的时间里最早的日子算，现在就可以报；"
    if roughly:
        text = f"{name}：要看准确的年限。按您说的年限里最长的算，现在就可以报；"
    shortest = "按最短的算" if roughly else "按最晚的日子算"
    if late.earliest_date is None:
        return Line(f"{text}{shortest}，还不够。", enough)
    day = spoken_date(late.earliest_date)
    waiting = next((one for one in late.conditions if one.earliest_date == late.earliest_date), enough[0])
    working = Computed(text=day, explanation=waiting.explanation)
    return Line(f"{text}{shortest}，要到{day}才可以报。", enough, computed=(working,))


def _by_time(level: LevelVerdict, today: date, at_the_latest: bool, early: date | None = None) -> Iterator[Line]:
    """The condition that time alone brings first."""
    dated = [one for one in level.conditions if one.earliest_date and one.outcome != "met"]
    if not dated:
        return
    nearest = min(dated, key=lambda one: one.earliest_date or date.max)
    if level.earliest_date is None or nearest.earliest_date != level.earliest_date:
        yield _line("", [nearest], today)
        return
    said = "最迟到" if at_the_latest else "最早"
    line = _line(f"{said}{spoken_date(level.earliest_date)}可以报", [], today)
    if early is not None and early < level.earliest_date:
        soonest = Computed(text=spoken_date(early), explanation="按您说的时间里最早的日子算")
        line = replace(line, text=f"{line.text}（按最早的日子算是{soonest.text}）", computed=(soonest,))
    reasons = _line("", [nearest], today)
    yield replace(reasons, text=f"{line.text}：{reasons.text}", computed=(*line.computed, *reasons.computed))


def _line(head: str, evidence: Sequence[ConditionVerdict], today: date) -> Line:
    return Line(
        head + "".join(one.explanation for one in evidence),
        tuple(evidence),
        computed=tuple(
            Computed(text=spoken_date(one.earliest_date), explanation=one.explanation)
            for one in evidence
            if one.earliest_date is not None and one.earliest_date > today
        ),
    )


def _way(level: LevelVerdict, way: Way, today: date, supposing: Supposing | None = None) -> Line:
    name, also = LEVEL_NAMES[level.level], f"，并且{supposing.so}" if supposing else ""
    way = way.model_copy(update={"change": f"{way.change}{also}"})
    if way.from_date <= today:
        said = f"如果您{way.change}，{name}现在就可以报。"
        return Line(said, computed=(Computed(text=f"{name}现在就可以报", explanation=way.change),))
    day = spoken_date(way.from_date)
    working = Computed(text=day, explanation=f"{way.change}，从{spoken_date(today)}起算")
    return Line(f"如果您{way.change}，{name}{day}起可以报。", computed=(working,))
