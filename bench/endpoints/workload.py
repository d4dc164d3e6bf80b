"""What both sides are asked, endpoint by endpoint, as data and as HTTP requests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

FILE = Path(__file__).parents[1] / "endpoints.yml"
METHODS = {
    "fees": "GET",
    "schedule": "GET",
    "contacts": "GET",
    "directory": "GET",
    "retake-validity": "GET",
    "eligibility": "POST",
}


@dataclass(frozen=True)
class Ask:
    """One request. `query` and `body` are encoded as they are sent; one of them is empty."""

    endpoint: str
    query: str
    body: str

    @property
    def method(self) -> str:
        """GET or POST."""
        return METHODS[self.endpoint]

    @property
    def path(self) -> str:
        """The path without the query."""
        return f"/v1/{self.endpoint}"

    @property
    def target(self) -> str:
        """The path with the query."""
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def key(self) -> str:
        """What tells it from the others of its endpoint."""
        return self.body or self.query


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    endpoints: dict[str, tuple[dict[str, Any], ...]] = Field(min_length=1)

    @model_validator(mode="after")
    def _known(self) -> _File:
        if set(self.endpoints) != set(METHODS):
            raise ValueError(f"endpoints {sorted(self.endpoints)}, expected {sorted(METHODS)}")
        return self


def load_asks(path: Path = FILE) -> dict[str, tuple[Ask, ...]]:
    """Read the requests of each endpoint. Raises `pydantic.ValidationError`."""
    file = _File.model_validate({"endpoints": yaml.safe_load(path.read_text(encoding="utf-8"))})
    return {name: tuple(_ask(name, one) for one in file.endpoints[name]) for name in METHODS}


def _ask(endpoint: str, given: dict[str, Any]) -> Ask:
    if METHODS[endpoint] == "GET":
        return Ask(endpoint, urlencode(given), "")
    return Ask(endpoint, "", json.dumps(given, ensure_ascii=False))
