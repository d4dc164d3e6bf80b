"""Indexes in Milvus Lite, and ways to disturb their building."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.library import Library
from retrieval.backend import build
from retrieval.milvus_store import Store
from retrieval.settings import RetrievalSettings


def settings_in(folder: Path, **other: str) -> RetrievalSettings:
    told = {"embedding_model": "", "milvus_token": "", "milvus_uri": str(folder / "milvus.db"), **other}
    return RetrievalSettings(wenkao_var=folder, **told)


@contextlib.contextmanager
def opened(settings: RetrievalSettings) -> Iterator[Store]:
    with contextlib.closing(Store(settings)) as store:
        yield store


def written(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the passages that are written from now on."""
    numbers: list[int] = []
    call = Store.call

    def watched(self: Store, method: str, *arguments: object, **named: object) -> object:
        if method in ("insert", "upsert"):
            numbers.extend(row["number"] for row in arguments[1] if "passage" in row)  # type: ignore[attr-defined]
        return call(self, method, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "call", watched)
    return numbers


def cut_off_after(batches: int, library: Library, settings: RetrievalSettings) -> None:
    """A build whose terminal goes away after so many batches."""
    heard: list[str] = []

    def closed(line: str) -> None:
        heard.append(line)
        if len(heard) > batches:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        build(library, settings, closed)
