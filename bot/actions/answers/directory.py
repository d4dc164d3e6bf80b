"""Who assesses what, and what an occupation code stands for."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.answers.assessors import describe
from bot.actions.answers.unstated import unstated
from bot.actions.choices import quick_reply
from bot.actions.desk import Desk
from bot.actions.reply import Card, Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.directory import DirectoryEntry, directory
from knowledge.models import LEVEL_NAMES
from knowledge.subject import Subject

_ASK = "请告诉我职业（工种）的名称或机构的名称，我按目录查评价机构和等级。"


def answer_directory(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Organisations of an occupation, or occupations of an organisation."""
    if turn.mentioned.code and not desk.library.lexicon.knows_code(turn.mentioned.code):
        return single("not_stated", f"收录的通知和目录里没有职业编码{turn.mentioned.code}。")
    if subject.occupation is None and subject.organisation is None:
        return _which(desk, turn)
    by_occupation = subject.occupation is not None and turn.mentioned.organisation is None
    named = Subject(
        subject.organisation if turn.mentioned.organisation else None,
        subject.occupation if by_occupation or turn.mentioned.occupation else None,
        subject.level if turn.mentioned.levels else None,
        subject.year,
    )
    entries = _whole_story(desk, turn, named)
    if not entries:
        return _none(desk, turn, named)
    text, citations = describe(desk, turn, entries, by_occupation)
    if turn.mentioned.code and subject.occupation:
        text = f"{turn.mentioned.code}是{subject.occupation.name}的职业编码。\n{text}"
    data = {"entries": [one.model_dump(mode="json") for one in entries]}
    return single("answered", text, citations=unique(citations), card=Card(type="directory", data=data))


def answer_code(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The occupation of a code, or the code of an occupation."""
    if turn.mentioned.code or subject.occupation is None:
        return answer_directory(desk, turn, subject)
    name, code = subject.occupation.name, subject.occupation.code
    entries = directory(desk.library, Subject(None, subject.occupation), turn.as_of)
    rows = [citation for entry in entries for citation in entry.citations if code and code in citation.quote]
    if not rows:
        return single("not_stated", f"收录的通知没有写明{name}的职业编码。")
    front = desk.library.notice(rows[0].notice_id).front
    head = notice_of(front.issuer, front.year, rows[0].status, turn.as_of)
    title = desk.library.cite_title(front.id, turn.as_of)
    return single("answered", f"据{head}，{name}的职业编码是{code}。", citations=(rows[0], title))


def answer_registration_number(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The registration number under which the catalogue lists an organisation."""
    if subject.organisation is None:
        return single("clarification", "请告诉我机构的名称，我查它的机构备案号。")
    name = subject.organisation.name
    for entry in directory(desk.library, Subject(subject.organisation), turn.as_of):
        rows = [
            one for one in entry.citations if entry.registration_number and entry.registration_number in one.quote
        ]
        if rows:
            front = desk.library.notice(rows[0].notice_id).front
            head = notice_of(front.issuer, front.year, rows[0].status, turn.as_of)
            title = desk.library.cite_title(front.id, turn.as_of)
            text = f"据{head}，{name}的机构备案号是{entry.registration_number}。"
            return single("answered", text, citations=(rows[0], title))
    return single("not_stated", f"收录的通知没有写明{name}的机构备案号。")


def _whole_story(desk: Desk, turn: Turn, named: Subject) -> list[DirectoryEntry]:
    """All that the notices say of those who offer the level: another notice may not list it for them."""
    entries = directory(desk.library, replace(named, level=None), turn.as_of)
    if named.level is None:
        return entries
    offering = {(e.organisation.id, e.occupation.name) for e in entries if named.level in e.levels}
    return [e for e in entries if (e.organisation.id, e.occupation.name) in offering]


def _none(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    if subject.year:
        return unstated(desk, turn, subject, "评价机构")
    name = "".join(one.name for one in (subject.organisation, subject.occupation) if one)
    level = LEVEL_NAMES[subject.level] if subject.level else ""
    if level and (
        entries := directory(desk.library, Subject(subject.organisation, subject.occupation), turn.as_of)
    ):
        text, citations = describe(desk, turn, entries, subject.occupation is not None)
        return single(
            "not_stated", f"收录的通知里没有机构评价{name}{level}。\n{text}", citations=unique(citations)
        )
    return single("not_stated", f"收录的通知和目录里没有查到{name}{level}的评价信息。")


def _which(desk: Desk, turn: Turn) -> Reply:
    nearest = desk.library.lexicon.nearest("occupation", turn.text)
    buttons = tuple(quick_reply(name, "ask_catalogue", occupation=name) for name in nearest)
    near = "目录里名称相近的有下面这些，是其中一个吗？" if buttons else ""
    return single("clarification", f"没有认出您问的职业或机构。{_ASK}{near}", quick_replies=buttons)
