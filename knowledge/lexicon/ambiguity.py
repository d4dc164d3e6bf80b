"""Everyday names that several occupations share: no alias, but a question back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import TypeAdapter

from knowledge.errors import KnowledgeError
from knowledge.lexicon.matching import Alias

AMBIGUOUS = "ambiguous"
"""Kind of such a word beside the kinds of names, so that a longer name around it is found first."""


class Ambiguity(NamedTuple):
    """The word as the file writes it, and the official names of what it may mean, the likeliest first."""

    word: str
    names: tuple[str, ...]


def ambiguous_aliases(words: Mapping[str, tuple[str, ...]]) -> Iterator[Alias]:
    """The words as the matcher takes them."""
    return (Alias(AMBIGUOUS, word, word) for word in words)


def read_ambiguous(file: Path) -> dict[str, tuple[str, ...]]:
    """Read `word → official names or codes`; a missing file has none. Raises KnowledgeError."""
    if not file.is_file():
        return {}
    try:
        raw = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        return TypeAdapter(dict[str, tuple[str, ...]]).validate_python(raw)
    except (yaml.YAMLError, ValueError) as error:
        raise KnowledgeError(f"{file}: {error}") from error
