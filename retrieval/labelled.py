"""Questions with the passages that answer them: by these search is tuned and judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from knowledge.clause_path import is_under
from knowledge.validity import parse_as_of
from retrieval.passages import Passage

_AS_OF = date(2026, 6, 1)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class Place(_Strict):
    """A clause that answers; `says`: words of the very sentence or row, where the clause has several."""

    notice: str
    clause: str
    says: str = ""


class Labelled(_Strict):
    """A question with every clause that answers it."""

    question: str = Field(min_length=1, max_length=500)
    answers: tuple[Place, ...] = Field(min_length=1)
    as_of: date = _AS_OF


@dataclass(frozen=True)
class Sought:
    """A question, and the passages that answer it (`Passage.twin_key`: what several notices share counts once)."""

    question: str
    as_of: datetime
    answers: frozenset[str]


def load_labelled(files: Iterable[Path]) -> list[Labelled]:
    """The questions of all files, in order."""
    raw = [one for file in files for one in _read(file)]
    return [Labelled.model_validate(one) for one in raw]


def sought(one: Labelled, passages: Sequence[Passage]) -> Sought:
    """The question with the passages that answer it, which may be none where a label is wrong."""
    found = {passage.twin_key for place in one.answers for passage in passages if is_at(place, passage)}
    return Sought(one.question, parse_as_of(one.as_of.isoformat()), frozenset(found))


def is_at(place: Place, passage: Passage) -> bool:
    """Whether the passage is the one that is meant."""
    if passage.notice_id != place.notice or not is_under(place.clause, passage.clause):
        return False
    says = _plain(place.says)
    return any(says in _plain(text) for text in (passage.quote, passage.text, *passage.origins))


def _plain(text: str) -> str:
    """Without white space and what draws a table."""
    return re.sub(r"[\s|^<]", "", text)


def _read(file: Path) -> list[dict[str, Any]]:
    raw: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return raw
