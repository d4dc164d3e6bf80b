"""Rasa's exchanged functions: all of them applied with the installed Rasa, each doing what the original does."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.models import DEFAULT, OURS, Trained
from bench.sides import _programs
from bot.engine.patching import APPLIED, Exchange, apply, fingerprint
from deploy.local.listen import Listen
from deploy.local.serve import programs
from deploy.local.tree import Tree

ROOT = Path(__file__).resolve().parents[2]
WHERE = Listen("127.0.0.1", 1, 2, 3)


def in_rasa(*arguments: str) -> Any:
    """What a program in Rasa's own environment prints, as JSON."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(
        [str(Tree.here().rasa_python), *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    compared: dict[str, Any] = in_rasa("tests/bot/engine_in_rasa.py")
    return compared


def test_every_exchange_is_applied_to_the_installed_rasa() -> None:
    """Where this fails after an update of Rasa: read the function anew, then its fingerprint, or drop the exchange."""
    assert in_rasa("-m", "bot.engine", "report") == dict.fromkeys(
        [
            "RemoteAction._validate_action_result",
            "RemoteAction._action_call_format",
            "EndpointConfig.session",
            "Event.resolve_by_type",
            "DaskGraphRunner.run",
            "Agent.load_model",
        ],
        APPLIED,
    )


def test_serving_starts_the_engine_and_the_benchs_default_side_plain_rasa() -> None:
    assert "bot.engine" in programs(Tree.here(), WHERE)[0].command
    sides = {
        one.name: _programs(Tree.here(), one.name, Trained(one.model, 0.0), WHERE)[0].command
        for one in (OURS, DEFAULT)
    }
    assert "bot.engine" in sides[OURS.name]
    assert sides[DEFAULT.name][1:4] == ["-m", "rasa", "run"]


class Greeter:
    def greet(self) -> str:
        return "hello"


def louder(original: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda self: original(self).upper()


def test_a_function_that_is_not_the_known_one_is_left_alone_and_the_report_says_so() -> None:
    owner = f"{__name__}:Greeter"
    unknown = Exchange(owner, "greet", "0123456789abcdef", louder)
    missing = Exchange(owner, "wave", "0123456789abcdef", louder)
    report = apply([unknown, missing])
    assert report["Greeter.greet"].startswith("left alone")
    assert report["Greeter.wave"].startswith("left alone")
    assert Greeter().greet() == "hello"


def test_a_function_that_is_the_known_one_is_exchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Greeter, "greet", Greeter.greet)  # put back afterwards
    report = apply([Exchange(f"{__name__}:Greeter", "greet", fingerprint(Greeter.greet), louder)])
    assert report == {"Greeter.greet": APPLIED}
    assert Greeter().greet() == "HELLO"


def test_results_of_actions_are_accepted_and_refused_as_by_rasa_in_the_same_words(found: dict[str, Any]) -> None:
    verdicts = found["validation"]
    assert [original for original, _ in verdicts] == [replaced for _, replaced in verdicts]
    accepted = [original == "True" for original, _ in verdicts]
    assert any(accepted)
    assert not all(accepted)


def test_an_events_name_stands_for_the_same_class_also_when_asked_again(found: dict[str, Any]) -> None:
    assert [one for one, _ in found["event_names"]] == [one for _, one in found["event_names"]]


def test_the_graph_gives_its_nodes_the_same_inputs(found: dict[str, Any]) -> None:
    for original, planned in found["graphs"]:
        assert original == planned


def test_a_conversation_is_stored_whole_and_once(found: dict[str, Any]) -> None:
    short, long, forgotten = found["conversations"]
    assert short["said"] == ["0", "1"]
    assert long["said"] == forgotten["said"] == [str(turn) for turn in range(40)]


def test_of_a_long_conversation_only_the_end_is_read_and_it_tells_the_same(found: dict[str, Any]) -> None:
    for talk in found["conversations"]:
        whole, read = talk["slots"]
        assert whole == read
        assert len(set(talk["latest"])) == 1
        assert talk["same_end"]
    short, long, _ = found["conversations"]
    assert long["read"] <= long["window"]
    assert short["read"] < short["window"]


def test_a_slot_that_was_set_long_ago_is_still_known(found: dict[str, Any]) -> None:
    forgotten = found["conversations"][2]
    assert forgotten["slots"][1]["level"] == 4
    assert forgotten["read"] > forgotten["window"]
