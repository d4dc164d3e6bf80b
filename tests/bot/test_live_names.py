"""A name that a published notice brings is known to the running dialogue engine without a new model."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.components.live_names import LiveNames
from bot.lexicon_export import export, live_file
from knowledge.lexicon.lexicon import Lexicon, Occupation

BAKER = Occupation(code="4-03-02-04", name="烘焙师", aliases=("面包师",))


def lexicon(*aliases: str) -> Lexicon:
    return Lexicon((), (BAKER.model_copy(update={"aliases": aliases}),), {})


@pytest.fixture
def trained(tmp_path: Path) -> Path:
    export(lexicon("面包师"), tmp_path / "trained.json")
    return tmp_path / "trained.json"


def found(names: LiveNames, text: str) -> list[str]:
    names.follow()
    return [one.value for one in names.matcher.find(text)]


def test_as_long_as_nothing_is_published_the_names_of_the_training_hold(trained: Path, tmp_path: Path) -> None:
    names = LiveNames(trained, live_file(tmp_path))
    assert found(names, "面包师多少钱") == ["烘焙师"]
    assert found(names, "糕点师多少钱") == []


def test_names_come_and_go_with_the_edition(trained: Path, tmp_path: Path) -> None:
    names = LiveNames(trained, live_file(tmp_path))
    export(lexicon("面包师", "糕点师"), live_file(tmp_path))
    assert found(names, "糕点师多少钱") == ["烘焙师"]
    export(lexicon("面包师"), live_file(tmp_path))
    assert found(names, "糕点师多少钱") == []


def test_an_export_of_the_same_names_leaves_the_file_alone(tmp_path: Path) -> None:
    """The model is trained again when this file changes."""
    export(lexicon("面包师"), tmp_path / "names.json")
    before = (tmp_path / "names.json").stat()
    export(lexicon("面包师"), tmp_path / "names.json")
    after = (tmp_path / "names.json").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_component_reads_where_the_action_server_writes() -> None:
    """The component imports Rasa, which lives in the other environment: its source is read instead."""
    source = Path("bot/components/lexicon_tokenizer.py").read_text(encoding="utf-8")
    folder, file = live_file(Path("var")).relative_to("var").parts
    assert f'"{folder}" / "{file}"' in source
