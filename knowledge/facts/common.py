"""What facts are made of: marked values whose words or figures must stand in the fact's quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from knowledge.models import Source, Strict


@dataclass(frozen=True)
class InQuote:
    """Marks a text that must stand word for word in one of the fact's quotes."""


@dataclass(frozen=True)
class Stated:
    """Marks a number that must stand in one of the fact's quotes with one of these units, in digits or 汉字."""

    unit: str
    or_unit: str | None = None


Verbatim = Annotated[str, InQuote(), Field(min_length=1)]
Years = Annotated[int, Stated("年"), Field(gt=0)]
Days = Annotated[int, Stated("日", "天"), Field(gt=0)]
MonthCount = Annotated[int, Stated("个月"), Field(gt=0)]
WorkingDays = Annotated[int, Stated("个工作日"), Field(gt=0)]
Weeks = Annotated[int, Stated("周"), Field(gt=0)]
Months = Annotated[int, Stated("月"), Field(ge=1, le=12)]
People = Annotated[int, Stated("人"), Field(gt=0)]
LessonHours = Annotated[int, Stated("课时"), Field(gt=0)]
Percent = Annotated[int, Stated("%"), Field(gt=0, le=100)]


class Fact(Strict):
    """A statement of a notice with the clauses and words it was read from."""

    sources: tuple[Source, ...] = Field(min_length=1)
