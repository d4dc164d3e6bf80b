"""An occupation with its specialisations: 车工, 车工（普通车工）, 车工（数控车工）."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.directory import DirectoryEntry
from knowledge.lexicon.lexicon import Lexicon


@dataclass(frozen=True)
class Family:
    """Official names. `asked` is one of them; `base` the occupation itself; one code covers all."""

    asked: str
    base: str
    specialisations: tuple[str, ...]

    @property
    def asks_for_one(self) -> bool:
        """Whether one specialisation is asked for, not the whole."""
        return self.asked != self.base

    @property
    def siblings(self) -> tuple[str, ...]:
        """The other names of the family, the base first."""
        return tuple(one for one in (self.base, *self.specialisations) if one != self.asked)


def family_of(lexicon: Lexicon, name: str) -> Family:
    """The family of an official name; an occupation without specialisations is a family by itself."""
    base = lexicon.base_name(name)
    return Family(name, base, lexicon.specialisations(base))


def listed(names: tuple[str, ...], entries: list[DirectoryEntry]) -> tuple[str, ...]:
    """Those of the names that the entries list, in their order: a name may stand in the lexicon and in no row."""
    offered = {entry.occupation.name for entry in entries}
    return tuple(name for name in names if name in offered)
