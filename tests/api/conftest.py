"""A client of the running service, and one of the gateway alone."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2
import pytest
from gateway import gateway


@pytest.fixture
def client(service: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=service, timeout=60, trust_env=False) as one:
        yield one


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """What needs neither dialogue nor search is asked of the gateway alone, with the shipped notices."""
    with (
        gateway(tmp_path_factory.mktemp("gateway")) as url,
        httpx2.Client(base_url=url, timeout=60, trust_env=False) as one,
    ):
        yield one
