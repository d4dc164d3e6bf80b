"""The desk is exchanged when another edition is in force, and kept when that one cannot be used."""

from __future__ import annotations

import json
import logging
import shutil
import time
from pathlib import Path

import pytest

from bot.actions import keeper as keeper_module
from bot.actions.desk import Desk, open_desk
from bot.actions.keeper import DeskKeeper
from knowledge.editions import EditionStore
from knowledge.editions.publishing import rollback, withdraw
from retrieval.index import index_folder

PROMOTER = "shhrss-2026-ai-promoter"


@pytest.fixture
def store(desk: Desk, tmp_path: Path) -> EditionStore:
    """A folder of its own with the index of the shipped notices."""
    shutil.copytree(desk.searcher.settings.index_root, tmp_path / "index")
    return EditionStore(tmp_path)


@pytest.fixture
def keeper(desk: Desk, store: EditionStore) -> DeskKeeper:
    settings = desk.searcher.settings.model_copy(update={"wenkao_var": store.var})
    return DeskKeeper(open_desk(store, settings), store, settings)


def known(desk: Desk) -> set[str]:
    return {one.notice.id for one in desk.library.holdings}


def test_without_a_change_the_desk_stays(keeper: DeskKeeper) -> None:
    before = keeper.desk
    assert keeper.look() is False
    assert keeper.desk is before


def test_the_old_desk_stays_whole_for_whoever_holds_it(keeper: DeskKeeper, store: EditionStore) -> None:
    old = keeper.desk
    withdraw(store, PROMOTER, by="王", reason="试验")
    assert keeper.look() is True
    assert known(old) - known(keeper.desk) == {PROMOTER}
    assert (old.edition, keeper.desk.edition) == (0, 1)
    assert old.fingerprint != keeper.desk.fingerprint
    assert {one.notice_id for one in keeper.desk.searcher.index.passages} == known(keeper.desk)
    rollback(store, by="王")
    assert keeper.look() is True
    assert (keeper.desk.edition, keeper.desk.fingerprint) == (0, old.fingerprint)


def test_an_edition_that_cannot_be_read_is_logged_and_taken_once_it_is_mended(
    keeper: DeskKeeper,
    store: EditionStore,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(keeper_module, "RETRY_SECONDS", 0.5)
    withdraw(store, PROMOTER, by="王", reason="试验")
    pointer = store.pointer.read_text(encoding="utf-8")
    store.pointer.write_text("{", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        assert keeper.look() is False
    assert "版本 0 继续使用" in caplog.text
    assert PROMOTER in known(keeper.desk)

    store.pointer.write_text(pointer, encoding="utf-8")
    assert keeper.look() is False, "it waits before it tries again"
    time.sleep(0.6)
    assert keeper.look() is True
    assert PROMOTER not in known(keeper.desk)


def test_a_damaged_index_keeps_the_old_desk(
    keeper: DeskKeeper, store: EditionStore, caplog: pytest.LogCaptureFixture
) -> None:
    withdraw(store, PROMOTER, by="王", reason="试验")
    fresh = open_desk(store, keeper.desk.searcher.settings)
    folder = index_folder(fresh.library, fresh.searcher.settings)
    (key,) = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["parts"]
    (folder.parent / "parts" / key / "vectors.npy").write_bytes(b"cut")
    with caplog.at_level(logging.ERROR):
        assert keeper.look() is False
    assert "damaged" in caplog.text
    assert keeper.desk.edition == 0
