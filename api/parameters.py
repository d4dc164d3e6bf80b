"""Parameters that several endpoints take, with their limits."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import Annotated, Any

from fastapi import Query
from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from knowledge.lexicon.lexicon import Lexicon
from knowledge.subject import Subject, resolve_subject
from knowledge.validity import parse_as_of

_YEARS = range(2000, 2101)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T|$)", re.ASCII)


def _as_of(value: Any) -> datetime | None:
    if value is None or isinstance(value, datetime):
        return value
    try:
        moment = parse_as_of(value if isinstance(value, str) and _ISO.match(value) else "")
    except (ValueError, OverflowError) as error:
        raise ValueError("应当是日期（2026-03-01）或带时区的时刻（2026-03-01T09:00:00+08:00）") from error
    if moment.year not in _YEARS:
        raise ValueError("年份应当在2000到2100之间")
    return moment


def printable(value: str) -> str:
    """Refuse control characters and lone surrogates, which no person types; keep line breaks."""
    if any(unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\r\t" for char in value):
        raise ValueError("含有控制字符")
    return value


_SCHEMA = {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}
AsOf = Annotated[datetime | None, BeforeValidator(_as_of), WithJsonSchema(_SCHEMA)]
Name = Annotated[str | None, Query(min_length=1, max_length=100), AfterValidator(lambda v: v and printable(v))]
LevelNumber = Annotated[int | None, Query(ge=1, le=5, description="5 五级 … 1 一级")]


def subject(
    lexicon: Lexicon, organisation: str | None, occupation: str | None = None, level: int | None = None
) -> Subject:
    """Resolve the names that a client gave. Raises UnknownNameError, which becomes a 404 problem."""
    return resolve_subject(lexicon, organisation, occupation, level)
