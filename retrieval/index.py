"""Indexes on disk: passages, two BM25 indexes, FAISS vectors, and what they were built from."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import faiss
import numpy as np
from filelock import FileLock

from knowledge.library import Library
from retrieval.analysis import add_terms, bigrams, content_words
from retrieval.embedding import Encoder, identity, open_encoder
from retrieval.passages import Passage, passages
from retrieval.settings import RetrievalSettings

FORMAT = 4  # raise when the files or the analysis change their meaning
_KEPT = 3  # indexes beside the newest: a rollback finds its own still there
_NAME_LENGTH = 16
_LOCK = "lock"
ASKED_LOCK = "asked.lock"


class IndexUnusableError(RuntimeError):
    """The index is missing, damaged, or cannot be built; the message says what to run."""


@dataclass(frozen=True)
class Index:
    """An opened index. `words` and `bigrams` are BM25 indexes, `vectors` holds inner products."""

    passages: tuple[Passage, ...]
    words: Any
    bigrams: Any
    vectors: Any
    encoder: Encoder


def fingerprint(library: Library, settings: RetrievalSettings) -> str:
    """SHA-256 over everything that the index depends on."""
    digest = hashlib.sha256(f"{FORMAT} {identity(settings.embedding_model)}".encode())
    for passage in passages(library):
        digest.update(passage.model_dump_json().encode())
    for alias in library.lexicon.aliases():
        digest.update(alias.alias.encode())
    return digest.hexdigest()


def teach_names(library: Library) -> None:
    """Let the segmenter keep the lexicon's names whole."""
    add_terms(alias.alias for alias in library.lexicon.aliases())


def index_folder(library: Library, settings: RetrievalSettings) -> Path:
    """Where the index of this knowledge and model lies, or would lie."""
    return _folder(settings, fingerprint(library, settings))


def is_built(library: Library, settings: RetrievalSettings) -> bool:
    """Whether there is an index of this knowledge and model."""
    mark = fingerprint(library, settings)
    return _mark(_folder(settings, mark)) == mark


def build(library: Library, settings: RetrievalSettings, say: Callable[[str], None]) -> bool:
    """Build the index of this knowledge beside the others; do nothing where it is there.

    One process builds at a time. Indexes that were opened longest ago are removed.

    Returns:
        Whether anything was built.
    """
    mark = fingerprint(library, settings)
    target = _folder(settings, mark)
    settings.index_root.mkdir(parents=True, exist_ok=True)
    with FileLock(settings.index_root / _LOCK):
        if _mark(target) == mark:
            return False
        with tempfile.TemporaryDirectory(dir=settings.index_root, prefix="new-") as scratch:
            folder = Path(scratch) / "index"
            folder.mkdir()
            _write(library, settings, folder, say)
            (folder / "meta.json").write_text(json.dumps({"fingerprint": mark, "format": FORMAT}))
            _swap(folder, target, Path(scratch) / "old")
        _remove_old(settings.index_root, target)
    return True


def _write(library: Library, settings: RetrievalSettings, folder: Path, say: Callable[[str], None]) -> None:
    teach_names(library)
    found = passages(library)
    texts = [passage.indexed for passage in found]
    say(f"{len(found)} passages")
    lines = "\n".join(passage.model_dump_json() for passage in found)
    (folder / "passages.jsonl").write_text(lines, encoding="utf-8")
    for name, analyse in (("words", content_words), ("bigrams", bigrams)):
        say(f"BM25 over {name}")
        ranker = bm25s.BM25()
        ranker.index([analyse(text) for text in texts], show_progress=False)
        ranker.save(str(folder / name))
    say(f"vectors ({settings.embedding_model or 'shipped model'})")
    vectors = open_encoder(settings.embedding_model).encode(texts)
    flat = faiss.IndexFlatIP(vectors.shape[1])
    flat.add(np.ascontiguousarray(vectors))
    faiss.write_index(flat, str(folder / "vectors.faiss"))


def _swap(fresh: Path, current: Path, old: Path) -> None:
    if current.exists():
        current.rename(old)
    fresh.rename(current)
    shutil.rmtree(old, ignore_errors=True)


def _remove_old(root: Path, newest: Path) -> None:
    """Keep the newest index and the few that were opened last: who opened one holds it in memory."""
    others = [one for one in root.iterdir() if one not in (newest, root / _LOCK, root / ASKED_LOCK)]
    indexes = sorted((one for one in others if _mark(one)), key=lambda one: one.stat().st_mtime, reverse=True)
    for one in others:
        if one in indexes[:_KEPT]:
            continue
        if one.is_dir():
            shutil.rmtree(one, ignore_errors=True)
        else:
            one.unlink(missing_ok=True)


def _folder(settings: RetrievalSettings, mark: str) -> Path:
    return settings.index_root / mark[:_NAME_LENGTH]


def _mark(folder: Path) -> str | None:
    try:
        mark = json.loads((folder / "meta.json").read_text())["fingerprint"]
    except (OSError, ValueError, KeyError):
        return None
    return str(mark)


def open_index(library: Library, settings: RetrievalSettings) -> Index:
    """Open the index that was built from exactly this knowledge.

    Raises:
        IndexUnusableError: it is missing, damaged or of other knowledge or another model.
    """
    mark = fingerprint(library, settings)
    folder = _folder(settings, mark)
    if _mark(folder) != mark:
        raise IndexUnusableError(
            f"{folder}: no index of this knowledge and model; run `python -m retrieval build`"
        )
    teach_names(library)
    with contextlib.suppress(OSError):  # a folder that cannot be written is never cleared up either
        os.utime(folder)
    try:
        return _read(folder, settings)
    except Exception as error:  # whatever a library raises on damaged files
        raise IndexUnusableError(f"{folder}: damaged ({error}); delete it and build again") from error


def _read(folder: Path, settings: RetrievalSettings) -> Index:
    lines = (folder / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    index = Index(
        passages=tuple(Passage.model_validate_json(line) for line in lines),
        words=bm25s.BM25.load(str(folder / "words"), load_corpus=False),
        bigrams=bm25s.BM25.load(str(folder / "bigrams"), load_corpus=False),
        vectors=faiss.read_index(str(folder / "vectors.faiss")),
        encoder=open_encoder(settings.embedding_model),
    )
    sizes = {len(lines), index.vectors.ntotal, index.words.scores["num_docs"], index.bigrams.scores["num_docs"]}
    if len(sizes) != 1:
        raise ValueError(f"its parts hold different numbers of passages: {sorted(sizes)}")
    return index
