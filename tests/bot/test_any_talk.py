"""Sweep: whatever is said after whatever, by whichever intent, there is a reply and its figures have a source."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
import yaml

from bot.actions.respond import ANSWERS, SMALL_TALK
from bot.actions.turn import INFORM, Memory
from knowledge.figures import unsupported
from knowledge.library import ROOT

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

INTENTS = [*ANSWERS, *SMALL_TALK, INFORM]
FOLDER = ROOT.parent / "tests" / "dialogues"
SAID = [
    turn["say"]
    for file in sorted(FOLDER.glob("*.yml"))
    if file.stem != "open"
    for one in yaml.safe_load(file.read_text(encoding="utf-8"))
    for turn in one["turns"]
]
TALKS, TURNS, SHARDS = 2400, 5, 8


@pytest.mark.parametrize("shard", range(SHARDS))
def test_any_message_after_any_other_is_answered(ask: Ask, shard: int) -> None:
    chosen = random.Random(shard)  # the same talks each time
    wrong = []
    for _ in range(TALKS // SHARDS):
        memory, said = Memory(), list[str]()
        for _ in range(TURNS):
            text, intent = chosen.choice(SAID), chosen.choice(INTENTS)
            said.append(f"{text} ({intent})")
            print(said)  # the last line that is captured tells which talk failed
            outcome = ask(text, intent, memory, at="2026-11-21")
            memory = outcome.memory
            for message in outcome.reply.messages:
                sources = [one.quote for one in message.citations]
                sources += [part for one in message.computed for part in (one.text, one.explanation)]
                if figures := unsupported(message.text, [*sources, text]):
                    wrong.append(f"{said}: no source for {figures} in {message.text[:300]}")
    assert not wrong, f"{len(wrong)} problems, among them:\n" + "\n".join(wrong[:12])
