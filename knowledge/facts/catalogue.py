"""Who may assess what."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.facts.common import Fact
from knowledge.models import Level

CODE = r"^\d-\d{2}-\d{2}-(\d{2}|Z\d)$"
Kind = Literal["skill_level", "special_ability"]


class CatalogueFact(Fact):
    """An organisation may assess an occupation at these levels (none for special abilities)."""

    organisation: str
    registration_number: str | None
    code: str | None = Field(pattern=CODE)
    occupation: str
    levels: tuple[Level, ...]
    kind: Kind
