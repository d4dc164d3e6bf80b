"""Inexact days and years as they were told: the first and the last that the words allow."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from knowledge.models import Strict

Reading = Literal["latest", "earliest"]


class Span(Strict):
    """First and last day that the person's words allow; the same day where they name it."""

    start: date
    end: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            raise ValueError("a span ends on or after its start")
        return self

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.start == self.end

    def day(self, reading: Reading) -> date:
        """The end that makes everything later, or earlier."""
        return self.end if reading == "latest" else self.start


class Roughly(Strict):
    """Years that were told as a range or roughly, in the person's own words (`said`): at least, and at most."""

    said: str
    least: float
    most: float

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not 0 <= self.least <= self.most:
            raise ValueError("the least years are not more than the most")
        return self

    def years(self, reading: Reading) -> float:
        """The end that makes everything later, or earlier."""
        return self.least if reading == "latest" else self.most
