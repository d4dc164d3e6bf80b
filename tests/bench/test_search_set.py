"""The labelled questions of search: each has an answer, none was trained on; and how rankings are judged."""

from __future__ import annotations

import math

import pytest
import yaml

from bench.evaluation.leakage import known_texts, twins
from bench.search import QUESTIONS as FILES
from bench.search.declining import DECLINED, Judged, at, curve, telling_apart
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


def test_none_is_like_a_question_that_was_trained_or_calibrated_on(library: Library) -> None:
    trained = [(source, text) for source, text in known_texts() if not source.startswith("tests/")]
    declined = [text for many in yaml.safe_load(DECLINED.read_text(encoding="utf-8")).values() for text in many]
    assert len(declined) >= 250
    alike = twins(library, [*(one.question for one in QUESTIONS), *declined], trained)
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


JUDGED = [
    Judged("answered", 0.9, 0.8, right=True),
    Judged("unsaid", 0.7, 0.9, right=False),
    Judged("answered", 0.6, 0.5, right=False),
    Judged("outside", 0.1, 0.2, right=False),
]


def test_a_threshold_trades_answers_for_wrong_ones() -> None:
    low, high = at(0.5, JUDGED), at(0.8, JUDGED)
    assert (low.coverage.share, low.risk.share) == (1.0, pytest.approx(2 / 3))
    assert (high.coverage.share, high.risk.share) == (0.5, 0.0)
    assert {kind: one.share for kind, one in low.declined.items()} == {"unsaid": 0.0, "outside": 1.0}


def test_risk_is_counted_from_the_most_confident_on() -> None:
    assert curve(JUDGED) == [(0.25, 0.0), (0.5, 0.5), (0.75, pytest.approx(2 / 3)), (1.0, 0.75)]


def test_a_pair_that_is_confused_costs_the_area() -> None:
    """Of two answered questions one is less confident than the question without an answer, and both are less near."""
    assert telling_apart(JUDGED) == {"unsaid": (0.0, 0.5), "outside": (1.0, 1.0)}
