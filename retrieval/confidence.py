"""How likely a passage that was found answers the question: a logistic regression, fitted by retrieval.training."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from retrieval.embedding import Encoder, identity
from retrieval.settings import RetrievalSettings
from retrieval.static_model import ModelUnusableError, StaticModel, Vectors

FITTED = Path(__file__).with_name("model") / "confidence.json"
_log = logging.getLogger(__name__)
_ENCODED: dict[str, Vectors] = {}
_DECLINED = Path(__file__).with_name("declined_questions.yml")


@dataclass(frozen=True)
class Signs:
    """What search knows of a passage that it found.

    `nearness` is its score without what names add; `lead` how far its score lies above that of the best other passage;
    `declined` the cosine of the question to the nearest of those that no notice answers; `fit` what names and validity add.
    """

    nearness: float
    lead: float
    declined: float
    fit: float


NO_SIGNS = Signs(0.0, 0.0, 0.0, 0.0)
SIGNS = tuple(one.name for one in fields(Signs))


@dataclass(frozen=True)
class Confidence:
    """Turns signs into a probability, 0…1."""

    weights: Mapping[str, float]
    intercept: float

    def of(self, signs: Signs) -> float:
        """How likely a passage of these signs answers."""
        sum_ = self.intercept + sum(self.weights[name] * getattr(signs, name) for name in SIGNS)
        return 1 / (1 + math.exp(-sum_))


def fitted_file(settings: RetrievalSettings) -> Path:
    """Where the confidence of the model in use is kept: the shipped model's ships with it."""
    if not settings.embedding_model:
        return FITTED
    key = hashlib.sha256(identity(settings.embedding_model).encode()).hexdigest()
    return settings.wenkao_var / "embedding" / f"confidence-{key[:16]}.json"


def confidence_for(settings: RetrievalSettings) -> Confidence:
    """The confidence fitted for the model in use; of a model that none was fitted for, the shipped model's.

    Raises:
        ModelUnusableError: a file is damaged, or what ships is missing.
    """
    file = fitted_file(settings)
    if not file.exists() and file != FITTED:
        _log.warning(
            "%s: confidence is not fitted for this model; run `python -m retrieval.training.calibrating`",
            settings.embedding_model,
        )
        file = FITTED
    return load_confidence(file)


def load_confidence(path: Path = FITTED) -> Confidence:
    """Read what `retrieval.training.calibrating` wrote.

    Raises:
        ModelUnusableError: there is no such file, or it is none of these.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return Confidence({name: float(raw["weights"][name]) for name in SIGNS}, float(raw["intercept"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelUnusableError(
            f"{path.name}: no fitted confidence ({error}); run `python -m retrieval.training.calibrating`"
        ) from error


@cache
def declined_questions() -> tuple[str, ...]:
    """Questions that no notice answers: of this field, and of others."""
    raw: dict[str, list[str]] = yaml.safe_load(_DECLINED.read_text(encoding="utf-8"))
    return tuple(question for questions in raw.values() for question in questions)


def declined_vectors(encoder: Encoder, settings: RetrievalSettings) -> Vectors:
    """The vectors of `declined_questions`, shape [questions, dimensions], kept in a file for a model that is slow."""
    texts = declined_questions()
    key = hashlib.sha256("\n".join([identity(settings.embedding_model), *texts]).encode()).hexdigest()
    if key not in _ENCODED:
        _ENCODED[key] = _from_file(settings.wenkao_var / "embedding" / f"{key[:16]}.npy", encoder, texts)
    return _ENCODED[key]


def _from_file(file: Path, encoder: Encoder, texts: Sequence[str]) -> Vectors:
    if isinstance(encoder, StaticModel):
        return encoder.encode(texts)
    with contextlib.suppress(OSError, ValueError):
        kept: Vectors = np.load(file)
        return kept
    vectors = encoder.encode(texts)
    with contextlib.suppress(OSError):  # a folder that cannot be written costs the time again, no more
        file.parent.mkdir(parents=True, exist_ok=True)
        np.save(file, vectors)
    return vectors
