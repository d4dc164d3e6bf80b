"""An index in Milvus is built once, resumed, kept apart from others, and refused unless it is whole."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from knowledge.library import load_library
from retrieval import backend, building, milvus_building, milvus_store
from retrieval.backend import build, is_built, open_index
from retrieval.index import IndexUnusableError, fingerprint
from retrieval.milvus_store import INDEXES, name_of, tables_of
from retrieval.passages import passages
from retrieval.settings import RetrievalSettings
from tests.retrieval.lite_index import cut_off_after, opened, settings_in, written
from tests.retrieval.toy import change, silent

ROOT = Path(__file__).parents[2]


@pytest.fixture
def built(root: Path, tmp_path: Path) -> RetrievalSettings:
    """An index of the toy corpus in Milvus Lite."""
    settings = settings_in(tmp_path / "var")
    assert build(load_library(root), settings, silent)
    return settings


def test_a_second_build_of_the_same_knowledge_writes_nothing(
    root: Path, built: RetrievalSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = written(monkeypatch)
    assert build(load_library(root), built, silent) is False
    assert numbers == []


def test_a_build_that_was_cut_off_is_refused_and_goes_on_where_it_stopped(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, settings = load_library(root), settings_in(tmp_path / "var")
    monkeypatch.setattr(milvus_building, "AT_ONCE", 4)
    numbers = written(monkeypatch)
    cut_off_after(2, library, settings)
    assert numbers == list(range(8))
    assert not is_built(library, settings)
    with pytest.raises(IndexUnusableError, match=r"not finished.*python -m retrieval build"):
        open_index(library, settings)

    with opened(settings) as store:
        store.call("delete", name_of(fingerprint(library, settings)), ids=[2])
    assert build(library, settings, silent)
    assert numbers[8:] == [2, *range(8, len(passages(library)))]
    assert list(open_index(library, settings).passages) == passages(library)


def test_a_build_that_was_cut_off_before_its_mark_is_refused(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every row is there, and nobody has said so."""
    library, settings = load_library(root), settings_in(tmp_path / "var")

    def fails(*_: object) -> None:
        raise BrokenPipeError

    with monkeypatch.context() as patched:
        patched.setattr(milvus_building, "_finish", fails)
        with pytest.raises(BrokenPipeError):
            build(library, settings, silent)
    with pytest.raises(IndexUnusableError, match="not finished"):
        open_index(library, settings)
    numbers = written(monkeypatch)
    assert build(library, settings, silent)
    assert numbers == []
    assert open_index(library, settings)


def test_a_collection_that_was_cut_off_while_it_was_made_is_made_anew(root: Path, tmp_path: Path) -> None:
    """It is there without its indexes, and could never be searched."""
    library, settings = load_library(root), settings_in(tmp_path / "var")
    name = name_of(fingerprint(library, settings))
    with opened(settings) as store:
        schema = store.call.__self__._client.create_schema()  # type: ignore[attr-defined]
        from pymilvus import DataType

        schema.add_field("number", DataType.INT64, is_primary=True)
        schema.add_field("dense", DataType.FLOAT_VECTOR, dim=2)
        store.call("create_collection", name, schema=schema)
    assert build(library, settings, silent)
    assert list(open_index(library, settings).passages) == passages(library)


@pytest.mark.parametrize("gone", ["a passage", "a table", "the tables", "the passages"])
def test_a_damaged_index_is_refused_and_mended_by_a_build(gone: str, root: Path, built: RetrievalSettings) -> None:
    library = load_library(root)
    name = name_of(fingerprint(library, built))
    collection = tables_of(name) if "table" in gone else name
    with opened(built) as store:
        if gone.startswith("the"):
            store.call("drop_collection", collection)
        else:
            store.call("delete", collection, ids=[0])
    with pytest.raises(IndexUnusableError, match=r"damaged.*python -m retrieval build"):
        open_index(library, built)
    assert not is_built(library, built)
    assert build(library, built, silent)
    assert list(open_index(library, built).passages) == passages(library)


def test_a_passage_that_goes_while_it_serves_is_told(root: Path, built: RetrievalSettings) -> None:
    library = load_library(root)
    index = open_index(library, built)
    with opened(built) as store:
        store.call("delete", name_of(fingerprint(library, built)), ids=[1])
    with pytest.raises(IndexUnusableError, match="damaged"):
        index.passages[1]


def test_an_index_of_another_edition_or_model_is_refused(root: Path, built: RetrievalSettings) -> None:
    library = load_library(root)
    model = built.model_copy(update={"embedding_model": "BAAI/bge-m3"})
    with pytest.raises(
        IndexUnusableError, match=r"no index of this knowledge and model.*python -m retrieval build"
    ):
        open_index(library, model)
    change(root, "用现金缴费", "用支票缴费")
    other = load_library(root)
    with pytest.raises(IndexUnusableError, match="no index of this knowledge"):
        open_index(other, built)
    assert build(other, built, silent)
    assert any("支票" in one.text for one in open_index(other, built).passages)
    assert not any("支票" in one.text for one in open_index(library, built).passages)


def test_a_name_that_two_fingerprints_share_is_refused(root: Path, built: RetrievalSettings) -> None:
    library = load_library(root)
    with opened(built) as store:
        (one,) = store.listed()
        store.note(replace(one, fingerprint=one.fingerprint[::-1]))
    with pytest.raises(IndexUnusableError, match="no index of this knowledge"):
        open_index(library, built)


def test_the_indexes_opened_last_are_kept_and_other_collections_are_left_alone(
    root: Path, built: RetrievalSettings
) -> None:
    first = load_library(root)
    with opened(built) as store:
        store.call("create_collection", "somebody_elses", dimension=2)
        store.call("create_collection", "wenkao_0123456789abcdef", dimension=2)  # nobody listed it
    words = ["用现金缴费", "刷卡缴费", "转账缴费", "扫码缴费", "用支票缴费"]
    names = [name_of(fingerprint(first, built))]
    for old, new in pairwise(words):
        open_index(first, built)  # it is still being served
        change(root, old, new)
        library = load_library(root)
        build(library, built, silent)
        names.append(name_of(fingerprint(library, built)))
    kept = [names[0], *names[2:]]
    with opened(built) as store:
        assert {one.name for one in store.listed()} == set(kept)
        there = set(store.collections())
    assert there == {INDEXES, "somebody_elses", *kept, *map(tables_of, kept)}
    assert open_index(first, built)


def test_a_build_that_somebody_else_began_is_left_alone_until_it_was_given_up(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, settings = load_library(root), settings_in(tmp_path / "var")
    monkeypatch.setattr(milvus_building, "AT_ONCE", 4)
    cut_off_after(1, library, settings)
    begun = name_of(fingerprint(library, settings))
    for new, given_up in (("刷卡缴费", False), ("转账缴费", True)):
        if given_up:
            monkeypatch.setattr(milvus_building, "_GIVEN_UP", 0)
            change(root, "刷卡缴费", new)
        else:
            change(root, "用现金缴费", new)
        build(load_library(root), settings, silent)
        with opened(settings) as store:
            assert store.has(begun) is not given_up


def test_a_passage_that_milvus_cannot_hold_is_told(root: Path, tmp_path: Path) -> None:
    change(root, "用现金缴费", "用现金缴费" + "并当场核对金额" * 2_000)
    with pytest.raises(IndexUnusableError, match=r"baking-2026 二（一）.*bytes, and Milvus holds 65535"):
        build(load_library(root), settings_in(tmp_path / "var"), silent)


def test_a_server_that_is_not_there_is_told_without_the_password(root: Path, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = settings_in(tmp_path, milvus_uri=f"http://root:secret@127.0.0.1:{port}")
    for asked in (open_index, is_built, lambda *given: build(*given, silent)):
        with pytest.raises(IndexUnusableError, match=f"Milvus at http://127.0.0.1:{port}.*MILVUS_URI") as told:
            asked(load_library(root), settings)
        assert "secret" not in str(told.value)


def test_a_server_that_never_answers_is_not_waited_for(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(milvus_store, "_CONNECT_SECONDS", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent_server:
        settings = settings_in(tmp_path, milvus_uri=f"http://127.0.0.1:{silent_server.getsockname()[1]}")
        began = time.monotonic()
        with pytest.raises(IndexUnusableError, match="Milvus at"):
            open_index(load_library(root), settings)
    assert time.monotonic() - began < 5


def test_a_token_is_not_shown() -> None:
    assert "secret" not in repr(RetrievalSettings(milvus_token="root:secret"))


def test_what_belongs_to_one_process_is_built_in_it(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "_run", lambda _: pytest.fail("another process could not open it"))
    library, settings = load_library(root), settings_in(tmp_path / "var")
    building.build_apart(library, settings)
    assert open_index(library, settings)
    cluster = settings_in(tmp_path, milvus_uri="http://milvus:19530")
    assert [backend.belongs_to_one_process(one) for one in (settings, cluster)] == [True, False]


def test_the_commands_build_and_search_where_the_environment_says(tmp_path: Path) -> None:
    """Pymilvus reads MILVUS_URI itself, and takes no path there."""
    environment = {**os.environ, "WENKAO_VAR": str(tmp_path), "MILVUS_URI": str(tmp_path / "in" / "milvus.db")}
    for command, said in (
        (["build"], "built in"),
        (["build"], "up to date"),
        (["search", "缺考能退费吗"], "conf"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "retrieval", *command],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert said in done.stdout
    assert not [path for path in (tmp_path / "index").iterdir() if path.is_dir()]


def test_the_index_on_disk_needs_no_pymilvus() -> None:
    program = "import sys, retrieval.search, retrieval.building; print('pymilvus' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
