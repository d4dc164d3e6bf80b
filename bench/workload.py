"""What both sides are asked: conversations as data."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

FILE = Path(__file__).with_name("dialogue.yml")


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Conversation(_Strict):
    """One person's messages, in order."""

    title: str = Field(min_length=1)
    turns: tuple[str, ...] = Field(min_length=1)


class Workload(_Strict):
    """Every conversation, and the moment that the answers are for."""

    as_of: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    conversations: tuple[Conversation, ...] = Field(min_length=1)

    @property
    def size(self) -> int:
        """Turns in all conversations together."""
        return sum(len(one.turns) for one in self.conversations)


def load_workload(path: Path = FILE) -> Workload:
    """Read and check the workload. Raises `pydantic.ValidationError`."""
    return Workload.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
