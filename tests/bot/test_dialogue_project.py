"""The parts of the dialogue project fit each other; a test names the piece that is missing."""

from __future__ import annotations

import ast
import itertools
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answers.papers import TOPIC as PAPER  # follow-ups alone lead to it
from bot.actions.answers.rules import TOPICS
from bot.actions.desk import Desk
from bot.actions.names.understanding import entities_of
from bot.actions.rasa_actions import AnswerAction, all_actions
from bot.actions.reply import Reply
from bot.actions.respond import ANSWERS, SMALL_TALK
from bot.actions.turn import INFORM, Memory
from bot.lexicon_export import PROGRAMME, export
from knowledge.library import ROOT, Library

BOT = ROOT.parent / "bot"
FALLBACK = "nlu_fallback"


def read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((BOT / name).read_text(encoding="utf-8"))
    return content


DOMAIN = read("domain.yml")
NLU = {
    one["intent"]: [line[2:] for line in one["examples"].splitlines()]
    for one in read("data/nlu.yml")["nlu"]
    if "intent" in one
}
RULES = {
    step["intent"]: rule["steps"][1]["action"]
    for rule in read("data/rules.yml")["rules"]
    for step in rule["steps"][:1]
}


def domain_intents() -> set[str]:
    return {name for one in DOMAIN["intents"] for name in (one if isinstance(one, dict) else [one])}


def test_every_intent_with_examples_has_a_rule_and_every_rule_has_examples() -> None:
    assert set(NLU) - set(RULES) == set(), "add a rule to bot/data/rules.yml"
    assert set(RULES) - set(NLU) - {FALLBACK} == set(), "add examples to bot/data/nlu.yml"


def test_the_domain_knows_every_intent_and_no_other() -> None:
    assert set(RULES) - domain_intents() == set(), "add the intent to bot/domain.yml"
    assert domain_intents() - set(RULES) == set(), "no rule for an intent of bot/domain.yml"


def test_every_intent_has_an_answer_and_every_answer_an_intent() -> None:
    answered = {*ANSWERS, *SMALL_TALK, INFORM}
    assert set(NLU) - answered == set(), "add an answer function to bot/actions/respond.py"
    assert answered - set(NLU) - {"search", PAPER} == set(), "an answer that no intent leads to"


def test_an_intent_has_one_rule() -> None:
    first = Counter(rule["steps"][0]["intent"] for rule in read("data/rules.yml")["rules"])
    assert [intent for intent, rules in first.items() if rules > 1] == []
    assert all(len(rule["steps"]) == 2 for rule in read("data/rules.yml")["rules"])


def test_every_action_of_the_rules_exists_and_none_is_idle(desk: Desk) -> None:
    served = {action.name() for action in all_actions(lambda: desk)}
    assert set(DOMAIN["actions"]) - served == set(), "the domain names an action that bot/actions does not serve"
    assert served - set(DOMAIN["actions"]) == set(), "name the action in bot/domain.yml"
    assert set(RULES.values()) - served == set(), "a rule names an action that nobody serves"
    assert served - set(RULES.values()) == set(), "no rule calls the action"


def test_the_action_that_takes_over_when_nothing_is_sure_exists() -> None:
    policies = read("config.yml")["policies"]
    (named,) = (one["core_fallback_action_name"] for one in policies if one["name"] == "RulePolicy")
    assert named in DOMAIN["actions"]


def test_the_slots_are_what_a_turn_remembers() -> None:
    assert set(DOMAIN["slots"]) == {field.name for field in fields(Memory)}


def test_the_entities_are_what_the_matcher_finds(library: Library) -> None:
    found = {alias.kind for alias in library.lexicon.aliases()} | {"level", "code"}
    assert set(DOMAIN["entities"]) == found, "bot/domain.yml and knowledge/lexicon differ"


def test_every_kind_of_name_has_a_mask_for_the_classifier(library: Library, tmp_path: Path) -> None:
    """Read from the source: the component itself imports Rasa, which lives in the other environment."""
    tree = ast.parse((BOT / "components" / "lexicon_tokenizer.py").read_text(encoding="utf-8"))
    (masks,) = (
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "MASKS"
    )
    export(library.lexicon, tmp_path / "lexicon.json")
    exported = json.loads((tmp_path / "lexicon.json").read_text(encoding="utf-8"))
    assert set(masks) == {alias["kind"] for alias in exported} | {"level", "code"}
    assert {alias["value"] for alias in exported if alias["kind"] == PROGRAMME} == {"人工智能推介官"}


def test_no_example_belongs_to_two_intents() -> None:
    owners: dict[str, list[str]] = {}
    for intent, examples in NLU.items():
        for text in examples:
            owners.setdefault(text, []).append(intent)
    assert {text: intents for text, intents in owners.items() if len(intents) > 1} == {}


@pytest.mark.parametrize("intent", TOPICS)
def test_a_topic_that_is_asked_for_is_stated_by_some_notice(intent: str, library: Library) -> None:
    stated = {rule.topic for holding in library.holdings for rule in holding.facts.rules}
    missing = set(TOPICS[intent].rules) - stated
    assert missing == set(), f"no facts/rules.yml has the topic that {intent} asks for"


def tracker(library: Library, intent: str, text: str, slots: dict[str, Any] | None = None) -> Tracker:
    message = {
        "text": text,
        "intent": {"name": intent},
        "entities": entities_of(library, text),
        "metadata": {"as_of": "2026-06-01"},
    }
    remembered = {field.name: None for field in fields(Memory)} | (slots or {})
    return Tracker("one", remembered, message, [], False, None, {}, "action_listen")


async def run(action: AnswerAction, asked: Tracker) -> tuple[Reply, dict[str, Any]]:
    dispatcher = CollectingDispatcher()
    events = await action.run(dispatcher, asked, {})
    (message,) = dispatcher.messages
    return Reply.model_validate(message["custom"]), {one["name"]: one["value"] for one in events}


def rule_pairs() -> Iterator[tuple[str, str]]:
    return iter(RULES.items())


@pytest.mark.parametrize(("intent", "action"), [pair for pair in rule_pairs() if pair[0] in ANSWERS])
async def test_the_action_of_each_rule_answers_its_intent(intent: str, action: str, desk: Desk) -> None:
    """Asked with what people type, it takes up the topic and never asks what is meant."""
    served = {one.name(): one for one in all_actions(lambda: desk)}
    topics = set()
    for text in itertools.islice(NLU[intent], 20):
        reply, slots = await run(served[action], tracker(desk.library, intent, text))
        assert set(slots) == {field.name for field in fields(Memory)}
        assert "您想了解" not in reply.messages[0].text
        topics.add(slots["topic"])
    assert intent in topics


@pytest.mark.parametrize("intent", SMALL_TALK)
async def test_the_action_of_small_talk_makes_small_talk(intent: str, desk: Desk) -> None:
    served = {one.name(): one for one in all_actions(lambda: desk)}
    reply, slots = await run(served[RULES[intent]], tracker(desk.library, intent, "嗯"))
    assert reply.status in ("chitchat", "out_of_scope")
    assert slots["topic"] is None


async def test_what_the_classifier_cannot_place_is_searched_for(desk: Desk) -> None:
    served = {one.name(): one for one in all_actions(lambda: desk)}
    asked = tracker(desk.library, FALLBACK, "推介官培训总共多少课时")
    reply, slots = await run(served[RULES[FALLBACK]], asked)
    assert reply.status == "answered"
    assert "40课时" in reply.messages[0].text
    assert slots["topic"] == "search"


async def test_a_fragment_asks_the_last_topic_again(desk: Desk) -> None:
    served = {one.name(): one for one in all_actions(lambda: desk)}
    remembered = {
        "organisation": "上海市人工智能行业协会",
        "occupation": "人工智能训练师",
        "level": 3,
        "topic": "ask_fee",
    }
    reply, slots = await run(served[RULES[INFORM]], tracker(desk.library, INFORM, "四级呢", remembered))
    assert "400元" in reply.messages[0].text
    assert (slots["level"], slots["topic"]) == (4, "ask_fee")


async def test_the_moment_of_the_question_comes_from_the_gateway(desk: Desk) -> None:
    served = {one.name(): one for one in all_actions(lambda: desk)}
    asked = tracker(desk.library, "ask_fee", "交大人工智能训练师四级多少钱")
    asked.latest_message["metadata"] = {"as_of": "2025-06-01"}
    reply, _ = await run(served["action_fees"], asked)
    assert "去年" not in reply.messages[0].text
    asked.latest_message["metadata"] = {"as_of": "2026-01-01"}
    reply, _ = await run(served["action_fees"], asked)
    assert "去年" in reply.messages[0].text
