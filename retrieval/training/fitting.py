"""Contrastive training of a `StaticEmbedding` of sentence-transformers, on the processor, in minutes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from sentence_transformers import SentenceTransformer

from retrieval.analysis import ngrams
from retrieval.embedding import as_sentence_transformer
from retrieval.static_model import StaticModel, Vectors
from retrieval.training.corpora import Pair


@dataclass(frozen=True)
class Recipe:
    """How it is trained. `scale` multiplies cosines; `dropout` is the share of n-grams that are left out of a text."""

    epochs: int = 6
    batch: int = 512
    rate: float = 0.02
    scale: float = 20.0
    dropout: float = 0.3
    seed: int = 20260101


class Sampler:
    """Batches of one source each, in an order that depends on the seed alone."""

    def __init__(self, sources: Sequence[Sequence[Pair]], recipe: Recipe) -> None:
        self._sources, self._recipe = sources, recipe
        self._chance = random.Random(recipe.seed)  # noqa: S311  # no secret

    def epoch(self) -> list[list[Pair]]:
        """Every pair once; what is left of a source is a batch of its own."""
        size, batches = self._recipe.batch, []
        for source in self._sources:
            pairs = self._chance.sample(source, len(source))
            batches += [pairs[at : at + size] for at in range(0, len(pairs), size)]
        self._chance.shuffle(batches)
        return [one for one in batches if len(one) > 1]

    def thinned(self, text: str) -> str:
        """The text's n-grams, space-joined, some of them left out."""
        terms = ngrams(text)
        kept = [one for one in terms if self._chance.random() >= self._recipe.dropout]
        return " ".join(kept or terms)


def fit(
    terms: Sequence[str],
    weights: Vectors,
    sources: Sequence[Sequence[Pair]],
    recipe: Recipe,
    say: Callable[[str], None],
) -> StaticModel:
    """Train from first weights of shape [terms, dimensions]; the same input gives the same model."""
    torch.manual_seed(recipe.seed)
    model = as_sentence_transformer(terms, weights)
    optimiser = torch.optim.Adam(model.parameters(), lr=recipe.rate)
    sampler = Sampler(sources, recipe)
    for epoch in range(1, recipe.epochs + 1):
        batches, total = sampler.epoch(), 0.0
        for batch in batches:
            loss = _loss(model, batch, sampler, recipe.scale)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # the library is untyped here
            optimiser.step()
            total += loss.item()
        say(f"epoch {epoch} of {recipe.epochs}: loss {total / max(1, len(batches)):.3f}")
    trained = next(model.parameters()).detach().numpy()
    return StaticModel.of(terms, trained[1:])


def _loss(model: SentenceTransformer, batch: Sequence[Pair], sampler: Sampler, scale: float) -> torch.Tensor:
    """Each text has to find its own other half among the batch's, both ways; those of its group do not count."""
    first, second = (_vectors(model, [sampler.thinned(one) for one in texts]) for texts in _halves(batch))
    similar = first @ second.T * scale
    names = {name: at for at, name in enumerate(dict.fromkeys(one.group for one in batch))}
    groups = torch.tensor([names[one.group] for one in batch])
    same = (groups[:, None] == groups[None, :]) & ~torch.eye(len(batch), dtype=torch.bool)
    similar = similar.masked_fill(same, float("-inf"))
    own = torch.arange(len(batch))
    cross = torch.nn.functional.cross_entropy
    return (cross(similar, own) + cross(similar.T, own)) / 2


def _halves(batch: Sequence[Pair]) -> tuple[list[str], list[str]]:
    return [one.first for one in batch], [one.second for one in batch]


def _vectors(model: SentenceTransformer, texts: list[str]) -> torch.Tensor:
    found: torch.Tensor = model(model.preprocess(texts))["sentence_embedding"]
    return torch.nn.functional.normalize(found)
