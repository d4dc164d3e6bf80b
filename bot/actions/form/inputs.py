"""One input of a form: the question, answers to press, and what a bare reply to it says in full."""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMBER = r"(?:\d{1,2}(?:\.\d)?|[一二两三四五六七八九十半]{1,3})"


@dataclass(frozen=True)
class Input:
    """`said`: bare replies, each with the sentence that it stands for (`{}` is the reply). `buttons` are replies too."""

    question: str
    buttons: tuple[str, ...]
    said: tuple[tuple[re.Pattern[str], str], ...] = ()


def asked_input(question: str, buttons: str, *said: tuple[str, str]) -> Input:
    """An input from its words; buttons are parted by spaces."""
    whole = tuple((re.compile(rf"(?:{pattern})"), sentence) for pattern, sentence in said)
    return Input(question, tuple(buttons.split()), whole)
