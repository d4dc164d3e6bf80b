"""Say who assesses what, notice by notice, each with its year."""

from __future__ import annotations

from bot.actions.desk import Desk
from bot.actions.turn import Turn
from bot.actions.wording import joined, levels, notice_of
from knowledge.directory import DirectoryEntry
from knowledge.models import Citation

MOST = 40


def describe(
    desk: Desk, turn: Turn, entries: list[DirectoryEntry], by_occupation: bool
) -> tuple[str, list[Citation]]:
    """One sentence per notice, and the rows that it rests on.

    `by_occupation`: the occupation is known and organisations are listed; else the other way round.
    """
    sentences, citations = [], []
    for notice_id, group in by_notice(entries[:MOST]).items():
        front = desk.library.notice(notice_id).front
        head = f"据{notice_of(front.issuer, front.year, group[0].status, turn.as_of)}，"
        sentences.append(head + (_occupations if by_occupation else _organisations)(group) + "。")
        citations += [one for entry in group for one in entry.citations if one.notice_id == notice_id]
        citations.append(desk.library.cite_title(notice_id, turn.as_of))
    return "\n".join(sentences), citations


def by_notice(entries: list[DirectoryEntry]) -> dict[str, list[DirectoryEntry]]:
    """Entries by the notice that prevails in them."""
    groups: dict[str, list[DirectoryEntry]] = {}
    for entry in entries:
        groups.setdefault(entry.citations[0].notice_id, []).append(entry)
    return groups


def _occupations(group: list[DirectoryEntry]) -> str:
    names = dict.fromkeys(entry.occupation.name for entry in group)
    return "；".join(
        f"{name}由{joined(_organisation(e) for e in group if e.occupation.name == name)}评价" for name in names
    )


def _organisations(group: list[DirectoryEntry]) -> str:
    names = dict.fromkeys(entry.organisation.name for entry in group)
    return "；".join(
        f"{name}评价{joined(_occupation(e) for e in group if e.organisation.name == name)}" for name in names
    )


def _organisation(entry: DirectoryEntry) -> str:
    return f"{entry.organisation.name}{_levels(entry)}"


def _occupation(entry: DirectoryEntry) -> str:
    return f"{entry.occupation.name}{_levels(entry)}"


def _levels(entry: DirectoryEntry) -> str:
    return f"（{levels(entry.levels)}）" if entry.levels else "（专项职业能力）"
