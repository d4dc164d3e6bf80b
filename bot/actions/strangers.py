"""Names that nobody here knows: an occupation that no notice lists, an organisation that none mentions.

They must not be overlooked: 「潜水员多少钱」 after a talk about tea would else be answered with the price of tea.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from retrieval.analysis import segment, stop_words, words

_SUFFIXES = ("大学", "学院", "协会", "学会", "公司", "集团", "研究所", "研究院")


@cache
def _generic(kind: str) -> frozenset[str]:
    raw = yaml.safe_load(Path(__file__).with_name("generic_words.yml").read_text(encoding="utf-8"))
    return frozenset(raw[kind])


def strange_occupation(text: str) -> str | None:
    """A word of the text (without its known names) that looks like an occupation."""
    for word in words(text):
        if len(word) > 1 and word[-1] in "员师工" and word not in _generic("occupation"):
            return word
    return None


def strange_organisation(text: str) -> str | None:
    """A name in the text (without its known names) that looks like an organisation."""
    tokens = segment(text)
    for before, token in zip(["", *tokens], tokens, strict=False):
        suffix = next((one for one in _SUFFIXES if token.endswith(one)), None)
        if suffix is None:
            continue
        name = token if token != suffix else f"{before}{token}"
        proper = len(before) > 1 if token == suffix else True
        if proper and before not in stop_words() and name not in _generic("organisation"):
            return name
    return None
