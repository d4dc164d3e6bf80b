"""Whether evaluation texts stand in what the bot was made with: near-duplicates by character trigrams, names masked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.library import Library
from retrieval.analysis import normalise

ROOT = Path(__file__).parents[2]
SHORT = 8
"""Characters below which a text is a fragment that anybody types alike (「电话呢」)."""
TOO_ALIKE = 0.8
_MASKS = {"occupation": "O", "organisation": "G", "level": "L", "code": "C"}  # the texts are in lower case
_OUTSIDE = "X"
_CALIBRATION = "retrieval/training/calibration"


@dataclass(frozen=True)
class Twin:
    """An evaluation text and the one that it is too much like; `likeness` is Jaccard's, 1 for the same."""

    text: str
    other: str
    source: str
    likeness: float
    short: bool


def known_texts(root: Path = ROOT) -> Iterator[tuple[str, str]]:
    """(file, text) of all that training, tests and benchmark ask."""
    for intent in _read(root / "bot/data/nlu.yml")["nlu"]:
        lines = (line.strip() for line in intent.get("examples", "").splitlines())
        yield from (("bot/data/nlu.yml", line[2:]) for line in lines if line.startswith("- "))
    for file in sorted((root / "tests/dialogues").glob("*.yml")):
        talks = [one for one in _read(file) if isinstance(one, dict)]
        yield from ((f"tests/dialogues/{file.name}", turn["say"]) for one in talks for turn in one["turns"])
    yield from (("tests/nlu/questions.yml", one["text"]) for one in _read(root / "tests/nlu/questions.yml"))
    for file in sorted((root / "retrieval/training/questions").glob("*.yml")):
        name = f"retrieval/training/questions/{file.name}"
        yield from ((name, asked) for group in _read(file) for asked in group["ask"])
    yield from ((_CALIBRATION, one["question"]) for one in _read(root / _CALIBRATION / "answered.yml"))
    for file in (root / _CALIBRATION / "declined.yml", root / "retrieval/declined_questions.yml"):
        name = file.relative_to(root).as_posix()
        yield from ((name, asked) for many in _read(file).values() for asked in many)
    for one in _read(root / "bench/dialogue.yml")["conversations"]:
        yield from (("bench/dialogue.yml", text) for text in one["turns"])


def twins(library: Library, texts: Iterable[str], known: Iterable[tuple[str, str]]) -> list[Twin]:
    """The closest known text of each text that is too much like one; short texts only where they are the same."""
    masked_known = [(source, other, masked(library, other)) for source, other in known]
    holders: Mapping[str, list[int]] = _holders(one for _, _, one in masked_known)
    same = {one: (source, other) for source, other, one in masked_known}
    sizes = [len(trigrams(one)) for _, _, one in masked_known]
    found = []
    for text in texts:
        own = masked(library, text)
        if len(normalise(text)) < SHORT:
            if own in same:
                found.append(Twin(text, same[own][1], same[own][0], 1.0, short=True))
            continue
        shared = Counter(i for gram in trigrams(own) for i in holders.get(gram, ()))
        alike = {i: n / (len(trigrams(own)) + sizes[i] - n) for i, n in shared.items()}
        best = max(alike, key=alike.__getitem__, default=None)
        if best is not None and alike[best] >= TOO_ALIKE:
            source, other, _ = masked_known[best]
            found.append(Twin(text, other, source, alike[best], short=False))
    return found


def masked(library: Library, text: str) -> str:
    """Normalised, without punctuation, each name reduced to its kind: 茶艺师 and 保育师 are one."""
    folded = normalise(text)
    for one in reversed(library.lexicon.matcher.find(folded)):
        folded = f"{folded[: one.start]}{_MASKS.get(one.kind, _OUTSIDE)}{folded[one.end :]}"
    return re.sub(r"\W", "", folded)


def trigrams(text: str) -> set[str]:
    """Its runs of three characters; a shorter text is its own."""
    return {text[i : i + 3] for i in range(max(1, len(text) - 2))}


def _holders(texts: Iterable[str]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        for gram in trigrams(text):
            holders[gram].append(i)
    return holders


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))
