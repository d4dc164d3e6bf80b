"""The training messages as texts: how people ask in this field."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

import yaml

_FILE = Path(__file__).parents[1] / "data" / "nlu.yml"


def examples(without: Container[str] = ()) -> list[str]:
    """Every message of nlu.yml, in its order; those of some intents may be left out."""
    # The C loader: the file has thousands of lines, and a desk is opened while people wait for the service.
    raw = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # it is the safe one
    asked = (one for one in raw["nlu"] if one["intent"] not in without)
    lines = (line for one in asked for line in one["examples"].splitlines())
    return [line.removeprefix("- ").strip() for line in lines]
