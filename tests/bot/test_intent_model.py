"""The classifier's model: the same numbers as sklearn's own, kept and read back, and no change by a homophone."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.components import ngrams
from bot.components.linear_model import LinearModel
from bot.components.linear_training import fit
from bot.lexicon_export import export_sounds

SAID = {
    "fee": ["三级 多少 钱", "报名费 是 多少", "要 交 多少 钱", "考试 收费 吗", "费用 怎么 算"],
    "when": ["什么时候 考试", "几号 考", "考试 时间 是 哪天", "哪天 开考", "哪 个 月 考试"],
    "where": ["在 哪里 报名", "地址 在 哪", "办公室 在 什么 地方", "去 哪儿 报", "怎么 走"],
}


@pytest.fixture(scope="module")
def examples() -> tuple[list[list[str]], list[str]]:
    told = [(text.split(), label) for label, texts in SAID.items() for text in texts]
    return [tokens for tokens, _ in told], [label for _, label in told]


@pytest.fixture(scope="module")
def syllables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    file = tmp_path_factory.mktemp("build") / "sounds.json"
    export_sounds(file)
    return dict(json.loads(file.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def model(examples: tuple[list[list[str]], list[str]]) -> LinearModel:
    messages, labels = examples
    return fit([[ngrams.words(one) for one in messages], [ngrams.characters(one) for one in messages]], labels, 1)


def test_a_row_is_what_sklearn_makes_of_the_message(examples: tuple[list[list[str]], list[str]]) -> None:
    messages, labels = examples
    features = [ngrams.characters(one) for one in messages]
    theirs = TfidfVectorizer(analyzer=lambda one: one, sublinear_tf=True).fit(features)
    (block,) = fit([features], labels, 1).blocks
    for asked in (["多少", "钱", "钱", "unseen"], ["考试", "什么时候", "考试"]):
        row = np.zeros(len(block.columns))
        places, values = block.row(ngrams.characters(asked))
        row[places] = values
        assert np.allclose(row, theirs.transform([ngrams.characters(asked)]).toarray()[0])


def test_the_examples_get_their_label_with_confidences_that_sum_to_one(
    model: LinearModel, examples: tuple[list[list[str]], list[str]]
) -> None:
    for tokens, label in zip(*examples, strict=True):
        confidences = model.confidences([ngrams.words(tokens), ngrams.characters(tokens)])
        assert model.labels[int(confidences.argmax())] == label
        assert confidences.sum() == pytest.approx(1.0)


def test_nothing_known_leaves_only_what_is_usual(model: LinearModel) -> None:
    confidences = model.confidences([["天气"], ["天", "气", "天气"]])
    assert confidences.max() < 0.6


def test_a_model_read_back_says_the_same(model: LinearModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    again = LinearModel.load(tmp_path)
    features = [["多少", "钱"], ngrams.characters(["多少", "钱"])]
    assert again.labels == model.labels
    assert again.confidences(features).tolist() == model.confidences(features).tolist()


def test_two_labels_are_told_apart_as_well() -> None:
    model = fit([[["钱"], ["费"], ["天"], ["月"]]], ["fee", "fee", "when", "when"], 1)
    assert [model.labels[int(model.confidences([[one]]).argmax())] for one in ("钱", "月")] == ["fee", "when"]


@pytest.mark.parametrize(
    ("meant", "said"),
    [
        (["补考", "费"], ["补烤", "费"]),  # the same sound
        (["三", "级"], ["山", "急"]),  # san, shan: not told apart by many
        (["报名", "时间"], ["报民", "时间"]),  # ming, min
    ],
)
def test_what_sounds_the_same_counts_as_the_same(
    meant: list[str], said: list[str], syllables: dict[str, str]
) -> None:
    assert ngrams.sounds(meant, syllables) == ngrams.sounds(said, syllables)


def test_what_sounds_otherwise_does_not(syllables: dict[str, str]) -> None:
    assert ngrams.sounds(["补考"], syllables) != ngrams.sounds(["报考"], syllables)


def test_runs_are_one_to_three_long() -> None:
    assert ngrams.characters(["ab", "cd"]) == ["a", "b", "c", "d", "ab", "bc", "cd", "abc", "bcd"]
    assert ngrams.sounds(["考1"], {"考": "kao"}) == ["kao", "1", "kao 1"]
