"""What to say where the notices do not say: plainly, with who assesses it and where to ask."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.catalogue.assessors import describe
from bot.actions.answers.catalogue.words import asks_where_to_look
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique, validity
from knowledge.contacts import Contact, contacts
from knowledge.directory import directory
from knowledge.models import LEVEL_NAMES, Citation
from knowledge.subject import Subject

# What the notices' own word on where to look is about, in everyday words.
_LOOKED_UP_THERE = re.compile(r"联系|电话|地址|收费|费用|信息|安排|计划|时间|机构")
WHERE_TO_ASK = "where_to_ask"
_YEAR_WORDS = {3: "大前年", 2: "前年", 1: "去年", 0: "今年", -1: "明年", -2: "后年", -3: "大后年"}


def unstated(desk: Desk, turn: Turn, subject: Subject, what: str, verb: str = "没有写明") -> Reply:
    """Say that no notice states `what` for the subject (or that nothing was found in it), and where to ask.

    Where the organisation has a notice of its own, its telephone number is given; else who assesses the
    occupation, and the notices' own word on where to look.
    """
    asked_level = subject.level if turn.mentioned.levels else None
    name = _name(replace(subject, level=asked_level))
    if subject.year:
        year = year_word(turn, subject.year)
        held, cited = _of_other_years(desk, turn, subject)
        text = f"目前没有收录{year}{name}的{what}，也不能拿别的年份代替。{held}"
        return single("not_stated", text, citations=unique(cited))
    own = contacts(desk.library, replace(subject, level=None), turn.as_of) if name else []
    own = [one for one in own if one.status == "current"] or own
    if own:  # each line begins with the organisation: its name is not said twice
        whose = _name(replace(subject, organisation=None, level=asked_level))
        return silent_notices(desk, turn, own, f"{verb}{whose}的{what}" if whose else f"{verb}{what}")
    text = f"收录的通知{verb}{name}的{what}。" if name else f"收录的通知{verb}{what}。"
    offered, citations = _who_assesses(desk, turn, subject)
    where, source = _where_to_ask(desk, turn)
    if source and asks_where_to_look(turn.text) and _LOOKED_UP_THERE.search(turn.text):
        return single("answered", "\n".join([where, text]), citations=source)
    return single(
        "not_stated",
        "\n".join(filter(None, [text, offered, where])),
        citations=unique([*citations, *source]),
    )


def silent_notices(desk: Desk, turn: Turn, own: list[Contact], what: str) -> Reply:
    """Say of each organisation's notice that it is silent (`what` is the words after its name), with its telephone number."""
    texts, citations = [], []
    for one in own:
        notice = notice_of(one.organisation.name, one.year, one.status, turn.as_of)
        phone = next((phone.number for phone in one.phones if phone.purpose == "enquiry"), None)
        texts.append(f"{notice}{what}。" + (f"可以打它的咨询电话 {phone} 问。" if phone else ""))
        citations += [quote for quote in one.citations if phone and phone in quote.quote]
        citations.append(desk.library.cite_title(one.citations[0].notice_id, turn.as_of))
    return single("not_stated", "\n".join(texts), citations=unique(citations))


def _of_other_years(desk: Desk, turn: Turn, subject: Subject) -> tuple[str, list[Citation]]:
    """Which notices of theirs are held instead; nothing where none is."""
    if subject.organisation is None and subject.occupation is None:
        return "", []
    texts, citations = [], list[Citation]()
    for one in contacts(desk.library, replace(subject, level=None, year=None), turn.as_of):
        notice = notice_of(one.organisation.name, one.year, one.status, turn.as_of)
        texts.append(f"收录的有{notice}。")
        citations.append(desk.library.cite_title(one.citations[0].notice_id, turn.as_of))
    return "".join(dict.fromkeys(texts)), citations


def _name(subject: Subject) -> str:
    organisation = subject.organisation.name if subject.organisation else ""
    occupation = subject.occupation.name if subject.occupation else ""
    return f"{organisation}{occupation}{LEVEL_NAMES[subject.level] if subject.level else ''}"


def year_word(turn: Turn, year: int) -> str:
    """The year as the person said it: a figure may only repeat their own words."""
    return f"{year}年" if str(year) in turn.text else _YEAR_WORDS.get(turn.as_of.year - year, "所问年份的")


def _who_assesses(desk: Desk, turn: Turn, subject: Subject) -> tuple[str, list[Citation]]:
    if subject.occupation is None:
        return "", []
    entries = directory(desk.library, replace(subject, level=None, organisation=None), turn.as_of)
    return describe(desk, turn, entries, by_occupation=True) if entries else ("", [])


def _where_to_ask(desk: Desk, turn: Turn) -> tuple[str, list[Citation]]:
    """The notices' own word on where to ask, newest in force first."""
    for status, holding in desk.library.by_status(turn.as_of):
        for rule in holding.facts.rules:
            if rule.topic == WHERE_TO_ASK:
                front, source = holding.notice.front, rule.sources[0]
                note = validity(front.year, status, turn.as_of)
                return f"{source.quote}{note}", [desk.library.cite(front.id, source, turn.as_of)]
    return "请直接向评价机构查询。", []
