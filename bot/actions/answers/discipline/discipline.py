"""Misconduct: the conduct in the notice's words, what follows from it, and until when one is barred."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.actions.answers import helpline, search
from bot.actions.answers.discipline.verdicts import discipline_verdict
from bot.actions.answers.discipline.words import consequences, overview, paragraphs
from bot.actions.answers.eligibility.trades import subject_by_trade
from bot.actions.desk import Desk
from bot.actions.reply import Card, Computed, Reply, single
from bot.actions.talk import misconduct_told
from bot.actions.turn import Turn
from bot.actions.wording import joined, notice_of, unique
from knowledge.misconduct import (
    Discipline,
    Misconduct,
    asks_in_general,
    barred_until,
    described,
    discipline,
    is_misconduct,
    matching,
    unlisted,
)
from knowledge.models import Citation
from knowledge.subject import Subject
from knowledge.timespan import spoken_date
from knowledge.wording.spoken_days import spoken_day

_CERTIFIED = re.compile(
    r"证书|拿到证|拿了证|证.{0,6}(?:作废|收回|撤销|有效|保|到手)|考完.{0,6}(?:发现|查出)|后来.{0,6}(?:发现|查)"
)
_REFUND = re.compile(r"退(?:钱|费|款|还|吗|不退)|钱.{0,3}退")
_YEAR_SAID = re.compile(r"(20\d\d)年|今年|去年|明年")
_FINE = re.compile(r"罚(?:款|钱|金|多少(?!年)|几[百千])|赔(?:款|钱|偿|多少)")
_NEXT_YEAR = re.compile(r"明年|来年")
_GRADE = re.compile(r"轻|重|还是|几年")
# Only how grave it is: no notice says who decides it, or by what.
_ASKS_GRADE = re.compile(
    r"(?:算|属于?|是)(?:情节)?(?:轻|严?重)[^，。,]{0,4}还是|谁(?:说了算|来?认定|来?定|判)|怎么(?:算|认定|界定|区?分|判断?)[^，。,]{0,6}(?:轻|重)|标准"
)
_COPIED_FROM = re.compile(r"(?:抄|偷看|偷瞄)(?:了|袭|到|过)?(?:我|咱)|被.{0,6}(?:抄(?!送|写)|偷看)")
_LETS_COPY = re.compile(r"(?:让|给|帮|叫|借).{0,8}抄")
_HELPING = "协助他人抄袭"
_JOINED = " ，"  # between what was told before and what is asked now
NO_START = "从什么时候算起，通知没有写明。"


def answer_discipline(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The conduct that is described with its consequences; the graded classes where none is named."""
    rules, turn = _rules(desk, turn, subject), _with_what_was_told(turn)
    if rules is None:
        return search.answer_discipline(desk, turn, subject)
    found = matching(rules.cases, turn.text)
    if not found and _REFUND.search(turn.text):
        found = [one for one in rules.cases if one.fee_kept]
    missing = unlisted(rules.cases, turn.text)
    if found:
        return _told(desk, turn, rules, found, missing)
    if missing:
        return _not_listed(desk, turn, rules, missing)
    if asks_in_general(turn.text):
        return _graded(desk, turn, rules)
    return _elsewhere(desk, turn, subject, rules) or _graded(desk, turn, rules, unknown=True)


def _with_what_was_told(turn: Turn) -> Turn:
    """Whoever goes on (明年还能考吗, 那证书呢) asks about the misconduct that was named before."""
    names_one = described(turn.text) or is_misconduct(turn.text)
    before = None if names_one else misconduct_told(turn.memory)
    return replace(turn, text=f"{before}{_JOINED}{turn.text}") if before else turn


def _elsewhere(desk: Desk, turn: Turn, subject: Subject, rules: Discipline) -> Reply | None:
    """Another clause that answers; one on misconduct would only be the nearest, not the one."""
    reply = search.answer_search(desk, turn, subject)
    own = {cited.clause for one in rules.cases for cited in one.citations}
    cites_rules = any(one.clause in own for one in reply.messages[0].citations)
    return None if reply.status != "answered" or cites_rules else reply


def _rules(desk: Desk, turn: Turn, subject: Subject) -> Discipline | None:
    """The subject's own; the rules are shared, so better today's of another than a past year's nobody asked for."""
    told = turn.mentioned.situation if turn.mentioned.situation.trade else turn.memory.situation
    subject = subject_by_trade(desk, turn, replace(subject, level=None), told)
    own = discipline(desk.library, subject, turn.as_of)
    own = own or discipline(desk.library, replace(subject, year=None), turn.as_of)  # 明年能考吗: no notice's year
    asked_for = turn.mentioned.organisation is not None or subject.year is not None
    if own and (own[0].status == "current" or asked_for):
        return own[0]
    others = discipline(desk.library, Subject(), turn.as_of)
    return next(iter([one for one in others if one.status == "current"] or own or others), None)


def _told(desk: Desk, turn: Turn, rules: Discipline, found: list[Misconduct], missing: list[str]) -> Reply:
    lines = [f"按{_named(turn, rules)}：", *paragraphs(found)]
    if missing:
        lines[0] = f"{_named(turn, rules)}没有写明{joined(missing)}怎么处理。写到的相近行为是："
    citations = [cited for one in found for cited in one.citations]
    if rules.afterwards and _CERTIFIED.search(turn.text):
        lines += [one.quote for one in rules.afterwards]
        citations += rules.afterwards
    until, computed = _until(turn, found)
    lines += [*until, *_unsaid(turn, found)]
    verdict = "" if missing or _is_copied_from(turn) else discipline_verdict(turn.text, found)
    fined = bool(_FINE.search(turn.text)) and not any(
        "罚款" in one.quote or "赔" in one.quote for one in citations
    )
    if fined:
        lines.insert(0, f"{_named(turn, rules)}没有写明罚款或者赔偿，写明的处理如下。")
    open_grade = _is_graded(found) and _ASKS_GRADE.search(turn.text.rsplit(_JOINED, 1)[-1])
    return single(
        "partial" if missing or fined or open_grade else "answered",
        "\n".join([*filter(None, [verdict if not fined else ""]), *lines]),
        citations=_cited(desk, turn, rules, citations),
        computed=computed,
        card=_card(rules, found),
    )


def _is_copied_from(turn: Turn) -> bool:
    """Whether the person was copied from without helping: no item says what becomes of them."""
    return bool(_COPIED_FROM.search(turn.text)) and not _LETS_COPY.search(turn.text)


def _unsaid(turn: Turn, found: list[Misconduct]) -> list[str]:
    """What the person asks of just these conducts, and no item says."""
    lines = []
    if _is_copied_from(turn) and any(_HELPING in one.conduct for one in found):
        lines.append(f"通知写的是“{_HELPING}”；自己没有帮忙、只是被别人抄的算不算，通知没有写明。")
    if _is_graded(found) and _GRADE.search(turn.text):
        lines.append("要看情节；怎样算轻微、怎样算严重，通知没有写明。")
    return lines


def _is_graded(found: list[Misconduct]) -> bool:
    """Whether what follows depends on how grave it is."""
    return {bar.case for one in found for bar in one.bars} >= {"minor", "serious"}


def _not_listed(desk: Desk, turn: Turn, rules: Discipline, missing: list[str]) -> Reply:
    calling, bearing = helpline.call(desk, turn, rules.organisation, rules.notice_id)
    text = f"{_named(turn, rules)}没有写明{joined(missing)}怎么处理。{calling}"
    return single("not_stated", text, citations=_cited(desk, turn, rules, bearing), card=_card(rules, []))


def _graded(desk: Desk, turn: Turn, rules: Discipline, unknown: bool = False) -> Reply:
    lines = ["您说的这种行为，通知没有单独写明。"] if unknown else []
    lines += [f"按{_named(turn, rules)}，违纪违规分几档处理：", *overview(rules.cases)]
    citations = [cited for one in rules.cases for cited in one.citations]
    if rules.afterwards and _CERTIFIED.search(turn.text):
        lines += [one.quote for one in rules.afterwards]
        citations += rules.afterwards
    until, computed = _until(turn, list(rules.cases))
    return single(
        "not_stated" if unknown else "answered",
        "\n".join([*lines, *until]),
        citations=_cited(desk, turn, rules, citations),
        computed=computed,
        card=_card(rules, list(rules.cases)),
    )


def _until(turn: Turn, found: list[Misconduct]) -> tuple[list[str], tuple[Computed, ...]]:
    """Until when one is barred: for the rest of the year where the person says which; else what is not stated."""
    lines, computed = [], tuple[Computed, ...]()
    bars = [bar for one in found for bar in one.bars]
    day = _day_of(turn)
    ends = {end for bar in bars if day and (end := barred_until(bar, day))}
    for end in ends:
        said = spoken_date(end)
        after = "按今年的事算，明年不在“当年”之内。" if _NEXT_YEAR.search(turn.text) else ""
        lines.append(f"“当年”就是到{said}为止。{after}")
        computed = (Computed(text=said, explanation=f"{end.year}年的最后一天"),)
    if any(bar.years for bar in bars):
        lines.append(f"不得参加评价的年数{NO_START}")
    return lines, computed


def _day_of(turn: Turn) -> date | None:
    """A day of the year in which it happened, by the person's words."""
    today = turn.as_of.date()
    if said := spoken_day(turn.text, today):
        return said.last
    match = _YEAR_SAID.search(turn.text)
    if match is None:
        return None
    if match.group(1):
        return date(int(match.group(1)), 1, 1)
    # 「明年还能考吗」 asks about what happened this year.
    return date(today.year - (match.group() == "去年"), 1, 1)


def _named(turn: Turn, rules: Discipline) -> str:
    return notice_of(rules.organisation.name, rules.year, rules.status, turn.as_of)


def _cited(desk: Desk, turn: Turn, rules: Discipline, quotes: list[Citation]) -> tuple[Citation, ...]:
    return unique([*quotes, desk.library.cite_title(rules.notice_id, turn.as_of)])


def _card(rules: Discipline, found: list[Misconduct]) -> Card:
    data = rules.model_dump(mode="json", exclude={"cases"})
    cases = [one.model_dump(mode="json") | {"text": consequences(one)} for one in found]
    return Card(type="discipline", data=data | {"cases": cases})
