"""Runs in the dialogue engine's environment: MODEL, QUESTIONS, and OUT, a JSON file of intents and entities found."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import yaml
from rasa.core.agent import Agent


async def main(model: str, questions: str, out: str) -> None:
    agent = Agent.load(model)
    found = []
    for one in yaml.safe_load(Path(questions).read_text(encoding="utf-8")):
        parsed = await agent.parse_message(one["text"].lower())
        intent = parsed["intent"]
        entities = [(entity["entity"], entity["value"]) for entity in parsed["entities"]]
        found.append({**one, "found": intent["name"], "confidence": intent["confidence"], "entities": entities})
    Path(out).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
