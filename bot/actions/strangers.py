"""Names that nobody here knows: an occupation that no notice lists, an organisation that none mentions.

They must not be overlooked: 「潜水员多少钱」 after a talk about tea would else be answered with the price of tea.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from retrieval.analysis import segment, stop_words

_ASKING = re.compile(r"^(?:想?考个?|有没有)|(?:的?(?:有证|证书?|哪考|多少钱|在哪儿?))+$")


@cache
def _generic(kind: str) -> frozenset[str]:
    raw = yaml.safe_load(Path(__file__).with_name("generic_words.yml").read_text(encoding="utf-8"))
    return frozenset(raw[kind])


def strange_occupation(text: str) -> str | None:
    """A word of the text (without its known names) that looks like an occupation."""
    for word in segment(text):
        looks_like_one = len(word) > 1 and word[-1] in "员师工"
        if looks_like_one and not any(word.endswith(one) for one in _generic("occupation")):
            return word
    return None


def strange_organisation(text: str) -> str | None:
    """A university or college in the text (without its known names); other kinds have no safe mark."""
    for word in segment(text):
        if len(word) > 3 and word.endswith(("大学", "学院")) and word not in _generic("organisation"):
            return word
    return None


def name_asked(text: str) -> str:
    """What is left of a question without the words of asking: perhaps a name that is written otherwise."""
    return _ASKING.sub("", "".join(word for word in segment(text) if word not in stop_words()))
