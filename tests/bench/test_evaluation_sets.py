"""The evaluation set itself: large, of every kind, and apart from all that the bot was made with."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from bench.evaluation.data import QUESTION_CATEGORIES, Item, load_items
from bench.evaluation.leakage import ROOT, known_texts, twins
from bench.evaluation.topics import topics_of_intents
from knowledge.clause_path import is_under
from knowledge.library import Library

SHORT_ALLOWED = 0.03


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return load_items()


def test_there_are_500_questions_and_100_conversations(items: list[Item]) -> None:
    assert sum(one.is_question for one in items) >= 500
    assert sum(not one.is_question for one in items) >= 100


def test_every_category_is_there(items: list[Item]) -> None:
    assert {one.category for one in items if one.is_question} == set(QUESTION_CATEGORIES)


def test_no_two_questions_are_the_same(items: list[Item]) -> None:
    counted = Counter((one.turns[0].say, one.as_of) for one in items if one.is_question)
    assert [said for said, n in counted.items() if n > 1] == []


def test_every_expected_clause_is_one_of_its_notice(items: list[Item], library: Library) -> None:
    unknown = [
        f"{item.id}: {turn.notice} has no {turn.clause}"
        for item in items
        for turn in item.turns
        if turn.notice and turn.clause and not _has(library, turn.notice, turn.clause)
    ]
    assert not unknown, "\n".join(unknown)


def _has(library: Library, notice: str, clause: str) -> bool:
    return any(is_under(clause, path) for path in library.notice(notice).clauses)


def test_every_intent_has_its_topics() -> None:
    raw = yaml.safe_load((ROOT / "bot/data/nlu.yml").read_text(encoding="utf-8"))["nlu"]
    intents = {one["intent"] for one in raw if "intent" in one}
    assert topics_of_intents().keys() == intents | {"nlu_fallback"}


def test_nothing_was_trained_on_or_tested_with_before(items: list[Item], library: Library) -> None:
    texts = list(dict.fromkeys(turn.say for item in items for turn in item.turns))
    found = twins(library, texts, known_texts())
    alike = [f"{one.text} ~ {one.other} ({one.source}, {one.likeness:.2f})" for one in found if not one.short]
    assert not alike, "\n".join(alike)
    short = [f"{one.text} = {one.other} ({one.source})" for one in found if one.short]
    print(f"\n{len(short)} of {len(texts)} are short and occur elsewhere as well:", *short, sep="\n")
    assert len(short) <= SHORT_ALLOWED * len(texts)


def test_a_near_duplicate_is_found_though_the_name_differs(library: Library) -> None:
    known = [("nlu.yml", "茶艺师四级报名费到底要多少钱"), ("nlu.yml", "电话呢")]
    (twin,) = twins(library, ["保育师四级报名费到底要多少钱？", "报名在哪里办", "地址呢"], known)
    assert (twin.other, twin.likeness, twin.short) == ("茶艺师四级报名费到底要多少钱", 1.0, False)


def test_a_short_text_counts_only_where_it_is_the_same(library: Library) -> None:
    found = twins(library, ["电话呢？", "电话号呢"], [("nlu.yml", "电话呢")])
    assert [(one.text, one.short) for one in found] == [("电话呢？", True)]
