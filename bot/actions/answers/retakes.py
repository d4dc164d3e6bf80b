"""Retakes: the rule that was asked for, how long passed papers count, and until when the person's own does."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.actions.answers.retake_aspects import Aspect, ahead_of, aspect_of, kept, leaves_unsaid
from bot.actions.answers.retake_dates import Told, spoken_term, tell
from bot.actions.answers.retake_money import asks_price, only_price, with_price
from bot.actions.answers.retake_parts import Part, merged
from bot.actions.answers.retake_verdicts import verdict
from bot.actions.answers.retake_windows import asked_window, still_open
from bot.actions.answers.search import answer_search
from bot.actions.answers.unstated import unstated
from bot.actions.choices import quick_reply
from bot.actions.desk import Desk
from bot.actions.passed_dates import Passed
from bot.actions.reply import Card, Reply, Status, single
from bot.actions.turn import Turn, passed_in_talk
from bot.actions.wording import levels as spoken_levels
from bot.actions.wording import notice_of, unique
from knowledge.models import LEVEL_NAMES
from knowledge.retakes import Applying, Term, applying, provisions, retake_validity, terms
from knowledge.retakes.provisions import Rule
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI
from knowledge.wording.numerals import NUMERAL, chinese_number

# Papers of the former qualification examinations are another matter, of the catalogue's notice.
_FORMER = re.compile(r"职业资格(?:鉴定|考试)|资格鉴定")
_DOUBTS = re.compile(r"对不对|对[吗嘛么]|是[吗嘛么]|是不是|真的|吧")
# What a rule speaks of that is quoted to who asks for more than it says.
_BEYOND = {
    "other_level": ("这一条只说了同职业、同等级，报别的要先问机构。",),
    "none_passed": ("这一条说的是部分科目不合格；没有合格的科目，也就没有成绩要保留。怎么报名请问机构。",),
}
_SAME_LEVEL = "同等级"
_CLAIMED = re.compile(rf"([{NUMERAL}]|(?<!\d)\d)年")


def answer_retake(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Answer with the rule asked for, the validity, and what follows for the day that the message names."""
    if _FORMER.search(turn.text) and (found := answer_search(desk, turn, subject)).status == "answered":
        return found
    passed = passed_in_talk(turn)
    subject = _about_now(turn, subject, passed)
    notices = applying(desk.library, subject, turn.as_of)
    if not any(one.holding.facts.retakes for one in notices):
        return unstated(desk, turn, replace(subject, level=None), "补考规定")
    if passed and passed.first > _today(turn):
        return single("clarification", f"您说的“{passed.said}”还没有到。请再看一下，是哪天通过的？")
    reply = _answer(desk, turn, subject, notices, passed)
    return with_price(desk, turn, subject, reply) if asks_price(turn.text) else reply


def _about_now(turn: Turn, subject: Subject, passed: Passed | None) -> Subject:
    """The year in which the person passed is not the year of a notice."""
    own = passed is not None and subject.year in range(passed.first.year, passed.last.year + 1)
    return replace(subject, year=None) if own else subject


def _today(turn: Turn) -> date:
    return turn.as_of.astimezone(SHANGHAI).date()


def _answer(desk: Desk, turn: Turn, subject: Subject, notices: list[Applying], passed: Passed | None) -> Reply:
    aspect = kept() if only_price(turn.text) else aspect_of(turn)
    wanted = _wanted(turn, subject)
    found = terms(desk.library, replace(subject, level=None), turn.as_of)
    if passed and not wanted and _differ(found):
        return _ask_level(desk, turn, subject, notices, aspect)
    parts = [_of_notice(desk, turn, subject, one, aspect, wanted, passed) for one in notices]
    told = [one for part in parts for one in part.told]
    lines = merged(parts)
    in_force = all(one.status == "current" for one in notices)
    lines[0] = verdict(ahead_of(turn), aspect, passed, parts, in_force) + lines[0]
    lines = [*_verdict_on_claim(turn, found, wanted), *lines]
    if passed is None and aspect.name in ("keep", "allowed", "expired"):
        lines.append("告诉我您是哪天通过的，我帮您算到什么时候。")
    return single(
        _status(parts, aspect),
        "\n".join(lines),
        citations=unique([one for part in parts for one in part.citations]),
        computed=tuple(dict.fromkeys(one for each in told for one in each.computed)),
        card=_card(desk, turn, subject, wanted, passed),
    )


def _status(parts: list[Part], aspect: Aspect) -> Status:
    """Where no notice says it, the timetable may still answer a part of it."""
    if aspect.terms and not any(one.level_stated for one in parts):
        return "not_stated"
    if not any(one.unsaid for one in parts):
        return "answered"
    return "partial" if aspect.windows else "not_stated"


def _wanted(turn: Turn, subject: Subject) -> tuple[int, ...]:
    return turn.mentioned.levels or ((subject.level,) if subject.level else ())


def _differ(found: list[Term]) -> bool:
    """Whether the levels that are offered have different terms."""
    return len({(one.years, one.months) for one in found if one.offered}) > 1


def _ask_level(desk: Desk, turn: Turn, subject: Subject, notices: list[Applying], aspect: Aspect) -> Reply:
    """The terms differ by level: show them, and ask."""
    parts = [_of_notice(desk, turn, subject, one, aspect, (), None) for one in notices]
    found = terms(desk.library, replace(subject, level=None), turn.as_of)
    offered = sorted({level for one in found for level in one.offered}, reverse=True)
    return single(
        "clarification",
        "\n".join([*merged(parts), "各等级的有效期不一样。请问您通过的是几级？选好后请再说一次通过的日期。"]),
        citations=unique([one for part in parts for one in part.citations]),
        quick_replies=tuple(quick_reply(LEVEL_NAMES[one], "ask_retake", level=str(one)) for one in offered),
    )


def _of_notice(
    desk: Desk,
    turn: Turn,
    subject: Subject,
    one: Applying,
    aspect: Aspect,
    wanted: tuple[int, ...],
    passed: Passed | None,
) -> Part:
    """What one notice says to the question, in its own words, and what follows from it."""
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
        _work_out(desk, turn, own, part, found, aspect, wanted, passed)
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
        part.lines.append(f"通知没有写{spoken_levels(missing) if typed else '这一级'}的成绩有效期。")
    for one in found or every:
        part.quote("，".join(citation.quote for citation in one.citations), one.citations)
    part.level_stated = bool(found)
    return found


def _work_out(
    desk: Desk,
    turn: Turn,
    own: Subject,
    part: Part,
    found: list[Term],
    aspect: Aspect,
    wanted: tuple[int, ...],
    passed: Passed,
) -> None:
    """Tell until when the paper counts; without a level by what holds for all levels that are offered."""
    offered = [one for one in found if one.offered] or found
    for term in {(one.years, one.months): one for one in reversed(offered)}.values():
        told = tell(term, passed, _today(turn), () if wanted else term.offered)
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


def _verdict_on_claim(turn: Turn, found: list[Term], wanted: tuple[int, ...]) -> list[str]:
    """Whether a number of years that the person has heard is the notice's; nothing where that is not one number."""
    claims = _CLAIMED.findall(turn.text)
    meant = {(one.years, one.months): one for one in found if set(wanted) & set(one.levels)}
    if len(claims) != 1 or len(meant) != 1 or not _DOUBTS.search(turn.text):
        return []
    (term,) = meant.values()
    years = int(claims[0]) if claims[0].isdigit() else chinese_number(claims[0])
    return ["对。" if years == term.years else f"不是{claims[0]}年，是{spoken_term(term)}。"]


def _card(desk: Desk, turn: Turn, subject: Subject, wanted: tuple[int, ...], passed: Passed | None) -> Card | None:
    """The endpoint's shape, which is that of one level; a span of days stands in it as no date."""
    if len(wanted) != 1:
        return None
    day = passed.first if passed and passed.exact else None
    result = retake_validity(desk.library, replace(subject, level=wanted[0]), day, turn.as_of)
    return Card(type="retake", data=result.model_dump(mode="json"))
