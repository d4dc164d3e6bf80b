"""The lexicon: official names with the aliases that people type, and resolving a name to its owner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, TypeAdapter

from knowledge.errors import KnowledgeError, UnknownNameError
from knowledge.facts import CODE
from knowledge.kept import kept
from knowledge.lexicon.ambiguity import AMBIGUOUS, Ambiguity, ambiguous_aliases, read_ambiguous
from knowledge.lexicon.matching import Alias, Matcher, fold
from knowledge.lexicon.nearness import Nearness
from knowledge.models import OccupationRef, OrganisationRef, Strict

OutsideKind = Literal["examination", "place", "other_organisation", "other_occupation"]
_CLEAR = ("occupation", "other_occupation", "code")
_KEPT_NAMES = 1024


class Organisation(Strict):
    """An assessing organisation or issuer."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str
    aliases: tuple[str, ...] = ()


class Specialisation(Strict):
    """A catalogue name with its bracket, as 家政服务员（母婴护理员）."""

    name: str
    aliases: tuple[str, ...] = ()


class Occupation(Strict):
    """An occupation of the national classification; without code where no notice prints one.

    `programme`: no occupation that is examined at levels, but training with certificates of its own.
    """

    code: str | None = Field(pattern=CODE)
    id: str | None = None
    name: str
    programme: bool = False
    aliases: tuple[str, ...] = ()
    specialisations: tuple[Specialisation, ...] = ()


class Lexicon:
    """All names. Official names are the identifiers inside the program; aliases only lead to them."""

    def __init__(
        self,
        organisations: tuple[Organisation, ...],
        occupations: tuple[Occupation, ...],
        outside: dict[OutsideKind, tuple[str, ...]],
        ambiguous: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.organisations, self.occupations, self.outside = organisations, occupations, outside
        self.ambiguous: Mapping[str, tuple[str, ...]] = ambiguous or {}
        self.caches: dict[Callable[..., Any], Callable[..., Any]] = {}
        self._organisations = {one.name: one for one in organisations}
        self._names_by_id = {one.id: one.name for one in organisations}
        self._occupations = {name: one for one in occupations for name in _names(one)}
        self._keys: dict[tuple[str, str], str] = {}
        self._owners: dict[str, tuple[str, str]] = {}
        for alias in self.aliases():
            self._add(alias)

    def aliases(self) -> list[Alias]:
        """Every way to write a name, the official names among them."""
        found: list[Alias] = []
        for one in self.organisations:
            found += [Alias("organisation", one.name, a) for a in (one.name, *one.aliases)]
        for occupation in self.occupations:
            found += [Alias("occupation", occupation.name, a) for a in (occupation.name, *occupation.aliases)]
            for special in occupation.specialisations:
                found += [Alias("occupation", special.name, a) for a in (special.name, *special.aliases)]
        for kind, names in self.outside.items():
            found += [Alias(kind, name, name) for name in names]
        return found

    @cached_property
    def matcher(self) -> Matcher:
        """Finds names in sentences."""
        return Matcher(self.aliases())

    @kept(_KEPT_NAMES)
    def organisation(self, text: str) -> OrganisationRef:
        """Resolve an id, an official name or an alias.

        Raises:
            UnknownNameError: with the nearest known names.
        """
        name = self._names_by_id.get(text.strip().lower()) or self._resolve("organisation", text)
        return OrganisationRef(id=self._organisations[name].id, name=name)

    @kept(_KEPT_NAMES)
    def occupation(self, text: str) -> OccupationRef:
        """Resolve a code, an official name (with or without specialisation) or an alias.

        Raises:
            UnknownNameError: with the nearest known names.
        """
        name = self._by_code(text) or self._resolve("occupation", text)
        return OccupationRef(code=self._occupations[name].code, name=name)

    @cached_property
    def shared_names(self) -> frozenset[str]:
        """The official names of all that everyday words may mean which several occupations share."""
        targets = (target for targets in self.ambiguous.values() for target in targets)
        meant = (self._by_code(one) or self._keys.get(("occupation", fold(one))) for one in targets)
        return frozenset(name for name in meant if name)

    def ambiguity(self, text: str) -> Ambiguity | None:
        """The first word that several occupations share, with what it may mean; None beside a name that is clear."""
        found = self._shared_words.find(text)
        word = next((one.value for one in found if one.kind == AMBIGUOUS), None)
        if word is None or any(one.kind in _CLEAR for one in found):
            return None
        meant = (
            self._by_code(target) or self._keys.get(("occupation", fold(target)))
            for target in self.ambiguous[word]
        )
        return Ambiguity(word, tuple(name for name in meant if name))

    def official(self, kind: str, name: str) -> str:
        """The official spelling of a name; the name itself where nothing is known under it."""
        return self._keys.get((kind, fold(name)), name)

    def knows_code(self, code: str) -> bool:
        """Whether some notice prints this occupation code."""
        return any(one.code == code for one in self.occupations)

    def is_specialisation(self, name: str) -> bool:
        """Whether the official name carries a specialisation that other rows of its code do not share."""
        return self._occupations[name].name != name

    def base_name(self, name: str) -> str:
        """The occupation's name without specialisation."""
        return self._occupations[name].name

    def specialisations(self, base: str) -> tuple[str, ...]:
        """The official names of the occupation's specialisations."""
        return tuple(one.name for one in self._occupations[base].specialisations)

    def _by_code(self, text: str) -> str | None:
        folded = fold(text).upper()
        return next((one.name for one in self.occupations if one.code == folded), None)

    def _resolve(self, kind: str, text: str) -> str:
        if name := self._keys.get((kind, fold(text))):
            return name
        found = {one.value for one in self.matcher.find(text) if one.kind == kind}
        if len(found) == 1:
            return found.pop()
        shared = self.ambiguity(text) if kind == "occupation" else None
        raise UnknownNameError(kind, text, shared.names if shared else self.nearest(kind, text))

    def nearest(self, kind: str, text: str, limit: int = 3) -> tuple[str, ...]:
        """The official names whose spelling is nearest, best first; empty where nothing is near."""
        return self._nearness[kind].rank(text, limit) if kind in self._nearness else ()

    @cached_property
    def _nearness(self) -> dict[str, Nearness]:
        spellings: dict[str, dict[str, str]] = {"organisation": {}, "occupation": {}}
        for (kind, alias), name in self._keys.items():
            if kind in spellings:
                spellings[kind][alias] = name
        codes = {name: one.code for name, one in self._occupations.items()}
        return {kind: Nearness(names, codes) for kind, names in spellings.items()}

    @cached_property
    def _shared_words(self) -> Matcher:
        return Matcher([*self.aliases(), *ambiguous_aliases(self.ambiguous)])

    def _add(self, alias: Alias) -> None:
        folded = fold(alias.alias)
        kind, known = self._owners.setdefault(folded, (alias.kind, alias.value))
        if (kind, known) != (alias.kind, alias.value):
            raise KnowledgeError(
                f"lexicon: {alias.alias!r} names both {known} and {alias.value} ({kind}, {alias.kind}); remove one"
            )
        self._keys[(alias.kind, folded)] = alias.value


def _names(occupation: Occupation) -> tuple[str, ...]:
    return (occupation.name, *(one.name for one in occupation.specialisations))


def load_lexicon(folder: Path) -> Lexicon:
    """Read `organisations.yml`, `occupations.yml`, `outside.yml` and, where there is one, `ambiguous.yml`.

    Raises:
        KnowledgeError: a file is malformed or an alias names two things.
    """
    try:
        organisations = TypeAdapter(tuple[Organisation, ...]).validate_python(_read(folder / "organisations.yml"))
        occupations = TypeAdapter(tuple[Occupation, ...]).validate_python(_read(folder / "occupations.yml"))
        outside = TypeAdapter(dict[OutsideKind, tuple[str, ...]]).validate_python(_read(folder / "outside.yml"))
        ambiguous = read_ambiguous(folder / "ambiguous.yml")
    except ValueError as error:
        raise KnowledgeError(f"{folder}: {error}") from error
    return Lexicon(organisations, occupations, outside, ambiguous)


def _read(file: Path) -> object:
    return yaml.safe_load(file.read_text(encoding="utf-8"))
