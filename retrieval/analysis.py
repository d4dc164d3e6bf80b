"""How text becomes terms: jieba words and character bigrams, after one normalisation."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import jieba
import opencc
import yaml

_RUN = re.compile(r"[a-z0-9]+(?:[-.:][a-z0-9]+)*|[一-鿿]+")
_FIELD_TERMS = (
    "线上",
    "线下",
    "课时",
    "实操",
    "准考证",
    "考务费",
    "社评组织",
    "推介官",
    "等级认定",
    "发票",
    "考点",
)
_ORDINARY = 30  # jieba's count from which a word of two characters is not merely listed (三级 54, 三极 16)
_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_MONTH = re.compile(r"(?<![一二三四五六七八九十个])(十[一二]?|[一二三四五六七八九])月")
_KEPT = 4_096  # texts of which the normalised form is kept: one is asked for again and again
_HAN = re.compile(r"[一-鿿]")


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@lru_cache(_KEPT)
def normalise(text: str) -> str:
    """Simplified characters, NFKC, lower case, white space folded to single spaces."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"\s+", " ", _simplifier().convert(folded)).strip()


def with_months_in_digits(text: str) -> str:
    """八月 as 8月, which is how the notices' tables write it."""
    return _MONTH.sub(lambda found: f"{_MONTHS.index(found[1]) + 1}月", text)


@cache
def stop_words() -> frozenset[str]:
    """Words of asking and courtesy: they stand in every question and in no clause that answers it."""
    return frozenset(Path(__file__).with_name("stop_words.txt").read_text(encoding="utf-8").split())


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """How people say it, and how the notices say it."""
    raw = yaml.safe_load(Path(__file__).with_name("synonyms.yml").read_text(encoding="utf-8"))
    return {normalise(word): tuple(normalise(one) for one in official) for word, official in raw.items()}


@cache
def _segmenter() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for term in (*_FIELD_TERMS, *(term for official in synonyms().values() for term in official)):
        tokenizer.add_word(term)
    return tokenizer


def add_terms(terms: Iterable[str]) -> None:
    """Teach the segmenter the field's names, so that they stay whole."""
    for term in terms:
        _segmenter().add_word(normalise(term))


def segment(text: str) -> list[str]:
    """Jieba's words, none overlapping, punctuation left out."""
    return [word for word in _segmenter().cut(normalise(text)) if _RUN.fullmatch(word)]


def cut(text: str) -> list[str]:
    """The text cut into jieba's words; nothing is left out."""
    return list(_segmenter().cut(text, HMM=False))


def is_word(text: str) -> bool:
    """Whether it is a word in ordinary use by jieba's dictionary, or one of the field."""
    count: int = _segmenter().FREQ.get(text, 0)
    return count >= (_ORDINARY if len(text) == 2 else 1)


def word_likelihood(text: str) -> float:
    """Natural logarithm of how likely the text is as a run of jieba's words, cut in the likeliest way."""
    route: dict[int, tuple[float, int]] = {}
    _segmenter().calc(text, _segmenter().get_DAG(text), route)
    return route[0][0]


def words(text: str) -> list[str]:
    """Jieba's words for search (long words and their parts), without punctuation."""
    found: list[str] = []
    for run in _RUN.findall(normalise(text)):
        found += _segmenter().cut_for_search(run) if _HAN.match(run) else [run]
    return found


def content_words(text: str) -> list[str]:
    """The words that carry a question's meaning."""
    return [word for word in words(text) if word not in stop_words()]


def everyday_words(text: str) -> list[str]:
    """The everyday words of the question for which the notices have others."""
    folded = normalise(text)
    return [word for word in synonyms() if word in folded]


def official_words(text: str) -> list[str]:
    """What the notices call what the question names in everyday words."""
    return [one for word in everyday_words(text) for one in synonyms()[word]]


def bigrams(text: str) -> list[str]:
    """Character bigrams of 汉字 runs; Latin and digit runs whole; a lone 汉字 as itself."""
    found: list[str] = []
    for run in _RUN.findall(normalise(text)):
        if not _HAN.match(run) or len(run) == 1:
            found.append(run)
        else:
            found += [run[i : i + 2] for i in range(len(run) - 1)]
    return found


def ngrams(text: str) -> list[str]:
    """Character unigrams and bigrams: the terms of the static embedding."""
    singles = [char for run in _RUN.findall(normalise(text)) if _HAN.match(run) for char in run]
    return singles + bigrams(text)
