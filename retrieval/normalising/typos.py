"""Slips outside the field's terms (几碘有人接, 拟是真人吗), found by how unlikely they are among what people say here.

A character is read as another of its sound, or two neighbours as swapped, where that makes the text far likelier. What
the lexicon finds and what is a word of the language stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from retrieval.normalising.character_model import CharacterModel, framed
from retrieval.normalising.slips import Slip
from retrieval.normalising.syllables import blur, syllables

_HAN = re.compile(r"[一-鿿]")
# By how much likelier, as natural logarithms; measured on messages of writers whom the model has not read.
_OTHER, _SWAPPED = 10.0, 11.0
_CHARACTERS_PER_SLIP = 8


@dataclass(frozen=True)
class _Edit:
    gain: float
    start: int
    meant: str


class Typos:
    """Finds slips. `cut` segments a text; `is_word` tells a word of the language."""

    def __init__(
        self, model: CharacterModel, cut: Callable[[str], Sequence[str]], is_word: Callable[[str], bool]
    ) -> None:
        self._model, self._cut, self._is_word = model, cut, is_word
        self._alike: dict[str, list[str]] = defaultdict(list)
        self._sound: dict[str, str] = {}
        for one in model.characters:
            if _HAN.fullmatch(one):
                self._alike[self._sounds(one)].append(one)

    def find(self, text: str, right: Sequence[tuple[int, int]]) -> list[Slip]:
        """The slips of a text, none overlapping, in order. `right` are the places of what is known to be right."""
        meant = text
        for _ in range(max(2, len(text) // _CHARACTERS_PER_SLIP)):
            edit = max(self._edits(meant, right), key=lambda one: (one.gain, -one.start, one.meant), default=None)
            if edit is None:
                break
            meant = meant[: edit.start] + edit.meant + meant[edit.start + len(edit.meant) :]
        return list(self._words(text, meant)) if meant != text else []

    def _edits(self, text: str, right: Sequence[tuple[int, int]]) -> Iterator[_Edit]:
        fixed = self._fixed(text, right)
        padded = framed(text)
        for at, character in enumerate(text):
            if not _HAN.fullmatch(character):
                continue
            if not fixed[at]:
                yield from self._others(padded, at, character)
            after = text[at + 1 : at + 2]
            if _HAN.fullmatch(after) and after != character and not (fixed[at] and fixed[at + 1]):
                yield from self._likelier(padded, at, 2, [after + character], _SWAPPED)

    def _others(self, padded: str, at: int, character: str) -> Iterator[_Edit]:
        others = self._alike.get(self._sounds(character), ())
        yield from self._likelier(padded, at, 1, (one for one in others if one != character), _OTHER)

    def _likelier(self, padded: str, at: int, length: int, meant: Iterable[str], least: float) -> Iterator[_Edit]:
        """Those of equal length that make the text likelier by more than `least`."""
        start, end = at + 2, at + 2 + length
        # What stands up to two places behind depends on what is changed.
        before = self._model.log_likelihood(padded, start, end + 2)
        if -before <= least:  # nothing is likelier than certain
            return
        for other in meant:
            changed = padded[:start] + other + padded[end:]
            gain = self._model.log_likelihood(changed, start, end + 2) - before
            if gain > least:
                yield _Edit(gain - least, at, other)

    def _fixed(self, text: str, right: Sequence[tuple[int, int]]) -> list[bool]:
        """Which characters stay."""
        fixed = [False] * len(text)
        for start, end in [*right, *self._long_words(text)]:
            fixed[start:end] = [True] * (end - start)
        return fixed

    def _long_words(self, text: str) -> Iterator[tuple[int, int]]:
        at = 0
        for word in self._cut(text):
            if len(word) > 1 and self._is_word(word):
                yield at, at + len(word)
            at += len(word)

    def _words(self, said: str, meant: str) -> Iterator[Slip]:
        """What was changed, as the words of the text as it was meant; neighbours together."""
        begun, at = 0, 0
        for word in [*self._cut(meant), ""]:
            end = at + len(word)
            if said[at:end] == meant[at:end]:
                if begun < at:
                    yield Slip(begun, at, said[begun:at], meant[begun:at])
                begun = end
            at = end

    def _sounds(self, character: str) -> str:
        known = self._sound.get(character)
        if known is None:
            known = self._sound[character] = blur(syllables(character))[0]
        return known
