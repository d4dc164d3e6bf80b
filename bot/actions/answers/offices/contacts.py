"""Telephone, address, office hours, web sites, supervision."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.actions.answers.catalogue.organisations import organisations_named
from bot.actions.answers.offices.complaints import with_time_of_reply
from bot.actions.answers.offices.in_force import in_force_unless_named, note_on_others
from bot.actions.answers.offices.lines import (
    address_lines,
    appointment_lines,
    hours_lines,
    phone_line,
    phones_line,
    served,
    silent_on_appointment,
    supervision_hours,
)
from bot.actions.answers.offices.numbers import answer_number, line_of_body
from bot.actions.answers.offices.openness import Asked, Said, asked, say_openness
from bot.actions.answers.offices.websites import SITES, site_line, site_named, site_wanted
from bot.actions.answers.unstated import unstated
from bot.actions.choices import ask_organisation
from bot.actions.desk import Desk
from bot.actions.reply import Card, Reply, single, together
from bot.actions.talk import day_of
from bot.actions.turn import HOURS, Turn
from bot.actions.wording import notice_of, unique
from knowledge.contacts import Contact, contacts
from knowledge.facts import Hours
from knowledge.models import Citation
from knowledge.subject import Subject

_COMPLAINT = re.compile(r"监督|投诉|举报")
# After a line for complaints its own hours are meant, unless an office is spoken of.
_OF_AN_OFFICE = re.compile(r"窗口|办公|柜台|现场|地址|受理|报名|过去|去|(?<!点)到(?!电)|咨询")
# The line of the authorities, which all notices print: 市里的监督电话, 上头有没有投诉的地方.
_CITYS = re.compile(
    r"市里|市级|全市|市(?:的|人社|监督|鉴定)|上[头面级](?!说|讲|写)|上一级|政府|人社|主管|监管|官方|统一的?(?:监督|投诉|举报)|12333"
)
_NOBODY_ANSWERS = re.compile(r"没人[接理]|不接|没接|[打接]不通|占线|无人接听")
_OTHER_NUMBERS = re.compile(r"(?:还有|有没有|有|除了).{0,6}(?:别的|其[他它]|另外)")
_WAY_THERE = re.compile(
    r"地铁|公交|几号线|停车|坐(?:什么|啥|几路)|打车(?!了|来|去了|过来|到了)|开车(?!了|来|过来)|怎么导航|路线|怎么[坐乘]"
)
_WHOSE = re.compile(r"谁|哪[里儿个家]|是不是|是什么|几点|有人|没人|打[不得]通|真的?")
_NOBODY = "我是自动问答程序，这里暂时没有人工坐席。可以直接打评价机构的电话："


def answer_phone(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The enquiry telephone, or whose a number is that the message has."""
    if of_number := answer_number(desk, turn, subject):
        return of_number
    lines = phones_line("enquiry", "咨询电话")
    if _NOBODY_ANSWERS.search(turn.text):
        return _answer(
            desk, turn, subject, "咨询电话", lambda one: [*lines(one), *hours_lines(one)] if lines(one) else []
        )
    if _OTHER_NUMBERS.search(turn.text):
        others = phones_line("supervision", "监督电话")
        return _answer(
            desk, turn, subject, "咨询电话", lambda one: [*lines(one), *others(one)] if lines(one) else []
        )
    return _answer(desk, turn, subject, "咨询电话", lines)


def answer_supervision(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Where to complain: the organisation's own lines and the city's, each with its own hours."""
    if _WHOSE.search(turn.text) and (of_number := answer_number(desk, turn, subject)):
        return of_number
    lines = phones_line("supervision", "监督电话")
    again = turn.memory.topic == "ask_supervision"
    if subject.organisation is None and subject.occupation is None and (again or _CITYS.search(turn.text)):
        shared = _shared_line(desk, turn)
        if shared is not None:
            return with_time_of_reply(desk, turn.text, shared)
    subjects = _printed_by(desk, turn, subject) or [subject]
    told = together([_answer(desk, turn, one, "监督电话", lines, supervision_hours) for one in subjects])
    return with_time_of_reply(desk, turn.text, told)


def _shared_line(desk: Desk, turn: Turn) -> Reply | None:
    """The line for complaints that every notice in force prints, and when it is answered; None where there is none."""
    known = contacts(desk.library, Subject(), turn.as_of)
    current = [one for one in known if one.status == "current" and one.phones]
    printed = [{phone.number for phone in one.phones if phone.purpose == "supervision"} for one in current]
    shared = set.intersection(*printed) if printed else set()
    if not shared:
        return None

    def lines(one: Contact) -> list[str]:
        return [phone_line(phone, "监督电话") for phone in one.phones if phone.number in shared]

    def timed(one: Contact) -> list[tuple[str, Hours]]:
        return [pair for pair in supervision_hours(one) if any(number in pair[0] for number in shared)]

    whose = [Subject(organisation=one.organisation) for one in current]
    return together([_answer(desk, turn, one, "监督电话", lines, timed) for one in whose])


def _printed_by(desk: Desk, turn: Turn, subject: Subject) -> list[Subject]:
    """Of a body that has lines for complaints but no notice of its own (鉴定中心): the organisations that print them."""
    body = subject.organisation
    if body is None or subject.occupation or contacts(desk.library, replace(subject, level=None), turn.as_of):
        return []
    lexicon = desk.library.lexicon
    owners = ((one, phone.owner) for one in contacts(desk.library, Subject(), turn.as_of) for phone in one.phones)
    printed = [
        one for one, owner in owners if any(m.value == body.name for m in lexicon.matcher.find(owner or ""))
    ]
    current = [one for one in printed if one.status == "current"] or printed
    return [Subject(organisation=one) for one in dict.fromkeys(each.organisation for each in current)]


def answer_address(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Where the office is, with its hours, and whether to make an appointment."""
    reply = _answer(
        desk,
        turn,
        subject,
        "受理地址",
        lambda one: (
            [*address_lines(one), *hours_lines(one), *appointment_lines(desk, turn, one)] if one.addresses else []
        ),
        lambda one: [("", one.hours)] if one.hours else [],
    )
    return _without_the_way(reply) if _WAY_THERE.search(turn.text) and reply.status == "answered" else reply


def _without_the_way(reply: Reply) -> Reply:
    """No notice tells how to get there; the address is what it tells."""
    first = reply.messages[0]
    message = first.model_copy(update={"text": f"通知没有写明交通路线和停车。写明的是：\n{first.text}"})
    return reply.model_copy(update={"status": "partial", "messages": (message, *reply.messages[1:])})


def answer_hours(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """When the office is open, and whether it is at the moment asked about; of a complaint's line its own hours."""
    if of_number := answer_number(desk, turn, subject):
        return of_number
    lines_before = turn.memory.topic == "ask_supervision" and not _OF_AN_OFFICE.search(turn.text)
    if lines_before or _COMPLAINT.search(turn.text):
        return answer_supervision(desk, turn, subject)
    return _answer(
        desk,
        turn,
        subject,
        "受理时间",
        lambda one: (
            [*hours_lines(one), *address_lines(one), *silent_on_appointment(turn, one)] if one.hours else []
        ),
        lambda one: [("", one.hours)] if one.hours else [],
    )


def answer_human(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Nobody is on duty here: say whom to call and when."""
    named = subject if subject.organisation or subject.occupation else Subject(year=None)
    found = contacts(desk.library, replace(named, level=None, year=None), turn.as_of)
    current = [one for one in found if one.status == "current"] or found
    lines, citations = [_NOBODY], []
    for one in current:
        said = "；".join([*phones_line("enquiry", "咨询电话")(one), *hours_lines(one)])
        lines.append(f"{notice_of(one.organisation.name, one.year, one.status, turn.as_of)}：{said}。")
        citations += _citations(desk, turn, one, lines[-1])
    return single("handoff", "\n".join(lines), citations=unique(citations))


def answer_website(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The web sites; one that all notices print alike needs no organisation."""
    if subject.organisation is None and subject.occupation is None and (shared := _shared_site(desk, turn)):
        return shared
    wanted = site_wanted(turn)

    def asked_for(one: Contact) -> list[str]:
        meant = [site for site in one.websites if site.purpose == wanted]
        return [site_line(each) for each in meant or one.websites]

    return _answer(desk, turn, subject, "网址", asked_for)


def _shared_site(desk: Desk, turn: Turn) -> Reply | None:
    """The site that is asked for by what it is for, where every notice in force prints the same one."""
    purpose = site_named(turn.text)
    known = contacts(desk.library, Subject(), turn.as_of)
    current = [one for one in known if one.status == "current"] or known
    found = {site.url for one in current for site in one.websites if site.purpose == purpose}
    if purpose is None or len(found) != 1:
        return None
    url = found.pop()
    citations = [quote for one in current for quote in one.citations if url in quote.quote]
    return single("answered", f"各评价机构的通知写的都是：{SITES[purpose]} {url} 。", citations=unique(citations))


def _answer(
    desk: Desk,
    turn: Turn,
    subject: Subject,
    what: str,
    lines: Callable[[Contact], list[str]],
    timed: Callable[[Contact], list[tuple[str, Hours]]] = lambda _: [],
) -> Reply:
    """The same of each organisation that is named, where several are."""
    lexicon = desk.library.lexicon
    several = organisations_named(lexicon, turn.text)
    whose = [replace(subject, organisation=lexicon.organisation(name), occupation=None) for name in several]
    return together([_of_one(desk, turn, one, what, lines, timed) for one in whose or [subject]])


def _of_one(
    desk: Desk,
    turn: Turn,
    subject: Subject,
    what: str,
    lines: Callable[[Contact], list[str]],
    timed: Callable[[Contact], list[tuple[str, Hours]]],
) -> Reply:
    """One paragraph for each office. `timed`: whose hours, and which, to hold against the moment asked about."""
    if subject.organisation is None and subject.occupation is None:
        known = dict.fromkeys(one.organisation.name for one in contacts(desk.library, Subject(), turn.as_of))
        return ask_organisation(
            f"各评价机构的{what}不同。请问您问的是哪个机构，或者哪个职业？", turn.intent, list(known)
        )
    found = [one for one in contacts(desk.library, replace(subject, level=None), turn.as_of) if lines(one)]
    kept = in_force_unless_named(found, subject, turn)
    stated = [(one, lines(one)) for one in kept]
    if not stated:
        return line_of_body(desk, turn, subject, what) or unstated(desk, turn, replace(subject, level=None), what)
    wanted = asked(turn.text, turn.as_of, day_of(turn.memory, *HOURS))
    opened = [(one, _openness(one, timed, wanted, turn)) for one in kept]
    texts, citations = [_opened_lines(turn, opened)] if any(said for _, said in opened) else [], []
    for one, said in stated:
        texts.append(f"按{_notice(turn, one)}{served(one, stated)}：" + "；".join(said) + "。")
        citations += _citations(desk, turn, one, texts[-1])
    note, cited = note_on_others(desk, [one for one in found if one not in kept], turn)
    data = {
        "contacts": [one.model_dump(mode="json") for one, _ in stated],
        "openness": [part for one, said in opened for part in _as_data(one, said)],
    }
    return single(
        "answered",
        "\n".join(texts) + note,
        citations=unique([*citations, *cited]),
        computed=tuple(dict.fromkeys(part for _, told in opened for _, said in told for part in said.computed)),
        card=Card(type="contact", data=data),
    )


def _openness(
    one: Contact, timed: Callable[[Contact], list[tuple[str, Hours]]], wanted: Asked, turn: Turn
) -> list[tuple[str, Said]]:
    told = ((label, say_openness(hours, wanted, turn.as_of)) for label, hours in timed(one))
    return [(label, said) for label, said in told if said]


def _opened_lines(turn: Turn, opened: list[tuple[Contact, list[tuple[str, Said]]]]) -> str:
    """The direct answer first; an old notice's hours only under its name and year."""
    alone = len(opened) == 1
    lines: list[str] = []
    for one, told in opened:
        head = "" if alone and one.status == "current" else f"照{_notice(turn, one)}推算："
        lines += [f"{head}{label}{said.text}" for label, said in told]
    return "\n".join(lines)


def _as_data(one: Contact, told: list[tuple[str, Said]]) -> list[dict[str, Any]]:
    return [
        {"organisation": one.organisation.name, "line": label.rstrip("："), "moment": moment.isoformat()}
        | openness.model_dump(mode="json")
        for label, said in told
        for moment, openness in said.openness
    ]


def _notice(turn: Turn, one: Contact) -> str:
    return notice_of(one.organisation.name, one.year, one.status, turn.as_of)


def _citations(desk: Desk, turn: Turn, contact: Contact, text: str) -> list[Citation]:
    """The quotes that bear what is said; the rest of the office's quotes stay away."""
    printed = [*contact.addresses, *(one.number for one in contact.phones), *(one.url for one in contact.websites)]
    printed += contact.hours.text.splitlines() if contact.hours else []
    printed += [line for phone in contact.phones if phone.hours for line in phone.hours.text.splitlines()]
    said = [value for value in printed if value.strip("()（）") in text]
    bearing = [one for one in contact.citations if any(value.strip("()（）") in one.quote for value in said)]
    return [*bearing, desk.library.cite_title(contact.citations[0].notice_id, turn.as_of)]
