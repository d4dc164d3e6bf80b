"""Names that published notices brought along, merged into the shipped lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter

from knowledge.errors import KnowledgeError
from knowledge.lexicon.lexicon import Lexicon, Occupation, Organisation, Specialisation
from knowledge.lexicon.matching import fold
from knowledge.models import Strict

FILES = ("organisations.yml", "occupations.yml")
NameT = TypeVar("NameT", Organisation, Occupation)


class Additions(Strict):
    """Names in the form of `knowledge/lexicon/*.yml`."""

    organisations: tuple[Organisation, ...] = ()
    occupations: tuple[Occupation, ...] = ()


def read_additions(folder: Path) -> Additions:
    """Read `organisations.yml` and `occupations.yml`; a missing file adds nothing. Raises KnowledgeError."""
    return Additions(
        organisations=_read(folder / FILES[0], TypeAdapter(tuple[Organisation, ...])),
        occupations=_read(folder / FILES[1], TypeAdapter(tuple[Occupation, ...])),
    )


def write_additions(additions: Additions, folder: Path) -> None:
    """Write both files, each only where there is something to write."""
    for file, names in zip(FILES, (additions.organisations, additions.occupations), strict=True):
        if names:
            folder.mkdir(exist_ok=True)
            entries = [one.model_dump(mode="json") for one in names]
            (folder / file).write_text(
                yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), encoding="utf-8"
            )


def merge_additions(earlier: Additions, later: Additions) -> Additions:
    """Both together: aliases of the same name join. Raises KnowledgeError where one id gets two names."""
    return Additions(
        organisations=_merged(earlier.organisations, later.organisations),
        occupations=_merged(earlier.occupations, later.occupations),
    )


def with_additions(lexicon: Lexicon, additions: Additions) -> Lexicon:
    """The lexicon with further names; what is named by them does not lie outside any more. Raises KnowledgeError."""
    if additions == Additions():
        return lexicon
    own = Additions(organisations=lexicon.organisations, occupations=lexicon.occupations)
    merged = merge_additions(own, additions)
    added: tuple[Organisation | Occupation, ...] = (*additions.organisations, *additions.occupations)
    inside = {fold(alias) for one in added for alias in _written(one)}
    outside = {kind: tuple(n for n in names if fold(n) not in inside) for kind, names in lexicon.outside.items()}
    ambiguous = {word: targets for word, targets in lexicon.ambiguous.items() if fold(word) not in inside}
    return Lexicon(merged.organisations, merged.occupations, outside, ambiguous)


def _read(file: Path, adapter: TypeAdapter[tuple[NameT, ...]]) -> tuple[NameT, ...]:
    if not file.is_file():
        return ()
    try:
        return adapter.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")) or ())
    except (yaml.YAMLError, ValueError) as error:
        raise KnowledgeError(f"{file}: {error}") from error


def _merged(earlier: Sequence[NameT], later: Iterable[NameT]) -> tuple[NameT, ...]:
    found = list(earlier)
    for one in later:
        place = next((i for i, known in enumerate(found) if _is_same(known, one)), None)
        if place is None:
            found.append(one)
        else:
            found[place] = _joined(found[place], one)
    return tuple(found)


def _is_same(known: NameT, added: NameT) -> bool:
    """The same name is the same entry; the same id or code with another name is a contradiction."""
    if fold(known.name) == fold(added.name):
        return True
    if _key(known) is not None and _key(known) == _key(added):
        raise KnowledgeError(
            f"名称表中 {_key(added)} 已是“{known.name}”，不能再是“{added.name}”："
            "如是同一名称的另一种写法，请写进 aliases；如不是，请更正编码或 id。"
        )
    return False


def _key(one: Organisation | Occupation) -> str | None:
    return one.id if isinstance(one, Organisation) else one.code or one.id


def _joined(known: NameT, added: NameT) -> NameT:
    changes: dict[str, object] = {"aliases": tuple(dict.fromkeys((*known.aliases, *added.aliases)))}
    if isinstance(known, Occupation) and isinstance(added, Occupation):
        changes["specialisations"] = _specialisations(known.specialisations, added.specialisations)
        changes["code"] = known.code or added.code
    return known.model_copy(update=changes)


def _specialisations(
    known: Sequence[Specialisation], added: Iterable[Specialisation]
) -> tuple[Specialisation, ...]:
    found = {one.name: one for one in known}
    for one in added:
        aliases = (*found[one.name].aliases, *one.aliases) if one.name in found else one.aliases
        found[one.name] = Specialisation(name=one.name, aliases=tuple(dict.fromkeys(aliases)))
    return tuple(found.values())


def _written(one: Organisation | Occupation) -> Iterable[str]:
    yield from (one.name, *one.aliases)
    for special in one.specialisations if isinstance(one, Occupation) else ():
        yield from (special.name, *special.aliases)
