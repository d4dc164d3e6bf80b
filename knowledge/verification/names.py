"""Names of organisations and occupations are the lexicon's official ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.errors import UnknownNameError
from knowledge.library import Library
from knowledge.verification.problem import Complaint


def names(
    library: Library, organisations: Iterable[str] = (), occupations: Iterable[str] = ()
) -> Iterator[Complaint]:
    """Complain about unknown names and about aliases where the official name belongs."""
    lexicon = library.lexicon
    for kind, found, resolve in (
        ("organisation", organisations, lexicon.organisation),
        ("occupation", occupations, lexicon.occupation),
    ):
        for name in found:
            try:
                official = resolve(name).name
            except UnknownNameError as error:
                yield Complaint(f"{error}; add it to knowledge/lexicon/{kind}s.yml")
                continue
            if official != name:
                yield Complaint(f"use the official name {official}, not {name}")
