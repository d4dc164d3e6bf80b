"""Registration numbers of the organisations: the number of a name, and the name of a number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import INFORM, Turn
from bot.actions.wording import notice_of
from knowledge.directory import DirectoryEntry, directory, organisation_registered_as
from knowledge.models import Citation
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
    asked = number_in(turn.text)
    if asked and organisation_registered_as(desk.library, asked) is None:
        return single("not_stated", f"收录的通知和目录里没有机构备案号{asked}。")
    if subject.organisation is None:
        return single("clarification", "请告诉我机构的名称，我查它的机构备案号。")
    name = subject.organisation.name
    for entry in directory(desk.library, Subject(subject.organisation), turn.as_of):
        if rows := _rows(entry):
            front = desk.library.notice(rows[0].notice_id).front
            head = notice_of(front.issuer, front.year, rows[0].status, turn.as_of)
            title = desk.library.cite_title(front.id, turn.as_of)
            number = entry.registration_number
            said = f"机构备案号{number}是{name}的" if number == asked else f"{name}的机构备案号是{number}"
            return single("answered", f"据{head}，{said}。", citations=(rows[0], title))
    return single("not_stated", f"收录的通知没有写明{name}的机构备案号。")


def _rows(entry: DirectoryEntry) -> list[Citation]:
    """The rows that print the organisation's number."""
    number = entry.registration_number
    return [one for one in entry.citations if number and number in one.quote]
