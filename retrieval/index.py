"""The index on disk: parts that are built one by one, and a list of those that make up the knowledge of an edition.

A part is called by what it was made of. So a build that was cut off goes on where it stopped, a new edition builds only
the parts that changed, and nothing that is being served is ever touched: the list is written last, in one step.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock
from tqdm import tqdm

from knowledge.library import Library
from retrieval.analysis import add_terms
from retrieval.corpus import Corpus, Entry, corpus_of
from retrieval.dense import nearest
from retrieval.embedding import Encoder, identity, open_encoder
from retrieval.lexical import LexicalPart, weights_of
from retrieval.narrowing import Rows, rows_of
from retrieval.part import Part, key_of, open_part, write_part
from retrieval.passages import Passage
from retrieval.settings import RetrievalSettings
from retrieval.static_model import Vectors

FORMAT = 5  # raise when the files or the analysis change their meaning
_KEPT = 3  # indexes beside the newest: a rollback finds its own still there
_NAME_LENGTH = 16
_LOCK = "lock"
_PARTS = "parts"
_SCRATCH = "new-"
ASKED_LOCK = "asked.lock"
_KEPT_ROWS = 32  # of a million passages 1 MB each
Say = Callable[[str], None]


class IndexUnusableError(RuntimeError):
    """The index is missing, damaged, or cannot be built; the message says what to run."""


@dataclass(frozen=True)
class Wanted:
    """What to look for: words and bigrams for the two BM25 rankings, a vector of shape [1, dimensions]."""

    words: Sequence[str]
    bigrams: Sequence[str]
    vector: Vectors


@dataclass(frozen=True)
class Index:
    """An opened index. Passages are numbered from 0 through all parts."""

    parts: tuple[Part, ...]
    encoder: Encoder

    @cached_property
    def passages(self) -> Passages:
        """All passages, read when they are asked for."""
        return Passages(self)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The notices."""
        return tuple(one for part in self.parts for one in part.entries)

    @cached_property
    def firsts(self) -> list[int]:
        """The number of each part's first passage, and the number of all."""
        return list(accumulate((part.size for part in self.parts), initial=0))

    @cached_property
    def frequencies(self) -> Mapping[str, int]:
        """How many passages have each n-gram."""
        total: Counter[str] = Counter()
        for part in self.parts:
            total.update(part.grams)
        return total

    def rank(
        self, wanted: Wanted, limit: int, notices: frozenset[str] | None = None, topic: str | None = None
    ) -> dict[str, dict[int, int]]:
        """The best passages of each ranking with their ranks (from 1), of these notices and under this topic."""
        narrowed = self._narrowed(notices, topic)
        near = nearest([part.dense for part in self.parts], wanted.vector, limit, narrowed)
        dense = [
            (cosine, first + row)
            for first, each in zip(self.firsts, near, strict=False)
            for cosine, row in each
            if cosine > 0
        ]
        found = {
            "words": self.lexical([part.words for part in self.parts], wanted.words, limit, narrowed),
            "bigrams": self.lexical([part.bigrams for part in self.parts], wanted.bigrams, limit, narrowed),
            "dense": dense,
        }
        return {name: _ranks(each, limit) for name, each in found.items()}

    def lexical(
        self, rankers: Sequence[LexicalPart], terms: Sequence[str], limit: int, narrowed: Sequence[Rows | None]
    ) -> list[tuple[float, int]]:
        """The best of all parts: what one part has found tells the next what is too little."""
        found: list[tuple[float, int]] = []
        weights = weights_of(rankers, terms)
        for ranker, first, weight, rows in zip(rankers, self.firsts, weights, narrowed, strict=False):
            if rows is None or rows.count:
                floor = found[-1][0] if len(found) == limit else 0.0
                numbers, scores = ranker.best(weight, limit, None if rows is None else rows.mask, floor)
                more = zip(scores.tolist(), (first + numbers).tolist(), strict=True)
                found = sorted([*found, *more], key=_order)[:limit] if len(numbers) else found
        return found

    @cached_property
    def _narrowed(self) -> Callable[[frozenset[str] | None, str | None], tuple[Rows | None, ...]]:
        """The rows of each part to look in; kept, for many searches narrow alike."""
        parts = self.parts
        return lru_cache(_KEPT_ROWS)(lambda notices, topic: tuple(rows_of(part, notices, topic) for part in parts))


class Passages(Sequence[Passage]):
    """The passages of an index by their numbers."""

    def __init__(self, index: Index) -> None:
        self._parts, self._firsts = index.parts, index.firsts

    def __len__(self) -> int:
        return self._firsts[-1]

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        at = int(np.searchsorted(self._firsts, number, side="right")) - 1
        return self._parts[at].lines.read(number - self._firsts[at])

    def __iter__(self) -> Iterator[Passage]:
        return (self[number] for number in range(len(self)))


def _order(one: tuple[float, int]) -> tuple[float, int]:
    return -one[0], one[1]


def _ranks(found: list[tuple[float, int]], limit: int) -> dict[int, int]:
    ordered = sorted(found, key=_order)[:limit]
    return {number: rank for rank, (_, number) in enumerate(ordered, start=1)}


def made_of(corpus: Corpus, model: str) -> str:
    """What every part depends on beside its passages."""
    return "\n".join([f"{FORMAT} {model}", *corpus.names])


def fingerprint(library: Library, settings: RetrievalSettings) -> str:
    """SHA-256 over everything that the index depends on."""
    corpus = corpus_of(library)
    base = made_of(corpus, identity(settings.embedding_model))
    return mark_of(key_of(base, list(_passages(corpus, part))) for part in corpus.parts())


def mark_of(keys: Any) -> str:
    """What an index of these parts is called."""
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()


def teach_names(library: Library) -> None:
    """Let the segmenter keep the lexicon's names whole."""
    add_terms(alias.alias for alias in library.lexicon.aliases())


def index_folder(library: Library, settings: RetrievalSettings) -> Path:
    """Where the index of this knowledge and model lies, or would lie."""
    return _folder(settings.index_root, fingerprint(library, settings))


def is_built(library: Library, settings: RetrievalSettings) -> bool:
    """Whether there is an index of this knowledge and model."""
    mark = fingerprint(library, settings)
    return _mark(_folder(settings.index_root, mark)) == mark


def build(library: Library, settings: RetrievalSettings, say: Say, bar: bool = False) -> bool:
    """Build the index of this knowledge beside the others; do nothing where it is there.

    One process builds at a time. Indexes that were opened longest ago are removed.

    Returns:
        Whether anything was built.
    """
    if is_built(library, settings):
        return False
    settings.index_root.mkdir(parents=True, exist_ok=True)
    with FileLock(settings.index_root / _LOCK):
        if is_built(library, settings):
            return False
        build_corpus(corpus_of(library), settings, say, bar)
    return True


def build_corpus(corpus: Corpus, settings: RetrievalSettings, say: Say, bar: bool = False) -> Path:
    """Build the parts of a corpus that are not there yet, then the list of all; returns the index's folder.

    `bar` shows on a terminal how far it is. Whoever calls this holds the lock.
    """
    add_terms(corpus.names)
    root = settings.index_root
    (root / _PARTS).mkdir(parents=True, exist_ok=True)
    base, encoder = made_of(corpus, identity(settings.embedding_model)), _Lazily(settings.embedding_model)
    total = sum(one.passages for one in corpus.entries)
    say(f"{total} passages of {len(corpus.entries)} notices, {settings.embedding_model or 'shipped model'}")
    keys = []
    with tqdm(total=total, unit=" passages", disable=not bar, leave=False) as progress:
        for entries in corpus.parts():
            found = list(_passages(corpus, entries))
            key = key_of(base, found)
            if not _is_whole(root / _PARTS / key):
                _build_part(entries, found, encoder, root / _PARTS / key, say)
            keys.append(key)
            progress.update(len(found))
    target = _folder(root, mark := mark_of(keys))
    known = {"fingerprint": mark, "format": FORMAT, "parts": keys}
    with tempfile.TemporaryDirectory(dir=root, prefix=_SCRATCH) as scratch:
        folder = Path(scratch) / "index"
        folder.mkdir()
        (folder / "meta.json").write_text(json.dumps(known))
        shutil.rmtree(target, ignore_errors=True)  # one that could not be read
        folder.rename(target)
    _remove_old(root, target)
    return target


class _Lazily:
    """The encoder, opened when the first text needs it: a large model takes seconds."""

    def __init__(self, name: str) -> None:
        self._name = name

    @cached_property
    def _encoder(self) -> Encoder:
        return open_encoder(self._name)

    def encode(self, texts: Sequence[str]) -> Vectors:
        return self._encoder.encode(texts)


def _build_part(entries: Sequence[Entry], found: Sequence[Passage], encoder: Encoder, to: Path, say: Say) -> None:
    told: Counter[str] = Counter()

    def step(what: str, many: int) -> None:
        told[what] += many
        say(f"{what}: {told[what]} of {len(found)}")

    with tempfile.TemporaryDirectory(dir=to.parent, prefix=_SCRATCH) as scratch:
        folder = Path(scratch) / "part"
        folder.mkdir()
        write_part(entries, found, encoder, folder, step)
        _remove(to)
        folder.rename(to)


def _is_whole(folder: Path) -> bool:
    """Whether the part is there from an earlier build, which may have been cut off, and every byte of it is."""
    try:
        return open_part(folder, thorough=True).size > 0
    except (OSError, ValueError, KeyError, RuntimeError):
        return False


def _passages(corpus: Corpus, entries: Sequence[Entry]) -> Iterator[Passage]:
    return (passage for one in entries for passage in corpus.read(one.notice_id))


def _remove_old(root: Path, newest: Path) -> None:
    """Keep the newest index and the few that were opened last: who opened one maps its files."""
    apart = (newest, root / _LOCK, root / ASKED_LOCK, root / _PARTS)
    others = [one for one in root.iterdir() if one not in apart]
    indexes = sorted((one for one in others if _mark(one)), key=lambda one: one.stat().st_mtime, reverse=True)
    for one in others:
        if one not in indexes[:_KEPT]:
            _remove(one)
    used = {key for one in (newest, *indexes[:_KEPT]) for key in _meta(one).get("parts", ())}
    for one in (root / _PARTS).iterdir():
        if one.name not in used:
            _remove(one)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _folder(root: Path, mark: str) -> Path:
    return root / mark[:_NAME_LENGTH]


def _meta(folder: Path) -> dict[str, Any]:
    try:
        meta = json.loads((folder / "meta.json").read_text())
    except (OSError, ValueError):
        return {}
    return meta if isinstance(meta, dict) else {}


def _mark(folder: Path) -> str | None:
    mark = _meta(folder).get("fingerprint")
    return None if mark is None else str(mark)


def open_index(library: Library, settings: RetrievalSettings, thorough: bool = False) -> Index:
    """Open the index that was built from exactly this knowledge; `thorough` reads every byte of it first.

    Raises:
        IndexUnusableError: it is missing, damaged or of other knowledge or another model.
    """
    mark = fingerprint(library, settings)
    folder = _folder(settings.index_root, mark)
    if _mark(folder) != mark:
        raise IndexUnusableError(
            f"{folder}: no index of this knowledge and model; run `python -m retrieval build`"
        )
    teach_names(library)
    with contextlib.suppress(OSError):  # a folder that cannot be written is never cleared up either
        os.utime(folder)
    return open_folder(folder, settings, thorough)


def open_folder(folder: Path, settings: RetrievalSettings, thorough: bool = False) -> Index:
    """Open the index in this folder. Raises IndexUnusableError."""
    try:
        parts = [open_part(folder.parent / _PARTS / key, thorough) for key in _meta(folder)["parts"]]
        return Index(tuple(parts), open_encoder(settings.embedding_model))
    except Exception as error:  # whatever a library raises on damaged files
        raise IndexUnusableError(f"{folder}: damaged ({error}); delete it and build again") from error
