"""What can be taken at a level, or at all, where no occupation and no organisation is asked about."""

from __future__ import annotations

import re

from bot.actions.answers.catalogue.words import asks_special, asks_whether_listed
from bot.actions.desk import Desk
from bot.actions.names.strangers import name_asked
from bot.actions.reply import Card, Computed, Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import joined, levels, notice_of, unique
from knowledge.directory import DirectoryEntry, directory
from knowledge.library import Holding
from knowledge.models import LEVEL_NAMES, Citation, NoticeStatus
from knowledge.subject import Subject

Part = tuple[str, list[Citation], list[Computed]]
SHOWN = 8
"""Organisations of a notice that the text names; the card holds all."""
_OCCUPATIONS = re.compile(r"(?:哪些|什么|哪几个|多少个?|几个|所有|全部)(?:的?职业|工种|项目|证)")
_LIST = re.compile(r"名单|清单|目录|多少[家个]|几家|几个(?:机构|单位)|哪些|都有|一共")


def asks_for_list(turn: Turn, subject: Subject) -> bool:
    """Whether the whole catalogue, or all of a level, is asked for."""
    if turn.mentioned.occupation or turn.mentioned.organisation or turn.mentioned.code:
        return False
    if asks_special(turn.text):
        return True
    if subject.organisation is None and subject.occupation is None:
        if asks_whether_listed(turn.text) and name_asked(turn.text) and not turn.mentioned.levels:
            return False  # of one thing, which nobody here knows
        return bool(turn.mentioned.levels) or bool(_LIST.search(turn.text))
    return bool(turn.mentioned.levels and subject.organisation is None and _OCCUPATIONS.search(turn.text))


def answer_list(desk: Desk, turn: Turn, year: int | None) -> Reply | None:
    """Occupations by organisation, notice by notice, those in force first; None where no notice lists any."""
    level = turn.mentioned.levels[0] if turn.mentioned.levels else None
    entries = directory(desk.library, Subject(level=level, year=year), turn.as_of)
    if asks_special(turn.text):
        entries = [one for one in entries if one.kind == "special_ability"]
    parts = [
        _of_notice(desk, turn, holding, status, rows, level)
        for status, holding in desk.library.by_status(turn.as_of)
        if (rows := [one for one in entries if _of(one, holding.notice.id)])
    ]
    if not parts:
        return None
    parts.append(_narrower(desk, turn, entries, level))
    return single(
        "answered",
        "\n".join(text for text, _, _ in parts if text),
        citations=unique([one for _, citations, _ in parts for one in citations]),
        computed=tuple(one for _, _, computed in parts for one in computed),
        card=Card(type="directory", data={"entries": [one.model_dump(mode="json") for one in entries]}),
    )


def _of_notice(
    desk: Desk, turn: Turn, holding: Holding, status: NoticeStatus, rows: list[DirectoryEntry], level: int | None
) -> Part:
    front = holding.notice.front
    head = f"据{notice_of(front.issuer, front.year, status, turn.as_of)}"
    whose = list(dict.fromkeys(one.organisation.name for one in rows))
    lines, computed = _heading(head, rows, whose, level)
    lines += [f"{name}：{_occupations(rows, name)}" for name in whose[:SHOWN]]
    if len(whose) > SHOWN:
        rest = str(len(whose) - SHOWN)
        lines.append(f"还有{rest}家机构没有念出来，都在下面的表里；告诉我职业（工种）或机构的名称，我细说。")
        computed.append(Computed(text=rest, explanation=f"{len(whose)}家减去上面的{SHOWN}家"))
    shown = [one for one in rows if one.organisation.name in whose[:SHOWN]]
    citations = [quote for one in shown for quote in one.citations if quote.notice_id == front.id]
    if len(whose) == 1:
        lines, computed = [f"{head}，{whose[0]}评价{_occupations(rows, whose[0])}。"], []
    return "\n".join(lines), [*citations, desk.library.cite_title(front.id, turn.as_of)], computed


def _narrower(desk: Desk, turn: Turn, entries: list[DirectoryEntry], level: int | None) -> Part:
    """Organisations whose other notice lists the same occupation without the level: both are told."""
    if level is None:
        return "", [], []
    offered = {(one.organisation.id, one.occupation.name) for one in entries}
    lines: dict[str, None] = {}
    citations: list[Citation] = []
    for one in directory(desk.library, Subject(), turn.as_of):
        if (one.organisation.id, one.occupation.name) not in offered or level in one.levels:
            continue
        front = desk.library.notice(one.citations[0].notice_id).front
        named = notice_of(front.issuer, front.year, one.status, turn.as_of)
        lines[f"{named}给{one.organisation.name}{one.occupation.name}列的只有{levels(one.levels)}。"] = None
        citations += [*one.citations, desk.library.cite_title(front.id, turn.as_of)]
    return "\n".join(f"注意：{line}" for line in lines), citations, []


def _occupations(rows: list[DirectoryEntry], organisation: str) -> str:
    return joined(one.occupation.name for one in rows if one.organisation.name == organisation)


def _heading(
    head: str, rows: list[DirectoryEntry], whose: list[str], level: int | None
) -> tuple[list[str], list[Computed]]:
    """How many occupations and organisations, counted by name."""
    what = f"列有{LEVEL_NAMES[level]}的职业（工种）" if level else "可以评价的职业（工种）和专项职业能力"
    names = {one.occupation.name for one in rows}
    computed = [
        Computed(text=str(len(names)), explanation=f"这份通知里{what}，同名的只算一次，共{len(names)}个"),
        Computed(text=str(len(whose)), explanation=f"评价它们的机构，同一家只算一次，共{len(whose)}家"),
    ]
    return [f"{head}，{what}共{len(names)}个，由{len(whose)}家机构评价："], computed


def _of(entry: DirectoryEntry, notice_id: str) -> bool:
    return any(one.notice_id == notice_id for one in entry.citations)
