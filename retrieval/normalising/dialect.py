"""How other regions ask: 几钿, 好多钱, 几多钱 are all 多少钱. Read as the standard word, before anything else is understood."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml


def standard(text: str) -> str:
    """The text with the dialects' words of asking put into those of the standard language."""
    for said, word in _words():
        text = said.sub(word, text)
    return text


@cache
def _words() -> tuple[tuple[re.Pattern[str], str], ...]:
    raw = yaml.safe_load(Path(__file__).with_name("dialect.yml").read_text(encoding="utf-8"))
    return tuple((re.compile("|".join(said)), word) for word, said in raw.items())
