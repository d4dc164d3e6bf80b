"""A desk with an index of its own, and asking it as the gateway would."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.actions.desk import Desk
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.respond import Outcome, respond
from bot.actions.turn import Memory, Turn
from knowledge.library import Library
from knowledge.validity import parse_as_of
from retrieval.index import build
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings

Ask = Callable[..., Outcome]


@pytest.fixture(scope="session")
def desk(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The real notices, indexed apart from `var/` (in the folder that the tests of retrieval use)."""
    settings = RetrievalSettings(wenkao_var=tmp_path_factory.getbasetemp() / "wenkao-index", embedding_model="")
    build(library, settings, lambda _: None)
    return Desk(library, Searcher(library, settings))


@pytest.fixture(scope="session")
def ask(desk: Desk) -> Ask:
    """Ask one question: what it names is found by the lexicon, its intent is given."""

    def one(text: str, intent: str, memory: Memory | None = None, at: str = "2026-06-01") -> Outcome:
        moment = parse_as_of(at)
        named = mentioned(desk.library, text, entities_of(desk.library, text), moment)
        return respond(desk, Turn(text, intent, moment, named, memory or Memory()))

    return one
