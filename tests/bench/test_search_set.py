"""The labelled questions of search: each has an answer, none was trained on; and how rankings are judged."""

from __future__ import annotations

import math

import pytest

from bench.evaluation.leakage import known_texts, twins
from bench.search import QUESTIONS as FILES
from bench.search.rankings import judge
from knowledge.library import Library
from knowledge.validity import parse_as_of
from knowledge.verification import verified_library
from retrieval.labelled import Labelled, Sought, load_labelled, sought
from retrieval.passages import passages

QUESTIONS = load_labelled(FILES)
AT = parse_as_of("2026-06-01")


@pytest.fixture(scope="module")
def library() -> Library:
    return verified_library()


def test_there_are_enough_and_each_has_a_passage_that_answers_it(library: Library) -> None:
    found = passages(library)
    assert len(QUESTIONS) >= 400
    assert [one.question for one in QUESTIONS if not sought(one, found).answers] == []
    assert len({one.question for one in QUESTIONS}) == len(QUESTIONS)


def test_none_is_like_a_question_that_was_trained_on(library: Library) -> None:
    trained = [(source, text) for source, text in known_texts() if not source.startswith("tests/")]
    alike = twins(library, [one.question for one in QUESTIONS], trained)
    assert [(one.text, one.other) for one in alike if not one.short] == []


def test_a_row_is_found_by_the_words_that_it_says(library: Library) -> None:
    one = Labelled.model_validate(
        {"question": "四级多少", "answers": [{"notice": "shta-2026-hr", "clause": "附件2", "says": "350"}]}
    )
    (key,) = sought(one, passages(library)).answers
    assert "350" in key


def test_rankings_are_judged_by_the_first_answer_and_by_all() -> None:
    questions = [Sought("a", AT, frozenset("xy")), Sought("b", AT, frozenset("z"))]
    found = judge(questions, [["n", "x", "x", "y"], ["z"]])
    assert (found.recall[1].hits, found.recall[3].hits) == (1, 2)
    assert found.reciprocal == pytest.approx((1 / 2 + 1) / 2)
    first = (1 / math.log2(3) + 1 / math.log2(4)) / (1 + 1 / math.log2(3))
    assert found.gain == pytest.approx((first + 1) / 2)
