"""What an answer about an occupation says of its family: the specialisations, or the siblings of the one asked for."""

from __future__ import annotations

from bot.actions.answers.catalogue.assessors import describe
from bot.actions.desk import Desk
from bot.actions.reply import Computed
from bot.actions.turn import Turn
from bot.actions.wording import joined
from knowledge.directory import DirectoryEntry, directory
from knowledge.families import family_of, listed
from knowledge.models import LEVEL_NAMES, Citation
from knowledge.subject import Subject


def family_head(desk: Desk, name: str, entries: list[DirectoryEntry]) -> tuple[str, list[Computed]]:
    """How many entries the base name has, where it has several; empty for one specialisation."""
    family = family_of(desk.library.lexicon, name)
    names = listed((family.base, *family.specialisations), entries)
    if family.asks_for_one or len(names) < 2:
        return "", []
    count = Computed(text=str(len(names)), explanation=f"{joined(names)}，一共{len(names)}项")
    return f"{name}在收录的通知里分列为{len(names)}项：{joined(names)}。", [count]


def sibling_line(desk: Desk, turn: Turn, name: str) -> str:
    """The other names under the same occupation; empty where there are none."""
    family = family_of(desk.library.lexicon, name)
    if not family.asks_for_one:
        return ""
    others = listed(family.siblings, _whole(desk, turn, family.base))
    return f"同属“{family.base}”的还列有{joined(others)}，要一起看可以问“{family.base}”。" if others else ""


def level_elsewhere(desk: Desk, turn: Turn, name: str, level: int) -> tuple[str, list[Citation]]:
    """Who offers the level under another name of the family: 车工 has the 五级 that 数控车工 lacks."""
    family = family_of(desk.library.lexicon, name)
    rows = [one for one in _whole(desk, turn, family.base, level) if one.occupation.name in family.siblings]
    if not rows or not family.asks_for_one:
        return "", []
    text, citations = describe(desk, turn, rows, by_occupation=True)
    return f"同属“{family.base}”、列有{LEVEL_NAMES[level]}的是：\n{text}", citations


def special_ability(entries: list[DirectoryEntry]) -> str:
    """Say of special abilities that they have no level."""
    names = joined(one.occupation.name for one in entries if one.kind == "special_ability")
    return f"{names}是专项职业能力，不是技能等级，目录没有给它列等级。" if names else ""


def _whole(desk: Desk, turn: Turn, base: str, level: int | None = None) -> list[DirectoryEntry]:
    subject = Subject(occupation=desk.library.lexicon.occupation(base), level=level)
    return directory(desk.library, subject, turn.as_of)
