"""An index answers for exactly the knowledge that it was built from, or it is refused."""

from __future__ import annotations

import os
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from knowledge.library import load_library
from retrieval.index import IndexUnusableError, build, fingerprint, index_folder, open_index
from retrieval.passages import passages
from retrieval.settings import RetrievalSettings
from tests.retrieval.toy import change, silent


def settings_in(folder: Path, **other: object) -> RetrievalSettings:
    return RetrievalSettings(wenkao_var=folder, **{"embedding_model": "", "milvus_uri": "", **other})


def folder_of(root: Path, settings: RetrievalSettings) -> Path:
    return index_folder(load_library(root), settings)


def indexes(settings: RetrievalSettings) -> list[Path]:
    return [path for path in settings.index_root.iterdir() if path.name not in ("lock", "parts")]


def parts(settings: RetrievalSettings) -> list[Path]:
    return sorted((settings.index_root / "parts").iterdir())


@pytest.fixture
def built(root: Path, tmp_path: Path) -> RetrievalSettings:
    """An index of the toy corpus."""
    settings = settings_in(tmp_path / "var")
    assert build(load_library(root), settings, silent)
    return settings


def test_a_second_build_of_the_same_knowledge_does_nothing(root: Path, built: RetrievalSettings) -> None:
    folder = folder_of(root, built)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert before
    assert build(load_library(root), built, silent) is False
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_the_opened_index_holds_every_passage(root: Path, built: RetrievalSettings) -> None:
    library = load_library(root)
    index = open_index(library, built)
    assert list(index.passages) == passages(library)
    assert {part.size for part in index.parts} == {len(index.passages)}


def test_without_an_index_the_message_says_what_to_run(root: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexUnusableError, match="python -m retrieval build"):
        open_index(load_library(root), settings_in(tmp_path / "nothing"))


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("用现金缴费", "用支票缴费", "支票"),
        ("| 秋季 | ^ | 十月 |", "| 秋季 | ^ | 九月 |", "九月"),
        ("凭户口簿", "凭护照", "护照"),
    ],
)
def test_an_index_of_other_words_is_refused_and_built_anew(
    old: str, new: str, word: str, root: Path, built: RetrievalSettings
) -> None:
    change(root, old, new)
    library = load_library(root)
    with pytest.raises(IndexUnusableError, match="no index of this knowledge"):
        open_index(library, built)
    assert build(library, built, silent) is True
    assert any(word in one.indexed for one in open_index(library, built).passages)


def test_an_index_from_before_a_new_alias_is_refused(root: Path, built: RetrievalSettings) -> None:
    file = root / "lexicon" / "occupations.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("[面包师]", "[面包师, 糕点师]"), encoding="utf-8")
    with pytest.raises(IndexUnusableError):
        open_index(load_library(root), built)


def test_an_index_of_another_model_or_size_is_refused(root: Path, built: RetrievalSettings) -> None:
    library = load_library(root)
    for other in ({"embedding_model": "BAAI/bge-small-zh-v1.5"}, {"embedding_model": "BAAI/bge-m3"}):
        with pytest.raises(IndexUnusableError):
            open_index(library, settings_in(built.wenkao_var, **other))


def test_weights_of_ranking_are_no_part_of_the_index(root: Path, built: RetrievalSettings) -> None:
    """A threshold can be changed without building anew."""
    library = load_library(root)
    tuned = settings_in(built.wenkao_var, lexical_weight=0.2, answer_confidence=0.9)
    assert fingerprint(library, tuned) == fingerprint(library, built)
    assert open_index(library, tuned)


@pytest.mark.parametrize(
    "file",
    [
        "vectors.npy",
        "passages.jsonl",
        "starts.npy",
        "tables.json",
        "contents.json",
        "words/indptr.csc.index.npy",
        "bigrams/data.csc.index.npy",
    ],
)
@pytest.mark.parametrize("damage", ["cut", "gone", "one byte"])
def test_a_damaged_index_is_refused_and_never_half_used(
    file: str, damage: str, root: Path, built: RetrievalSettings
) -> None:
    (part,) = parts(built)
    path = part / file
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    elif damage == "cut":
        path.write_bytes(content[: len(content) // 2])
    else:
        path.write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])
    library = load_library(root)
    with pytest.raises(IndexUnusableError, match=r"damaged.*delete it and build again"):
        open_index(library, built)
    shutil.rmtree(folder_of(root, built))
    assert build(library, built, silent)
    assert list(open_index(library, built).passages) == passages(library)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"format": 5}'])
def test_a_list_of_parts_that_is_none_is_refused(damage: str, root: Path, built: RetrievalSettings) -> None:
    (folder_of(root, built) / "meta.json").write_text(damage, encoding="utf-8")
    with pytest.raises(IndexUnusableError, match="python -m retrieval build"):
        open_index(load_library(root), built)


def test_a_list_of_passages_that_lost_a_line_is_refused(root: Path, built: RetrievalSettings) -> None:
    """Whole lines gone leave valid JSON; every rank would point at the wrong clause."""
    (part,) = parts(built)
    file = part / "passages.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(lines[1:]), encoding="utf-8")
    with pytest.raises(IndexUnusableError, match="damaged"):
        open_index(load_library(root), built)


def test_a_build_that_fails_leaves_the_old_index_serving(root: Path, built: RetrievalSettings) -> None:
    old = load_library(root)
    change(root, "用现金缴费", "刷卡缴费")

    def closed(line: str) -> None:
        """A terminal that goes away in the middle of the build."""
        if "vectors" in line:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        build(load_library(root), built, closed)
    assert any("现金" in one.text for one in open_index(old, built).passages)
    assert indexes(built) == [index_folder(old, built)]


def test_a_new_index_holds_nothing_of_the_old_one_and_leaves_it_whole(
    root: Path, built: RetrievalSettings
) -> None:
    old = load_library(root)
    change(root, "用现金缴费", "刷卡缴费")
    library = load_library(root)
    assert build(library, built, silent)
    assert not any("现金" in one.text for one in open_index(library, built).passages if one.year == 2026)
    assert any("现金" in one.text for one in open_index(old, built).passages if one.year == 2026)


def test_the_indexes_opened_last_are_kept_and_what_else_lies_there_is_removed(
    root: Path, built: RetrievalSettings
) -> None:
    first = load_library(root)
    (built.index_root / "passages.jsonl").write_text("of an earlier version", encoding="utf-8")
    (built.index_root / "new-cut-off").mkdir()
    words = ["用现金缴费", "刷卡缴费", "转账缴费", "扫码缴费", "用支票缴费"]
    for age, (old, new) in enumerate(pairwise(words)):
        for one in indexes(built):
            os.utime(one, (age, age))
        open_index(first, built)  # it is still being served
        change(root, old, new)
        build(load_library(root), built, silent)
    kept = {index_folder(first, built), folder_of(root, built)}
    assert kept < set(indexes(built))
    assert len(indexes(built)) == 4
