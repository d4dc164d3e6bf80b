"""Everyday words that several occupations share: each leads somewhere, and none is a name already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.errors import UnknownNameError
from knowledge.lexicon.lexicon import Lexicon
from knowledge.lexicon.matching import fold
from knowledge.verification.problem import Problem

FILE = "ambiguous.yml"


@dataclass(frozen=True)
class NameProblem(Problem):
    """A problem of the names themselves; it belongs to no notice."""

    def __str__(self) -> str:
        return f"knowledge/lexicon/{self.file}: {self.fact}: {self.message}"


def ambiguous_words(lexicon: Lexicon) -> Iterator[Problem]:
    """Every word that is a name of its own, leads nowhere, twice to the same, or to no official name."""
    taken = {fold(alias.alias): alias.value for alias in lexicon.aliases()}
    seen: dict[str, str] = {}
    for word, targets in lexicon.ambiguous.items():
        if owner := taken.get(fold(word)):
            yield _problem(word, f"is a name of {owner} already; remove it here or there")
        if (first := seen.setdefault(fold(word), word)) != word:
            yield _problem(word, f"is the same word as {first}; write it once")
        if not targets:
            yield _problem(word, "leads to nothing; name what it may mean, or remove it")
        yield from _targets(lexicon, word, targets)


def _targets(lexicon: Lexicon, word: str, targets: tuple[str, ...]) -> Iterator[Problem]:
    found: set[str] = set()
    for target in targets:
        try:
            one = lexicon.occupation(target)
        except UnknownNameError as error:
            yield _problem(word, f"{error}; name an official name or code of occupations.yml")
            continue
        if fold(target).upper() != one.code and target != one.name:
            yield _problem(word, f"use the official name {one.name} or its code, not {target}")
        if one.name in found:
            yield _problem(word, f"names {one.name} twice")
        found.add(one.name)


def _problem(word: str, message: str) -> Problem:
    return NameProblem("", FILE, None, None, word, message)
