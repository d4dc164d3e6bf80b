"""Registration numbers of the organisations: the number of a name, and the name of a number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from bot.actions.answers.catalogue.organisations import organisations_named
from bot.actions.answers.catalogue.scope import answer_validity
from bot.actions.answers.catalogue.words import asks_validity
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import INFORM, Turn
from bot.actions.wording import joined, notice_of, unique
from knowledge.directory import DirectoryEntry, directory, organisation_registered_as
from knowledge.models import Citation, OrganisationRef
from knowledge.subject import Subject

REGISTRATION = "ask_registration_number"
_NUMBER = re.compile(r"(?<![0-9A-Za-z])[Ss]?\s?(0000\d{8})(?!\d)")
_TAKEN_FOR = (INFORM, "search", "out_of_scope", "ask_occupation_code", "ask_phone", "ask_catalogue")
_OWN_QUESTION = re.compile(r"考|职业|工种|项目|等级|电话|打给|联系")


def number_in(text: str) -> str | None:
    """The registration number that the text writes, as S with twelve digits; None without one."""
    found = _NUMBER.search(unicodedata.normalize("NFKC", text))
    return f"S{found.group(1)}" if found else None


def settle_number(desk: Desk, turn: Turn) -> Turn:
    """A number stands for the organisation that is registered under it; a bare one asks whose it is."""
    number = number_in(turn.text)
    if number is None:
        return turn
    name = turn.mentioned.organisation or organisation_registered_as(desk.library, number)
    bare = turn.intent in _TAKEN_FOR and (name is None or not _OWN_QUESTION.search(turn.text))
    intent = REGISTRATION if bare else turn.intent
    return replace(turn, intent=intent, mentioned=replace(turn.mentioned, organisation=name))


def answer_registration_number(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The registration number under which the catalogue lists an organisation, or whose a number is."""
    if asks_validity(turn.text):
        return answer_validity(desk, turn)
    asked = number_in(turn.text)
    if asked and organisation_registered_as(desk.library, asked) is None:
        return single("not_stated", f"收录的通知和目录里没有机构备案号{asked}。")
    whose = _whose(desk, turn, subject)
    if not whose:
        return single("clarification", "请告诉我机构的名称，我查它的机构备案号。")
    found = [one for each in whose if (one := _number_of(desk, turn, each, asked))]
    if not found:
        return single("not_stated", f"收录的通知没有写明{joined(one.name for one in whose)}的机构备案号。")
    citations = [cited for _, quotes in found for cited in quotes]
    return single("answered", "\n".join(text for text, _ in found), citations=unique(citations))


def _whose(desk: Desk, turn: Turn, subject: Subject) -> list[OrganisationRef]:
    """The organisations asked about: those named, the one talked of, or those that examine the occupation."""
    if names := organisations_named(desk.library.lexicon, turn.text):
        return [desk.library.lexicon.organisation(name) for name in names]
    examiners = _examiners(desk, turn, subject)
    told_last = turn.mentioned.organisation is None and subject.level is not None and examiners
    if subject.organisation and (not told_last or subject.organisation in examiners):
        return [subject.organisation]
    return examiners


def _examiners(desk: Desk, turn: Turn, subject: Subject) -> list[OrganisationRef]:
    """Who examines the occupation talked of, at its level: they were told of, and not one that lacks the level."""
    if subject.occupation is None:
        return []
    level = subject.level if subject.organisation else None
    entries = directory(desk.library, Subject(occupation=subject.occupation, level=level), turn.as_of)
    return list(dict.fromkeys(one.organisation for one in entries))


def _number_of(
    desk: Desk, turn: Turn, organisation: OrganisationRef, asked: str | None
) -> tuple[str, list[Citation]] | None:
    """The sentence with its row, from the first notice that prints the number; None where none does."""
    for entry in directory(desk.library, Subject(organisation), turn.as_of):
        if rows := _rows(entry):
            front = desk.library.notice(rows[0].notice_id).front
            head = notice_of(front.issuer, front.year, rows[0].status, turn.as_of)
            name, number = organisation.name, entry.registration_number
            said = f"机构备案号{number}是{name}的" if number == asked else f"{name}的机构备案号是{number}"
            return f"据{head}，{said}。", [rows[0], desk.library.cite_title(front.id, turn.as_of)]
    return None


def _rows(entry: DirectoryEntry) -> list[Citation]:
    """The rows that print the organisation's number."""
    number = entry.registration_number
    return [one for one in entry.citations if number and number in one.quote]
