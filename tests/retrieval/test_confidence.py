"""Confidence is a probability, fitted to questions that the model never saw, and what ships is what they give."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.validity import parse_as_of
from retrieval.confidence import (
    SIGNS,
    Signs,
    confidence_for,
    declined_questions,
    fitted_file,
    load_confidence,
)
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings
from retrieval.static_model import ModelUnusableError
from retrieval.training.calibrating import fit, questions_for

AT = parse_as_of("2026-06-01")
SURE = Signs(nearness=0.8, lead=0.2, declined=0.2, fit=0.0)


def test_near_ahead_and_unlike_what_is_declined_is_sure() -> None:
    confidence = load_confidence()
    assert confidence.of(SURE) > 0.9
    for worse in (replace(SURE, nearness=0.4), replace(SURE, lead=-0.2), replace(SURE, declined=0.9)):
        assert confidence.of(worse) < confidence.of(SURE)
    assert 0 < confidence.of(Signs(-1, -1, 1, 0)) < confidence.of(Signs(1, 1, -1, 0)) < 1


def test_what_ships_is_what_the_calibration_questions_give(searcher: Searcher) -> None:
    """Whoever trains the model anew, or weighs its scores otherwise, must fit the confidence anew."""
    fitted, shipped = fit(searcher), load_confidence()
    assert fitted.weights == pytest.approx(dict(shipped.weights), abs=0.05)
    assert fitted.intercept == pytest.approx(shipped.intercept, abs=0.05)


def test_every_calibration_question_is_answered_by_a_passage_or_by_none(searcher: Searcher) -> None:
    questions = list(questions_for(searcher))
    answered = [one for one in questions if one.answers]
    assert len(answered) >= 200
    assert len(questions) - len(answered) >= 200
    assert len({one.question for one in questions}) == len(questions)


@pytest.mark.parametrize("question", declined_questions()[::97])
def test_a_question_that_is_known_to_be_declined_is(question: str, searcher: Searcher) -> None:
    hits = searcher.search(searcher.understand(question), AT, limit=1)
    assert not hits or hits[0].confidence < searcher.settings.answer_confidence


def test_without_words_of_its_own_a_question_is_answered_by_nothing(searcher: Searcher) -> None:
    for hit in searcher.search(searcher.understand("人工智能训练师"), AT):
        assert hit.confidence == 0


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"weights": {}, "intercept": 1}'])
def test_a_damaged_file_is_refused_with_what_to_run(content: str | None, tmp_path: Path) -> None:
    file = tmp_path / "confidence.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(ModelUnusableError, match=r"retrieval\.training\.calibrating"):
        load_confidence(file)


def test_the_signs_are_those_of_the_hit(searcher: Searcher) -> None:
    first, second = searcher.search(searcher.understand("考试没过可以补考吗"), AT, limit=2)
    assert first.signs.lead == pytest.approx(first.score - second.score)
    assert second.signs.lead == pytest.approx(second.score - first.score)
    assert first.signs.nearness == pytest.approx(first.score - first.bonus)
    assert set(SIGNS) == {"nearness", "lead", "declined", "fit"}


def test_another_model_has_a_confidence_of_its_own(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = RetrievalSettings(wenkao_var=tmp_path, embedding_model="another/model")
    assert confidence_for(settings) == load_confidence()
    assert "retrieval.training.calibrating" in caplog.text
    own = fitted_file(settings)
    own.parent.mkdir()
    own.write_text(json.dumps({"weights": dict.fromkeys(SIGNS, 1.0), "intercept": 7.0}), encoding="utf-8")
    assert confidence_for(settings).intercept == 7.0
    assert confidence_for(RetrievalSettings(wenkao_var=tmp_path, embedding_model="")) == load_confidence()
