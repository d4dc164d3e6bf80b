"""Reading a sentence as it would be read on 1 June 2026."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.actions.situation import Situation, read_situation
from knowledge.library import Library
from knowledge.validity import parse_as_of

Read = Callable[..., Situation]


@pytest.fixture(scope="session")
def read(library: Library) -> Read:
    def one(text: str, at: str = "2026-06-01") -> Situation:
        return read_situation(library, text, parse_as_of(at))

    return one
