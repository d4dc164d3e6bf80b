"""Tokens and entities in one pass: names become one masked token each, the rest is segmented by jieba.

The intent of 「茶艺师四级多少钱」 does not depend on the occupation. With each name reduced to its kind, the classifier
learns the question's form from few examples and meets every occupation as one it has seen.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import jieba
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.live_names import LiveNames

MASKS = {
    "occupation": "职业名",
    "programme": "项目名",
    "organisation": "机构名",
    "level": "等级名",
    "code": "编码号",
    "examination": "外部名",
    "place": "外部名",
    "other_organisation": "机构名",
    "other_occupation": "职业名",
}

_ENTITIES = {"programme": "occupation"}  # elsewhere a programme is named as occupations are

# The options that Rasa's base class reads.
_DEFAULTS = {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LexiconTokenizer(Tokenizer, EntityExtractorMixin):
    """Finds organisations, occupations, levels and codes by the exported lexicon."""

    @staticmethod
    def supported_languages() -> list[str]:
        """Chinese."""
        return ["zh"]

    @staticmethod
    def required_packages() -> list[str]:
        """Jieba."""
        return ["jieba"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """As any tokenizer, with the lexicon's file; WENKAO_LEXICON overrides it."""
        return {**_DEFAULTS, "lexicon": "var/build/lexicon.json"}

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        path = Path(os.environ.get("WENKAO_LEXICON", config["lexicon"]))
        if not path.exists():
            raise FileNotFoundError(f"{path}: run `python -m bot.lexicon_export {path}` first")
        live = Path(os.environ.get("WENKAO_VAR", "var")) / "knowledge" / "lexicon.json"
        self._names = LiveNames(path, live)

    @classmethod
    def create(cls, config: dict[str, Any], *_: Any) -> LexiconTokenizer:
        """Create the component (called by Rasa)."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add tokens and entities to messages, with the names of the edition in force.

        Training goes another way (`process_training_data`) and keeps to the names that the model is stamped with.
        """
        self._names.follow()
        for message in messages:
            if found := self._entities(message.get(TEXT)):
                message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
        return super().process(messages)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Segment the text between the names; each name is one token that prints its kind."""
        text = message.get(attribute)
        tokens: list[Token] = []
        at = 0
        for one in self._names.matcher.find(text):
            tokens += _segment(text, at, one.start)
            tokens.append(Token(MASKS[one.kind], one.start, one.end))
            at = one.end
        return self._apply_token_pattern([*tokens, *_segment(text, at, len(text))])

    def _entities(self, text: str | None) -> list[dict[str, Any]]:
        return [
            {
                "entity": _ENTITIES.get(one.kind, one.kind),
                "value": one.value,
                "start": one.start,
                "end": one.end,
                "extractor": self.__class__.__name__,
            }
            for one in self._names.matcher.find(text or "")
        ]


def _segment(text: str, start: int, end: int) -> list[Token]:
    return [Token(word, start + a, start + b) for word, a, b in jieba.tokenize(text[start:end]) if word.strip()]
