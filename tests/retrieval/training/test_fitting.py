"""Training on a toy corpus: what belongs together comes nearer, and the same input gives the same model."""

from __future__ import annotations

from itertools import product

import numpy as np

from retrieval.static_model import StaticModel
from retrieval.training.corpora import Pair
from retrieval.training.fitting import Recipe, fit
from retrieval.training.vocabulary import choose_terms, first_weights

ASKED = {"fee": ["要花几个钱", "贵不贵", "得掏多少"], "place": ["上哪儿去", "怎么走过去", "在啥地方"]}
STATED = {"fee": "考核评价费标准", "place": "业务受理点地址"}
PAIRS = [Pair(one, STATED[kind], kind) for kind, many in ASKED.items() for one in many]
RECIPE = Recipe(epochs=30, batch=6, dropout=0.1)


def trained() -> StaticModel:
    texts = [text for pair in PAIRS for text in (pair.first, pair.second)]
    terms = choose_terms([(texts, 1)])
    return fit(terms, first_weights(terms, texts), [PAIRS], RECIPE, lambda _: None)


def test_questions_come_nearer_to_what_answers_them() -> None:
    model = trained()
    stated = dict(zip(STATED, model.encode(list(STATED.values())), strict=True))
    for (kind, many), other in product(ASKED.items(), STATED):
        if other != kind:
            asked = model.encode(many)
            assert (asked @ stated[kind] > asked @ stated[other] + 0.3).all()


def test_the_same_input_gives_the_same_model() -> None:
    one, two = trained(), trained()
    assert one.terms == two.terms
    assert np.array_equal(one.rows, two.rows)


def test_frequent_terms_are_chosen_by_weight_and_then_by_name() -> None:
    assert choose_terms([(["报名"], 1), (["缴费"], 2)]) == ["缴", "费", "名", "报", "缴费", "报名"]


def test_a_rare_term_begins_with_a_longer_vector() -> None:
    common, rare = np.linalg.norm(first_weights(["的", "缴"], ["的", "的", "的缴", "的"]), axis=1)
    assert rare > common
