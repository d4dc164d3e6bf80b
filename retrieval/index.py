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
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from filelock import FileLock
from tqdm import tqdm

from knowledge.library import Library
from retrieval.analysis import add_terms
from retrieval.corpus import Corpus, Entry, corpus_of
from retrieval.embedding import Encoder, identity, open_encoder
from retrieval.opened import Index
from retrieval.part import key_of, open_part, write_part
from retrieval.passages import Passage
from retrieval.settings import RetrievalSettings
from retrieval.static_model import Vectors

FORMAT = 6  # raise when the files, the collections in Milvus or the analysis change their meaning
KEPT = 3  # indexes beside the newest: a rollback finds its own still there
NAME_LENGTH = 16
LOCK = "lock"
_PARTS = "parts"
_SCRATCH = "new-"
ASKED_LOCK = "asked.lock"
Say = Callable[[str], None]


class IndexUnusableError(RuntimeError):
    """The index is missing, damaged, or cannot be built; the message says what to run."""


def made_of(corpus: Corpus, model: str) -> str:
    """What every part depends on beside its passages."""
    return "\n".join([f"{FORMAT} {model}", *corpus.names])


def fingerprint(library: Library, settings: RetrievalSettings) -> str:
    """SHA-256 over everything that the index depends on."""
    return fingerprint_of(corpus_of(library), settings)


def fingerprint_of(corpus: Corpus, settings: RetrievalSettings) -> str:
    """SHA-256 over everything that an index of this corpus depends on."""
    base = made_of(corpus, identity(settings.embedding_model))
    return mark_of(key_of(base, part, _passages(corpus, part)) for part in corpus.parts())


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
    with FileLock(settings.index_root / LOCK):
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
            key = key_of(base, entries, found)
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
    apart = (newest, root / LOCK, root / ASKED_LOCK, root / _PARTS)
    others = [one for one in root.iterdir() if one not in apart]
    indexes = sorted((one for one in others if _mark(one)), key=lambda one: one.stat().st_mtime, reverse=True)
    for one in others:
        if one not in indexes[:KEPT]:
            _remove(one)
    used = {key for one in (newest, *indexes[:KEPT]) for key in _meta(one).get("parts", ())}
    for one in (root / _PARTS).iterdir():
        if one.name not in used:
            _remove(one)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _folder(root: Path, mark: str) -> Path:
    return root / mark[:NAME_LENGTH]


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
