"""Worse forms of a message: the same each time, and what is asked stays."""

from __future__ import annotations

import random
import re

import pytest

from bench.evaluation.data import Item, Turn
from bench.evaluation.metrics import Judged
from bench.evaluation.perturb import CHANGES, changed, dictated, joined, traditional
from bench.evaluation.robustness import drop
from bench.evaluation.scoring import Reply, score

FEE = Item(
    id="fees: a",
    category="fees",
    turns=(Turn(say="人工智能训练师三级报名费多少钱，是500元吗？", figures=("500",)),),
)
PHONE = Item(id="contacts: a", category="contacts", turns=(Turn(say="技师协会电话是多少？"), Turn(say="地址呢")))
OTHER_FEE = Item(id="fees: b", category="fees", turns=(Turn(say="四级呢"),))
LATER = Item(id="hours: a", category="hours", as_of="2026-03-01", turns=(Turn(say="几点开门"),))


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_is_the_same_each_time_and_another_with_another_seed(kind: str) -> None:
    assert changed(FEE, kind) == changed(FEE, kind)
    seen = {changed(FEE, kind, seed).turns[0].say for seed in range(8)}
    assert len(seen) == 1 if kind == "traditional characters" else len(seen) > 1


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_changes_the_words_and_neither_numbers_nor_expectations(kind: str) -> None:
    for seed in range(20):
        turn = changed(FEE, kind, seed).turns[0]
        assert turn.say != FEE.turns[0].say
        assert re.findall(r"\d+", turn.say) == ["500"]
        assert turn.figures == ("500",)


def test_one_slip_touches_at_most_two_characters() -> None:
    before = FEE.turns[0].say
    for seed in range(20):
        after = changed(FEE, "one typing slip", seed).turns[0].say
        assert len(after) == len(before)
        assert 1 <= sum(a != b for a, b in zip(before, after, strict=True)) <= 2


def test_what_is_dictated_has_no_punctuation() -> None:
    heard = dictated("多少钱，是1.5元吗？", random.Random(1))
    assert "，" not in heard
    assert "？" not in heard
    assert "1.5" in heard


def test_every_character_becomes_traditional() -> None:
    assert traditional("训练师报名费", random.Random(1)) == "訓練師報名費"


def test_a_question_is_joined_with_the_next_of_another_category_and_the_same_day() -> None:
    pairs = joined([FEE, OTHER_FEE, PHONE, LATER])
    assert [(one.id, other.id) for one, other in pairs] == [
        ("fees: a", "contacts: a"),
        ("fees: b", "contacts: a"),
        ("contacts: a", "fees: a"),
    ]
    first, _ = pairs[0]
    assert len(first.turns) == 1
    assert first.turns[0].say.startswith("人工智能训练师三级报名费多少钱，是500元吗")
    assert first.turns[0].say.endswith("技师协会电话是多少？")


def judged(item: Item, *right: bool) -> Judged:
    text = {"text": "好", "citations": [], "computed": []}
    turns = [Turn(say="多少钱", status=("answered",)) for _ in right]
    replies = [Reply("answered" if one else "no_answer", (text,)) for one in right]
    return Judged(item, tuple(map(score, turns, replies)))


def test_first_questions_and_conversations_are_compared_apart() -> None:
    before = [judged(FEE, True), judged(PHONE, True, True)]
    after = [judged(FEE, False), judged(PHONE, True, False)]
    found = drop(before, after)
    assert found.questions.hits == 1
    assert found.questions_drop[0] == 50
    assert found.conversations is not None
    assert (found.conversations.hits, found.conversations.of) == (0, 1)
