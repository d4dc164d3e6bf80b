"""The benchmark's questions are well-formed, and the service answers every one of them."""

from __future__ import annotations

from pathlib import Path

import httpx2
import pydantic
import pytest
import yaml

from bench.models import stories_of
from bench.rounds import Round, Taken
from bench.workload import Conversation, load_workload

ROOT = Path(__file__).parents[2]
WORKLOAD = load_workload()


def test_the_workload_is_a_conversation_of_about_25_turns() -> None:
    assert 20 <= WORKLOAD.size <= 30
    titles = [one.title for one in WORKLOAD.conversations]
    assert len(set(titles)) == len(titles)
    assert all(
        text == text.strip() and 0 < len(text) <= 500 for one in WORKLOAD.conversations for text in one.turns
    )


def test_a_misspelt_key_of_the_workload_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "dialogue.yml"
    file.write_text("as_of: '2026-11-21'\nconversations: [{title: 费用, turn: [多少钱]}]", encoding="utf-8")
    with pytest.raises(pydantic.ValidationError, match="turn"):
        load_workload(file)


def test_rasas_default_gets_one_story_for_each_rule() -> None:
    rules = (ROOT / "bot/data/rules.yml").read_text(encoding="utf-8")
    stories = yaml.safe_load(stories_of(rules))["stories"]
    assert [(one["story"], one["steps"]) for one in stories] == [
        (one["rule"], one["steps"]) for one in yaml.safe_load(rules)["rules"]
    ]


def test_a_round_of_20_turns_in_2_seconds_makes_10_turns_a_second() -> None:
    one = Round(2.0, tuple(Taken(float(ms), "answered") for ms in range(1, 21)))
    assert one.rate == 10.0
    assert one.p50 == 10.5
    assert 19.0 <= one.p95 <= 20.0


@pytest.mark.processes
@pytest.mark.parametrize("conversation", WORKLOAD.conversations, ids=lambda one: one.title)
def test_the_service_answers_every_turn(service: str, conversation: Conversation) -> None:
    known: dict[str, str] = {}
    with httpx2.Client(base_url=service, timeout=60, trust_env=False) as client:
        for text in conversation.turns:
            answer = client.post("/v1/chat", json={"text": text, "as_of": WORKLOAD.as_of, **known})
            assert answer.status_code == 200, f"{text}: {answer.text}"
            known = {"conversation_id": answer.json()["conversation_id"]}
