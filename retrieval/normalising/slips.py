"""Known words behind what was mistyped or misheard: 人工只能训练师, 报明费, 三极.

A stretch of text is read as a known word where it sounds the same, or differs from a long one in a single character,
and is not right as it stands. Nothing is changed within what the lexicon finds, within another word of the language,
or where a word of grammar would have to go (不考 is not 补考).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from retrieval.normalising.syllables import Syllables, blur, syllables

_HAN = re.compile(r"[一-鿿]{2,}")
_GRAMMAR = frozenset("不的了是在有我你他会要就没也都好还吗呢和跟与及到去来能可很再又这那哪几多少么什只")
_JOINING = frozenset("是在有和跟对给向从到去问找叫让被把就的了吗呢")  # 是人社局 is not 市人社局
_MEASURED = re.compile(r"[哪这那几各每某][种个门次科场项回]$")  # 哪种考 is not 哪重考
_SHORTEST, _NUMBERS = 3, frozenset("一二三四五六七八九十几")
_LONG = 4  # characters from which a word may differ in half of them, if it sounds the same
_EDITED, _LOST = 6, 7  # from which one within may be another or too many; from which one may be lost


@dataclass(frozen=True)
class Slip:
    """`said` stands at `start:end` of the text and is read as `meant`."""

    start: int
    end: int
    said: str
    meant: str


@dataclass(frozen=True)
class _Run:
    """A stretch of 汉字: its characters, their sounds, and the words that it is cut into, as places."""

    text: str
    sounds: Syllables
    blurred: Syllables
    words: tuple[tuple[int, int], ...]


class Slips:
    """Finds slips of known words. `cut` segments a text; `is_word` tells a word of the language."""

    def __init__(
        self, words: Iterable[str], cut: Callable[[str], Sequence[str]], is_word: Callable[[str], bool]
    ) -> None:
        self._known = {word for word in words if _HAN.fullmatch(word)}
        self._cut, self._is_word = cut, is_word
        self._alike: dict[Syllables, list[tuple[str, Syllables]]] = defaultdict(list)
        self._edges: dict[tuple[str, Syllables], list[tuple[str, Syllables]]] = defaultdict(list)
        for word in sorted(self._known, key=lambda one: (-len(one), one)):
            sounds = syllables(word)
            self._alike[blur(sounds)].append((word, sounds))
            if len(word) >= _EDITED:
                self._edges["start", blur(sounds[:2])].append((word, blur(sounds)))
                self._edges["end", blur(sounds[-2:])].append((word, blur(sounds)))
        self._shuffled: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for word in sorted(self._known):
            self._shuffled[tuple(sorted(word))].append(word)
        self._lengths = sorted({len(word) for word in self._known}, reverse=True)

    def find(self, text: str, right: Sequence[tuple[int, int]]) -> list[Slip]:
        """The slips of a text, none overlapping, in order. `right` are the places of what is known to be right."""
        found: list[Slip] = []
        for match in _HAN.finditer(text):
            run = self._run(match.group())
            shifted = [(start - match.start(), end - match.start()) for start, end in right]
            for one in self._in_run(run, shifted):
                found.append(Slip(one.start + match.start(), one.end + match.start(), one.said, one.meant))
        return found

    def _run(self, text: str) -> _Run:
        words, at = [], 0
        for word in self._cut(text):
            words.append((at, at + len(word)))
            at += len(word)
        sounds = syllables(text)
        return _Run(text, sounds, blur(sounds), tuple(words))

    def _in_run(self, run: _Run, right: Sequence[tuple[int, int]]) -> list[Slip]:
        known = [*right, *self._exact(run)]
        chosen: list[Slip] = []
        # What has all the right characters comes first, then what sounds the same.
        ways = (self._by_swap_at_edge, self._by_sound, self._by_swap, self._by_one_character)
        for found in (way(run) for way in ways):
            candidates = [one for one in found if not any(_blocks(place, one) for place in known)]
            for one in sorted(candidates, key=_likeliest_first):
                if all(one.end <= other.start or other.end <= one.start for other in chosen):
                    chosen.append(one)
        return sorted(chosen, key=lambda one: one.start)

    def _exact(self, run: _Run) -> list[tuple[int, int]]:
        """Where known words stand as they should."""
        places = []
        for start in range(len(run.text)):
            left = len(run.text) - start
            length = next(
                (n for n in self._lengths if n <= left and run.text[start : start + n] in self._known), 0
            )
            if length:
                places.append((start, start + length))
        return places

    def _by_sound(self, run: _Run) -> Iterable[Slip]:
        for start in range(len(run.text) - 1):
            for length in self._lengths:
                end = start + length
                for word, sounds in self._alike.get(run.blurred[start:end], ()) if end <= len(run.text) else ():
                    said = run.text[start:end]
                    if said != word and self._is_slip(run, start, end, word, run.sounds[start:end] == sounds):
                        yield Slip(start, end, said, word)

    def _by_swap(self, run: _Run) -> Iterable[Slip]:
        """Two neighbours in each other's place: 报费名, 考准证."""
        for start in range(len(run.text) - 1):
            for length in self._lengths:
                end = start + length
                said = run.text[start:end]
                for word in self._shuffled.get(tuple(sorted(said)), ()) if end <= len(run.text) else ():
                    pair_of_asking = len(word) == 2 and bool(_GRAMMAR & set(word))
                    swapped = _are_swapped(said, word) and not pair_of_asking
                    if swapped and not self._is_right(run, start, end):
                        yield Slip(start, end, said, word)

    def _by_swap_at_edge(self, run: _Run) -> Iterable[Slip]:
        """A word's first or last character in the place of its neighbour's: 能人考工智能训练师, 训练四师级."""
        for start in range(len(run.text) - _SHORTEST):
            for length in self._lengths:
                said = run.text[start : start + length + 1]
                if length < _SHORTEST or len(said) <= length:
                    continue
                first, last = said[1] + said[0] + said[2:], said[:-2] + said[-1] + said[-2]
                if first[1:] in self._known and self._strayed(said[1], length, said[:2]):
                    yield Slip(start, start + len(said), said, first)
                elif last[:-1] in self._known and self._strayed(said[-2], length, said[-2:]):
                    yield Slip(start, start + len(said), said, last)

    def _strayed(self, between: str, length: int, pair: str) -> bool:
        """Whether the character stands there by mistake: 职业培训老师 is right, and into short words numbers get alone."""
        return not self._is_word(pair) and pair[0] != pair[1] and (length >= _LONG or between in _NUMBERS)

    def _is_right(self, run: _Run, start: int, end: int) -> bool:
        """Whether the stretch is a word as it stands, or a part of it belongs to a word that reaches beyond it."""
        said = run.text[start:end]
        if said in self._known or self._is_word(said):
            return True
        return len(said) < _LONG and any(self._reaches_beyond(run, start, end, at) for at in range(start, end))

    def _is_slip(self, run: _Run, start: int, end: int, word: str, same: bool) -> bool:
        """Whether the stretch, which sounds like the word, is not right as it stands."""
        said = run.text[start:end]
        changed = [i for i in range(len(said)) if said[i] != word[i]]
        if said in self._known or self._is_word(said) or _MEASURED.search(run.text[: start + 1]):
            return False
        if len(word) >= _LONG:
            return len(changed) <= len(word) // 2 and (
                len(word) >= _EDITED or not any(said[i] in _JOINING for i in changed if i in (0, len(said) - 1))
            )
        if not same or len(changed) > 1 or said[changed[0]] in _GRAMMAR:
            return False
        return not self._is_right(run, start, end)

    def _reaches_beyond(self, run: _Run, start: int, end: int, place: int) -> bool:
        """Whether the character belongs to a word of the language that does not end with the stretch."""
        first, last = next((one for one in run.words if one[0] <= place < one[1]), (place, place + 1))
        return (first < start or last > end) and self._is_word(run.text[first:last])

    def _by_one_character(self, run: _Run) -> Iterable[Slip]:
        """A long word with one character wrong, lost or too many, found by how it begins or ends."""
        for at in range(len(run.text) - 1):
            pair = run.blurred[at : at + 2]
            for word, sounds in self._edges.get(("start", pair), ()):
                yield from self._edited(run, word, sounds, [(at, at + len(word) + d) for d in (-1, 0, 1)])
            for word, sounds in self._edges.get(("end", pair), ()):
                yield from self._edited(run, word, sounds, [(at + 2 - len(word) - d, at + 2) for d in (-1, 0, 1)])

    def _edited(
        self, run: _Run, word: str, sounds: Syllables, places: Sequence[tuple[int, int]]
    ) -> Iterable[Slip]:
        for start, end in places:
            if start < 0 or end > len(run.text):
                continue
            said = run.text[start:end]
            if said in self._known or len(word) < (_EDITED if len(said) >= len(word) else _LOST):
                continue
            wrong = _one_edit(run.blurred[start:end], sounds)
            # A word that only begins or ends otherwise is likely another word, or the next one.
            within = wrong is not None and 0 < wrong < len(said) - 1
            if wrong is None or not within:
                continue
            if len(said) == len(word) and any(said[i] in _JOINING and said[i] != word[i] for i in (0, -1)):
                continue  # 是考行业协会 is not 食品行业协会
            if said[wrong] in _GRAMMAR and len(said) >= len(word) and said[wrong] != said[wrong - 1]:
                continue
            if not self._part_of_another_word(run, start + wrong, word):
                yield Slip(start, end, said, word)

    def _part_of_another_word(self, run: _Run, place: int, word: str) -> bool:
        """Whether the odd character is part of a word of the language that the known word does not hold: 汽车装修工."""
        first, last = next((one for one in run.words if one[0] <= place < one[1]), (place, place))
        other = run.text[first:last]
        return len(other) > 1 and other not in word and self._is_word(other)


def _are_swapped(said: str, word: str) -> bool:
    changed = [i for i in range(len(said)) if said[i] != word[i]]
    return len(changed) == 2 and changed[1] == changed[0] + 1


def _likeliest_first(slip: Slip) -> tuple[int, int, int, str]:
    return -len(slip.said), _differing(slip.said, slip.meant), slip.start, slip.meant


def _differing(said: str, meant: str) -> int:
    return sum(a != b for a, b in zip(said, meant, strict=False)) + abs(len(said) - len(meant))


def _blocks(place: tuple[int, int], slip: Slip) -> bool:
    """A place that is right keeps out whatever overlaps it, but for a longer word that holds all of it."""
    start, end = place
    if end <= slip.start or slip.end <= start:
        return False
    holds = slip.start <= start and end <= slip.end
    return not holds or end - start >= len(slip.meant)


def _one_edit(said: Sequence[str], meant: Sequence[str]) -> int | None:
    """Where the one difference stands in `said`; None where there is none, or more than one."""
    if abs(len(said) - len(meant)) > 1:
        return None
    first = next(
        (i for i, (a, b) in enumerate(zip(said, meant, strict=False)) if a != b), min(len(said), len(meant))
    )
    skip_said, skip_meant = (1, 1) if len(said) == len(meant) else (1, 0) if len(said) > len(meant) else (0, 1)
    rest = list(said[first + skip_said :]) == list(meant[first + skip_meant :])
    return first if rest and (first < len(said) or len(said) != len(meant)) else None
