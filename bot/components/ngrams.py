"""What a classifier counts in a message: its words, its characters, and how it sounds.

Standard library only: the dialogue engine's process imports it, and so do tests in the other environment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

LONGEST = 3  # characters or syllables in a row


def words(tokens: Sequence[str]) -> list[str]:
    """Each word."""
    return list(tokens)


def characters(tokens: Sequence[str]) -> list[str]:
    """Up to three characters in a row, across words."""
    return list(_runs("".join(tokens)))


def sounds(tokens: Sequence[str], syllables: Mapping[str, str]) -> list[str]:
    """Up to three syllables in a row: a character misheard or mistyped for another of its sound changes nothing.

    `syllables`: a syllable without tone for each character; one that has none stands for itself.
    """
    return [" ".join(run) for run in _runs([syllables.get(one, one) for one in "".join(tokens)])]


def _runs(sequence: Sequence[str]) -> Iterator[Sequence[str]]:
    for length in range(1, LONGEST + 1):
        yield from (sequence[i : i + length] for i in range(len(sequence) - length + 1))
