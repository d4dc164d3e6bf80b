"""Organisations in a question about the catalogue: several of them, one meant by a pronoun, and all that one examines."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.catalogue.assessors import describe
from bot.actions.answers.catalogue.words import asks_what_else, asks_whether_same, refers_back
from bot.actions.choices import ask_organisation
from bot.actions.desk import Desk
from bot.actions.reply import Card, Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import joined
from knowledge.directory import DirectoryEntry, directory
from knowledge.lexicon.lexicon import Lexicon
from knowledge.subject import Subject

_CATALOGUE = "ask_catalogue"
# Not 哪个协会: that asks for one.
_ASSOCIATION = re.compile(r"(?:^|[那这的是去到在和跟问,，\s])(?:行业)?协会(?![一-鿿]*协会)")
_WHICH = re.compile(r"哪[个家些]?(?:行业)?协会|什么协会")
_SEVERAL = 2
_MOST_TOLD = 3
"""Organisations whose whole list is read out; more are asked back."""


def settle_reference(turn: Turn) -> Turn:
    """他们 in a message that names an occupation is the organisation talked about, which the occupation would hide."""
    new, before = turn.mentioned, turn.memory.organisation
    hidden = before is not None and new.organisation is None and new.occupation is not None
    return (
        replace(turn, mentioned=replace(new, organisation=before)) if hidden and refers_back(turn.text) else turn
    )


def settle_association(desk: Desk, turn: Turn) -> Turn:
    """协会 without its name is the one that assesses the occupation talked of, if only one of those who do is called so."""
    occupation = turn.mentioned.occupation or turn.memory.occupation
    if (
        turn.mentioned.organisation
        or occupation is None
        or not _ASSOCIATION.search(turn.text)
        or _WHICH.search(turn.text)
    ):
        return turn
    subject = Subject(occupation=desk.library.lexicon.occupation(occupation))
    found = {one.organisation.name for one in directory(desk.library, subject, turn.as_of)}
    meant = [one for one in found if one.endswith("协会")]
    return replace(turn, mentioned=replace(turn.mentioned, organisation=meant[0])) if len(meant) == 1 else turn


def organisations_named(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """Official names of the organisations in the text where there are several; else empty."""
    names = tuple(dict.fromkeys(one.value for one in lexicon.matcher.find(text) if one.kind == "organisation"))
    return names if len(names) >= _SEVERAL else ()


def answer_what_else(desk: Desk, turn: Turn, subject: Subject) -> Reply | None:
    """All that the organisations examine which the talk is about; None where the question is for something else.

    Without an organisation it is those that examine the occupation just told about; many of them are asked back.
    """
    if not asks_what_else(turn.text):
        return None
    if subject.organisation:
        whose = [subject.organisation]
    else:
        found = directory(desk.library, Subject(occupation=subject.occupation, year=subject.year), turn.as_of)
        whose = list(dict.fromkeys(one.organisation for one in found))
    if not whose:
        return None
    if len(whose) > _MOST_TOLD:
        names = [one.name for one in whose]
        return ask_organisation("您问的是哪家机构？我把它评价的职业（工种）都列出来。", _CATALOGUE, names)
    entries = [
        entry for one in whose for entry in directory(desk.library, Subject(one, year=subject.year), turn.as_of)
    ]
    if not entries:
        return None
    text, citations = describe(desk, turn, entries, by_occupation=False)
    data = {"entries": [one.model_dump(mode="json") for one in entries]}
    return single("answered", text, citations=tuple(citations), card=Card(type="directory", data=data))


def same_organisation(desk: Desk, turn: Turn, names: tuple[str, ...]) -> str:
    """Whether one organisation examines all the occupations; empty where that was not asked."""
    if not asks_whether_same(turn.text):
        return ""
    by_name = [{one.organisation.name: None for one in _entries(desk, turn, name)} for name in names]
    if any(not one for one in by_name):
        return ""
    common = [name for name in by_name[0] if all(name in one for one in by_name)]
    if common:
        return f"{joined(names)}都能在{joined(common)}考。"
    return f"目录里没有哪一家同时评价{joined(names)}。"


def _entries(desk: Desk, turn: Turn, name: str) -> list[DirectoryEntry]:
    return directory(desk.library, Subject(occupation=desk.library.lexicon.occupation(name)), turn.as_of)
