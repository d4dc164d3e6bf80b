"""Telephone, address, office hours, web sites, supervision."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.actions.answers.unstated import unstated
from bot.actions.choices import ask_organisation
from bot.actions.desk import Desk
from bot.actions.reply import Card, Computed, Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.contacts import Contact, contacts
from knowledge.facts import Phone
from knowledge.models import Citation
from knowledge.subject import Subject

_NOW = re.compile(r"现在|此刻|这会儿|目前|今天|开门了?吗|开着|下班了")
_NOBODY = "我是自动问答程序，这里暂时没有人工坐席。可以直接打评价机构的电话："
SITES = {
    "standards": "国家职业技能标准查询",
    "documents": "上网文件查询",
    "guidance": "考核指导手册查询",
    "admission_ticket": "准考证下载",
    "results": "证书信息查询",
    "application": "报名",
    "payment": "缴费",
    "official": "官网",
}


def answer_phone(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The enquiry telephone."""
    return _answer(desk, turn, subject, "咨询电话", _phones_line("enquiry", "咨询电话"))


def answer_supervision(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Where to complain."""
    return _answer(desk, turn, subject, "监督电话", _phones_line("supervision", "监督电话"))


def answer_address(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Where the office is, with its hours."""
    return _answer(desk, turn, subject, "受理地址", lambda one: [*_address(one), *_hours(one)])


def answer_hours(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """When the office is open."""
    reply = _answer(desk, turn, subject, "受理时间", lambda one: [*_hours(one), *_address(one)])
    return _with_openness(desk, turn, subject, reply) if _NOW.search(turn.text) else reply


def answer_human(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Nobody is on duty here: say whom to call and when."""
    named = subject if subject.organisation or subject.occupation else Subject(year=None)
    found = contacts(desk.library, replace(named, level=None, year=None), turn.as_of)
    current = [one for one in found if one.status == "current"] or found
    lines, citations = [_NOBODY], []
    for one in current:
        said = "；".join([*_phones_line("enquiry", "咨询电话")(one), *_hours(one)])
        lines.append(f"{notice_of(one.organisation.name, one.year, one.status, turn.as_of)}：{said}。")
        citations += _citations(desk, turn, one, lines[-1])
    return single("handoff", "\n".join(lines), citations=unique(citations))


def answer_website(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The web sites."""
    return _answer(desk, turn, subject, "网址", _websites)


def _answer(desk: Desk, turn: Turn, subject: Subject, what: str, lines: Callable[[Contact], list[str]]) -> Reply:
    if subject.organisation is None and subject.occupation is None:
        known = dict.fromkeys(one.organisation.name for one in contacts(desk.library, Subject(), turn.as_of))
        return ask_organisation(
            f"各评价机构的{what}不同。请问您问的是哪个机构，或者哪个职业？", turn.intent, list(known)
        )
    found = contacts(desk.library, replace(subject, level=None), turn.as_of)
    stated = [(one, lines(one)) for one in found]
    stated = [(one, said) for one, said in stated if said]
    if not stated:
        return unstated(desk, turn, replace(subject, level=None), what)
    texts, citations = [], []
    for one, said in stated:
        head = f"按{notice_of(one.organisation.name, one.year, one.status, turn.as_of)}："
        texts.append(head + "；".join(said) + "。")
        citations += _citations(desk, turn, one, texts[-1])
    data = {"contacts": [one.model_dump(mode="json") for one, _ in stated]}
    return single("answered", "\n".join(texts), citations=unique(citations), card=Card(type="contact", data=data))


def _with_openness(desk: Desk, turn: Turn, subject: Subject, reply: Reply) -> Reply:
    """Say whether the office is open at the moment that the answer is for, and when it opens next."""
    found = contacts(desk.library, replace(subject, level=None), turn.as_of)
    if reply.status != "answered" or len(found) != 1 or found[0].open_now is None:
        return reply
    opening, computed = found[0].next_opening, tuple[Computed, ...]()
    if found[0].open_now or opening is None:
        said = "现在正在受理时间内。"
    else:
        when = f"{opening.month}月{opening.day}日{opening.hour}:{opening.minute:02d}"
        said = f"现在不在受理时间内，要到{when}才受理。"
        computed = (Computed(text=when, explanation="按通知的受理时间和国家法定节假日、调休安排推算"),)
    first = reply.messages[0].model_copy(
        update={"text": f"{said}\n{reply.messages[0].text}", "computed": computed}
    )
    return reply.model_copy(update={"messages": (first,)})


def _phones_line(purpose: str, label: str) -> Callable[[Contact], list[str]]:
    return lambda one: [_phone(phone, label) for phone in one.phones if phone.purpose == purpose]


def _phone(phone: Phone, label: str) -> str:
    hours = f"（{_one_line(phone.hours.text).strip('()（）')}）" if phone.hours else ""
    return f"{phone.owner}{label} {phone.number}{hours}"


def _address(one: Contact) -> list[str]:
    booking = "（需要提前预约）" if one.appointment else ""
    return [f"地址 {address}{booking}" for address in one.addresses]


def _hours(one: Contact) -> list[str]:
    return [f"受理时间 {_one_line(one.hours.text)}"] if one.hours else []


def _websites(one: Contact) -> list[str]:
    return [f"{SITES.get(site.purpose, '网址')} {site.url} " for site in one.websites]


def _one_line(text: str) -> str:
    return "，".join(line.strip() for line in text.splitlines())


def _citations(desk: Desk, turn: Turn, contact: Contact, text: str) -> list[Citation]:
    """The quotes that bear what is said; the rest of the office's quotes stay away."""
    printed = [*contact.addresses, *(one.number for one in contact.phones), *(one.url for one in contact.websites)]
    printed += contact.hours.text.splitlines() if contact.hours else []
    printed += [line for phone in contact.phones if phone.hours for line in phone.hours.text.splitlines()]
    said = [value for value in printed if value.strip("()（）") in text]
    bearing = [one for one in contact.citations if any(value.strip("()（）") in one.quote for value in said)]
    return [*bearing, desk.library.cite_title(contact.citations[0].notice_id, turn.as_of)]
