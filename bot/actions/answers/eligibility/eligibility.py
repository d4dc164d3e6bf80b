"""May this person apply: the conditions judged for what they told, or quoted where they told nothing yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.actions.answers.eligibility import offers
from bot.actions.answers.eligibility.asked_back import asked, inputs, understood
from bot.actions.answers.eligibility.circumstances import decides_more, line_on_circumstances, only_age_limit
from bot.actions.answers.eligibility.conditions import answer_conditions, asks_for_the_rule, heading
from bot.actions.answers.eligibility.told import is_rough, may_be_young, schooling_is_short, told_so_far
from bot.actions.answers.eligibility.trades import (
    asks_of_other_work,
    is_of_another,
    line_on_breaks,
    line_on_other_work,
    line_on_trade,
    subject_by_trade,
    without_work,
)
from bot.actions.answers.eligibility.verdicts import Judged, Line, Supposing, is_conditional, verdict_lines
from bot.actions.answers.eligibility.years_required import asks_years, years_required
from bot.actions.answers.silent.matters import personal_matters
from bot.actions.desk import Desk
from bot.actions.form.asking import asking, changing
from bot.actions.reply import Card, Computed, Reply, Status, single
from bot.actions.situation import Situation
from bot.actions.turn import Turn
from bot.actions.wording import joined, notice_of, unique
from knowledge.directory import directory
from knowledge.eligibility import Applicant, Eligibility, LevelVerdict, Note, judge
from knowledge.eligibility.rules import Rules, rules
from knowledge.models import LEVEL_NAMES, LEVELS, Citation
from knowledge.subject import Subject

_ANY_LEVEL = re.compile(r"几级|哪[一个]?级|什么[级等]|啥[级等]|哪些等级|最高")
_YEARS_ASKED = re.compile(
    r"(?:要|需要|要求|得|须|再|够|还差)[^，。,;？?]{0,6}(?:几|多少)年|(?:几|多少)年[^，。,;？?]{0,4}(?:才|可以|能|够)"
)
_NO_LIST = "哪些专业算本专业或相关专业，通知没有写明，可以问评价机构。"
_MOST_REASONS = 3
_ADULT = 18  # any age that meets every condition on it


def answer_eligibility(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Judge what the person told; where they told nothing, quote the conditions and ask for it."""
    case = None if asks_for_the_rule(turn) else _case(desk, turn, subject)
    if case is None:
        return answer_conditions(desk, turn, subject)
    named, read, judged, situation = case.named, case.read, case.judged, case.situation
    skipped = turn.memory.form.skipped if turn.memory.form else ()
    absent = _is_absent(desk, turn, case)
    missing = [] if absent else _missing(judged, skipped)
    rule = list(years_required(judged, situation, turn.text)) if asks_years(turn.text) else []
    lines = [
        *_head(desk, turn, subject, case),
        _whose(turn, case.read),
        *rule,
        *verdict_lines(judged, ways=not (rule or absent)),
        *_further(desk, turn, judged, named, missing),
    ]
    reply = single(
        "answered" if rule or absent else _status(desk, turn, case),
        "\n".join(line.text for line in lines),
        citations=unique(list(_citations(desk, turn, read, judged.latest.levels, lines))),
        computed=tuple(dict.fromkeys(one for line in lines for one in line.computed)),
        quick_replies=asking(missing[0]) if missing else changing(situation),
        card=_card(case),
    )
    return reply.model_copy(update={"asks": missing[0] if missing else ""})


def answer_why(desk: Desk, turn: Turn, subject: Subject, field: str) -> Reply:
    """Which conditions make an input worth asking for, in the notice's words."""
    case = _case(desk, turn, subject)
    levels = case.judged.latest.levels if case else ()
    ages = [one.age for one in levels if one.age is not None]
    waiting = [
        one
        for one in (*(each for level in levels for each in level.conditions), *ages)
        if field in inputs(one.missing)
    ]
    if case is None or not waiting:
        return single("answered", "这项情况可能影响能不能报，所以问一下；不清楚可以跳过。")
    citations = unique([one.citations[0] for one in waiting])[:_MOST_REASONS]
    front = case.read.holding.notice.front
    head = f"按{notice_of(front.issuer, front.year, case.read.status, turn.as_of)}，能不能报要看："
    title = desk.library.cite_title(case.read.notice_id, turn.as_of)
    return single("answered", "\n".join([head, *(one.quote for one in citations)]), citations=(*citations, title))


def levels_open(desk: Desk, turn: Turn, subject: Subject) -> tuple[int, ...]:
    """The levels for which one may apply now, by what was told."""
    case = _case(desk, turn, subject)
    if case is None:
        return ()
    return tuple(late.level for late, early in case.judged.pairs if late.outcome == early.outcome == "eligible")


@dataclass(frozen=True)
class _Case:
    named: Subject
    read: Rules
    situation: Situation
    told: Eligibility  # by nothing but what was told
    judged: Judged
    all_counted: Eligibility | None  # if the other work that was told were related work

    @property
    def levels(self) -> list[int]:
        return [one.level for one in self.told.levels]


def _case(desk: Desk, turn: Turn, subject: Subject) -> _Case | None:
    """The person's situation judged; None where they told nothing, or no notice has conditions."""
    situation = told_so_far(turn)
    # A year in such a message is one of the person's life.
    named = subject_by_trade(desk, turn, Subject(subject.organisation, subject.occupation), situation)
    read = rules(desk.library, named, turn.as_of)
    if not situation.told or read is None:
        return None
    counted = without_work(situation) if is_of_another(situation, named) else situation
    levels = _levels(desk, turn, replace(named, level=subject.level))
    occupation = named.occupation.name if named.occupation else None

    def judged(applicant: Applicant) -> Eligibility:
        return judge(desk.library, applicant, named, read, turn.as_of, levels)

    told = judged(counted.applicant("latest", occupation))
    # Who has worked or studied for years is not asked for the age: it is taken for met, and said to be required.
    presumed = situation.birth is None and situation.age is None and not may_be_young(situation)
    taken = counted.model_copy(update={"age": _ADULT}) if presumed else counted
    supposing = None
    if so := situation.left_open():
        supposing = Supposing(so, judged(taken.applicant("latest", occupation, supposing=True)))
    all_counted = None
    if counted.other_work is not None:
        all_counted = judged(taken.with_other_work().applicant("latest", occupation))
    return _Case(
        named,
        read,
        situation,
        told,
        Judged(
            latest=judged(taken.applicant("latest", occupation)),
            earliest=judged(taken.applicant("earliest", occupation)),
            roughly=is_rough(counted),
            by_days=counted.history("latest") is not None,
            age=told.levels[0].age if presumed and told.levels else None,
            supposing=supposing,
            short=frozenset(
                one.level for one in told.levels if schooling_is_short(read, situation, one, turn.text)
            ),
        ),
        all_counted,
    )


def _missing(judged: Judged, skipped: Sequence[str]) -> list[str]:
    """What can still change a verdict: of something that was told first, then the age, then what was not spoken of."""
    by_day = {late.level for late, early in judged.pairs if late.outcome != early.outcome}
    opened = judged.open_levels
    inexact = ("work_years",) if judged.roughly else ("[].issued_on",)
    names = [name for one in opened for name in (inexact if one.level in by_day else one.missing)]
    return inputs(sorted(names, key=lambda name: ("[" not in name, name != "birth_date")), skipped)


def _card(case: _Case) -> Card | None:
    """The verdicts as the endpoint gives them; none where the inexact dates make two verdicts of one level."""
    if any(late.outcome != early.outcome for late, early in case.judged.pairs):
        return None
    return Card(type="eligibility", data=case.told.model_dump(mode="json", by_alias=True))


def _levels(desk: Desk, turn: Turn, subject: Subject) -> tuple[int, ...]:
    """The levels asked for, else those that are offered, else all."""
    wanted = _levels_wanted(turn)
    if only := offers.only_level(desk, turn, subject):
        return (only,)  # another one that is asked about is told not to be there
    if wanted:
        return wanted
    if subject.level and not _ANY_LEVEL.search(turn.text):
        return (subject.level,)
    named = subject.organisation or subject.occupation
    entries = (
        directory(desk.library, Subject(subject.organisation, subject.occupation), turn.as_of) if named else []
    )
    offered = {level for one in entries if one.status == "current" for level in one.levels}
    return tuple(level for level in LEVELS if level in offered) or LEVELS


def _levels_judged(turn: Turn, case: _Case) -> Sequence[int]:
    """The levels that are asked for in this message, else the one talked of."""
    return _levels_wanted(turn) or (case.levels if len(case.levels) == 1 else ())


def _is_absent(desk: Desk, turn: Turn, case: _Case) -> bool:
    """Whether nobody examines any of the levels judged now: more facts would not change that."""
    return bool(case.levels) and offers.levels_missing(desk, turn, case.named, case.levels) == case.levels


def _levels_wanted(turn: Turn) -> tuple[int, ...]:
    return tuple(one for one in turn.mentioned.levels if one not in turn.mentioned.held_levels)


def _head(desk: Desk, turn: Turn, asked: Subject, case: _Case) -> Iterator[Line]:
    """That a level is not there, what was understood of the person, and what is asked beside the verdict."""
    subject, situation = case.named, case.situation
    said = "，".join(understood(situation))
    told = Computed(text=said, explanation="您在对话里说的情况；说错了可以直接改，例如“不对，是……”")
    yield from offers.not_offered(desk, turn, subject, _levels_judged(turn, case))
    yield Line(f"我了解到的情况：{said}。", computed=(told,))
    others = situation.of_others(subject.occupation.name if subject.occupation else None)
    if named := joined(f"{one.occupation or ''}{LEVEL_NAMES[one.level]}证书" for one in others):
        yield Line(
            f"其中{named}按其他职业的证书计算；算不算相关职业，由职业标准规定，请问评价机构。", computed=(told,)
        )
    yield from filter(None, [line_on_trade(situation, asked, subject)])
    yield from _beside(desk, turn, case)


def _whose(turn: Turn, read: Rules) -> Line:
    """Whose conditions are judged by."""
    front = read.holding.notice.front
    return Line(f"按{notice_of(front.issuer, front.year, read.status, turn.as_of)}所附的申报条件：")


def _beside(desk: Desk, turn: Turn, case: _Case) -> Iterator[Line]:
    """What is asked beside the verdict: whether a break counts, whether some circumstance matters."""
    if breaks := line_on_breaks(desk, turn, case.read, case.levels):
        yield breaks
    name = case.named.occupation.name if case.named.occupation else "所报职业"
    if other := line_on_other_work(turn.text, case.situation, case.judged.latest, case.all_counted, name):
        yield other
    text, citations = line_on_circumstances(desk, turn, case.read)
    if text:
        yield Line(text, citations=citations)


def _further(desk: Desk, turn: Turn, judged: Judged, named: Subject, missing: Sequence[str]) -> Iterator[Line]:
    """What to ask, where the level is offered and when to apply, and what to bear in mind."""
    if judged.supposing and turn.memory.form and "major" in turn.memory.form.skipped:
        yield Line(_NO_LIST)
    if missing:
        yield Line(asked(missing))
    if named.organisation is None and named.occupation is None:
        yield Line("告诉我要报哪个职业（工种），我再说在哪里考、什么时候报名。")
    for level in judged.latest.levels:
        yield from offers.offer_lines(desk, turn, level, named)
    remarks = [note for note in judged.latest.notes if note.kind == "remark"]
    yield Line("".join(note.text for note in remarks), citations=_cited(remarks))


def _cited(notes: Iterable[Note]) -> tuple[Citation, ...]:
    return tuple(citation for note in notes for citation in note.citations)


def _status(desk: Desk, turn: Turn, case: _Case) -> Status:
    """Answered where what was told leads to a verdict on each level; `partial` where for some of those of what is named.

    That the schooling told is not enough alone is a verdict, and so is one that holds for whoever is old enough; one
    that holds if a circumstance is no hindrance of which no condition speaks (我是外国人) is not all. Who asks how
    many years a condition asks for is told it, whatever stays open of the verdict; who holds another occupation's
    certificate, that it is counted as such.
    """
    judged = case.judged
    by_day = {late.level for late, early in judged.pairs if late.outcome != early.outcome}
    opened = [one for one in judged.open_levels if one.level in by_day or not _is_settled(judged, one)]
    unstated = personal_matters(desk, turn.text) or asks_of_other_work(turn.text, case.situation)
    unstated = unstated or offers.asks_of_a_later_year(turn)
    if not opened:
        return "partial" if unstated or decides_more(turn, case.read) else "answered"
    if case.situation.told_of_breaks_alone and line_on_breaks(desk, turn, case.read, case.levels):
        return "answered"  # nothing else was asked
    if only_age_limit(turn, case.read) and not _levels_wanted(turn):
        return "answered"
    others = turn.mentioned.situation.of_others(case.named.occupation.name if case.named.occupation else None)
    counts = others or decides_more(turn, case.read)
    some = len(opened) < len(judged.pairs) and (case.named.organisation or case.named.occupation)
    return "partial" if some or _YEARS_ASKED.search(turn.text) or counts else "clarification"


def _is_settled(judged: Judged, level: LevelVerdict) -> bool:
    return is_conditional(level) or judged.is_concluded(level) or level.level in judged.short


def _citations(
    desk: Desk, turn: Turn, read: Rules, levels: Iterable[LevelVerdict], lines: Iterable[Line]
) -> Iterator[Citation]:
    """The headings that name the levels, the conditions that are spoken of, and the notice's title."""
    for level in levels:
        above = heading(read, level.conditions[0].clause) if level.conditions else None
        if above is not None:
            yield desk.library.cite(read.notice_id, above, turn.as_of)
    for line in lines:
        yield from (citation for one in line.evidence for citation in one.citations)
        yield from line.citations
    yield desk.library.cite_title(read.notice_id, turn.as_of)
