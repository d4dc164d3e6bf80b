"""The index on disk: passages, two BM25 indexes, FAISS vectors, and what they were built from."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import faiss
import numpy as np

from knowledge.library import Library
from retrieval.analysis import add_terms, bigrams, content_words
from retrieval.embedding import Encoder, build_static, open_encoder
from retrieval.passages import Passage, passages
from retrieval.settings import RetrievalSettings

FORMAT = 3  # raise when the files or the analysis change their meaning


class IndexUnusableError(RuntimeError):
    """The index is missing, damaged, or was built from something else; the message says what to run."""


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
    digest = hashlib.sha256(f"{FORMAT} {settings.embedding_model} {settings.embedding_dimensions}".encode())
    for passage in passages(library):
        digest.update(passage.model_dump_json().encode())
    for alias in library.lexicon.aliases():
        digest.update(alias.alias.encode())
    return digest.hexdigest()


def teach_names(library: Library) -> None:
    """Let the segmenter keep the lexicon's names whole."""
    add_terms(alias.alias for alias in library.lexicon.aliases())


def build(library: Library, settings: RetrievalSettings, say: Callable[[str], None]) -> bool:
    """Build the index into a fresh folder and swap it in; do nothing where it is up to date.

    Returns:
        Whether anything was built.
    """
    mark = fingerprint(library, settings)
    if _mark(settings.index_folder) == mark:
        return False
    settings.wenkao_var.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.wenkao_var, prefix="index-") as scratch:
        folder = Path(scratch) / "index"
        folder.mkdir()
        _write(library, settings, folder, say)
        (folder / "meta.json").write_text(json.dumps({"fingerprint": mark, "format": FORMAT}))
        _swap(folder, settings.index_folder, Path(scratch) / "old")
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
    say(f"vectors ({settings.embedding_model or 'static model'})")
    if not settings.embedding_model:
        build_static(texts, settings.embedding_dimensions, folder / "model")
    vectors = open_encoder(settings.embedding_model, folder / "model").encode(texts)
    flat = faiss.IndexFlatIP(vectors.shape[1])
    flat.add(np.ascontiguousarray(vectors))
    faiss.write_index(flat, str(folder / "vectors.faiss"))


def _swap(fresh: Path, current: Path, old: Path) -> None:
    if current.exists():
        current.rename(old)
    fresh.rename(current)
    shutil.rmtree(old, ignore_errors=True)


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
    folder = settings.index_folder
    if _mark(folder) != fingerprint(library, settings):
        raise IndexUnusableError(
            f"{folder}: no index of this knowledge and model; run `python -m retrieval build`"
        )
    teach_names(library)
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
        encoder=open_encoder(settings.embedding_model, folder / "model"),
    )
    sizes = {len(lines), index.vectors.ntotal, index.words.scores["num_docs"], index.bigrams.scores["num_docs"]}
    if len(sizes) != 1:
        raise ValueError(f"its parts hold different numbers of passages: {sorted(sizes)}")
    return index
