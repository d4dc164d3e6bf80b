"""What people take a notice to say (premises.yml), and which of it a message says or denies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.wording.numerals import chinese_number

_FILE = Path(__file__).with_name("premises.yml")
_KEYS = {
    "about",
    "said",
    "denied",
    "when",
    "unless",
    "stated",
    "silent",
    "tell",
    "topic",
    "programme",
    "levels",
    "least",
}
_NEVER = r"(?!)"


@dataclass(frozen=True)
class Stated:
    """Words of a notice that decide: whether what is `said` holds, and what the notice says instead."""

    words: re.Pattern[str]
    holds: bool
    tell: str


@dataclass(frozen=True)
class Premise:
    """One thing that people believe. Without `stated` it is about a silence: `silent` are the words looked for."""

    about: str
    said: re.Pattern[str]
    denied: re.Pattern[str]
    when: re.Pattern[str]
    unless: re.Pattern[str]
    stated: tuple[Stated, ...]
    silent: re.Pattern[str] | None
    tell: str
    topic: str | None
    programme: bool
    levels: bool
    least: bool


@dataclass(frozen=True)
class Heard:
    """A premise in a message: taken to hold or not, with the figure that is claimed."""

    premise: Premise
    holds: bool
    number: int | None = None
    words: str = ""


def heard(text: str) -> Iterator[Heard]:
    """The premises that the message says or denies, in the order of the file."""
    for one in premises():
        if not one.when.search(text) or one.unless.search(text):
            continue
        if one.denied.search(text):
            yield Heard(one, holds=False)
        elif found := one.said.search(text):
            number = found.groupdict().get("n")
            yield Heard(one, True, number_of(number) if number else None, found.group())


def number_of(numeral: str) -> int | None:
    """The number of Chinese or Arabic digits; None for what is no whole number (半)."""
    try:
        return int(numeral) if numeral.isdigit() else chinese_number(numeral)
    except KeyError:
        return None


@cache
def premises() -> tuple[Premise, ...]:
    """All of premises.yml.

    Raises:
        ValueError: an entry has an unknown key.
    """
    return tuple(map(_premise, yaml.safe_load(_FILE.read_text(encoding="utf-8"))))


def _premise(raw: dict[str, Any]) -> Premise:
    if unknown := raw.keys() - _KEYS:
        raise ValueError(
            f"{_FILE}: unknown keys {sorted(unknown)} in {raw.get('about')}; allowed: {sorted(_KEYS)}"
        )
    return Premise(
        about=raw["about"],
        said=re.compile(raw["said"]),
        denied=re.compile(raw.get("denied", _NEVER)),
        when=re.compile(raw.get("when", "")),
        unless=re.compile(raw.get("unless", _NEVER)),
        stated=tuple(Stated(re.compile(one["words"]), one["holds"], one["tell"]) for one in raw.get("stated", ())),
        silent=re.compile(raw["silent"]) if "silent" in raw else None,
        tell=raw.get("tell", ""),
        topic=raw.get("topic"),
        programme=raw.get("programme", False),
        levels=raw.get("levels", False),
        least=raw.get("least", False),
    )
