"""The trained model on questions that were written apart from its training data."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
QUESTIONS = ROOT / "tests" / "nlu" / "questions.yml"
SMALL_TALK = {"greet", "goodbye", "thank", "capabilities", "out_of_scope"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Every question with the intent that the model found."""
    out = tmp_path_factory.mktemp("nlu") / "found.json"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "WENKAO_LEXICON": str(ROOT / "var" / "build" / "lexicon.json"),
    }
    command = [
        ROOT / ".venv-rasa" / "bin" / "python",
        "tests/nlu/evaluate.py",
        "var/models/wenkao.tar.gz",
        QUESTIONS,
        out,
    ]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return list(json.loads(out.read_text(encoding="utf-8")))


def test_most_questions_get_their_intent_and_few_a_wrong_one(found: list[dict[str, Any]]) -> None:
    """The rest goes to search, which has a confidence of its own."""
    right = sum(one["found"] == one["intent"] for one in found) / len(found)
    searched = sum(one["found"] == "nlu_fallback" for one in found) / len(found)
    print(f"\nintents: {right:.1%} right, {searched:.1%} to search, {1 - right - searched:.1%} wrong")
    confused = Counter((one["intent"], one["found"]) for one in found if one["found"] != one["intent"])
    print("\n".join(f"{n} {wanted} → {got}" for (wanted, got), n in confused.most_common(10)))
    assert right > 0.8
    assert 1 - right - searched < 0.15


def test_real_questions_are_seldom_refused(found: list[dict[str, Any]]) -> None:
    real = [one for one in found if one["intent"] not in SMALL_TALK]
    refused = [one["text"] for one in real if one["found"] == "out_of_scope"]
    assert len(refused) / len(real) < 0.05, refused


def test_no_question_stands_in_the_training_data() -> None:
    """The evaluation stays apart: no near-duplicate by character bigrams."""
    raw = yaml.safe_load((ROOT / "bot" / "data" / "nlu.yml").read_text(encoding="utf-8"))["nlu"]
    examples = [line[2:] for intent in raw for line in intent["examples"].splitlines() if line.startswith("- ")]
    grams = [(one, _bigrams(one)) for one in examples]
    for question in yaml.safe_load(QUESTIONS.read_text(encoding="utf-8")):
        own = _bigrams(question["text"])
        for example, other in grams:
            overlap = len(own & other) / max(1, len(own | other))
            assert overlap < 0.7, (question["text"], example)


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
