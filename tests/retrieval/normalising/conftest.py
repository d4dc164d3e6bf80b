"""A normaliser with the names of the shipped notices."""

from __future__ import annotations

import pytest

from knowledge.library import Library
from retrieval.normalising import Normaliser


@pytest.fixture(scope="session")
def normaliser(library: Library) -> Normaliser:
    return Normaliser(library.lexicon)
