"""A build that is killed: what is served goes on being served, and the next build goes on where it stopped."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.library import load_library
from retrieval import corpus
from retrieval.index import IndexUnusableError, build, open_index
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings
from tests.retrieval.toy import silent

ROOT = Path(__file__).parents[2]
SLOWLY = """
import sys, time
from pathlib import Path
from knowledge.library import load_library
from retrieval import corpus
from retrieval.index import build
from retrieval.settings import RetrievalSettings
from tests.retrieval.toy import silent
from tests.retrieval.toy import silent

def say(line):
    print(line, flush=True)
    time.sleep(0.3)

corpus.ONE_PART = 0
build(load_library(Path(sys.argv[1])), RetrievalSettings(wenkao_var=Path(sys.argv[2]), embedding_model=""), say)
"""
PARTS = 2  # that are finished when the build is killed


@pytest.fixture
def root(toy_root: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The toy corpus, which is large here: each of its notices may lie in a part of its own."""
    monkeypatch.setattr(corpus, "ONE_PART", 0)
    return toy_root()


def kill_a_build(root: Path, settings: RetrievalSettings) -> None:
    """Build in a process of its own, and kill it in the midst of the part after those that are finished."""
    command = [sys.executable, "-c", SLOWLY, str(root), str(settings.wenkao_var)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        begun = 0
        for line in process.stdout:
            begun += line.startswith("BM25 over words")
            if begun > PARTS:
                process.send_signal(signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL


def finished(settings: RetrievalSettings) -> dict[Path, int]:
    parts = (settings.index_root / "parts").iterdir()
    return {part: part.stat().st_mtime_ns for part in parts if not part.name.startswith("new-")}


def test_the_old_index_is_served_on_and_the_next_build_goes_on(root: Path, tmp_path: Path) -> None:
    settings = RetrievalSettings(wenkao_var=tmp_path, embedding_model="")
    old = load_library(root)
    build(old, settings, silent)
    before = finished(settings)
    for file in (root / "notices").glob("*/notice.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("持身份证领取", "持护照领取"), encoding="utf-8")
    new = load_library(root)

    kill_a_build(root, settings)
    searcher = Searcher(old, settings, open_index(old, settings, thorough=True))
    assert any("身份证" in one.text for one in searcher.index.passages)
    with pytest.raises(IndexUnusableError, match="python -m retrieval build"):
        open_index(new, settings)

    done = {part: made for part, made in finished(settings).items() if part not in before}
    assert len(done) == PARTS
    assert build(new, settings, silent)
    assert done.items() <= finished(settings).items()
    passages = open_index(new, settings, thorough=True).passages
    assert len(passages) == len(searcher.index.passages)
    assert not any("身份证" in one.text for one in passages)
    assert not list(settings.index_root.rglob("new-*"))
