"""What the model learns from: questions by the clause that answers them, messages by intent, and official sentences.

Everything is read from paths that the command names; sources that are not there are left out.
"""

from __future__ import annotations

import gzip
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.library import Library
from retrieval.analysis import normalise
from retrieval.labelled import Place, is_at
from retrieval.passages import Passage

FOLDER = Path(__file__).parent / "questions"
_SHORTEST = 6  # characters of a part of a sentence that says something by itself
_VAGUE = ("inform", "out_of_scope", "greet", "goodbye", "thank", "capabilities", "ask_human")


@dataclass(frozen=True)
class Pair:
    """Two texts that belong together. In one batch no two pairs of a `group` count against each other."""

    first: str
    second: str
    group: str


def read_lines(path: Path) -> list[str]:
    """The lines of a text file, which may be gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip()]


def without_names(library: Library, text: str) -> str:
    """A question as it is searched for: organisations and occupations go, they are filtered by, not searched."""
    found = normalise(text)
    for one in reversed(library.lexicon.matcher.find(found)):
        if one.kind != "level":
            found = f"{found[: one.start]} {found[one.end :]}"
    return found.strip()


def question_groups(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Questions by the clause that answers them: `notice`, `clause`, `says` (words of the very line), `ask`."""
    return [group for file in sorted(folder.glob("*.yml")) for group in yaml.safe_load(file.read_text("utf-8"))]


def answering(passages: Sequence[Passage], group: dict[str, Any]) -> list[Passage]:
    """The passages that a group's questions ask for."""
    place = Place(notice=group["notice"], clause=group["clause"], says=group.get("says", ""))
    return [one for one in passages if is_at(place, one)]


def pairs_of_questions(
    library: Library, passages: Sequence[Passage], groups: Iterable[dict[str, Any]], chance: random.Random
) -> list[Pair]:
    """Each question with a passage that answers it, and with another question that it answers."""
    found = []
    for group in groups:
        answers = answering(passages, group)
        asked = [without_names(library, one) for one in group["ask"]]
        name = answers[0].twin_key if answers else group["clause"]
        found += [Pair(one, chance.choice(answers).indexed, name) for one in asked if answers]
        shuffled = chance.sample(asked, len(asked))
        found += [Pair(*two, name) for two in zip(shuffled[::2], shuffled[1::2], strict=False)]
    return found


def pairs_of_messages(library: Library, path: Path, chance: random.Random) -> list[Pair]:
    """Messages of the same intent, two by two (`nlu.yml`)."""
    found = []
    for intent, texts in _examples(path).items():
        if intent not in _VAGUE:
            some = [without_names(library, one) for one in chance.sample(texts, len(texts))]
            found += [Pair(*two, intent) for two in zip(some[::2], some[1::2], strict=False)]
    return found


def pairs_of_sentences(sentences: Sequence[str]) -> Iterator[Pair]:
    """The two halves of each sentence that has some."""
    for at, sentence in enumerate(sentences):
        parts = [part for part in re.split(r"[，,；。]", sentence) if len(part) >= _SHORTEST]
        if len(parts) > 1:
            middle = len(parts) // 2
            yield Pair("".join(parts[:middle]), "".join(parts[middle:]), f"sentence {at}")


def texts_of_messages(path: Path) -> list[str]:
    """Every example of `nlu.yml`."""
    return [text for texts in _examples(path).values() for text in texts]


def _examples(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
        if "intent" in entry:
            found[entry["intent"]] += [line.removeprefix("- ").strip() for line in entry["examples"].splitlines()]
    return found
