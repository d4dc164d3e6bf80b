"""What an assessment costs."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.facts.common import Fact
from knowledge.models import Level, Strict


class Component(Strict):
    """One part of a fee, in yuan."""

    name: str
    amount: float = Field(gt=0)


class Retake(Strict):
    """What a retake costs; `per_module` prices one module each."""

    basis: Literal["per_module", "not_stated"]
    components: tuple[Component, ...] = ()


class FeeFact(Fact):
    """What an organisation charges for one occupation and level, in yuan; `total` None where none is printed."""

    occupation: str
    level: Level
    components: tuple[Component, ...] = Field(min_length=1)
    total: float | None
    retake: Retake
