"""Pinyin typed in place of characters: jishi xiehui dianhua, or without spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from retrieval.normalising.syllables import syllables

_RUN = re.compile(r"(?<![a-z0-9./@:_-])[a-z]+(?:[ '][a-z]+)*(?![a-z0-9/@:_-]|\.[a-z])")
_HAN = re.compile(r"[一-鿿]+")
_LEVEL = re.compile(r"(?<=[1-5一二三四五])\s?ji(?![a-z])")
_FEWEST = 4  # letters: what is shorter is an abbreviation (HR, AI) at least as often


class TypedPinyin:
    """Writes known words out. Built once; of words that sound alike the first given is taken."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, str] = {}
        for word in words:
            if _HAN.fullmatch(word):
                self._words.setdefault("".join(syllables(word)).replace("ü", "v"), word)
        self._longest = max(map(len, self._words), default=0)
        self._spelled = cache(self._spell)

    def written(self, text: str) -> str:
        """The text with every run of pinyin that known words make up written in characters."""
        text = _LEVEL.sub("级", text)
        return _RUN.sub(lambda match: self._run(match.group()), text)

    def _run(self, run: str) -> str:
        """The longest stretches of chunks first; a chunk that no words make up stays as typed."""
        chunks, done, at = re.split(r"[ ']", run), [""], 0
        while at < len(chunks):
            for end in range(len(chunks), at, -1):
                letters = "".join(chunks[at:end])
                found = self._spelled(letters) if len(letters) >= _FEWEST else None
                if found:
                    done.append(found)
                    at = end
                    break
            else:
                done.append(f" {chunks[at]} ")
                at += 1
        return re.sub(" +", " ", "".join(done)).strip()

    def _spell(self, letters: str) -> str | None:
        """The letters as the fewest known words; None where they are not wholly words."""
        best: list[tuple[int, str] | None] = [(0, "")]
        for end in range(1, len(letters) + 1):
            found: list[tuple[int, str]] = []
            for start in range(max(0, end - self._longest), end):
                before, word = best[start], self._words.get(letters[start:end])
                if before is not None and word is not None:
                    found.append((before[0] + 1, before[1] + word))
            best.append(min(found, default=None))
        whole = best[-1]
        return whole[1] if whole and whole[0] * 2 <= len(letters) else None
