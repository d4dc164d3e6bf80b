"""Dense vectors. Any sentence-transformers model can be named; the default ships with the project and needs no download.

The default (`retrieval/model/`, made by `retrieval.training`) is read with numpy alone, which keeps torch out of the
serving processes; `as_sentence_transformer` opens the same weights in sentence-transformers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

import numpy as np

from retrieval.analysis import ngrams
from retrieval.static_model import StaticModel, Vectors, load_static

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_UNKNOWN = "[UNK]"


class Encoder(Protocol):
    """Turns texts into L2-normalised vectors of shape (texts, dimensions)."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode the texts."""
        ...


class HubEncoder:
    """Any sentence-transformers model by hub name or folder (BAAI/bge-small-zh-v1.5, bge-m3, …)."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(name, device="cpu")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode the texts."""
        vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


@cache
def shipped() -> StaticModel:
    """The model that ships with the project. Raises ModelUnusableError."""
    return load_static()


def open_encoder(name: str) -> Encoder:
    """The named model, or the shipped one where no name is given."""
    return HubEncoder(name) if name else shipped()


def identity(name: str) -> str:
    """What an index records of the model that built it: the name, or the digest of the shipped weights."""
    return name or shipped().digest


def expand(text: str) -> str:
    """Overlapping n-grams fit no usual tokenizer: space-join them first, then split at white space."""
    return " ".join(ngrams(text))


def as_sentence_transformer(terms: Sequence[str], weights: Vectors) -> SentenceTransformer:
    """A `StaticEmbedding` over expanded texts with these weights, shape [terms, dimensions]."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    vocabulary = {_UNKNOWN: 0} | {term: at for at, term in enumerate(terms, start=1)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=_UNKNOWN))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    rows = torch.vstack([torch.zeros(1, weights.shape[1]), torch.from_numpy(weights)])
    return SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=rows)], device="cpu")
