"""The labelled questions: written from the notices by people who saw neither the program nor what it is trained on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from bench.evaluation.scoring import is_under
from knowledge.validity import parse_as_of
from retrieval.passages import Passage

FOLDER = Path(__file__).parent / "questions"
_AS_OF = "2026-06-01"


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
    as_of: str = _AS_OF


@dataclass(frozen=True)
class Sought:
    """A question, and the passages that answer it (`Passage.twin_key`: what several notices share counts once)."""

    question: str
    as_of: datetime
    answers: frozenset[str]


def load_labelled(folder: Path = FOLDER) -> list[Labelled]:
    """All questions, in order."""
    files = sorted(folder.glob("*.yml"))
    raw = [one for file in files for one in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)]
    return [Labelled.model_validate(one) for one in raw]


def sought(one: Labelled, passages: Sequence[Passage]) -> Sought:
    """The question with the passages that answer it, which may be none where a label is wrong."""
    found = {passage.twin_key for place in one.answers for passage in passages if _is_at(place, passage)}
    return Sought(one.question, parse_as_of(one.as_of), frozenset(found))


def _is_at(place: Place, passage: Passage) -> bool:
    if passage.notice_id != place.notice or not is_under(place.clause, passage.clause):
        return False
    says = _plain(place.says)
    return any(says in _plain(text) for text in (passage.quote, passage.text, *passage.origins))


def _plain(text: str) -> str:
    """Without white space and what draws a table."""
    return re.sub(r"[\s|^<]", "", text)
