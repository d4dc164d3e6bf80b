"""Retakes: the rule that was asked for, how long passed papers count, and until when the person's own does."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.retakes.aspects import Aspect, ahead_of, aspect_of, kept, leaves_unsaid
from bot.actions.answers.retakes.dates import Told, tell
from bot.actions.answers.retakes.money import asks_price, only_price, only_sits_again, with_price
from bot.actions.answers.retakes.notices import about_now, notices_asked, today_of
from bot.actions.answers.retakes.own import Case, asked_of, asking_turn, summary, with_question
from bot.actions.answers.retakes.parts import Part, merged
from bot.actions.answers.retakes.verdicts import verdict, verdict_on_claim
from bot.actions.answers.retakes.windows import asked_window, still_open
from bot.actions.answers.search import answer_search
from bot.actions.answers.unstated import unstated
from bot.actions.choices import said_by_button
from bot.actions.desk import Desk
from bot.actions.form.retake_inputs import DAY, LEVEL
from bot.actions.passed_dates import Passed
from bot.actions.reply import Card, Reply, Status, single
from bot.actions.turn import Turn, passed_in_talk
from bot.actions.wording import levels as spoken_levels
from bot.actions.wording import notice_of, unique
from knowledge.fees import fees
from knowledge.models import LEVEL_NAMES
from knowledge.retakes import Applying, Term, applying, provisions, retake_validity, terms
from knowledge.retakes.provisions import Rule
from knowledge.subject import Subject

# Papers of the former qualification examinations are another matter, of the catalogue's notice.
_FORMER = re.compile(r"职业资格(?:鉴定|考试)|资格鉴定")
# What a rule speaks of that is quoted to who asks for more than it says.
_BEYOND = {
    "other_level": ("这一条只说了同职业、同等级，报别的要先问机构。",),
    "none_passed": ("这一条说的是部分科目不合格；没有合格的科目，也就没有成绩要保留。怎么报名请问机构。",),
}
_SAME_LEVEL = "同等级"


def answer_retake(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Answer with the rule asked for, the validity, and what follows for the day that the message names."""
    if _FORMER.search(turn.text) and (found := answer_search(desk, turn, subject)).status == "answered":
        return found
    passed = passed_in_talk(turn)
    subject = about_now(turn, subject, passed)
    notices = notices_asked(desk, turn, subject)
    if not any(one.holding.facts.retakes for one in notices):
        return unstated(desk, turn, replace(subject, level=None), "补考规定")
    if passed and passed.first > today_of(turn):
        return single("clarification", f"您说的“{passed.said}”还没有到。请再看一下，是哪天通过的？")
    asking = asking_turn(turn)  # of the reply to a question only the facts count
    priced = asks_price(asking.text) or asks_price(turn.text) or only_sits_again(asking.text)
    aspect = kept() if only_price(asking.text) else aspect_of(asking)
    case = Case(asking, subject, aspect, passed, _wanted(turn, subject), priced)
    reply, asks = _answer(desk, case, notices)
    if priced:
        reply = with_price(desk, asking if asks_price(asking.text) else turn, subject, reply)
        asks = None if only_price(asking.text) and passed is None else asks
    return with_question(reply, case, asks, _occupations(desk, turn, notices))


def answer_why(desk: Desk, turn: Turn, subject: Subject, asked: str) -> Reply:
    """Why the day, the level or the occupation is asked for: the validity, in the notices' words."""
    case = Case(turn, subject, kept(), None, _wanted(turn, subject), priced=False)
    parts = [_of_notice(desk, case, one) for one in applying(desk.library, subject, turn.as_of)]
    citations = unique([each for part in parts for each in part.citations])
    if not citations:
        return single("answered", "成绩还有没有效，要从通过那天算起，所以问一下；不清楚可以跳过。")
    lines = ["成绩还有没有效，要看哪个等级、从通过那天算起有没有过期："]
    return single("answered", "\n".join([*lines, *merged(parts)]), citations=citations)


def _answer(desk: Desk, case: Case, notices: list[Applying]) -> tuple[Reply, str | None]:
    """The answer, and the input that it asks for."""
    turn, aspect, passed = case.turn, case.aspect, case.passed
    found = terms(desk.library, replace(case.subject, level=None), turn.as_of)
    if passed and not case.levels and _differ(found):
        return _ask_level(desk, case, notices)
    parts = [_of_notice(desk, case, one) for one in notices]
    asks = asked_of(case, parts)
    lines = merged(parts)
    in_force = all(one.status == "current" for one in notices)
    lines[0] = verdict(ahead_of(turn), aspect, passed, parts, in_force) + lines[0]
    understood, told = summary(case)
    claimed = [] if aspect.name == "extended" else verdict_on_claim(turn, found, case.levels)
    lines = [*understood, *claimed, *lines]  # 过了两年还有半年宽限: not the two years are in doubt
    if (
        passed is None
        and aspect.name in ("keep", "allowed", "expired")
        and asks != ""
        and not _asked_already(turn)
    ):
        lines.append("告诉我您是哪天通过的，我帮您算到什么时候。")
    reply = single(
        _status(parts, aspect),
        "\n".join(lines),
        citations=unique([one for part in parts for one in part.citations]),
        computed=tuple(
            dict.fromkeys([*told, *(one for part in parts for each in part.told for one in each.computed)])
        ),
        card=_card(desk, turn, case.subject, case.levels, passed),
    )
    return reply, asks


def _asked_already(turn: Turn) -> bool:
    """Whether the form will ask again for the day by itself."""
    form = turn.memory.form
    return form is not None and form.asked == DAY and turn.question is None


def _status(parts: list[Part], aspect: Aspect) -> Status:
    """Where no notice says it, the timetable may still answer a part of it."""
    if aspect.terms and not any(one.level_stated for one in parts):
        return "not_stated"
    late = [each.valid is False for part in parts for each in part.told]
    if not any(one.unsaid for one in parts) or (aspect.name == "extended" and late and all(late)):
        return "answered"  # a paper that is too old is told what follows, whatever somebody hopes for
    return "partial" if aspect.windows else "not_stated"


def _wanted(turn: Turn, subject: Subject) -> tuple[int, ...]:
    return turn.mentioned.levels or ((subject.level,) if subject.level else ())


def _differ(found: list[Term]) -> bool:
    """Whether the levels that are offered have different terms."""
    return len({(one.years, one.months) for one in found if one.offered}) > 1


def _ask_level(desk: Desk, case: Case, notices: list[Applying]) -> tuple[Reply, str]:
    """The terms differ by level: show them, and ask."""
    undated = replace(case, passed=None)
    parts = [_of_notice(desk, undated, one) for one in notices]
    found = terms(desk.library, replace(case.subject, level=None), case.turn.as_of)
    offered = sorted({level for one in found for level in one.offered}, reverse=True)
    reply = single(
        "clarification",
        "\n".join([*merged(parts), "各等级的有效期不一样。请问您通过的是几级？"]),
        citations=unique([one for part in parts for one in part.citations]),
        quick_replies=tuple(said_by_button(LEVEL_NAMES[one]) for one in offered),
    )
    return reply, LEVEL


def _occupations(desk: Desk, turn: Turn, notices: list[Applying]) -> list[str]:
    """What the notices charge for, as likely answers to the question of the occupation."""
    owners = [Subject(one.organisation, None, None, one.year) for one in notices]
    found = (fee for own in owners for fee in fees(desk.library, own, turn.as_of))
    return list(dict.fromkeys(fee.occupation.name for fee in found))


def _of_notice(desk: Desk, case: Case, one: Applying) -> Part:
    """What one notice says to the question, in its own words, and what follows from it."""
    turn, subject, aspect, wanted, passed = case.turn, case.subject, case.aspect, case.levels, case.passed
    own = Subject(one.organisation, subject.occupation, None, one.year)
    part = Part(notice_of(one.organisation.name, one.year, one.status, turn.as_of))
    part.citations.append(desk.library.cite_title(one.holding.notice.id, turn.as_of))
    if leaves_unsaid(desk.library, one, aspect):
        part.unsaid = aspect.unsaid
    _quote(desk, turn, own, part, aspect.rules)
    if aspect.name == "reapplied" and len(wanted) > 1 and any(_SAME_LEVEL in line for line in part.lines):
        part.lines.append("这一条说的是同职业、同等级；报别的等级会不会影响，通知没有写。")
    if not aspect.terms:
        part.lines += _BEYOND.get(aspect.name, ())
        return part
    found = _terms(desk, turn, own, part, wanted)
    if passed and found and aspect.name != "elsewhere":
        _work_out(desk, case, own, part, found, passed)
    elif aspect.windows and aspect.name in ("which", "when", "how"):
        left = still_open(desk, turn, replace(own, level=wanted[0] if wanted else None), None)
        part.add(left.lines, left.citations)
    _quote(desk, turn, own, part, _after(aspect, part.told, passed))
    return part


def _after(aspect: Aspect, told: list[Told], passed: Passed | None) -> tuple[Rule, ...]:
    """With a date, what follows from it is enough: all papers again where it is too late."""
    if passed is None:
        return aspect.more
    late = any(one.valid is not True for one in told)
    return ("expired",) if late and "expired" not in aspect.rules else ()


def _quote(desk: Desk, turn: Turn, own: Subject, part: Part, rules: tuple[Rule, ...]) -> None:
    for rule in rules:
        for one in provisions(desk.library, own, turn.as_of, rule):
            part.quote(one.text, one.citations)


def _terms(desk: Desk, turn: Turn, own: Subject, part: Part, wanted: tuple[int, ...]) -> list[Term]:
    """Quote the validity of the levels asked for, or of all; returns those that were asked for."""
    every = terms(desk.library, own, turn.as_of)
    found = [one for one in every if not wanted or set(wanted) & set(one.levels)]
    missing = [level for level in wanted if not any(level in one.levels for one in every)]
    if missing:
        typed = set(missing) <= set(turn.mentioned.levels)
        part.lines.append(f"通知没有写{spoken_levels(missing) if typed else '这个等级'}的成绩有效期。")
    for one in found or every:
        part.quote("，".join(citation.quote for citation in one.citations), one.citations)
    part.level_stated = bool(found)
    return found


def _work_out(desk: Desk, case: Case, own: Subject, part: Part, found: list[Term], passed: Passed) -> None:
    """Tell until when the paper counts; without a level by what holds for all levels that are offered."""
    turn, aspect, wanted = case.turn, case.aspect, case.levels
    offered = [one for one in found if one.offered] or found
    for term in {(one.years, one.months): one for one in reversed(offered)}.values():
        told = tell(term, passed, today_of(turn), () if wanted else term.offered)
        part.told.append(told)
        part.lines.append(told.text)
        if told.valid and aspect.windows:
            level = next((one for one in wanted if one in term.levels), None)
            _windows(desk, turn, replace(own, level=level), part, term, passed, aspect)


def _windows(desk: Desk, turn: Turn, own: Subject, part: Part, term: Term, passed: Passed, aspect: Aspect) -> None:
    """The windows of the months that the message names, else all that are left within the validity."""
    until = (term.last_day(passed.first), term.last_day(passed.last))
    text = ahead_of(turn) if aspect.name != "keep" else ""
    asked = asked_window(desk, turn, own, until, text)
    found = asked or still_open(desk, turn, own, until)
    part.add(found.lines, found.citations)
    part.in_time.append(found.in_time)


def _card(desk: Desk, turn: Turn, subject: Subject, wanted: tuple[int, ...], passed: Passed | None) -> Card | None:
    """The endpoint's shape, which is that of one level; a span of days stands in it as no date."""
    if len(wanted) != 1:
        return None
    day = passed.first if passed and passed.exact else None
    result = retake_validity(desk.library, replace(subject, level=wanted[0]), day, turn.as_of)
    return Card(type="retake", data=result.model_dump(mode="json"))
