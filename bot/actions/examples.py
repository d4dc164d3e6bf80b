"""The training messages as texts: how people ask in this field."""

from __future__ import annotations

from pathlib import Path

import yaml

_FILE = Path(__file__).parents[1] / "data" / "nlu.yml"


def examples() -> list[str]:
    """Every message of nlu.yml, in its order."""
    # The C loader: the file has thousands of lines, and a desk is opened while people wait for the service.
    raw = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # it is the safe one
    lines = (line for one in raw["nlu"] for line in one["examples"].splitlines())
    return [line.removeprefix("- ").strip() for line in lines]
