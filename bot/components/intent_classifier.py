"""Which intent a message has: by its words, characters and sounds, with a linear model trained from nlu.yml."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components import ngrams
from bot.components.linear_model import LinearModel
from bot.components.linear_training import fit

_SOUNDS = "sounds.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    """Learns from the tokens that the tokenizer makes, with names masked."""

    @staticmethod
    def required_packages() -> list[str]:
        """What the training needs."""
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`lexicon`: the exported names, beside which `sounds.json` has a syllable for each character."""
        return {"lexicon": "var/build/lexicon.json", "ranking_length": 5, "random_state": 42}

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        sounds: dict[str, str],
        model: LinearModel | None = None,
    ) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._sounds, self._model = sounds, model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003  # given by Rasa
    ) -> LinearIntentClassifier:
        """An untrained classifier (called by Rasa)."""
        path = Path(os.environ.get("WENKAO_LEXICON", config["lexicon"])).with_name(_SOUNDS)
        if not path.exists():
            raise FileNotFoundError(f"{path}: run `python -m bot.lexicon_export` first")
        return cls(config, model_storage, resource, json.loads(path.read_text(encoding="utf-8")))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model to the examples, and keep it."""
        examples = [one for one in training_data.intent_examples if one.get(TOKENS_NAMES[TEXT])]
        features = [self._features(one) for one in examples]
        blocks = list(zip(*features, strict=True))
        self._model = fit(blocks, [one.get(INTENT) for one in examples], self._config["random_state"])
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
            (folder / _SOUNDS).write_text(json.dumps(self._sounds, ensure_ascii=False), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003  # given by Rasa
        **_: Any,
    ) -> LinearIntentClassifier:
        """The trained classifier (called by Rasa)."""
        with model_storage.read_from(resource) as folder:
            sounds = json.loads((folder / _SOUNDS).read_text(encoding="utf-8"))
            return cls(config, model_storage, resource, sounds, LinearModel.load(folder))

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the best intent and the ranking to each message."""
        for message in messages:
            ranking = self._ranking(message)
            best = ranking[0] if ranking else {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}
            message.set(INTENT, best, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        if self._model is None or not message.get(TOKENS_NAMES[TEXT]):
            return []
        confidences = self._model.confidences(self._features(message))
        # By confidence, then by name: the same message always gets the same order.
        order = sorted(zip(-confidences, self._model.labels, strict=True))[: self._config["ranking_length"]]
        return [{INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: float(-negative)} for negative, name in order]

    def _features(self, message: Message) -> tuple[list[str], list[str], list[str]]:
        tokens = [one.text.lower() for one in message.get(TOKENS_NAMES[TEXT])]
        return ngrams.words(tokens), ngrams.characters(tokens), ngrams.sounds(tokens, self._sounds)
