"""When to apply, pay and sit the assessment: worked out for the day of the question."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.actions.answers import rules, tickets
from bot.actions.answers.catalogue.organisations import organisations_named
from bot.actions.answers.payment.row_of_talk import told_of_row
from bot.actions.answers.schedule.lines import unique_changes
from bot.actions.answers.schedule.named_days import Part, named_days
from bot.actions.answers.schedule.question import (
    GOES_ON,
    TO_BRING,
    Question,
    Told,
    asks_when_to_pay,
    day_to_come,
    never_printed,
)
from bot.actions.answers.schedule.same_day import answer_same_day, asks_same_day
from bot.actions.answers.schedule.timetables import Timetable, applying, timetables, today
from bot.actions.answers.schedule.told import tell
from bot.actions.answers.schedule.yes_no import whether
from bot.actions.answers.unstated import unstated
from bot.actions.choices import ask_organisation, quick_reply
from bot.actions.desk import Desk
from bot.actions.reply import Card, Computed, QuickReply, Reply, single, together
from bot.actions.turn import Turn
from bot.actions.wording import unique
from knowledge.directory import assesses, directory
from knowledge.models import Citation, Source
from knowledge.schedule import Window, next_window, printed_first_day, windows
from knowledge.subject import Subject

TICKET, PAYMENT = "ask_admission_ticket", "ask_payment"
_POSTPONED = re.compile(
    r"人数|人不够|不够人|不足|凑|取消|顺延|推迟|延期|改期|(?:考试|评价|被)[^，。]{0,4}拖到|往后挪|并到|开考条件|多少人.{0,4}开|不到.{1,4}人"
    r"|多少(?:个?人)[^，。]{0,4}[开够算满]|几个?人[^，。]{0,3}[开够算满]|(?:只有|才|就)[^，。]{0,4}[一二三四五六七八九十两几\d]+[来多几]?个?人|超员|人太?少|报不?满|会?(?:提前多久|提前几天).{0,3}(?:通知|告诉)"
)
# 说是11月底考: the month in which the person was to sit.
_SITTING_OF = re.compile(
    r"(?<!\d)(1[0-2]|[1-9])月(?:份|底|初|中旬?)?(?:的?那[场批次])?(?:要|才|能|该|去)*(?:考(?![完过了掉的])|评价)"
)
_HOW_MANY = re.compile(r"(?:多少|几)个?人")
_NOT_WHEN = re.compile(r"为准|到账|退|凭证|发票|账[号户]")
_EXACT_DAY = re.compile(r"具体[^，。；,;()（）]{0,8}(?:日期|时间)[^，。；,;()（）]*")
_A_TABLE = re.compile(r"下表|如下|详见")
_CLOCK = re.compile(r"几点|钟点|时刻")


@dataclass(frozen=True)
class _Asked:
    part: Part
    label: str


_ASKED = {
    "ask_application_window": _Asked("application", "申报时间"),
    "ask_exam_date": _Asked("assessment", "考试（评价）时间"),
    PAYMENT: _Asked("payment", "缴费时间"),
}


def answer_schedule(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """When to apply, when the assessment is, from when the admission ticket can be printed."""
    lacking = never_printed(turn.text)
    if turn.intent == TICKET and lacking != TO_BRING:
        return tickets.answer_ticket(desk, turn, subject)
    if lacking:
        return unstated(desk, turn, replace(subject, level=None), lacking)
    if several := organisations_named(desk.library.lexicon, turn.text):
        return together([_of(desk, turn, _at(desk, subject, name)) for name in several])
    return _of(desk, turn, subject)


def _at(desk: Desk, subject: Subject, name: str) -> Subject:
    """The subject at one of the organisations that are named; its occupation where it examines that."""
    offers = subject.occupation is not None and assesses(desk.library, name, subject.occupation.name)
    organisation = desk.library.lexicon.organisation(name)
    return replace(subject, organisation=organisation, occupation=subject.occupation if offers else None)


def _of(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    asked = _ASKED[turn.intent]
    if subject.organisation is None and subject.occupation is None:
        return _ask_whose(desk, turn, asked)
    found = _found(desk, turn, subject)
    if not found and (other := _of_the_family(desk, subject)):
        return _instead(subject, _of(desk, turn, other))
    if not found:
        all_levels = replace(subject, level=None)
        offered = windows(desk.library, all_levels, turn.as_of)
        return unstated(desk, turn, subject if offered else all_levels, asked.label)
    tables, note = applying(timetables(found), subject)
    tables += _of_next_year(turn, found, tables)
    if asks_same_day(turn.text):
        return answer_same_day(desk, turn, tables)
    if _POSTPONED.search(turn.text):
        return _postponement(desk, turn, subject, tables)
    question = _question(turn, subject, asked.part, tables)
    told = [told_of_row(turn, one, question) or tell(one, question) for one in tables]
    return _reply(desk, turn, asked.part, list(zip(tables, told, strict=True)), note)


def _of_the_family(desk: Desk, subject: Subject) -> Subject | None:
    """The one other occupation of the family that the organisation does examine (信息安全管理员 for 网络安全管理员)."""
    if subject.organisation is None or subject.occupation is None:
        return None
    lexicon, asked = desk.library.lexicon, subject.occupation.name
    whose = subject.organisation.name
    if assesses(desk.library, whose, asked):
        return None
    names = {one.name for one in lexicon.occupations if lexicon.base_name(one.name) == lexicon.base_name(asked)}
    own = [name for name in names if assesses(desk.library, whose, name)]
    return replace(subject, occupation=lexicon.occupation(own[0])) if len(own) == 1 else None


def _instead(subject: Subject, reply: Reply) -> Reply:
    """The answer about another occupation than the one named says so first."""
    first = reply.messages[0]
    asked = subject.occupation.name if subject.occupation else ""
    whose = subject.organisation.name if subject.organisation else ""
    text = f"收录的通知里{whose}不评价{asked}，同类的是下面这个。\n{first.text}"
    return reply.model_copy(update={"messages": (first.model_copy(update={"text": text}), *reply.messages[1:])})


def answer_payment(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """When to pay, where that is asked and a timetable says it; else how to pay."""
    asks_when = asks_when_to_pay(turn.text, turn.as_of) and not _NOT_WHEN.search(turn.text)
    named = subject.organisation or subject.occupation
    if not asks_when or not named or not any(one.payment for one in _in_force(desk, turn, subject)):
        return rules.answer_topic(desk, turn, subject)
    return answer_schedule(desk, turn, subject)


def _of_next_year(turn: Turn, found: list[Window], chosen: list[Timetable]) -> list[Timetable]:
    """Who asks in December about a day in January asks of the next year's notice."""
    on = day_to_come(turn.text, turn.as_of, named_days(turn.text, today(turn.as_of)))
    year = on.days[0].year if on and on.days else today(turn.as_of).year
    later = [one for one in timetables(found) if one.status == "upcoming" and one.first.year == year]
    return [one for one in later if one not in chosen] if year > today(turn.as_of).year else []


def _in_force(desk: Desk, turn: Turn, subject: Subject) -> list[Window]:
    tables, _ = applying(timetables(_found(desk, turn, subject)), subject)
    return [one for table in tables for one in table.heads]


def _ask_whose(desk: Desk, turn: Turn, asked: _Asked) -> Reply:
    known = windows(desk.library, Subject(year=turn.mentioned.year), turn.as_of)
    held = [one for one in known if one.notice_status == "current"] or known
    return ask_organisation(
        f"各评价机构的{asked.label}不同。请问您问的是哪个机构，或者哪个职业？",
        turn.intent,
        list(dict.fromkeys(one.organisation.name for one in held)),
    )


def _found(desk: Desk, turn: Turn, subject: Subject) -> list[Window]:
    """The subject's windows, at any of the levels that the message names."""
    levels = turn.mentioned.levels or ((subject.level,) if subject.level else ())
    known = windows(desk.library, replace(subject, level=None), turn.as_of)
    found = [one for one in known if not levels or set(levels) & set(one.levels)]
    # After a level that nobody has, a question that names none is about those that are there.
    carried = subject.level is not None and not turn.mentioned.levels
    return known if not found and carried and not assessed(desk, turn, subject) else found


def assessed(desk: Desk, turn: Turn, subject: Subject) -> bool:
    """Whether any notice lets anybody assess the occupation at the level."""
    return bool(directory(desk.library, replace(subject, organisation=None, year=None), turn.as_of))


def _question(turn: Turn, subject: Subject, part: Part, tables: list[Timetable]) -> Question:
    day = today(turn.as_of)
    announced = frozenset(one.first.organisation.id for one in tables if one.status == "upcoming")
    current = frozenset(one.first.organisation.id for one in tables if one.status == "current")
    named = named_days(turn.text, day)
    if GOES_ON.search(turn.text):  # 12月5号呢 is of what was asked before
        named = [replace(one, part=part) if one.day and one.part is None else one for one in named]
    on = day_to_come(turn.text, turn.as_of, named)
    # 大专三年能报吗 is not answered by a date, nor is a festival whose days are not known yet.
    unknown = turn.mentioned.situation.told or (on is not None and not on.days)
    return Question(
        text=turn.text,
        part=part,
        as_of=turn.as_of,
        day=day,
        named=named,
        year_asked=subject.year is not None,
        announced=announced,
        current=current,
        on=on,
        whether=None if unknown else whether(turn.text),
    )


# 挪的话怎么通知我: in the notice's own words.
_HOW_TOLD = re.compile(r"(?:怎么|咋|如何|什么方式|用什么|怎样|会不会|会)[^，。,]{0,4}通知(?!书)")


def _reply(desk: Desk, turn: Turn, part: Part, told: list[tuple[Timetable, Told]], note: str) -> Reply:
    lines: list[str] = []
    citations: list[Citation] = []
    for table, one in told:
        spoken = table.windows_of(one.rows)
        lines += one.lines
        citations += [quote for window in spoken for quote in window.citations]
        if one.stated:
            lines += unique_changes(one.rows)
            moving = [quote for window in one.rows for change in window.changes for quote in change.citations]
            if _HOW_TOLD.search(turn.text):
                lines += [f"通知写的是：“{quote.quote}”" for quote in unique(moving)]
            citations += moving
        for line, quote in _unknown_day(desk, turn, part, one):
            lines.append(line)
            citations.append(quote)
        citations.append(desk.library.cite_title(table.first.notice_id, turn.as_of))
    clock = part == "assessment" and bool(_CLOCK.search(turn.text)) and not _prints_clock(told)
    stated = any(one.stated for _, one in told)
    partial = all(one.partial for _, one in told)
    return single(
        "not_stated" if not stated else "partial" if clock or partial else "answered",
        "\n".join([*lines, *(["几点开考，通知没有写明。"] if clock else []), *([note] if note else [])]),
        citations=unique(citations),
        computed=tuple({one.text: one for _, each in told for one in each.computed}.values()),
        quick_replies=_buttons(told) if part == "application" and stated else (),
        card=_card(told),
    )


def _prints_clock(told: list[tuple[Timetable, Told]]) -> bool:
    return any(re.search(r"\d[:：点时]", window.assessment.text) for _, one in told for window in one.rows)


def _unknown_day(desk: Desk, turn: Turn, part: Part, told: Told) -> list[tuple[str, Citation]]:
    """Where no day is printed: what the notice says on how it will be known."""
    vague = [one for one in told.rows if printed_first_day(one.assessment, one.year) is None]
    if part != "assessment" or not vague or not told.stated:
        return []
    facts = desk.library.holding(vague[0].notice_id).facts
    sources = [source for rule in facts.rules if rule.topic == "schedule" for source in rule.sources]
    for source in sources:
        match = _EXACT_DAY.search(source.quote)
        if match and not _A_TABLE.search(match.group()):
            quoted = Source(clause=source.clause, quote=match.group())
            cited = desk.library.cite(vague[0].notice_id, quoted, turn.as_of)
            return [(f"具体哪天，时间表没有写明。通知说：{match.group()}。", cited)]
    return []


def _postponement(desk: Desk, turn: Turn, subject: Subject, tables: list[Timetable]) -> Reply:
    """What happens where too few, or too many, apply: the notice's own words."""
    texts, citations, numbered = [], [], False
    for table in {one.first.notice_id: one for one in tables}.values():
        notice_id = table.first.notice_id
        facts = desk.library.holding(notice_id).facts.postponements
        cited = unique(
            [one for fact in facts for one in desk.library.cite_all(notice_id, fact.sources, turn.as_of)]
        )
        if cited:
            quotes = [re.sub(r"^(?:注[：:]|\d+[.、])", "", one.quote) for one in cited]
            numbered |= any(fact.fewer_than for fact in facts)
            texts.append(f"按{table.named(turn.as_of)}：" + "\n".join(quotes))
            citations += [*cited, desk.library.cite_title(notice_id, turn.as_of)]
    if not texts:
        return unstated(desk, turn, replace(subject, level=None), "报名人数不够时怎么办")
    if _HOW_MANY.search(turn.text) and not numbered:
        said = "\n".join(["通知没有写明多少人才够开考。", *texts])
        return single("not_stated", said, citations=unique(citations))
    following, computed = _month_after(turn, texts)
    return single("answered", "\n".join([*texts, *following]), citations=unique(citations), computed=computed)


def _month_after(turn: Turn, texts: list[str]) -> tuple[list[str], tuple[Computed, ...]]:
    """To which month one sitting is put off, where the person names theirs and one notice alone says 下月."""
    months = {int(one[1]) for one in _SITTING_OF.finditer(turn.text)}
    if len(months) != 1 or len(texts) != 1 or "下月" not in texts[0]:
        return [], ()
    month = months.pop()
    after = f"{month % 12 + 1}月"
    told = Computed(text=after, explanation=f"您说的{month}月的下一个月")
    return [f"您说的是{month}月考，顺延到下月就是{after}。"], (told,)


def _buttons(told: list[tuple[Timetable, Told]]) -> tuple[QuickReply, ...]:
    if len(told) != 1:
        return ()
    name = told[0][0].first.organisation.name
    return (
        quick_reply("怎么报名", "ask_how_to_apply", organisation=name),
        quick_reply("准考证怎么打", TICKET, organisation=name),
    )


def _card(told: list[tuple[Timetable, Told]]) -> Card:
    spoken = [window for table, one in told for window in table.windows_of(one.rows)]
    following = next_window(window for table, _ in told for row in table.rows for window in row)
    return Card(
        type="schedule",
        data={
            "windows": [one.model_dump(mode="json", by_alias=True) for one in spoken],
            "next": following.model_dump(mode="json", by_alias=True) if following else None,
        },
    )
