"""What the person does for a living, as far as it is the work of occupations of the notices: 做人事, 搞算法, 做内训."""

from __future__ import annotations

import re

from bot.actions.situation.heard import OCCUPATION, TERM, Clause, Heard
from bot.actions.situation.model import Trade
from bot.actions.situation.work_words import AI, PERSONNEL, VERB
from knowledge.library import Library

# Everyday words for the work, and the codes of the occupations whose work it is, the likeliest first.
_TRADES = (
    (re.compile(AI), ("4-04-05-05", "4-04-05-Z1", "4-04-05-Z2")),
    (re.compile(PERSONNEL), ("4-07-03-04", "4-07-03-02")),
    (re.compile(r"企业内训|内训(?:师)?|培训讲师|企业培训"), ("4-07-03-05",)),
)
_DOES = re.compile(rf"(?:{VERB})(?:了|过|的|着|[一这]?[个份]|企业|公司|{TERM}|多|整整|满)*$|{TERM}(?:了|的|多)*$")
_DONE = re.compile(
    rf"^(?:工作|这[一]?[块行]|管理|方面|专员|主管|经理|岗位?|师|的|也|都|已经?|总共|一共|先|前后|满打满算|了|,)*(?:(?<!报)(?:做|干|从事)(?!到什么)|{TERM})"
)
_WANTED = re.compile(r"(?:考|报|报考|申报|想|要|转|改|学)(?:个|的|去|做|行|到)*$")


def read_trade(library: Library, heard: Heard) -> Trade | None:
    """The one trade that the message tells; None where it tells none, or several."""
    found: dict[tuple[str, ...], Trade] = {}
    for clause in heard.clauses:
        if clause.supposed:
            continue
        for said, names in (*_by_words(library, heard, clause), *_by_names(library, heard, clause)):
            found.setdefault(names, Trade(said=said, occupations=names))
    return next(iter(found.values())) if len(found) == 1 else None


def _occupations(library: Library, codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(library.lexicon.occupation(one).name for one in codes if library.lexicon.knows_code(one))


def _by_words(library: Library, heard: Heard, clause: Clause) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (match.group(), _occupations(library, codes))
        for words, codes in _TRADES
        for match in words.finditer(clause.text)
        if _is_done(heard, clause, clause.start + match.start(), clause.start + match.end())
    ]


def _by_names(library: Library, heard: Heard, clause: Clause) -> list[tuple[str, tuple[str, ...]]]:
    """A trade called by an occupation's name is that of all whose work it is."""
    shared = [_occupations(library, codes) for _, codes in _TRADES]
    return [
        (heard.words_at(place), next((one for one in shared if heard.names[place] in one), (heard.names[place],)))
        for match in re.finditer(OCCUPATION, clause.marked)
        if _is_done(heard, clause, place := clause.start + match.start(), clause.start + match.end())
    ]


def _is_done(heard: Heard, clause: Clause, start: int, end: int) -> bool:
    before, after = heard.marked[clause.start : start], heard.marked[end : clause.end + 8]
    if _WANTED.search(before):
        return False
    return bool(_DOES.search(before) or _DONE.match(after))
