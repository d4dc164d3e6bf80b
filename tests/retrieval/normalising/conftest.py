"""The normaliser of the service, with the names and texts of the shipped notices."""

from __future__ import annotations

import pytest

from bot.actions.desk import normaliser_of
from knowledge.library import Library
from retrieval.normalising import Normaliser


@pytest.fixture(scope="session")
def normaliser(library: Library) -> Normaliser:
    return normaliser_of(library)
