"""How likely a character is after two others, learned from the field's own texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log

_KINDS = 6000  # characters that may come: none is impossible
_START, _END = "\x02", "\x03"
_MOST_KEPT = 200_000  # logarithms that are kept, before all are worked out anew


class CharacterModel:
    """A trigram model of characters with Witten–Bell smoothing: what was never seen falls back to shorter contexts."""

    def __init__(self, texts: Iterable[str]) -> None:
        one, two, three = Counter[str](), Counter[str](), Counter[str]()
        for text in texts:
            padded = framed(text)
            one.update(padded[2:])
            two.update(padded[i - 1 : i + 1] for i in range(2, len(padded)))
            three.update(padded[i - 2 : i + 1] for i in range(2, len(padded)))
        self._one, self._two, self._three = one, two, three
        self._after_one, self._kinds_after_one = _contexts(two)
        self._after_two, self._kinds_after_two = _contexts(three)
        self._total = sum(one.values())
        self._known: dict[str, float] = {}

    @property
    def characters(self) -> list[str]:
        """All that were seen, in a fixed order."""
        return sorted(set(self._one) - {_END})

    def times(self, character: str) -> int:
        """How often it was seen."""
        return self._one[character]

    def log_likelihood(self, padded: str, start: int, end: int) -> float:
        """Natural logarithm of how likely the characters `start:end` of a framed text are, each after the two before it."""
        return sum(self._after(padded[i - 2 : i + 1]) for i in range(start, min(end, len(padded))))

    def _after(self, triple: str) -> float:
        known = self._known.get(triple)
        if known is None:
            known = self._known[triple] = log(self._probability(triple))
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
        return known

    def _probability(self, triple: str) -> float:
        last, pair, context = triple[2], triple[1:], triple[:2]
        alone = (self._one[last] + 0.5) / (self._total + 0.5 * _KINDS)
        after_one = _smoothed(self._two[pair], self._after_one[triple[1]], self._kinds_after_one[triple[1]], alone)
        return _smoothed(self._three[triple], self._after_two[context], self._kinds_after_two[context], after_one)


def framed(text: str) -> str:
    """The text with two marks before it and one behind: character i stands at i + 2."""
    return f"{_START}{_START}{text}{_END}"


def _contexts(counts: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each context came, and with how many different characters behind it."""
    times, kinds = Counter[str](), Counter[str]()
    for run, count in counts.items():
        times[run[:-1]] += count
        kinds[run[:-1]] += 1
    return times, kinds


def _smoothed(count: int, times: int, kinds: int, shorter: float) -> float:
    return (count + kinds * shorter) / (times + kinds) if times else shorter
