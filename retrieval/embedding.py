"""Dense vectors. Any sentence-transformers model can be named; the default is static and needs no download.

The default is built from the notices with the index: one vector per character unigram and bigram, a random
projection of IDF weights, so that a mean over a text approximates its TF-IDF vector. It is a sentence-transformers
`StaticEmbedding` like any other and can be opened as such. To answer queries its weights are read with numpy
alone (the same vectors; `tests/retrieval` compares them), which keeps torch out of the serving processes.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import ngrams

Vectors = NDArray[np.float32]
_SEED = 20260101
_UNKNOWN = "[UNK]"
_STATIC = "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"
_MODULES = [{"idx": 0, "name": "0", "path": "", "type": _STATIC}]


class Encoder(Protocol):
    """Turns texts into L2-normalised vectors of shape (texts, dimensions)."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode the texts."""
        ...


def expand(text: str) -> str:
    """Overlapping n-grams fit no usual tokenizer: space-join them first, then split at white space."""
    return " ".join(ngrams(text))


def build_static(texts: Sequence[str], dimensions: int, folder: Path) -> None:
    """Build the default model from the texts and write it as a sentence-transformers folder.

    Written by hand: importing that library takes ten seconds, in which a published notice would wait.
    """
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models, pre_tokenizers

    vocabulary, weights = _projection(texts, dimensions)
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=_UNKNOWN))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file({"embedding.weight": weights}, str(folder / "model.safetensors"))
    (folder / "modules.json").write_text(json.dumps(_MODULES), encoding="utf-8")


def _projection(texts: Sequence[str], dimensions: int) -> tuple[dict[str, int], Vectors]:
    seen = Counter(term for text in texts for term in set(ngrams(text)))
    terms = sorted(seen)
    vocabulary = {_UNKNOWN: 0} | {term: i for i, term in enumerate(terms, start=1)}
    idf = np.array([0.0] + [math.log((1 + len(texts)) / (1 + seen[term])) + 1 for term in terms])
    random = np.random.default_rng(_SEED).standard_normal((len(vocabulary), dimensions)) / math.sqrt(dimensions)
    return vocabulary, (random * idf[:, None]).astype(np.float32)


class StaticEncoder:
    """Reads a saved `StaticEmbedding` and encodes with numpy: mean of the known n-grams' rows."""

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load_file

        inner = next(path.parent for path in sorted(folder.rglob("tokenizer.json")))
        tokenizer = json.loads((inner / "tokenizer.json").read_text(encoding="utf-8"))
        self._vocabulary: dict[str, int] = tokenizer["model"]["vocab"]
        weights = next(iter(load_file(str(inner / "model.safetensors")).values()))
        self._weights: Vectors = np.asarray(weights, dtype=np.float32)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode the texts; a text without any n-gram becomes zeros."""
        return np.vstack([self._one(text) for text in texts])

    def _one(self, text: str) -> Vectors:
        rows = [self._vocabulary.get(term, 0) for term in ngrams(text)]
        if not rows:
            return np.zeros(self._weights.shape[1], dtype=np.float32)
        vector: Vectors = self._weights[rows].mean(axis=0)
        norm = float(np.linalg.norm(vector))
        return vector / norm if norm else vector


class HubEncoder:
    """Any sentence-transformers model by hub name or folder (BAAI/bge-small-zh-v1.5, bge-m3, …)."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(name, device="cpu")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode the texts."""
        vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


def open_encoder(name: str, static_folder: Path) -> Encoder:
    """The named model, or the static one of the index where no name is given."""
    return HubEncoder(name) if name else StaticEncoder(static_folder)
