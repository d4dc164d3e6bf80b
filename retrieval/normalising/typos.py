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
# By how much likelier, as natural logarithms: by the characters in a row and by the words together. Measured on
# messages of writers whom the model has not read.
_OTHER, _SWAPPED, _AMOUNT_SWAPPED = 13.0, 13.0, 8.0
_OTHER_THAN_USUAL, _USUAL = 16.0, 10  # where the character itself was read so many times: 什么都不勾
_BY_CHARACTERS = 4.0  # what is not likelier by the characters alone is never another
_BY_CHARACTERS_ALONE = 11.0  # from which it need not be likelier by the words, if it is not less likely
_AROUND = 4  # characters to each side within which a change may make other words
_AMOUNT = re.compile(
    r"(?<![一二两三四五六七八九十])[一二两三四五六七八九十几]+个?半?(?:年|级|岁|天|次|门|科|人|月|号|块)"
)
# 盖好章, 缴完费 and 下了班 are as they should be: what stands within a verb of two parts is no slip.
_WITHIN_VERBS = frozenset("了完好过着")
# Words of speech and dialect that no text of the field has; 戴 (戴耳机), 勾 (不勾); and 补, that is never 不.
_KEPT = frozenset("咯哒嘞啵伊侬戴补勾")
_CHARACTERS_PER_SLIP = 8
_MOST_KEPT = 50_000  # likelihoods of stretches that are kept, before all are worked out anew


@dataclass(frozen=True)
class _Edit:
    gain: float
    start: int
    meant: str


class Typos:
    """Finds slips. `cut` segments a text; `is_word` tells a word of the language."""

    def __init__(
        self,
        model: CharacterModel,
        cut: Callable[[str], Sequence[str]],
        is_word: Callable[[str], bool],
        word_likelihood: Callable[[str], float],
    ) -> None:
        self._model, self._cut, self._is_word, self._word_likelihood = model, cut, is_word, word_likelihood
        self._alike: dict[str, list[str]] = defaultdict(list)
        self._sound: dict[str, str] = {}
        self._likely: dict[str, float] = {}
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
            if not fixed[at] and character not in _KEPT:
                yield from self._others(padded, at, character)
            after = text[at + 1 : at + 2]
            swappable = _HAN.fullmatch(after) and after != character and not (fixed[at] and fixed[at + 1])
            if swappable and not self._within_a_verb(padded, at + 2):
                least = _AMOUNT_SWAPPED if _makes_an_amount(text, at) else _SWAPPED
                yield from self._likelier(padded, at, 2, [after + character], least)

    def _others(self, padded: str, at: int, character: str) -> Iterator[_Edit]:
        others = self._alike.get(self._sounds(character), ())
        least = _OTHER_THAN_USUAL if self._model.times(character) >= _USUAL else _OTHER
        yield from self._likelier(padded, at, 1, (one for one in others if one != character), least)

    def _likelier(self, padded: str, at: int, length: int, meant: Iterable[str], least: float) -> Iterator[_Edit]:
        """Those of equal length that make the text likelier by more than `least`."""
        first = max(2, at + 2 - _AROUND)
        start, end = at + 2, at + 2 + length
        # What stands up to two places behind depends on what is changed.
        before = self._model.log_likelihood(padded, start, end + 2)
        if -before <= _BY_CHARACTERS:  # nothing is likelier than certain
            return
        last = min(len(padded) - 1, end + _AROUND)
        for other in meant:
            changed = padded[:start] + other + padded[end:]
            by_characters = self._model.log_likelihood(changed, start, end + 2) - before
            if by_characters > _BY_CHARACTERS:
                by_words = self._by_words(changed[first:last]) - self._by_words(padded[first:last])
                sure = by_characters > _BY_CHARACTERS_ALONE and by_words > 0
                if sure or by_characters + by_words > least:
                    yield _Edit(by_characters + by_words - least, at, other)

    def _within_a_verb(self, padded: str, at: int) -> bool:
        """Whether one of the two characters parts a verb: 盖好章, 缴完费."""
        first, second = padded[at], padded[at + 1]
        return (second in _WITHIN_VERBS and self._is_word(first + padded[at + 2])) or (
            first in _WITHIN_VERBS and self._is_word(padded[at - 1] + second)
        )

    def _by_words(self, text: str) -> float:
        known = self._likely.get(text)
        if known is None:
            if len(self._likely) > _MOST_KEPT:
                self._likely.clear()
            known = self._likely[text] = self._word_likelihood(text)
        return known

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


def _makes_an_amount(text: str, at: int) -> bool:
    """Whether swapping the two characters puts a number and its unit together, and parts none: 年八, 一考级."""
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return _amounts(swapped) > _amounts(text)


def _amounts(text: str) -> int:
    return sum(len(one.group()) for one in _AMOUNT.finditer(text))
