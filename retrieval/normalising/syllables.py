"""How text sounds: toneless syllables, and the pairs of sounds that speech, dialects and typing confuse."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pypinyin import Style, lazy_pinyin

Syllables = tuple[str, ...]

_LATIN = re.compile(r"[a-z]+")
_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
_FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


def syllables(text: str) -> Syllables:
    """One syllable a character; a character that has none stands for itself."""
    return tuple(lazy_pinyin(text, style=Style.NORMAL, errors=_each))


def _each(foreign: str) -> Any:
    """The characters one by one: the library takes a list here, though its types say text."""
    return list(foreign)


@cache
def blurred(syllable: str) -> str:
    """The syllable with what is confused made equal: zh/z, ch/c, sh/s, n/l, ang/an, eng/en, ing/in."""
    if not _LATIN.fullmatch(syllable):
        return syllable
    for initial, plain in _INITIALS:
        if syllable.startswith(initial):
            syllable = plain + syllable.removeprefix(initial)
            break
    for final, plain in _FINALS:
        if syllable.endswith(final):
            return syllable.removesuffix(final) + plain
    return syllable


def blur(sounds: Syllables) -> Syllables:
    """Every syllable blurred."""
    return tuple(blurred(one) for one in sounds)
