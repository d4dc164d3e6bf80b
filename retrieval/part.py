"""One part of an index in a folder of its own: passages, two BM25 rankings, vectors, and what its files must be."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import bigrams, content_words, ngrams
from retrieval.corpus import Entry
from retrieval.dense import DensePart, build_dense, open_dense
from retrieval.embedding import Encoder
from retrieval.lexical import LexicalPart, build_lexical, open_lexical
from retrieval.passages import Passage
from retrieval.reading import Pieces

RANKERS: dict[str, Callable[[str], list[str]]] = {"words": content_words, "bigrams": bigrams}
_CONTENTS = "contents.json"
_CHECKED_UP_TO = (
    16_000_000  # bytes of a file that is read whole each time; of a larger one only the size is looked at
)
_AT_ONCE = 4_096
_KEPT = 1_024  # passages that need not be read again


@dataclass(frozen=True)
class Part:
    """An opened part. `first` is the number that its first row has in the index."""

    entries: tuple[Entry, ...]
    lines: Lines
    words: LexicalPart
    bigrams: LexicalPart
    dense: DensePart
    grams: dict[str, int]  # how many passages have each n-gram
    topics: dict[str, list[int]]  # the rows that are filed under each
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)  # the rows of each notice

    @property
    def size(self) -> int:
        """How many passages it holds."""
        return len(self.lines)


class Lines:
    """The passages of a part, read from disk one by one."""

    def __init__(self, file: Path, starts: NDArray[np.int64]) -> None:
        self._file = Pieces(file)
        self._starts = starts
        if self._file.size != starts[-1]:
            raise ValueError(f"{file.name} has {self._file.size} bytes, not {starts[-1]}")
        self.read: Callable[[int], Passage] = lru_cache(_KEPT)(self._read)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def _read(self, row: int) -> Passage:
        return Passage.model_validate_json(self._file.read(int(self._starts[row]), int(self._starts[row + 1])))


def key_of(made_of: str, entries: Sequence[Entry], found: Iterable[Passage]) -> str:
    """SHA-256 over everything that a part depends on; `made_of`: format, model and names."""
    digest = hashlib.sha256(made_of.encode())
    for one in (*entries, *found):
        digest.update(one.model_dump_json().encode())
    return digest.hexdigest()


def write_part(
    entries: Sequence[Entry],
    found: Sequence[Passage],
    encoder: Encoder,
    folder: Path,
    step: Callable[[str, int], None],
) -> None:
    """Write a part of these passages, those of `entries` in order; `step` hears what was done with how many more."""
    texts = [one.indexed for one in found]
    different = Counter(texts)  # notices share whole annexes: each text is analysed once
    _write_lines(found, folder)
    for name, analyse in RANKERS.items():
        terms = {text: analyse(text) for text in different}
        build_lexical((terms[text] for text in texts), folder / name)
        step(f"BM25 over {name}", len(texts))
    grams: Counter[str] = Counter()
    for text, times in different.items():
        for gram in set(ngrams(text)):
            grams[gram] += times
    build_dense(_vectors(texts, list(different), encoder, step), folder)
    topics: dict[str, list[int]] = {}
    for row, one in enumerate(found):
        for topic in one.topics:
            topics.setdefault(topic, []).append(row)
    known = {"entries": [one.model_dump() for one in entries], "grams": grams, "topics": topics}
    (folder / "tables.json").write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    files = {
        path.relative_to(folder).as_posix(): _seal(path) for path in sorted(folder.rglob("*")) if path.is_file()
    }
    (folder / _CONTENTS).write_text(json.dumps(files), encoding="utf-8")


def open_part(folder: Path, thorough: bool = False) -> Part:
    """Open what `write_part` wrote; `thorough` compares every byte.

    Raises:
        ValueError, OSError: a file is missing or is not what was written.
    """
    for name, seal in json.loads((folder / _CONTENTS).read_text("utf-8")).items():
        _check(folder / name, seal, thorough)
    known = json.loads((folder / "tables.json").read_text("utf-8"))
    part = Part(
        entries=tuple(Entry.model_validate(one) for one in known["entries"]),
        lines=Lines(folder / "passages.jsonl", np.load(folder / "starts.npy")),
        words=open_lexical(folder / "words"),
        bigrams=open_lexical(folder / "bigrams"),
        dense=open_dense(folder),
        grams=known["grams"],
        topics=known["topics"],
    )
    sizes = {part.size, len(part.dense.vectors), part.words.size, part.bigrams.size, _spread(part)}
    if len(sizes) != 1:
        raise ValueError(f"its files hold different numbers of passages: {sorted(sizes)}")
    return part


def _spread(part: Part) -> int:
    """Note which rows are whose; returns how many there are."""
    at = 0
    for one in part.entries:
        part.spans[one.notice_id] = (at, at + one.passages)
        at += one.passages
    return at


def _write_lines(found: Sequence[Passage], folder: Path) -> None:
    starts = [0]
    with (folder / "passages.jsonl").open("wb") as file:
        for one in found:
            starts.append(starts[-1] + file.write(f"{one.model_dump_json()}\n".encode()))
    np.save(folder / "starts.npy", np.array(starts, dtype=np.int64))


def _vectors(
    texts: Sequence[str], different: Sequence[str], encoder: Encoder, step: Callable[[str, int], None]
) -> NDArray[np.float32]:
    def batches() -> Iterator[NDArray[np.float32]]:
        for at in range(0, len(different), _AT_ONCE):
            some = different[at : at + _AT_ONCE]
            yield encoder.encode(some)
            step("vectors of different texts", len(some))

    places = {text: at for at, text in enumerate(different)}
    return np.vstack(list(batches()))[[places[text] for text in texts]]


def _seal(file: Path) -> list[int | str]:
    with file.open("rb") as opened:
        return [file.stat().st_size, hashlib.file_digest(opened, "sha256").hexdigest()]


def _check(file: Path, seal: Sequence[int | str], thorough: bool) -> None:
    size = file.stat().st_size
    if size != seal[0]:
        raise ValueError(f"{file.name} has {size} bytes, not {seal[0]}")
    if (thorough or size <= _CHECKED_UP_TO) and _seal(file) != list(seal):
        raise ValueError(f"{file.name} is not what was written")
