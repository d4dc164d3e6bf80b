"""Whose a telephone number is that the person wrote, what it is for, and when it is answered."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.offices.openness import asked, say_openness
from bot.actions.desk import Desk
from bot.actions.names.contact_points import NamedNumber, numbers_named
from bot.actions.reply import Computed, Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import joined, notice_of, unique
from knowledge.contacts import Contact, contacts
from knowledge.facts import Hours, Phone
from knowledge.models import Citation
from knowledge.subject import Subject

_WANTED = {
    "supervision": re.compile(r"监督|投诉|举报"),
    "enquiry": re.compile(r"咨询|热线|客服|询问|报名电话|业务电话"),
}
_PURPOSES = {"enquiry": "咨询电话", "supervision": "监督电话"}
_TOLD_BY_A_LINE = ("受理时间", *_PURPOSES.values())


def answer_number(desk: Desk, turn: Turn, subject: Subject) -> Reply | None:
    """Whose the numbers in the message are; None where it writes none."""
    named = numbers_named(desk.library, turn.text, turn.as_of)
    if not named:
        return None
    known = [one for one in named if one.lines]
    if not known:
        return _nobodys(desk, turn, subject, named)
    lines: list[str] = []
    citations: list[Citation] = []
    computed: list[Computed] = []
    for one in known:
        for office, phone in _newest(one, subject):
            said, counted = _line(turn, office, phone)
            other = _other_line(turn, office, phone)
            lines.append(f"{said}{_spoken(other)}")
            citations += _quotes(office, other) if other else []
            computed += counted
            citations += _quotes(office, phone)
            citations.append(desk.library.cite_title(office.citations[0].notice_id, turn.as_of))
    if not any(_is_asked(desk, turn, subject, office) for one in known for office, _ in one.lines):
        right, sources = _printed(desk, turn, subject)
        lines, citations = [*lines, *right], [*citations, *sources]
    return single(
        "answered", "\n".join(lines), citations=unique(citations), computed=tuple(dict.fromkeys(computed))
    )


def line_of_body(desk: Desk, turn: Turn, subject: Subject, what: str) -> Reply | None:
    """The line of a body that has no notice of its own (市职业技能鉴定中心), as others' notices print it; in force first.

    `what` is asked for: a telephone, or hours. None for anything else, and where nobody prints one.
    """
    own = contacts(desk.library, replace(subject, level=None, year=None), turn.as_of)
    if what not in _TOLD_BY_A_LINE or own or subject.year:
        return None
    name = subject.organisation.name if subject.organisation else None
    offices = contacts(desk.library, Subject(), turn.as_of)
    lines = [(one, phone) for one in offices for phone in one.phones]
    lines = [(one, phone) for one, phone in lines if phone.owner == name]
    lines = [pair for pair in lines if _PURPOSES[pair[1].purpose] == what] or lines
    lines = [pair for pair in lines if pair[0].status == "current"] or lines
    texts, citations = [], list[Citation]()
    for one, phone in lines:
        hours = f"（{_one_line(phone.hours)}）" if phone.hours else ""
        notice = notice_of(one.organisation.name, one.year, one.status, turn.as_of)
        texts.append(f"按{notice}，{name}{_PURPOSES[phone.purpose]} {phone.number}{hours}。")
        citations += [*_quotes(one, phone), desk.library.cite_title(one.citations[0].notice_id, turn.as_of)]
    return single("answered", "\n".join(texts), citations=unique(citations)) if texts else None


def _newest(number: NamedNumber, subject: Subject) -> list[tuple[Contact, Phone]]:
    """One line of a number that several notices print: of the organisation asked about, else in force first."""
    own = [one for one in number.lines if subject.covers_organisation(one[0].organisation.name)]
    return [(own or list(number.lines))[0]]


def _line(turn: Turn, office: Contact, phone: Phone) -> tuple[str, tuple[Computed, ...]]:
    hours = phone.hours or (office.hours if phone.purpose == "enquiry" else None)
    notice = notice_of(office.organisation.name, office.year, office.status, turn.as_of)
    text = f"按{notice}，{phone.number}是{phone.owner}的{_PURPOSES[phone.purpose]}"
    if hours is None:
        return f"{text}。通知没有写明这个电话的接听时间。", ()
    label = "接听时间" if phone.hours else "业务受理时间"
    text += f"，{label}：{_one_line(hours)}。"
    said = say_openness(
        hours, asked(f"现在{turn.text}" if not _names_moment(turn) else turn.text, turn.as_of), turn.as_of
    )
    return (f"{text}{said.text}", said.computed) if said else (text, ())


def _other_line(turn: Turn, office: Contact, phone: Phone) -> Phone | None:
    """The line that is asked for by its purpose, where the number is of another."""
    wanted = next((purpose for purpose, words in _WANTED.items() if words.search(turn.text)), phone.purpose)
    return next((one for one in office.phones if one.purpose == wanted), None) if wanted != phone.purpose else None


def _spoken(phone: Phone | None) -> str:
    return f"{phone.owner}的{_PURPOSES[phone.purpose]}是{phone.number}。" if phone else ""


def _names_moment(turn: Turn) -> bool:
    moment = asked(turn.text, turn.as_of)
    return bool(moment.days or moment.clock or moment.noon)


def _one_line(hours: Hours) -> str:
    text = "，".join(line.strip() for line in hours.text.splitlines())
    return text[1:-1] if text[:1] in ("(", "（") and text[-1:] in (")", "）") else text


def _quotes(office: Contact, phone: Phone) -> list[Citation]:
    hours = (phone.hours or office.hours) if phone.purpose == "enquiry" or phone.hours else None
    printed = [phone.number, *(line.strip("()（） ") for line in (hours.text.splitlines() if hours else []))]
    return [one for one in office.citations if any(piece in one.quote for piece in printed)]


def _nobodys(desk: Desk, turn: Turn, subject: Subject, named: list[NamedNumber]) -> Reply:
    """A number that no notice prints: say so, with the numbers that are printed for whom is asked about."""
    text = f"收录的通知里没有{joined(one.written for one in named)}这个电话，不能确认是谁的。"
    if subject.organisation is None and subject.occupation is None:
        return single("not_stated", text)
    lines, citations = _printed(desk, turn, subject)
    return single("not_stated", "\n".join([text, *lines]), citations=unique(citations))


def _is_asked(desk: Desk, turn: Turn, subject: Subject, office: Contact) -> bool:
    """Whether the office is of whom the message asks about; of anybody where it names nobody."""
    if subject.organisation is None and subject.occupation is None:
        return True
    asked_about = contacts(desk.library, replace(subject, level=None), turn.as_of)
    return any(one.organisation.name == office.organisation.name for one in asked_about)


def _printed(desk: Desk, turn: Turn, subject: Subject) -> tuple[list[str], list[Citation]]:
    """The enquiry numbers that the notices print for whom is asked about."""
    lines, citations = list[str](), list[Citation]()
    for one in contacts(desk.library, replace(subject, level=None), turn.as_of):
        notice = notice_of(one.organisation.name, one.year, one.status, turn.as_of)
        phones = [phone for phone in one.phones if phone.purpose == "enquiry"]
        lines += [f"{notice}写的咨询电话是{phone.number}。" for phone in phones]
        citations += [quote for phone in phones for quote in one.citations if phone.number in quote.quote]
        citations.append(desk.library.cite_title(one.citations[0].notice_id, turn.as_of))
    return lines, citations
